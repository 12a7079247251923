package architecture

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// mayImport lists, for each package, the packages of this module that it may
// import directly. A trailing /... stands for everything below.
var mayImport = map[string][]string{
	"parser":            {},
	"runtime/memory":    {},
	"runtime/interrupt": {},
	"runtime/netfmt":    {"runtime/interrupt", "runtime/memory"},
	"runtime/sandbox":   {"runtime/interrupt", "runtime/memory"},
	"runtime/value":     {"runtime/interrupt", "runtime/memory", "runtime/netfmt"},
	"runtime/operator":  {"runtime/interrupt", "runtime/memory", "runtime/value", "runtime/netfmt"},
	"runtime/dotnet":    {"runtime/memory", "runtime/value", "runtime/netfmt"},

	"runtime/dotnet/collections": {"runtime/dotnet", "runtime/value", "runtime/netfmt"},
	"runtime/dotnet/data":        {"runtime/dotnet/collections", "runtime/dotnet", "runtime/value", "runtime/netfmt"},
	"runtime/dotnet/numbers":     {"runtime/dotnet/collections", "runtime/dotnet", "runtime/value", "runtime/netfmt"},
	"runtime/dotnet/text":        {"runtime/dotnet/numbers", "runtime/dotnet/collections", "runtime/dotnet", "runtime/value", "runtime/netfmt"},
	"runtime/dotnet/dates":       {"runtime/dotnet/text", "runtime/dotnet", "runtime/value", "runtime/netfmt"},
	"runtime/dotnet/network":     {"runtime/dotnet/text", "runtime/dotnet/numbers", "runtime/dotnet/collections", "runtime/dotnet", "runtime/value", "runtime/netfmt"},
	"runtime/dotnet/system":      {"runtime/sandbox", "runtime/dotnet/numbers", "runtime/dotnet/collections", "runtime/dotnet", "runtime/value", "runtime/netfmt"},
	"runtime/dotnet/fileio":      {"runtime/interrupt", "runtime/memory", "runtime/sandbox", "runtime/dotnet/text", "runtime/dotnet/numbers", "runtime/dotnet/collections", "runtime/dotnet", "runtime/value", "runtime/netfmt"},
	"runtime/dotnet/xmldom":      {"runtime/sandbox", "runtime/dotnet/fileio", "runtime/dotnet/text", "runtime/dotnet/collections", "runtime/dotnet", "runtime/value", "runtime/netfmt"},
	"runtime/dotnet/types":       {"runtime/dotnet/data", "runtime/dotnet/...", "runtime/dotnet", "runtime/value"},

	"runtime/errs":        {"runtime/value", "runtime/netfmt", "parser"},
	"runtime/format":      {"runtime/value", "runtime/netfmt", "runtime/dotnet/...", "runtime/dotnet", "runtime/errs"},
	"runtime/syntax":      {"parser", "runtime/value", "runtime/dotnet/...", "runtime/dotnet", "runtime/errs"},
	"runtime/style":       {"runtime/value", "runtime/dotnet"},
	"runtime/validation":  {"runtime/value", "runtime/netfmt", "runtime/dotnet"},
	"runtime/records":     {"runtime/value", "runtime/dotnet", "runtime/errs"},
	"runtime/modulespec":  {"runtime/value", "runtime/netfmt", "runtime/dotnet"},
	"runtime":             {"runtime/interrupt", "runtime/modulespec", "runtime/records", "runtime/style", "runtime/validation", "runtime/sandbox", "parser", "runtime/syntax", "runtime/value", "runtime/netfmt", "runtime/operator", "runtime/dotnet/...", "runtime/dotnet", "runtime/errs"},
	"runtime/runtimetest": {"runtime", "runtime/value"},
	"runtime/clixml":      {"runtime", "runtime/dotnet/...", "runtime/dotnet", "runtime/netfmt", "runtime/value"},
	"runtime/completion":  {"parser", "runtime", "runtime/validation", "runtime/value", "runtime/netfmt", "runtime/dotnet/...", "runtime/dotnet"},
	"store/tenant":        {},
	"store/record":        {"store/tenant"},
	"store":               {"store/record", "store/tenant", "store/internal/..."},
	"store/content":       {"store", "store/tenant"},
	"store/internal":      {"store/tenant"},
	"store/activity":      {"store", "store/record", "store/tenant", "store/content"},
	"store/evidence":      {"store", "store/record", "store/tenant"},
	"store/seed":          {"store", "store/internal/...", "store/tenant"},
	"store/scenario":      {"store", "store/seed", "store/internal/...", "store/tenant", "store/content", "store/activity"},
	"store/lab":           {},
	"cmdlets":             {"cmdlets/internal/...", "runtime", "runtime/validation", "runtime/value", "runtime/errs", "runtime/netfmt"},
	"cmdlets/core":        {"cmdlets", "cmdlets/internal/...", "parser", "runtime/...", "runtime"},
	"cmdlets/typedata":    {"cmdlets", "cmdlets/internal/...", "parser", "runtime/...", "runtime"},
	"cmdlets/utility":     {"cmdlets", "cmdlets/internal/...", "parser", "runtime/...", "runtime"},
	"cmdlets/refused":     {"cmdlets", "runtime", "runtime/value", "runtime/errs"},
	"cmdlets/management":  {"cmdlets", "cmdlets/internal/...", "parser", "runtime/...", "runtime"},
	"cmdlets/modules":     {"cmdlets", "cmdlets/internal/...", "runtime/...", "runtime"},
	"cmdlets/pester":      {"cmdlets", "cmdlets/internal/...", "parser", "runtime/...", "runtime"},
	"cmdlets/gallery":     {"cmdlets", "cmdlets/internal/...", "runtime/...", "runtime"},
	"cmdlets/graph":       {"cmdlets", "cmdlets/exchange/task", "cmdlets/exchange/opath", "cmdlets/exchange/connection", "runtime/...", "runtime", "store", "store/tenant"},
	"cmdlets/lab":         {"cmdlets", "cmdlets/internal/...", "runtime/...", "runtime", "store", "store/tenant", "store/lab"},
	"cmdlets/help":        {"cmdlets", "cmdlets/internal/...", "parser", "runtime/...", "runtime"},
	"cmdlets/internal":    {"cmdlets", "cmdlets/internal/...", "parser", "runtime/...", "runtime"},

	"cmdlets/exchange":              slices.Concat(exchangeBase, []string{"cmdlets/exchange/..."}),
	"cmdlets/exchange/catalogue":    {"runtime", "runtime/validation", "runtime/value"},
	"cmdlets/exchange/shapes":       {"runtime/value", "runtime/netfmt", "runtime/dotnet", "runtime/format", "store/tenant"},
	"cmdlets/exchange/opath":        {"cmdlets/internal/patterns", "runtime/value"},
	"cmdlets/exchange/connection":   {"cmdlets/exchange/catalogue", "cmdlets/exchange/rbac", "cmdlets/internal/patterns", "runtime", "store/tenant"},
	"cmdlets/exchange/rbac":         {"cmdlets/exchange/catalogue", "cmdlets/exchange/opath", "cmdlets/exchange/shapes", "cmdlets/internal/patterns", "runtime/value", "store", "store/tenant"},
	"cmdlets/exchange/task":         slices.Concat(exchangeBase, []string{"cmdlets/exchange/catalogue", "cmdlets/exchange/shapes", "cmdlets/exchange/opath", "cmdlets/exchange/connection", "cmdlets/exchange/rbac"}),
	"cmdlets/exchange/auditlog":     exchangeFamily,
	"cmdlets/exchange/compliance":   slices.Concat(exchangeFamily, []string{"cmdlets/exchange/organization", "store/content"}),
	"cmdlets/exchange/mailboxes":    slices.Concat(exchangeFamily, []string{"cmdlets/exchange/organization", "store/content"}),
	"cmdlets/exchange/organization": slices.Concat(exchangeFamily, []string{"cmdlets/exchange/rbac"}),
	"cmdlets/exchange/permissions":  slices.Concat(exchangeFamily, []string{"cmdlets/exchange/mailboxes", "store/content"}),
	"cmdlets/exchange/recipients":   slices.Concat(exchangeFamily, []string{"cmdlets/exchange/mailboxes", "cmdlets/exchange/opath"}),
	"cmdlets/exchange/roles":        slices.Concat(exchangeFamily, []string{"cmdlets/exchange/organization", "cmdlets/exchange/rbac", "cmdlets/exchange/recipients"}),
	"cmdlets/exchange/rules":        exchangeFamily,
	"cmdlets/exchange/sessions":     slices.Concat(exchangeFamily, []string{"cmdlets/exchange/rbac"}),
	"cmdlets/exchange/suggest":      {"cmdlets/exchange/task", "runtime", "runtime/value", "store", "store/tenant"},
	"cmdlets/exchange/transport":    exchangeFamily,
	"cmdlets/exchange/training":     slices.Concat(exchangeFamily, []string{"store/activity"}),

	"scripts": {},
	"cmd":     {"..."},
}

