package runtime

import "testing"

// What the attributes of a function and its parameters change about its calls.
func TestAttributesOfFunctions(t *testing.T) {
	scripts(t, map[string]string{
		`function Get-Thing { [Alias('gth', 'g2')] param($x) "thing $x" } gth 1; g2 2`:                                                                                                      "thing 1|thing 2",
		`function f { [Obsolete('use g')] param([Obsolete('old')]$x) } (f 1 3>&1).Message`:                                                                                                  "Parameter 'x' is obsolete. old|The command 'f' is obsolete. use g",
		`function f { param([PSTypeName('Foo')]$x) 'ok' } f ([pscustomobject]@{PSTypeName='foo'}); f $null; try { f 5 } catch { $_.FullyQualifiedErrorId }`:                                 "ok|ok|MismatchedPSTypeName,f",
		`function f { param([Parameter(ValueFromPipeline)][PSTypeName('Foo')]$x) process { 'ok' } } (3 | f 2>&1).FullyQualifiedErrorId`:                                                     "InputObjectNotBound,f",
		`function f { [CmdletBinding(SupportsPaging)] param() $p = $PSCmdlet.PagingParameters; "$($p.Skip) $($p.First) $($p.IncludeTotalCount)" } f -Skip 2 -IncludeTotalCount; f -First 3`: "2 18446744073709551615 True|0 3 False",
		`function f { [CmdletBinding(SupportsPaging)] param() $c = $PSCmdlet.PagingParameters.NewTotalCount(7, 0.5); "$c"; $c.Accuracy } f`:                                                 "Estimated total count: 7|0.5",
		`function f { [NoSuch()] param($x) } try { f } catch { $_.FullyQualifiedErrorId }`:                                                                                                  "CustomAttributeTypeNotFound",
		`function f { param([Parameter(HelpMessage='')]$x) } try { f } catch { $_.FullyQualifiedErrorId }`:                                                                                  "Argument",
	})
}
