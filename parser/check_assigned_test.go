package parser_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/parser"
)

func TestVariablesNotAssignedInAMethod(t *testing.T) {
	for body, refused := range map[string]bool{
		`if ($true) { $y = 1 }; $y`:                   true,
		`if ($true) { $y = 1 } else { $y = 2 }; $y`:   false,
		`if ($true) { $y = 1 } else { return }; $y`:   false,
		`try { $y = 1 } catch { }; $y`:                true,
		`try { $y = 1 } catch { throw }; $y`:          false,
		`try { $y = 1 } finally { }; $y`:              true,
		`switch (1) { default { $y = 1 } }; $y`:       true,
		`foreach ($y in 1, 2) { }; $y`:                false,
		`foreach ($x in 1, 2) { $y = 1 }; $y`:         true,
		`do { $y = 1 } while ($y)`:                    false,
		`do { $y = Get-Date } while ($y)`:             true,
		`for ($i = 0; $i -lt 2; $i++) { $i }`:         false,
		`while ($true) { $y = 1; break }; $y`:         true,
		`[int] $y = 1; $y`:                            false,
		`$a, $b = 1, 2; "$a $b $global:c $env:d"`:     false,
		`New-Variable y 1; if ($true) { $y = 2 }; $y`: false,
		`1 | ForEach-Object { $y }`:                   false,
	} {
		const head = "class C { m() { "
		_, err := parser.Parse("", head+body+" } }")
		var all *parser.ParseErrors
		if !refused {
			require.NoError(t, err, body)
			continue
		}
		require.True(t, errors.As(err, &all), body)
		require.Equal(t, "VariableNotLocal", all.Errors[0].ID, body)
		require.Equal(t, len(head)+strings.LastIndex(body, "$y"), int(all.Errors[0].Start), body)
	}
}
