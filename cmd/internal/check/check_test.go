package check

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/runtime"
	"exolab/runtime/validation"
	"exolab/runtime/value"
)

// known is a small set of commands to check against.
func known(name string) *runtime.Command {
	switch strings.ToLower(name) {
	case "gm2":
		name = "Get-Mailbox"
	}
	meta := map[string]*runtime.Metadata{
		"get-mailbox": {Params: []*runtime.Param{param("Identity"), param("ResultSize"), param("Filter"), param("Archive"),
			param("Anr", "Find"), {Name: "GroupMailbox", Switch: true}}},
		"search-log":   {Params: []*runtime.Param{param("Identity"), param("StartDate"), param("EndDate")}},
		"format-table": {Params: []*runtime.Param{param("Property")}},
		"export-csv":   {Params: []*runtime.Param{param("Path")}},
		"where-object": {Params: []*runtime.Param{param("FilterScript")}},
		"start-thing":  {},
		"get-server":   {},
		"set-thing": {Params: []*runtime.Param{inSet("Name", "A"), inSet("Id", "B"), param("Force"),
			{Name: "Kind", Type: value.TypeString, Attributes: []runtime.ParamAttribute{&validation.Set{Values: []string{"One", "Two"}}}},
			{Name: "Day", Type: enum}, {Name: "On", Type: value.TypeBoolean}}},
		"write-output":  {Params: []*runtime.Param{param("InputObject")}},
		"new-object":    {Params: []*runtime.Param{param("TypeName")}},
		"select-string": {Params: []*runtime.Param{param("Pattern")}},
	}[value.Fold(name)]
	if meta == nil {
		return nil
	}
	meta.CmdletBinding = true
	return &runtime.Command{Name: name, Kind: runtime.CmdletCommand, NotEmulated: name == "Start-Thing",
		Metadata: func() *runtime.Metadata { return meta }}
}

// options know the commands above; Search-Log exists in the cloud only,
// Get-Server on premises only.
var options = Options{Commands: known, Flavours: func(name string) (online, onPremises bool) {
	return name != "Get-Server", name != "Search-Log"
}}

func param(name string, aliases ...string) *runtime.Param {
	return &runtime.Param{Name: name, Aliases: aliases, Type: value.TypeObject, Sets: []runtime.ParamSet{{Name: runtime.AllSets, Position: -1}}}
}

func inSet(name, set string) *runtime.Param {
	return &runtime.Param{Name: name, Type: value.TypeObject, Sets: []runtime.ParamSet{{Name: set, Position: -1}}}
}

var enum = &value.Type{Name: "Day", Enum: &value.EnumInfo{Names: []string{"Monday", "Tuesday"}}}

