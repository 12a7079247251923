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

	"exolab/runtime"
	"exolab/runtime/validation"
	"exolab/runtime/value"
)

// recordedCmdlet is what PowerShell says about one of its cmdlets.
type recordedCmdlet struct {
	Name          string
	Module        string
	DefaultSet    string
	ShouldProcess bool
	Parameters    []recordedParameter
}

type recordedParameter struct {
	Name    string
	Type    string
	Aliases []string
	Sets    map[string]struct {
		Mandatory bool
		Pos       *int
		ByValue   bool
		ByName    bool
		Rest      bool
	}
	// Range is two bounds, or empty text for a kind of range such as Positive.
	Range                any
	Set                  []string
	Count                []int
	Hidden               bool
	Dynamic              bool
	NotNull              bool
	NotNullOrEmpty       bool
	NotNullOrWhiteSpace  bool
	AllowNull            bool
	AllowEmptyString     bool
	AllowEmptyCollection bool
}

// otherParameters are the cmdlets whose parameters are not those of the
// recording, with the reason.
var otherParameters = map[string]string{
	"Invoke-Command": "no parameters for other computers: exolab makes no network connection",
	"Import-Module":  "no parameters for other computers",
	"Get-Module":     "no parameters for other computers",
	"Remove-Module":  "no parameters for other computers",
	"New-Object":     "has -ComObject, as on Windows: scripts end with a message box",
	"New-PSSession":  "no parameters for other machines", "Get-PSSession": "as New-PSSession", "Import-PSSession": "as New-PSSession", "Remove-PSSession": "as New-PSSession",
	"New-PSSessionOption": "has the parameters of Windows, which scripts for Exchange set",
}

// otherTypes are the parameters that take more than PowerShell's type, with the reason.
var otherTypes = map[string]string{
	"Get-Command ParameterType": "the cmdlet reads types and their names itself",
	"Get-Credential Credential": "a user name becomes a credential when the cmdlet asks for the password",
	"Join-String Property":      "a property expression is read by the cmdlet itself",
	"Measure-Object Property":   "a property expression is read by the cmdlet itself",
	"Set-StrictMode Version":    "the cmdlet reads Latest and version numbers itself",
	"Write-Output InputObject":  "an object passes as it is",
}

// The parameters of PowerShell's own cmdlets have PowerShell's names, types,
// aliases, sets, positions and validations.
func TestMetadataIsPowerShells(t *testing.T) {
	text, err := os.ReadFile("../../../testdata/powershell/cmdlets.json")
	require.NoError(t, err)
	var recorded []recordedCmdlet
	require.NoError(t, json.Unmarshal(text, &recorded))
	sh, err := New(Options{Config: Config{Memory: true}})
	require.NoError(t, err)
	for _, want := range recorded {
		if otherParameters[want.Name] != "" {
			continue
		}
		t.Run(want.Name, func(t *testing.T) {
			command := sh.Session.Commands.Lookup(want.Name)
			require.NotNil(t, command, "the cmdlet is not known")
			require.Equal(t, want.Module, command.Module)
			recorded, own := describeRecorded(sh, want), describe(command.Metadata())
			require.Empty(t, without(recorded, own), "PowerShell has, exolab has not")
			require.Empty(t, without(own, recorded), "exolab has, PowerShell has not")
		})
	}
}

// without returns the lines that are not among the others.
func without(lines, others []string) []string {
	return slices.DeleteFunc(slices.Clone(lines), func(line string) bool { return slices.Contains(others, line) })
}

