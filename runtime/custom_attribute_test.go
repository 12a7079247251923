package runtime

import "testing"

func TestScriptAttributes(t *testing.T) {
	const even = `class Even : System.Management.Automation.ValidateEnumeratedArgumentsAttribute {
		[void] ValidateElement([object]$e) { if ($e % 2) { throw "not even: $e" } } }; `
	const upper = `class Upper : System.Management.Automation.ArgumentTransformationAttribute {
		[object] Transform([System.Management.Automation.EngineIntrinsics]$engine, [object]$in) { return "$in".ToUpper() } }; `
	const long = `class Long : System.Management.Automation.ValidateArgumentsAttribute { [int]$Min = 3
		[void] Validate([object]$a, [System.Management.Automation.EngineIntrinsics]$engine) { if ("$a".Length -lt $this.Min) { throw 'short' } } }; `
	const colors = `class Colors : System.Management.Automation.IValidateSetValuesGenerator { [string[]] GetValidValues() { return 'red', 'green' } }; `
	scripts(t, map[string]string{
		even + `function f { param([Even()]$n) "n=$n" }; f 2, 4; f 2, 5`:             "n=2 4|ERROR: Cannot validate argument on parameter 'n'. not even: 5",
		even + `[Even()]$v = 4; $v = 5; $v`:                                          "ERROR: The variable cannot be validated because the value 5 is not a valid value for the v variable.|4",
		upper + `function f { param([Upper()]$n) $n }; f abc; [Upper()]$v = 'x'; $v`: "ABC|X",
		long + `function f { param([Long(Min = 2)]$n) $n }; f abc; f a`:              "abc|ERROR: Cannot validate argument on parameter 'n'. short",
		colors + `function f { param([ValidateSet([Colors])]$n) $n }; f red; f blue`: "red|ERROR: Cannot validate argument on parameter 'n'. The argument \"blue\" does not belong to the set \"red,green\" specified by the ValidateSet attribute. Supply an argument that is in the set and then try the command again.",
		`function f { param([NoSuch()]$n) $n }; f 1; 'next'`:                         "ERROR: Cannot find the type for custom attribute 'NoSuch'. Make sure that the assembly that contains this type is loaded.|next",
	})
}

func TestCatchChoice(t *testing.T) {
	scripts(t, map[string]string{
		`try { 1 / 0 } catch [DivideByZeroException] { $_.Exception.GetType().Name }`:                "DivideByZeroException",
		`try { 1 / 0 } catch { $_.Exception.GetType().Name }`:                                        "RuntimeException",
		`try { 1 / 0 } catch [Exception] { 'any' } catch [DivideByZeroException] { 'div' }`:          "div",
		`try { throw 'x' } catch [InvalidOperationException] { 'no' } catch [Exception] { 'any' }`:   "any",
		`trap [DivideByZeroException] { 'div'; continue } trap { 'any'; continue } 1 / 0; throw 'x'`: "div|any",
	})
}
