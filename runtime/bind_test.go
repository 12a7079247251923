package runtime

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// Functions bind their arguments as PowerShell binds them.
func TestBindFunctions(t *testing.T) {
	for script, want := range map[string]string{
		`function T($A, $B) { "$A $B $args" }; T 1 2 3; T -B 1 2`:                                                                        "1 2 3|2 1 ",
		`function T([int]$N) { $N * 2 }; T '4'; T x`:                                                                                     `8|ERROR: Cannot process argument transformation on parameter 'N'. Cannot convert value "x" to type "System.Int32". Error: "The input string 'x' was not in a correct format."`,
		`function T { param([Parameter(Position = 1)]$A, [Parameter(Position = 0)]$B) "$A $B" }; T 1 2`:                                  "2 1",
		`function T { [CmdletBinding()] param($Alpha, $Alps) "$Alpha" }; T -Alpha 1; T -Al 2`:                                            "1|ERROR: Parameter cannot be processed because the parameter name 'Al' is ambiguous. Possible matches include: -Alpha -Alps.",
		`function T { [CmdletBinding()] param($A) $A }; T 1 2`:                                                                           "ERROR: A positional parameter cannot be found that accepts argument '2'.",
		`function T { [CmdletBinding()] param($A) $A }; T -A 1 -A 2`:                                                                     "ERROR: Cannot bind parameter because parameter 'A' is specified more than once. To provide multiple values to parameters that can accept multiple values, use the array syntax. For example, \"-parameter value1,value2,value3\".",
		`function T { param([Parameter(ValueFromRemainingArguments)]$R) $R.Count }; T a b c`:                                             "3",
		`function T { param([Parameter(ValueFromPipeline)]$P, $Q = 'q') process { "$P$Q" } }; 1, 2 | T`:                                  "1q|2q",
		`function T { param([Parameter(ValueFromPipelineByPropertyName)]$Name) process { $Name } }; [pscustomobject]@{ Name = 'n' } | T`: "n",
		`function T { [CmdletBinding(DefaultParameterSetName = 'A')] param([Parameter(ParameterSetName = 'A')]$X, [Parameter(ParameterSetName = 'B', Mandatory)]$Y) $PSCmdlet.ParameterSetName }; T; T -Y 1`: "A|B",
		`function T { [CmdletBinding()] param([Parameter(ParameterSetName = 'A')]$X, [Parameter(ParameterSetName = 'B')]$Y) 1 }; T`:                                                                          "ERROR: Parameter set cannot be resolved using the specified named parameters. One or more parameters issued cannot be used together or an insufficient number of parameters were provided.",
		`function T { param([Parameter(Mandatory)][string]$A) $A }; T; T ''`:                                                                                                                                 "ERROR: Cannot process command because of one or more missing mandatory parameters: A.|ERROR: Cannot bind argument to parameter 'A' because it is an empty string.",
		`function T { param([ValidateSet('a', 'b')]$A) $A }; T A; T c`:                                                                                                                                       `A|ERROR: Cannot validate argument on parameter 'A'. The argument "c" does not belong to the set "a,b" specified by the ValidateSet attribute. Supply an argument that is in the set and then try the command again.`,
		`function T { param([switch]$S, $A) "$S $A" }; T -S 1; T -S:$false 2`:                                                                                                                                "True 1|False 2",
		`function T($A, $B) { "$A-$B" }; $h = @{ B = 2 }; $l = 1, 2; T @h 1; T @l`:                                                                                                                           "1-2|1-2",
		`function T { [CmdletBinding()] param([Parameter(ValueFromPipeline)][int]$N) process { $N } }; 1, 'x', 3 | T`:                                                                                        "1|ERROR: The input object cannot be bound to any parameters for the command either because the command does not take pipeline input or the input and its properties do not match any of the parameters that take pipeline input.|3",
		`function T { [CmdletBinding()] param([Parameter(ValueFromPipeline)]$P, [Parameter(ValueFromPipelineByPropertyName)][string]$N) process { "$P/$N" } }; 1, 2 | T -N { "n$_" }`:                        "1/n1|2/n2",
		`$PSDefaultParameterValues['T:B'] = 7; function T { [CmdletBinding()] param($A, $B) "$A $B" }; T 1; T 1 2`:                                                                                           "1 7|1 2",
	} {
		require.Equal(t, want, run(t, script), script)
	}
}

func TestPipelineOrder(t *testing.T) {
	const two = `function A { begin { 'a+' } process { "a$_" } end { 'a-' } }; function B { begin { 'b+' } process { "b$_" } end { 'b-' } }; `
	require.Equal(t, "b+|ba+|ba1|ba2|ba-|b-", run(t, two+`1, 2 | A | B`))
}

func TestStreams(t *testing.T) {
	for script, want := range map[string]string{
		`$r = & { 1; throw 'x' } 2>&1; 'never'`:                                                               "ERROR: x",
		`function T { 1 / 0; 'on' }; $r = T 2>&1; $r.Count; "$($r[0])"`:                                       "2|Attempted to divide by zero.",
		`function T { 1 / 0; 'on' }; T 2>$null`:                                                               "on",
		`$ErrorActionPreference = 'Stop'; function T { 1 / 0; 'on' }; T; 'never'`:                             "ERROR: Attempted to divide by zero.",
		`function T { [CmdletBinding()] param() 1 / 0; 'on' }; T -ErrorAction SilentlyContinue; $Error.Count`: "on|1",
		`function T { [CmdletBinding()] param() 5; 6 }; $null = T -OutVariable o; "$o"`:                       "5 6",
	} {
		require.Equal(t, want, run(t, script), script)
	}
}

// BenchmarkBind calls a function in the ways in which its parameters can be
// bound, ten thousand times each.
func BenchmarkBind(b *testing.B) {
	const function = `function T { [CmdletBinding()] param([Parameter(Position = 0)][string]$Name, [int]$Count, [switch]$All,
		[Parameter(ValueFromPipelineByPropertyName)][ValidateSet('a', 'b')]$Kind, [Parameter(ValueFromPipeline)]$Item) process { } }
$splat = @{ Name = 'x'; Count = 3; Kind = 'a' }; $objects = for ($i = 0; $i -lt 10000; $i++) { [pscustomobject]@{ Kind = 'a' } }
`
	for _, c := range []struct{ name, call string }{
		{"Named", "for ($i = 0; $i -lt 10000; $i++) { T -Name x -Count 3 -All -Kind b }"},
		{"Positional", "for ($i = 0; $i -lt 10000; $i++) { T x }"},
		{"Converted", "for ($i = 0; $i -lt 10000; $i++) { T -Name 5 -Count '3' -All:$false }"},
		{"Splatted", "for ($i = 0; $i -lt 10000; $i++) { T @splat }"},
		{"Pipeline", "1..10000 | T x"},
		{"PipelineByPropertyName", "$objects | T x"},
	} {
		b.Run(c.name, func(b *testing.B) { benchmark(b, function+c.call) })
	}
}
