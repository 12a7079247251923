package operator

import (
	"math"
	"math/big"

	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// overload is one op_… method of a .NET type.
type overload struct {
	left, right *value.Type
	call        func(l, r value.Value) (value.Value, error)
}

func notDefined(l, r value.Value, symbol string) error {
	return fault("NotADefinedOperationForType", "The operation '[%s] %s [%s]' is not defined.", typeName(l), symbol, typeName(r))
}

func primitive(v value.Value) bool {
	k := v.Kind()
	return v.IsNull() || k >= value.KindBool && k <= value.KindDouble
}

// implicit calls the operator method of the left operand's type, or of the
// right one's if the left is a primitive.
func (a *arithmetic) implicit(env value.Env, l, r value.Value) (value.Value, error) {
	return callOperator(env, l, r, a.symbol, a.method)
}

func callOperator(env value.Env, l, r value.Value, symbol, method string) (value.Value, error) {
	owner := l
	if primitive(l) {
		owner = r
		if primitive(r) {
			return value.Null, notDefined(l, r, symbol)
		}
	}
	t := value.TypeOf(owner)
	if t == value.TypePSCustomObject {
		t = value.TypePSObject
	}
	candidates := operatorMethods(t, method)
	if len(candidates) == 0 {
		candidates = declaredMethods(env, t, method)
	}
	if len(candidates) == 0 {
		return value.Null, fault("MethodNotFound", "Method invocation failed because [%s] does not contain a method named '%s'.", t.FullName, method)
	}
	best, err := choose(env, candidates, l, r, method)
	if err != nil {
		return value.Null, err
	}
	x, err := argument(env, l, best.left, 0, method)
	if err != nil {
		return value.Null, err
	}
	y, err := argument(env, r, best.right, 1, method)
	if err != nil {
		return value.Null, err
	}
	return best.call(x, y)
}

// declaredMethods are the operators that a type's member table has.
func declaredMethods(env value.Env, t *value.Type, method string) []overload {
	for ; t != nil; t = t.Base {
		m := t.Members().LookupStatic(value.Fold(method))
		if m == nil || m.Method == nil {
			continue
		}
		var found []overload
		for _, o := range m.Method.Overloads {
			if len(o.Params) == 2 {
				found = append(found, overload{o.Params[0].Type, o.Params[1].Type, func(l, r value.Value) (value.Value, error) {
					return o.Call(&value.Call{Env: env, Type: t, Args: []value.Value{l, r}})
				}})
			}
		}
		return found
	}
	return nil
}

func argument(env value.Env, v value.Value, t *value.Type, at int, method string) (value.Value, error) {
	out, err := value.Convert(env, v, t)
	if err == nil {
		return out, nil
	}
	text := value.CultureText(v)
	e := value.NewException("System.Management.Automation.MethodException", "Cannot convert argument \""+string(rune('0'+at))+"\", with value: \""+text+
		"\", for \""+method+"\" to type \""+t.FullName+"\": \""+err.Error()+"\"")
	e.ErrorID, e.Inner = "MethodArgumentConversionInvalidCastArgument", asException(err)
	return value.Null, e
}

func asException(err error) *value.Exception {
	e, _ := err.(*value.Exception)
	return e
}

// choose picks the overload whose parameters are nearest to the operands.
func choose(env value.Env, candidates []overload, l, r value.Value, method string) (*overload, error) {
	if len(candidates) == 1 {
		return &candidates[0], nil
	}
	best, lowest, ties := -1, math.MaxInt, 0
	for i, c := range candidates {
		cost := distance(env, l, c.left) + distance(env, r, c.right)
		switch {
		case cost >= far:
		case cost < lowest:
			best, lowest, ties = i, cost, 0
		case cost == lowest:
			ties++
		}
	}
	if best >= 0 && ties == 0 {
		return &candidates[best], nil
	}
	text := "Cannot find an overload for \"" + method + "\" and the argument count: \"2\"."
	if best >= 0 {
		text = "Multiple ambiguous overloads found for \"" + method + "\" and the argument count: \"2\"."
	}
	e := value.NewException("System.Management.Automation.MethodException", text)
	e.ErrorID = "MethodCountCouldNotFindBest"
	return nil, e
}

const far = 1000

// distance says how far a value is from a parameter's type.
func distance(_ value.Env, v value.Value, t *value.Type) int {
	from := value.TypeOf(v)
	switch {
	case from == t:
		return 0
	case from == nil:
		return 10
	case t.Kind >= value.KindSByte && t.Kind <= value.KindDecimal && v.IsNumber():
		return 2
	case t.Kind >= value.KindSByte && t.Kind <= value.KindDecimal && v.Kind() == value.KindString:
		return 5
	case numeric(v) || v.Kind() == value.KindString || v.Kind() == value.KindDateTime:
		return 10
	}
	if _, dict := value.As[*value.Dict](v); dict && t.Kind != value.KindDouble {
		return 20
	}
	return far
}

func operatorMethods(t *value.Type, method string) []overload {
	switch t {
	case value.TypeDateTime:
		return dateMethods[method]
	case value.TypeTimeSpan:
		return spanMethods[method]
	case value.TypeDecimal:
		return decimalMethods[method]
	case value.TypeBigInteger:
		return bigMethods[method]
	}
	return nil
}

func ticksOf(v value.Value) int64 {
	if v.Kind() == value.KindTimeSpan {
		return v.Ticks()
	}
	n, _ := v.DateTicks()
	return n
}

func shiftDate(l value.Value, by int64) (value.Value, error) {
	ticks, kind := l.DateTicks()
	if sum := ticks + by; sum >= 0 && sum <= netfmt.MaxTicks {
		return value.Date(sum, kind), nil
	}
	sign := "op_Addition"
	return value.Null, called(sign, "The added or subtracted value results in an un-representable DateTime. (Parameter 't')")
}

// called is the error of a .NET method that threw.
func called(method, message string) error {
	e := value.NewException("System.Management.Automation.MethodInvocationException",
		"Exception calling \""+method+"\" with \"2\" argument(s): \""+message+"\"")
	e.ErrorID = "DotNetMethodException"
	return e
}

var dateMethods = map[string][]overload{
	"op_Addition": {{value.TypeDateTime, value.TypeTimeSpan, func(l, r value.Value) (value.Value, error) { return shiftDate(l, r.Ticks()) }}},
	"op_Subtraction": {
		{value.TypeDateTime, value.TypeTimeSpan, func(l, r value.Value) (value.Value, error) { return shiftDate(l, -r.Ticks()) }},
		{value.TypeDateTime, value.TypeDateTime, func(l, r value.Value) (value.Value, error) { return value.Span(ticksOf(l) - ticksOf(r)), nil }}},
}

func span(method string, ticks float64) (value.Value, error) {
	if math.IsNaN(ticks) {
		return value.Null, called(method, "TimeSpan does not accept floating point Not-a-Number values.")
	}
	if ticks >= math.MaxInt64 || ticks < math.MinInt64 {
		return value.Null, called(method, "TimeSpan overflowed because the duration is too long.")
	}
	return value.Span(int64(math.RoundToEven(ticks))), nil
}

var spanMethods = map[string][]overload{
	"op_Addition":    {{value.TypeTimeSpan, value.TypeTimeSpan, func(l, r value.Value) (value.Value, error) { return value.Span(l.Ticks() + r.Ticks()), nil }}},
	"op_Subtraction": {{value.TypeTimeSpan, value.TypeTimeSpan, func(l, r value.Value) (value.Value, error) { return value.Span(l.Ticks() - r.Ticks()), nil }}},
	"op_Multiply": {
		{value.TypeTimeSpan, value.TypeDouble, func(l, r value.Value) (value.Value, error) {
			return span("op_Multiply", float64(l.Ticks())*r.Float())
		}},
		{value.TypeDouble, value.TypeTimeSpan, func(l, r value.Value) (value.Value, error) {
			return span("op_Multiply", l.Float()*float64(r.Ticks()))
		}}},
	"op_Division": {
		{value.TypeTimeSpan, value.TypeDouble, func(l, r value.Value) (value.Value, error) {
			return span("op_Division", float64(l.Ticks())/r.Float())
		}},
		{value.TypeTimeSpan, value.TypeTimeSpan, func(l, r value.Value) (value.Value, error) {
			return value.Double(float64(l.Ticks()) / float64(r.Ticks())), nil
		}}},
}

func decimalOverload(a *arithmetic) []overload {
	return []overload{{value.TypeDecimal, value.TypeDecimal, func(l, r value.Value) (value.Value, error) { return a.onDecimals(l, r) }}}
}

var decimalMethods = map[string][]overload{"op_Addition": decimalOverload(addition), "op_Subtraction": decimalOverload(subtraction),
	"op_Multiply": decimalOverload(multiplication), "op_Division": decimalOverload(division), "op_Modulus": decimalOverload(modulus)}

func bigOverload(f func(z, x, y *big.Int) *big.Int) []overload {
	return []overload{{value.TypeBigInteger, value.TypeBigInteger, func(l, r value.Value) (value.Value, error) {
		x, _ := value.As[*value.BigInteger](l)
		y, _ := value.As[*value.BigInteger](r)
		return value.BigOf(f(new(big.Int), x.N, y.N)), nil
	}}}
}

func bigDivision(f func(z, x, y *big.Int) *big.Int) []overload {
	methods := bigOverload(f)
	divide := methods[0].call
	methods[0].call = func(l, r value.Value) (value.Value, error) {
		if y, _ := value.As[*value.BigInteger](r); y.N.Sign() == 0 {
			return value.Null, divideByZero()
		}
		return divide(l, r)
	}
	return methods
}

var bigMethods = map[string][]overload{"op_Addition": bigOverload((*big.Int).Add), "op_Subtraction": bigOverload((*big.Int).Sub),
	"op_Multiply": bigOverload((*big.Int).Mul), "op_Division": bigDivision((*big.Int).Quo), "op_Modulus": bigDivision((*big.Int).Rem),
	"op_BitwiseAnd": bigOverload((*big.Int).And), "op_BitwiseOr": bigOverload((*big.Int).Or), "op_ExclusiveOr": bigOverload((*big.Int).Xor)}
