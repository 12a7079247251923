package shell

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/cmdlets/core"
	"exolab/cmdlets/management"
	"exolab/cmdlets/utility"
	"exolab/runtime"
)

// recordedCmdlet is what PowerShell says about one of its cmdlets.
type recordedCmdlet struct {
	Name       string
	DefaultSet string
	Parameters []struct {
		Name    string
		Aliases []string
		Sets    map[string]struct {
			Mandatory bool
			Pos       *int
			ByValue   bool
			ByName    bool
			Rest      bool
		}
	}
}

// otherParameters are the cmdlets whose parameters are not those of the
// recording, with the reason.
var otherParameters = map[string]string{
	"Invoke-Command": "no parameters for other computers: exolab makes no network connection",
	"Import-Module":  "no parameters for other computers",
	"Get-Module":     "no parameters for other computers",
	"Remove-Module":  "no parameters for other computers",
	"New-Object":     "has -ComObject, as on Windows: scripts end with a message box",
}

// The parameters of PowerShell's own cmdlets have PowerShell's names, aliases,
// sets and positions.
func TestMetadataIsPowerShells(t *testing.T) {
	text, err := os.ReadFile("../../../testdata/powershell/cmdlets.json")
	require.NoError(t, err)
	var recorded []recordedCmdlet
	require.NoError(t, json.Unmarshal(text, &recorded))
	byName := map[string]recordedCmdlet{}
	for _, c := range recorded {
		byName[strings.ToLower(c.Name)] = c
	}
	sh, err := New(Options{Config: Config{Memory: true}})
	require.NoError(t, err)
	for _, spec := range slices.Concat(core.Specs(), utility.Specs(), management.Specs()) {
		want, ok := byName[strings.ToLower(spec.Name)]
		if _, differs := otherParameters[spec.Name]; !ok || differs {
			continue
		}
		t.Run(spec.Name, func(t *testing.T) {
			command := sh.Session.Commands.Lookup(spec.Name)
			require.Equal(t, describeRecorded(want), describe(command.Metadata()))
		})
	}
}

func describeRecorded(c recordedCmdlet) []string {
	lines := []string{"default set " + c.DefaultSet}
	for _, p := range c.Parameters {
		sort.Strings(p.Aliases)
		for name, s := range p.Sets {
			position := -1
			if s.Pos != nil {
				position = *s.Pos
			}
			lines = append(lines, placeText(p.Name, p.Aliases, name, s.Mandatory, position, s.ByValue, s.ByName, s.Rest))
		}
	}
	sort.Strings(lines)
	return lines
}

func describe(meta *runtime.Metadata) []string {
	lines := []string{"default set " + meta.DefaultSet}
	for _, p := range meta.Params {
		if p.Common {
			continue
		}
		aliases := slices.Clone(p.Aliases)
		sort.Strings(aliases)
		for _, s := range p.Sets {
			lines = append(lines, placeText(p.Name, aliases, s.Name, s.Mandatory, s.Position, s.Pipeline, s.PipelineByName, s.Remaining))
		}
	}
	sort.Strings(lines)
	return lines
}

func placeText(parameter string, aliases []string, set string, mandatory bool, position int, byValue, byName, rest bool) string {
	return fmt.Sprintf("%s (%s) in %s: mandatory %t, position %d, by value %t, by name %t, rest %t",
		parameter, strings.Join(aliases, ", "), set, mandatory, position, byValue, byName, rest)
}
