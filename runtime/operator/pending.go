// Package operator holds PowerShell's binary and unary operators over values.
package operator

import "exolab/runtime/value"

// ForOp returns the function of a binary operator.
func ForOp(op string) func(env value.Env, l, r value.Value) (value.Value, error) {
	return func(env value.Env, l, r value.Value) (value.Value, error) {
		if op == "-eq" {
			return value.Bool(value.Equal(env, l, r, true)), nil
		}
		n, err := value.Compare(env, l, r, true)
		return value.Bool(op == "-gt" && n > 0 || op == "-lt" && n < 0), err
	}
}
