package conformance

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/cmd/internal/shell"
	"exolab/runtime"
	"exolab/runtime/completion"
	"exolab/runtime/value"
)

// TestCompletionRules checks rules that PowerShell's own tests of completion
// state: the text, with ^ for the cursor where it is not at the end, and what
// is offered.
func TestCompletionRules(t *testing.T) {
	dir := t.TempDir()
	writeFiles(t, dir, map[string]string{"sub/deep/x.txt": "", "sub/brace}": "", "sub/back`tick": "", "sub/br[1].txt": "", "myfile": "", "help.xml": ""})
	t.Setenv("PATH", t.TempDir())
	t.Setenv("EXOLAB_TEST_DIR", dir)
	sh, err := shell.New(shell.Options{Config: shell.Config{Memory: true, NoExchange: true}, Directory: dir, NonInteractive: true,
		Streams: shell.Streams{In: strings.NewReader(""), Out: os.Stdout, Err: os.Stderr}})
	require.NoError(t, err)
	defer sh.Close()
	for text, want := range map[string]string{
		"#requires -":                                                       "Modules PSEdition RunAsAdministrator Version",
		"#requires -PSEdition D":                                            "Desktop",
		"#requires -RunAsAdministrator -":                                   "",
		"#requires -Modules @{ModuleName='x';":                              "GUID MaximumVersion ModuleVersion RequiredVersion",
		"#requires -Modules @{RequiredVersion='1';":                         "GUID ModuleName",
		"<#\n.S^\n#>":                                                       "SYNOPSIS",
		"<#\n.SYNOPSIS\n.S^\n#>":                                            "",
		"<#\n.EXAMPLE\n.EX^\n#>":                                            "EXAMPLE EXTERNALHELP",
		"<#\n.FORWARDHELPCATEGORY F^\n#>":                                   "FAQ Filter Function",
		"<#\n.EXTERNALHELP h^\n#>":                                          "./help.xml",
		"<#\n.PARAMETER ^\n#>\nparam($One, $Two = 2)":                       "One Two",
		"<#\n.PARAMETER One\n.PARAMETER ^\n#>\nfunction f($One, $Two) {}":   "Two",
		"function f {\n<#\n.PARAMETER T^\n#>\nparam([int]$One, $Two = $x)}": "Two",
		"gc sub/":                              "'./sub/back``tick' './sub/br`[1`].txt' './sub/brace}' ./sub/deep",
		"sub/b":                                "& './sub/back`tick' ./sub/br[1].txt & './sub/brace}'",
		"cd sub/":                              "./sub/deep",
		"gc s*/de":                             "./sub/deep",
		"myf":                                  "./myfile",
		"gc $env:EXOLAB_TEST_DIR/myf":          dir + "/myfile",
		"gc \"$env:EXOLAB_TEST_DIR/myf":        `"` + dir + `/myfile"`,
		"gc FileSystem::" + dir + "/myf":       "FileSystem::" + dir + "/myfile",
		"gc alias::gc":                         "Alias::gc Alias::gcb Alias::gci Alias::gcm Alias::gcs",
		"& 'get-comm":                          "'Get-Command'",
		"Get-Module Util":                      "Microsoft.PowerShell.Utility",
		"$PSVersionTable[PSV":                  "'PSVersion'",
		"$PSMod":                               "$PSModuleAutoLoadingPreference",
		"$LogE":                                "$LogEngineHealthEvent $LogEngineLifecycleEvent",
		"irm -HttpVersion 1":                   "1.0 1.1",
		"function f([consolecolor]$c) {} f bl": "Black Blue",
		"if ($true) { } Get-Date -UF":          "-UFormat",
		"$o = [ordered]@{ First = 1; Fine = 2 }; $o.Fi":              "",
		"$o = [psobject]@{ First = 1; Fine = 2 }; $o.Fi":             "Fine First",
		"Get-Verb -Group Data -Verb Ex":                              "Expand Export",
		"function f([ValidateRange(9, 11)][consolecolor]$c) {}; f ":  "Blue Cyan Green",
		"function f([ValidateSet('b', 'a')]$c) {}; f ":               "a b",
		"'abc'.Length.CompareT":                                      "CompareTo(",
		"(1..3 | Measure-Object).Av":                                 "Average",
		"Get-Location | select Pa":                                   "Path",
		"Select-String x y | % Li":                                   "Line LineNumber",
		"Get-ChildItem | group Extension | select Gr":                "Group",
		"Get-PSDrive | sort {switch ($_.nam":                         "Name",
		"Get-Command | where CommandType -eq C":                      "Cmdlet Configuration",
		"[system.manage":                                             "System.Management",
		"[System.Collections.Generic.Di":                             "System.Collections.Generic.Dictionary",
		"while (1) { break ":                                         "",
		":outer while (1) { break ":                                  "outer",
		"function f { [Parameter(Man":                                "Mandatory",
		"Get-ChildItem | Select-Object @{Name = 'x'; ":               "Expression",
		"Get-ChildItem -Path . | Where-Object LastWriteTimeU":        "LastWriteTimeUtc",
		"function f { <#c#> param($a, $b) }; f -":                    "-a -b",
		"Write-Output -InputObject 1 -NoE":                           "-NoEnumerate",
		"[System.Management.Automation.ValidateRangeKind]::NonP":     "NonPositive",
		"[System.ConsoleColor]$c = 'Dark":                            "'DarkBlue' 'DarkCyan' 'DarkGray' 'DarkGreen' 'DarkMagenta' 'DarkRed' 'DarkYellow'",
		"[System.ConsoleColor]::Red -eq 'Bl":                         "'Black' 'Blue'",
		"using namespace System.Collections.G":                       "System.Collections.Generic",
		"Get-ChildItem > my":                                         "./myfile",
		"$ErrorActionPreference = 'S":                                "'SilentlyContinue' 'Stop' 'Suspend'",
		"\"a $($PSVersionTable.PSV":                                  "PSVersion",
		"function f { [pscustomobject]@{Alpha=1} }; f | select Al":   "Alpha",
		"1..3 | % { [pscustomobject]@{Alpha=$_} } | ? { $_.Al":       "Alpha",
		"function f { param([datetime]$d) $d.Ye":                     "Year",
		"switch (Get-Date) { { $_.Ye":                                "Year",
		"@(Get-Date).ForEach({ $_.Ye":                                "Year",
		"try {} catch [System.IO.IOException] { $_.Exception.HR":     "HResult",
		"Get-ChildItem -OutVariable q; $q.FullN":                     "FullName",
		"Get-ChildItem -PipelineVariable q | % { $q.FullN":           "FullName",
		"$x = (Get-Date) - (Get-Date); $x.TotalD":                    "TotalDays",
		"gci | group Extension | % { $_.Group[0].FullN":              "FullName",
		"gci | select -ExpandProperty LastWriteTime | % { $_.Ye":     "Year",
		"$l = [Collections.Generic.List[datetime]]::new(); $l[0].Ye": "Year",
		"class Foo { [datetime]$When; [void] Do() { $this.W":         "When",
		"class Foo { static [int] Bar() { return 1 } }; [Foo]::B":    "Bar(",
		"class Zebra {}; [Zeb":                                       "Zebra",
		"Get-ChildItem 2>&1 | % { $_.ErrorD":                         "ErrorDetails",
		"@{ b = 1; a = 2 }.":                                         "Count IsFixedSize IsReadOnly IsSynchronized Keys SyncRoot Values Add( Clear( Clone( Contains( ContainsKey( ContainsValue( CopyTo( Equals( GetEnumerator( GetHashCode( GetObjectData( GetType( OnDeserialization( Remove( ToString( Item( b a",
		"(1..3).PS":                                                  "PSWhere( PSForEach(",
		"'my":                                                        "'./myfile'",
		"switch -File my":                                            "./myfile",
		"switch -Regex -W":                                           "-Wildcard",
		"Get-Date -Format FileDateT":                                 "FileDateTime FileDateTimeUniversal",
		"function Search-Zebra {}; gcm -Noun Ze":                     "Zebra",
		"Get-Help about_exolab_l":                                    "about_exolab_labs",
	} {
		t.Run(text, func(t *testing.T) {
			cursor := strings.IndexByte(text, '^')
			if cursor < 0 {
				cursor = len(text)
			}
			result := completion.Complete(sh.Session, strings.Replace(text, "^", "", 1), cursor)
			var got []string
			for _, m := range result.Matches {
				got = append(got, m.Text)
			}
			require.Equal(t, want, strings.Join(got, " "))
		})
	}
}

