package shell

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// languageCases are rules of the language that need cmdlets to be seen; their
// sources are PowerShell's own tests and texts.
var languageCases = map[string]string{
	"1..3 >variable:a; 4>>variable:a; $a -join ','":                                                                                  "1,2,3,4",
	"@{one = 1} > variable:a; $a.one":                                                                                                "1",
	"write-warning w 3>variable:a; $a.GetType().Name":                                                                                "WarningRecord",
	". { write-error bad; write-information info } 2>variable:e 6>variable:i; \"$e|$i\"":                                             "bad|info",
	"enum A { x = [B]::y } enum B { y = 5 }; [A]::x.value__":                                                                         "5",
	"try { iex 'enum A { x = [B]::x } enum B { x = [A]::x }' } catch { $_.FullyQualifiedErrorId }":                                   "CycleInEnumInitializers,Microsoft.PowerShell.Commands.InvokeExpressionCommand",
	"try { iex '[NoSuch()]class C { }' } catch { $_.FullyQualifiedErrorId }":                                                         "CustomAttributeTypeNotFound,Microsoft.PowerShell.Commands.InvokeExpressionCommand",
	"try { iex 'class C { [Flags()]$x }' } catch { $_.FullyQualifiedErrorId }":                                                       "AttributeNotAllowedOnDeclaration,Microsoft.PowerShell.Commands.InvokeExpressionCommand",
	"[System.Management.Automation.PSParser]::Tokenize('dir -Name x', [ref]$null).Type -join ' '":                                    "Command CommandParameter CommandArgument",
	"try { { 2 + $a }.CheckRestrictedLanguage($null, $null, $false) } catch { $_.FullyQualifiedErrorId }":                            "ParseException",
	"{ 2 + $a + $env:b }.CheckRestrictedLanguage($null, [string[]]'a', $true); 'held'":                                               "held",
	"$t = $null; $null = [Management.Automation.Language.Parser]::ParseInput('echo static', [ref]$t, [ref]$null); $t.Kind -join ' '": "Identifier Generic EndOfInput",
	"try { Get-Item x -ErrorAction $null } catch { $_.FullyQualifiedErrorId }":                                                       "ParameterBindingFailed,Microsoft.PowerShell.Commands.GetItemCommand",
	"function f { [CmdletBinding()]param() }; try { f -ErrorAction Suspend } catch { $_.FullyQualifiedErrorId }":                     "ParameterBindingFailed,f",
	"try { Set-Variable ErrorActionPreference Suspend -Scope Global } catch { $_.CategoryInfo.Reason }":                              "ArgumentTransformationMetadataException",
	"'b' 2> $null; ('c' 2>> $null); $x = 'd' 2>&1; $x":                                                                               "b\nc\nd",
}

func TestLanguage(t *testing.T) {
	for script, want := range languageCases {
		require.Equal(t, want, runText(t, script), script)
	}
}
