package runtime

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestVariableObjects(t *testing.T) {
	for script, want := range map[string]string{
		`$v = [psvariable]::new('x', 5); "$($v.Name) $($v.Value) $($v.Options)"`:                                                                                                 "x 5 None",
		`{ $x + 1 }.InvokeWithContext(@{}, [psvariable]::new('x', 5))`:                                                                                                           "6",
		`$v = [psvariable]::new('x', 5, 'ReadOnly'); try { $v.Value = 6 } catch { "no" }; $v.Value`:                                                                              "no|5",
		`$x = 1; $v = $ExecutionContext.SessionState.PSVariable.Get('x'); $v.Description = 'd'; ($ExecutionContext.SessionState.PSVariable.Get('x')).Description`:                "d",
		`$x = 1; ($ExecutionContext.SessionState.PSVariable.Get('x')).Options = 'ReadOnly'; try { $x = 2 } catch { "no" }; $x`:                                                   "no|1",
		`$x = 1; try { ($ExecutionContext.SessionState.PSVariable.Get('x')).Options = 'Constant' } catch { "no" }; ($ExecutionContext.SessionState.PSVariable.Get('x')).Options`: "no|None",
		`[ValidateRange(1, 3)][int]$x = 1; $v = $ExecutionContext.SessionState.PSVariable.Get('x'); $v.IsValidValue(2); $v.IsValidValue(9)`:                                      "True|False",
		`try { [psvariable]::new('') } catch { $_.Exception.InnerException.GetType().Name }`:                                                                                     "PSArgumentException",
	} {
		require.Equal(t, want, run(t, script), script)
	}
}