// TestCompletionAPI calls completion as scripts do.
func TestCompletionAPI(t *testing.T) {
	sh, err := shell.New(shell.Options{Config: shell.Config{Memory: true, NoExchange: true}, Directory: t.TempDir(), NonInteractive: true,
		Streams: shell.Streams{In: strings.NewReader(""), Out: os.Stdout, Err: os.Stderr}})
	require.NoError(t, err)
	defer sh.Close()
	const parse = "$t = $e = $null; $ast = [System.Management.Automation.Language.Parser]::ParseInput('Get-Dat', [ref]$t, [ref]$e); $end = $ast.Extent.EndScriptPosition\n"
	for script, want := range map[string]string{
		"(TabExpansion2 'Get-Dat').CompletionMatches.CompletionText":                                                       "Get-Date",
		parse + "(TabExpansion2 -ast $ast -tokens $t -positionOfCursor $end).CompletionMatches.CompletionText":             "Get-Date",
		parse + "[System.Management.Automation.CommandCompletion]::CompleteInput($ast, $t, $end, $null).ReplacementLength": "7",
		parse + "$end.GetFullScript()": "Get-Dat",
		"try { [System.Management.Automation.CommandCompletion]::CompleteInput('ab', 7, $null) } catch { $_.FullyQualifiedErrorId }":                 "PSArgumentException",
		parse + "try { [System.Management.Automation.CommandCompletion]::CompleteInput($ast, $t, $null, $null) } catch { $_.FullyQualifiedErrorId }": "PSArgumentNullException",
		"(TabExpansion2 '$cursorC').CompletionMatches.Count": "0",
	} {
		var out runtime.Collector
		require.NoError(t, sh.Session.Execute("", script, &out), script)
		require.Equal(t, want, value.ToString(sh.Session.Env(), out.Value()), script)
	}
}