func TestRules(t *testing.T) {
	tests := []struct {
		name, script string
		rules        []string
	}{
		{"nothing", "Write-Output 1", nil},
		{"syntax", "if (", []string{"syntax-error"}},
		{"unknown command", "Get-Nothing", []string{"unknown-command"}},
		{"own function", "function Get-Mine { }\nGet-Mine", nil},
		{"own function in a scope", "function global:Get-Mine { }\nGet-Mine", nil},
		{"own alias", "Set-Alias gx Write-Output\ngx 1", []string{"unknown-command"}},
		{"a program", "./tool.exe -x; C:\\tool.exe; tool.cmd", nil},
		{"name in a variable", "& $name", nil},
		{"alias", "gm2 -ResultSize 1", nil},
		{"not emulated", "Start-Thing", []string{"not-emulated"}},
		{"unknown parameter", "Get-Mailbox x -Nope", []string{"unknown-parameter"}},
		{"shortened parameter", "Get-Mailbox -Id x", nil},
		{"alias of a parameter", "Get-Mailbox x -Find y", nil},
		{"ambiguous parameter", "Get-Mailbox x -A y", []string{"ambiguous-parameter"}},
		{"wrong parameter set", "Set-Thing -Name a -Id b", []string{"wrong-parameter-set"}},
		{"right parameter set", "Set-Thing -Name a -Force; Set-Thing @a -Id b", nil},
		{"unknown value", "Set-Thing -Kind Three", []string{"unknown-value"}},
		{"unknown values", "Set-Thing -Kind One, 'Three', Four", []string{"unknown-value", "unknown-value"}},
		{"known value", "Set-Thing -Kind:two -Day mon; Set-Thing -Kind $k", nil},
		{"unknown name of an enumeration", "Set-Thing -Day Never", []string{"unknown-value"}},
		{"word for a truth value", "Set-Thing -On true", []string{"unknown-value"}},
		{"truth value", "Set-Thing -On $true", nil},
		{"deprecated", "Search-Mailbox x; Get-MsolUser", []string{"unknown-command", "deprecated-cmdlet", "unknown-command", "deprecated-cmdlet"}},
		{"own cmdlet of an old name", "function Get-MsolUser { }\nGet-MsolUser", nil},
		{"both flavours", "Search-Log; Get-Server", []string{"other-flavour"}},
		{"one flavour", "Get-Server", nil},
		{"result size", "Get-Mailbox", []string{"missing-result-size"}},
		{"result size after a switch", "Get-Mailbox -GroupMailbox", []string{"missing-result-size"}},
		{"result size given", "Get-Mailbox -Filter x -ResultSize Unlimited", nil},
		{"result size by splat", "Get-Mailbox @all", nil},
		{"one mailbox", "Get-Mailbox x; Get-Mailbox -Identity x", nil},
		{"end date", "Search-Log -EndDate 2025-01-31", []string{"end-date-midnight"}},
		{"end date by colon", "Search-Log -EndDate:'1/31/2025'", []string{"end-date-midnight"}},
		{"end date with a time", "Search-Log -EndDate '2025-01-31 23:59'", nil},
		{"end date in a variable", "Search-Log -EndDate $end", nil},
		{"format before export", "Write-Output 1 | Format-Table x | Export-Csv y", []string{"format-before-export"}},
		{"format at the end", "Write-Output 1 | Format-Table x", nil},
		{"single quotes", "Write-Output 'Hello $name'", []string{"single-quoted-variable"}},
		{"single quotes around a subexpression", "Write-Output 'at $(1)'", []string{"single-quoted-variable"}},
		{"a price", "Write-Output 'only $5'", nil},
		{"constants of filters", "Get-Mailbox -ResultSize 1 -Filter 'HiddenFromAddressListsEnabled -eq $true'", nil},
		{"a pattern", "$x -replace '(a)', '${b}' -match 'b$c'", nil},
		{"null on the right", "if ($x -eq $null) { }", []string{"null-on-right"}},
		{"null on the left", "if ($null -ne $x) { }", nil},
		{"count of a command", "(Get-Mailbox x).Count", []string{"count-of-single"}},
		{"count of a list", "@(Get-Mailbox x).Count", nil},
		{"count of a variable", "$m = Get-Mailbox x\n$m.Count", []string{"count-of-single"}},
		{"count of a list in a variable", "$m = @(Get-Mailbox x)\n$m.Count", nil},
		{"count of a variable that is more", "$m = Get-Mailbox x\n$m = 1, 2\n$m.Count", nil},
		{"assignment", "if ($x = 5) { }", []string{"assignment-in-condition"}},
		{"assignment in parentheses", "while (($x = $y)) { }", []string{"assignment-in-condition"}},
		{"reading in a condition", "while ($x = $r.ReadLine()) { }\nif ($m = Get-Mailbox x) { }", nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			findings, err := Script("x.ps1", test.script, options)
			require.NoError(t, err)
			var rules []string
			for _, f := range findings {
				rules = append(rules, f.Rule)
			}
			require.Equal(t, test.rules, rules)
		})
	}
}

func TestWantedFlavour(t *testing.T) {
	for wanted, message := range map[Flavour]string{Online: "Get-Server exists on premises only.", OnPremises: "Search-Log exists in Exchange Online only."} {
		o := options
		o.Wanted = wanted
		findings, err := Script("x.ps1", "Search-Log; Get-Server", o)
		require.NoError(t, err)
		require.Len(t, findings, 1)
		require.Equal(t, message, findings[0].Message)
	}
}

func TestPositions(t *testing.T) {
	findings, err := Script("x.ps1", "\n  Get-Nothing", options)
	require.NoError(t, err)
	require.Equal(t, []Finding{{Rule: "unknown-command", Severity: Error, Message: "No command is called 'Get-Nothing'.", File: "x.ps1",
		Line: 2, Column: 3, EndLine: 2, EndColumn: 14}}, findings)
}

func TestDotSourcedFunctions(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "lib.ps1"), []byte("function Get-Lib { }"), 0o600))
	for _, path := range []string{"./lib.ps1", `.\lib.ps1`, `"$PSScriptRoot\lib.ps1"`} {
		findings, err := Script(filepath.Join(dir, "x.ps1"), ". "+path+"\nGet-Lib", options)
		require.NoError(t, err)
		require.Empty(t, findings, path)
	}
}