func describeRecorded(sh *Shell, c recordedCmdlet) []string {
	lines := []string{fmt.Sprintf("default set %s, -WhatIf %t", c.DefaultSet, c.ShouldProcess)}
	for _, p := range c.Parameters {
		typ, known := sh.Session.LookupType(p.Type)
		switch {
		case otherTypes[c.Name+" "+p.Name] != "" && strings.HasSuffix(p.Type, "[]"):
			typ = value.TypeObjectArray
		case !known || otherTypes[c.Name+" "+p.Name] != "":
			typ = value.TypeObject
		}
		lines = append(lines, fmt.Sprintf("%s: %s %s", p.Name, typ.Name, recordedRules(p)))
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

// generatedSet is from how many values on a set is one that .NET computes: the
// cultures, of which exolab has its own list.
const generatedSet = 100

func recordedRules(p recordedParameter) string {
	rules := markRules(p.Hidden, p.Dynamic, p.AllowNull, p.AllowEmptyString, p.AllowEmptyCollection)
	switch bounds := p.Range.(type) {
	case []any:
		rules = append(rules, fmt.Sprintf("range %.0f to %.0f", bounds[0], bounds[1]))
	case string:
		rules = append(rules, "range")
	}
	if p.Set != nil && len(p.Set) < generatedSet {
		rules = append(rules, "set "+strings.Join(p.Set, "|"))
	}
	if p.Count != nil {
		rules = append(rules, fmt.Sprint("count ", p.Count))
	}
	for name, on := range map[string]bool{"not blank": p.NotNullOrWhiteSpace, "not empty": p.NotNullOrEmpty, "not null": p.NotNull} {
		if on {
			rules = append(rules, name)
		}
	}
	return rulesText(rules)
}

func describe(meta *runtime.Metadata) []string {
	lines := []string{fmt.Sprintf("default set %s, -WhatIf %t", meta.DefaultSet, meta.SupportsShouldProcess)}
	for _, p := range meta.Params {
		if p.Common {
			continue
		}
		lines = append(lines, fmt.Sprintf("%s: %s %s", p.Name, p.Type.Name, ownRules(p)))
		aliases := slices.Clone(p.Aliases)
		sort.Strings(aliases)
		for _, s := range p.Sets {
			lines = append(lines, placeText(p.Name, aliases, s.Name, s.Mandatory, s.Position, s.Pipeline, s.PipelineByName, s.Remaining))
		}
	}
	sort.Strings(lines)
	return lines
}

func ownRules(p *runtime.Param) string {
	rules := markRules(p.DontShow, p.Dynamic, p.AllowNull, p.AllowEmptyString, p.AllowEmptyCollection)
	for _, a := range p.Attributes {
		switch a := a.(type) {
		case *validation.Range:
			if a.Kind != "" {
				rules = append(rules, "range")
			} else {
				rules = append(rules, fmt.Sprintf("range %.0f to %.0f", bound(a.Min), bound(a.Max)))
			}
		case *validation.Set:
			rules = append(rules, "set "+strings.Join(a.Values, "|"))
		case *validation.Count:
			rules = append(rules, fmt.Sprint("count ", []int{a.Min, a.Max}))
		case *validation.NotNull:
			rules = append(rules, map[bool]string{false: "not null", true: map[bool]string{false: "not empty", true: "not blank"}[a.Blank]}[a.Empty])
		}
	}
	return rulesText(rules)
}

// bound is a bound of a range as JSON has it.
func bound(v value.Value) float64 {
	if v.IsInteger() {
		return float64(v.Int64())
	}
	return v.Float()
}

func markRules(hidden, dynamic, null, emptyString, emptyCollection bool) []string {
	var rules []string
	for name, on := range map[string]bool{"hidden": hidden, "dynamic": dynamic, "null": null, "empty string": emptyString, "empty collection": emptyCollection} {
		if on {
			rules = append(rules, name)
		}
	}
	return rules
}

func rulesText(rules []string) string {
	sort.Strings(rules)
	return fmt.Sprint(rules)
}

func placeText(parameter string, aliases []string, set string, mandatory bool, position int, byValue, byName, rest bool) string {
	return fmt.Sprintf("%s (%s) in %s: mandatory %t, position %d, by value %t, by name %t, rest %t",
		parameter, strings.Join(aliases, ", "), set, mandatory, position, byValue, byName, rest)
}
