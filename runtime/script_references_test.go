package runtime_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/runtime"
	"exolab/runtime/dotnet"
)

// notHere are types that no PowerShell without Windows, Exchange's own
// assemblies or a module has, a member of no type, and names that need a "using namespace" before.
var notHere = regexp.MustCompile(`^\[(System\.)?(List\[PSObject\]|Windows\.|Microsoft\.(Exchange|Open)\.|DirectoryServices\.|Drawing\.|Management\.Management|Web\.Security|Microsoft\.Win32\.RegistryKey|Diagnostics\.FileVersionInfo)|^\[int\]::empty`)

// TestReferencesOfScriptsResolve resolves the types and static members that
// published Exchange scripts name.
func TestReferencesOfScriptsResolve(t *testing.T) {
	raw, err := os.ReadFile("../testdata/powershell/script-references.txt")
	require.NoError(t, err)
	session, err := runtime.NewSession(runtime.Options{})
	require.NoError(t, err)
	all, missing := 0, []string{}
	for _, ref := range strings.Fields(string(raw)) {
		if notHere.MatchString(ref) {
			continue
		}
		all++
		name, member := strings.TrimSuffix(ref, "]"), ""
		if at := strings.LastIndex(ref, "]::"); at >= 0 {
			name, member = ref[:at], ref[at+3:]
		}
		known, ok := dotnet.ResolveType(session.Types, strings.TrimPrefix(name, "["))
		if !ok {
			missing = append(missing, ref)
			continue
		}
		member = strings.TrimSuffix(member, "()")
		found := member == "" || member == "new"
		for _, m := range dotnet.StaticMembers(known) {
			found = found || strings.EqualFold(m.Name, member)
		}
		if !found {
			missing = append(missing, ref)
		}
	}
	t.Logf("%d of %d references resolve; not: %q", all-len(missing), all, missing)
	require.GreaterOrEqual(t, (all-len(missing))*100, all*98)
}
