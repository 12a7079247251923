package runtime

import "testing"

func TestLanguagePrimitives(t *testing.T) {
	const p = "$p = [System.Management.Automation.LanguagePrimitives]; "
	scripts(t, map[string]string{
		p + `$p::ConvertTo('5', [int]) + 1; $p::IsTrue('x'); $p::IsTrue(@()); $p::IsObjectEnumerable('x')`:                                  "6|True|False|False",
		p + `try { $p::ConvertTo('x', [int]) } catch { $_.FullyQualifiedErrorId; $_.Exception.InnerException.GetType().Name }`:              "PSInvalidCastException|PSInvalidCastException",
		p + `$r = 1; $p::TryConvertTo('x', [int], [ref]$r); $null -eq $r; $p::TryConvertTo('7', [int], [ref]$r); $r`:                        "False|True|True|7",
		p + `$p::Equals('a', 'A'); $p::Equals('a', 'A', $true); $p::Compare(1, '2'); $r = 5; $p::TryCompare(1, [guid]::Empty, [ref]$r); $r`: "False|True|-1|False|0",
	})
}
