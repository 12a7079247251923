package runtime

import "testing"

// Overloads as PowerShell's FindBestMethod chooses them: by the ranks of the
// arguments' conversions, earlier ones weighing more, then by the parameters'
// types.
func TestOverloadsAreChosenByRank(t *testing.T) {
	scripts(t, map[string]string{
		`[string]::Join('|', [int[]](3,4))`:                                          "3|4",
		`[string]::Join('|', @(3,4)); [string]::Join('|', @(3,'a'))`:                 "3|4|3|a",
		`[string]::Join('|', [System.Collections.Generic.List[int]]@(1,2))`:          "1|2",
		`[string]::Join('|', [System.Collections.ArrayList]@('x','y'))`:              "System.Collections.ArrayList",
		`[string]::Concat([int[]](1,2)); [string]::Concat(1, 2, 'c')`:                "12|12c",
		`[string]::Format('{0}', [int[]](1,2)); [string]::Format('{0} {1}', @(1,2))`: "System.Int32[]|1 2",
		`'{0}' -f [int[]](1,2); '{0}{1}' -f [string[]]('a','b')`:                     "System.Int32[]|ab",
		`[math]::Max(1, 2.5); [math]::Max(2.5, 1); [math]::Max([byte]3, 4L)`:         "2|2.5|4",
		`[math]::Abs('-3').GetType().Name; [math]::Abs([byte]3).GetType().Name`:      "Double|Int16",
		`foreach ($v in 1, '2', 3.5, 2d) { [math]::Abs($v).GetType().Name }`:         "Int32|Double|Double|Decimal",
		`try { 'abc'.Substring('x', 'y', 'z') } catch { "$_" }`:                      `Cannot find an overload for "Substring" and the argument count: "3".`,
		`class O { [string] F([int] $a, [string] $b) { return 'is' } [string] F([string] $a, [int] $b) { return 'si' } }; [O]::new().F(1, 'x'); [O]::new().F('x', 1)`: "is|si",
		`class P { [string] F([type] $a) { return 't' } [string] F([regex] $a) { return 'r' } }; try { [P]::new().F('int') } catch { "$_" }`:                          `Multiple ambiguous overloads found for "F" and the argument count: "1".`,
	})
}
