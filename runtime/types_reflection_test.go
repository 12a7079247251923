package runtime

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestTypesTellTheirMembers(t *testing.T) {
	for script, want := range map[string]string{
		`[string].GetMethod('Substring', [type[]]@([int])).Invoke('hello', @(2))`:                                                                                             "llo",
		`"$([string].GetMethod('Substring', [type[]]@([int], [int])))"`:                                                                                                       "System.String Substring(Int32, Int32)",
		`try { [string].GetMethod('Substring') } catch { "$_" }`:                                                                                                              `Exception calling "GetMethod" with "1" argument(s): "Ambiguous match found for 'System.String System.String Substring(Int32)'."`,
		`$null -eq [string].GetMethod('substring', [type[]]@([int]))`:                                                                                                         "True",
		`[string].GetProperty('Length').GetValue('abc'); [string].GetProperty('Length').PropertyType.Name`:                                                                    "3|Int32",
		`[uri].GetConstructor([type[]]@([string])).Invoke(@('http://a/b')).Host`:                                                                                              "a",
		`foreach ($p in [string].GetMethod('PadLeft', [type[]]@([int], [char])).GetParameters()) { "$($p.Position) $($p.Name) $($p.ParameterType)" }`:                         "0 totalWidth int|1 paddingChar char",
		`$m = [math].GetMethod('Max', [type[]]@([int], [int])); "$($m.IsStatic) $($m.ReturnType) $($m.MemberType) $($m.DeclaringType)"; $m.Invoke($null, @(3, 4))`:            "True int Method System.Math|4",
		`[datetime].GetProperty('Now', [Reflection.BindingFlags]'Static, Public').Name; $null -eq [datetime].GetProperty('Now', [Reflection.BindingFlags]'Instance, Public')`: "Now|True",
	} {
		require.Equal(t, want, run(t, script), script)
	}
}

func TestCulturesKnowTheirKin(t *testing.T) {
	for script, want := range map[string]string{
		`$c = [cultureinfo]'de-DE'; "$($c.Parent.Name)|$($c.Parent.Parent.Name)|$($c.ThreeLetterISOLanguageName)"`: "de||deu",
		`[cultureinfo]::GetCultureInfo(1031).Name; [cultureinfo]::InvariantCulture.CompareInfo.Compare('a', 'B')`:  "de-DE|-1",
		`'de-DE' -in [cultureinfo]::GetCultures('SpecificCultures').Name`:                                          "True",
		`[cultureinfo]::new('en-US').GetFormat([Globalization.NumberFormatInfo]).NumberDecimalSeparator`:           ".",
	} {
		require.Equal(t, want, run(t, script), script)
	}
}

func TestExpressionsLookAtPartsOfTheirInput(t *testing.T) {
	for script, want := range map[string]string{
		`$m = ([regex]'b').Match('abcb', 2, 2); $m.Index; ([regex]'b').Match('abcb', 2, 1).Success`:                                        "3|False",
		`([regex]'b').Replace('abcb', 'X', -1, 2); ([regex]'b').Replace('abcb', { 'Y' }, 1, 0); ([regex]'^b').Replace('abcb', 'X', -1, 1)`: "abcX|aYcb|abcb",
	} {
		require.Equal(t, want, run(t, script), script)
	}
}

func TestTypesKnowTheirAssembly(t *testing.T) {
	scripts(t, map[string]string{
		`[psobject].Assembly.GetName().Name; [int].Assembly.FullName -replace ',.*'`:                                                                                                              "System.Management.Automation|System.Private.CoreLib",
		`[psobject].Assembly.GetType('system.management.automation.psobject')`:                                                                                                                    "<null>",
		`[psobject].Assembly.GetType('System.Management.Automation.PSObject').Name`:                                                                                                               "PSObject",
		`[int].Assembly.GetType('system.int32', $true, $true).Name`:                                                                                                                               "Int32",
		`try { [int].Assembly.GetType('No.Such', $true) } catch { $_.FullyQualifiedErrorId }`:                                                                                                     "TypeLoadException",
		`$a = [psobject].Assembly.GetType('System.Management.Automation.TypeAccelerators'); $a::Get['guid'].FullName`:                                                                             "System.Guid",
		`$a = [psobject].Assembly.GetType('System.Management.Automation.TypeAccelerators'); $a::Add('num', [int]); [num]'4'; $a::Remove('num'); try { [num] } catch { $_.FullyQualifiedErrorId }`: "4|True|TypeNotFound",
	})
}

func TestBigIntegerLiteralsInText(t *testing.T) {
	scripts(t, map[string]string{
		`[int]'100n'; ('5n' + 1); (1 + '3n').GetType().Name; [bigint]$null`:       "100|5n1|BigInteger|0",
		`function f([string]$a) { $a } f 6n`:                                      "6n",
		`$t = [Tuple]::Create(10, 'x'); $t[0]; $t[-1]; $t[0, 1]; $null -eq $t[5]`: "10|x|10|x|True",
	})
}