func TestEveryRuleIsDescribed(t *testing.T) {
	about, err := os.ReadFile("../../../cmdlets/help/about/about_exolab_check.txt")
	require.NoError(t, err)
	seen := map[string]bool{}
	for _, r := range Rules {
		require.Contains(t, string(about), "\n    "+r.ID+" ")
		require.NotEmpty(t, r.Summary, r.ID)
		require.False(t, seen[r.ID], r.ID)
		seen[r.ID] = true
	}
}

func TestReports(t *testing.T) {
	findings := []Finding{{Rule: "null-on-right", Severity: Warning, Message: "m", File: "x.ps1", Line: 2, Column: 3, EndLine: 2, EndColumn: 9}}
	var text, list, none, sarif bytes.Buffer
	require.NoError(t, Text(&text, findings))
	require.Equal(t, "x.ps1:2:3: warning: m [null-on-right]\n", text.String())

	require.NoError(t, JSON(&list, findings))
	var back []Finding
	require.NoError(t, json.Unmarshal(list.Bytes(), &back))
	require.Equal(t, findings, back)
	require.NoError(t, JSON(&none, nil))
	require.Equal(t, "[]\n", none.String())

	require.NoError(t, SARIF(&sarif, "1.0", findings))
	var log sarifLog
	require.NoError(t, json.Unmarshal(sarif.Bytes(), &log))
	require.Equal(t, "2.1.0", log.Version)
	require.Len(t, log.Runs[0].Tool.Driver.Rules, len(Rules))
	require.Equal(t, sarifRegion{2, 3, 2, 9}, log.Runs[0].Results[0].Locations[0].Physical.Region)
}

// TestSARIFHasWhatItsSchemaRequires reads the log as anybody would: the parts
// that SARIF 2.1.0 requires are there, and each result names a rule of the log.
func TestSARIFHasWhatItsSchemaRequires(t *testing.T) {
	findings, err := Script("my scripts/a#1.ps1", "Get-Nothing\nif ($x = 5) { (Get-Mailbox x).Count }\nif (", options)
	require.NoError(t, err)
	require.NotEmpty(t, findings)
	var out bytes.Buffer
	require.NoError(t, SARIF(&out, "1.0", findings))
	var log struct {
		Schema  string `json:"$schema"`
		Version string
		Runs    []struct {
			Tool struct {
				Driver struct {
					Name  string
					Rules []struct{ ID string }
				}
			}
			Results []struct {
				RuleID, Level string
				Message       struct{ Text string }
				Locations     []struct {
					PhysicalLocation struct {
						ArtifactLocation struct{ URI string }
						Region           struct{ StartLine, StartColumn, EndLine, EndColumn int }
					}
				}
			}
		}
	}
	require.NoError(t, json.Unmarshal(out.Bytes(), &log))
	require.Equal(t, "2.1.0", log.Version)
	require.NotEmpty(t, log.Schema)
	require.Len(t, log.Runs, 1)
	run := log.Runs[0]
	require.NotEmpty(t, run.Tool.Driver.Name)
	require.Len(t, run.Results, len(findings))
	ids := map[string]bool{}
	for _, r := range run.Tool.Driver.Rules {
		ids[r.ID] = true
	}
	for _, r := range run.Results {
		require.True(t, ids[r.RuleID], r.RuleID)
		require.Contains(t, []string{"none", "note", "warning", "error"}, r.Level)
		require.NotEmpty(t, r.Message.Text)
		at := r.Locations[0].PhysicalLocation
		require.Equal(t, "my%20scripts/a%231.ps1", at.ArtifactLocation.URI)
		require.GreaterOrEqual(t, at.Region.StartLine, 1)
		require.GreaterOrEqual(t, at.Region.StartColumn, 1)
		require.GreaterOrEqual(t, at.Region.EndLine, at.Region.StartLine)
	}
}

func TestFileURI(t *testing.T) {
	require.Equal(t, "file:///tmp/a%20b.ps1", fileURI("/tmp/a b.ps1"))
	require.Equal(t, "x.ps1", fileURI("x.ps1"))
}

func TestParametersOfWindows(t *testing.T) {
	require.True(t, onWindows("Get-Content", "stream"))
	require.False(t, onWindows("Get-Content", "Streams"))
	require.False(t, onWindows("Get-Date", "Stream"))
}
