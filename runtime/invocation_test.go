package runtime

import "testing"

// A function that asks how it was called is told what it was given, whatever
// its parameters have become since.
func TestBoundParametersAreThoseOfTheCall(t *testing.T) {
	scripts(t, map[string]string{
		`function f { param($x) $x = 5; $PSBoundParameters.x; $PSBoundParameters.x = 7; $x } f 3`:                                     "3|5",
		`function f { param($x) $MyInvocation.BoundParameters.x; $MyInvocation.UnboundArguments } f 3 4`:                              "3|4",
		`function f { [CmdletBinding()] param($x) $PSCmdlet.MyInvocation.BoundParameters.Keys; $MyInvocation.BoundParameters.x } f 3`: "x|3",
		`function f { param($x, $y) [object]::ReferenceEquals($MyInvocation.BoundParameters, $PSBoundParameters) } f 3 4`:             "True",
		`function f { [CmdletBinding()] param($x) $null = [int]$x } try { f q } catch { $_.InvocationInfo.UnboundArguments.Count }`:   "0",
		`function f { param($x) & { $PSBoundParameters.Count; $args } 1 2 } f 3`:                                                      "0|1|2",
	})
}