// exchangeBase is what every package of Exchange cmdlets may import,
// exchangeFamily what the families of cmdlets may beyond that.
var (
	exchangeBase   = []string{"cmdlets", "cmdlets/internal/...", "runtime/...", "runtime", "store", "store/tenant"}
	exchangeFamily = slices.Concat(exchangeBase, []string{"cmdlets/exchange/catalogue", "cmdlets/exchange/shapes", "cmdlets/exchange/connection", "cmdlets/exchange/task"})
)

type listed struct {
	ImportPath string
	Imports    []string
}

// TestImportsPointDown fails on an import that the table does not allow.
func TestImportsPointDown(t *testing.T) {
	for _, p := range goList(t) {
		name := strings.TrimPrefix(p.ImportPath, "exolab/")
		allowed, ok := rulesFor(name)
		require.True(t, ok, "%s has no line in the table of packages", name)
		for _, path := range p.Imports {
			if to, own := strings.CutPrefix(path, "exolab/"); own && !permitted(allowed, to) {
				t.Errorf("%s must not import %s", name, to)
			}
		}
	}
}

func rulesFor(name string) ([]string, bool) {
	for {
		if allowed, ok := mayImport[name]; ok {
			return allowed, true
		}
		i := strings.LastIndexByte(name, '/')
		if i < 0 {
			return nil, false
		}
		name = name[:i]
	}
}

// permitted reports whether one of the rules allows an import. None allows the
// packages for tests, whose imports are not looked at.
func permitted(allowed []string, to string) bool {
	if strings.HasSuffix(to, "test") {
		return false
	}
	for _, a := range allowed {
		if a == "..." || a == to || strings.HasSuffix(a, "/...") && strings.HasPrefix(to, strings.TrimSuffix(a, "...")) {
			return true
		}
	}
	return false
}

func goList(t *testing.T) []listed {
	cmd := exec.Command("go", "list", "-json=ImportPath,Imports", "./...")
	cmd.Dir = root
	out, err := cmd.Output()
	require.NoError(t, err)
	var all []listed
	decoder := json.NewDecoder(strings.NewReader(string(out)))
	for {
		var p listed
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else {
			require.NoError(t, err)
		}
		all = append(all, p)
	}
}
