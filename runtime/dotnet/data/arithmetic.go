package data

import (
	"math"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// arithmetic computes + - * / % as expressions do: whole numbers stay whole
// except in divisions, and + joins texts.
func arithmetic(env value.Env, op string, a, b value.Value) (value.Value, error) {
	if op == "+" && (a.Kind() == value.KindString || b.Kind() == value.KindString) {
		return value.Str(dotnet.ToText(env, a) + dotnet.ToText(env, b)), nil
	}
	if !a.IsNumber() || !b.IsNumber() {
		return value.Null, errOperands(op, a, b)
	}
	if a.Kind() == value.KindDecimal || b.Kind() == value.KindDecimal {
		return decimalResult(env, op, a, b)
	}
	if a.IsInteger() && b.IsInteger() && op != "/" {
		return wholeResult(op, a, b)
	}
	x, y := value.ToFloat(a), value.ToFloat(b)
	switch op {
	case "+":
		x += y
	case "-":
		x -= y
	case "*":
		x *= y
	case "/":
		x /= y
	default:
		x = math.Mod(x, y)
	}
	return value.Double(x), nil
}

func wholeResult(op string, a, b value.Value) (value.Value, error) {
	x, y := a.Int64(), b.Int64()
	switch op {
	case "+":
		x += y
	case "-":
		x -= y
	case "*":
		x *= y
	default:
		if y == 0 {
			return value.Null, dotnet.Throw("System.DivideByZeroException", "Attempted to divide by zero.")
		}
		x %= y
	}
	if a.Kind() == value.KindInt64 || b.Kind() == value.KindInt64 {
		return value.Long(x), nil
	}
	if x != int64(int32(x)) {
		return value.Null, dotnet.Throw(dotnet.ExOverflow, "Value is either too large or too small for Type 'Int32'.")
	}
	return value.Int(int(x)), nil
}

// decimalMethods are the static methods of Decimal behind the operators.
var decimalMethods = map[string]string{"+": "Add", "-": "Subtract", "*": "Multiply", "/": "Divide", "%": "Remainder"}

func decimalResult(env value.Env, op string, a, b value.Value) (value.Value, error) {
	args := []value.Value{a, b}
	for i, v := range args {
		n, err := dotnet.CastTo(env, v, value.TypeDecimal)
		if err != nil {
			return n, err
		}
		args[i] = n
	}
	return dotnet.InvokeStatic(env, value.TypeDecimal, dotnet.NameOf(decimalMethods[op]), args, nil)
}
