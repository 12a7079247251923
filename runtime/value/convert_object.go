package value

import "strings"

// convertToObject converts to the types that are neither numbers nor arrays:
// by the type's own parser, constructors and conversion operators, then through
// properties or elements.
func convertToObject(env Env, v Value, t *Type) (Value, error) {
	if t == TypeHashtable || t == TypeOrdered {
		if d, ok := v.Object().(*Dict); ok {
			return copyDict(d, t), nil
		}
	}
	if t == TypeType || t == TypeRuntimeType {
		return convertToType(env, v, t)
	}
	if out, ok, err := convertToKnown(env, v, t); ok {
		return out, err
	}
	if out, ok, err := fromMembers(env, v, t); ok {
		return out, err
	}
	if _, dict := v.Object().(*Dict); !dict && !convertible(v) {
		if out, ok, err := fromElements(env, v, t); ok {
			return out, err
		}
	}
	if out, ok, err := fromDictionary(env, v, t); ok {
		return out, err
	}
	return convertLast(env, v, t)
}

// convertible reports whether IConvertible has the say over a value that is no
// text: numbers go through their text, the others are refused.
func convertible(v Value) bool {
	return v.Kind() != KindString && v.Kind() != KindObject && v.Kind() != KindTimeSpan
}

// convertLast is what is left: numbers go through their text, other basic
// types are refused by IConvertible.
func convertLast(env Env, v Value, t *Type) (Value, error) {
	switch {
	case v.IsNumber():
		out, err := Convert(env, Str(ToString(env, v)), t)
		if isFinal(err) {
			return Null, finalError(v, t)
		}
		return out, err
	case v.Kind() == KindBool, v.Kind() == KindChar, v.Kind() == KindDateTime, v.Kind() == KindEnum:
		return Null, convertibleError(v, t)
	}
	return Null, finalError(v, t)
}

func copyDict(d *Dict, t *Type) Value {
	out := &Dict{T: t}
	d.Each(func(key, v Value) bool {
		out.Set(key, v)
		return true
	})
	return Obj(out)
}

func convertToType(env Env, v Value, t *Type) (Value, error) {
	if v.Kind() == KindString && env != nil {
		if found, ok := env.LookupType(strings.TrimSpace(v.Text())); ok {
			return Obj(found), nil
		}
	}
	if v.Kind() == KindString {
		return Null, castError("InvalidCastFromStringToType", "Cannot convert the \"%s\" value of type \"System.String\" to type \"%s\".", v.Text(), t.FullName)
	}
	return convertLast(env, v, t)
}

// fromMembers uses what the type's member table offers: Parse for strings,
// constructors with one parameter, op_Implicit and op_Explicit.
func fromMembers(env Env, v Value, t *Type) (Value, bool, error) {
	members := t.Members()
	if v.Kind() == KindString {
		if out, ok, err := parseByMember(env, v, t); ok {
			return out, true, err
		}
	}
	from := TypeOf(v)
	if members.Constructors != nil && !t.IsAbstract {
		if o := constructorFor(from, t, members.Constructors); o != nil {
			arg, err := Convert(env, v, o.Params[0].Type)
			if err == nil {
				if v, err = o.Call(&Call{Env: env, Type: t, Args: []Value{arg}}); err == nil {
					return v, true, nil
				}
			}
			return Null, true, causedError(idConstructor, v, t, messageOf(err))
		}
	}
	for _, owner := range [2]*Type{t, from} {
		if out, ok, err := castByOperator(env, v, t, owner); ok {
			return out, true, err
		}
	}
	return Null, false, nil
}

// parserOf finds the static Parse that makes a value of text, with a format
// provider if there is such a one.
func parserOf(t *Type) *Overload {
	m := t.Members().LookupStatic("parse")
	if m == nil || m.Method == nil {
		return nil
	}
	for _, wanted := range [2]int{2, 1} {
		for _, o := range m.Method.Overloads {
			if len(o.Params) == wanted && o.Params[0].Type == TypeString && (wanted == 1 || o.Params[1].Type == TypeIFormatProvider) {
				return o
			}
		}
	}
	return nil
}

func parseByMember(env Env, v Value, t *Type) (Value, bool, error) {
	o := parserOf(t)
	if o == nil {
		return Null, false, nil
	}
	id, args := idParse, []Value{v}
	if len(o.Params) == 2 {
		id, args = idParseFormatted, []Value{v, Null}
	}
	out, err := o.Call(&Call{Env: env, Type: t, Args: args})
	if err != nil {
		return Null, true, causedError(id, v, t, messageOf(err))
	}
	return out, true, nil
}

// constructorFor picks the constructor with one parameter that takes the type
// as it is or by a widening conversion. A number given to a collection would
// be its capacity, which is no conversion.
func constructorFor(from, t *Type, constructors *Method) *Overload {
	integral := from.Enum == nil && from.Kind >= KindSByte && from.Kind <= KindUInt64
	if integral && (TypeIList.IsAssignableFrom(t) || TypeICollection.IsAssignableFrom(t)) {
		return nil
	}
	var found *Overload
	for _, o := range constructors.Overloads {
		if len(o.Params) != 1 || o.Params[0].Type == nil {
			continue
		}
		p := o.Params[0].Type
		if p == from {
			return o
		}
		if found == nil && (p != TypeObject && p.IsAssignableFrom(from) || widens(from, p)) {
			found = o
		}
	}
	return found
}

// widens reports whether C# would convert numbers implicitly.
func widens(from, to *Type) bool {
	switch {
	case to.Enum != nil:
		return false
	case from.Enum != nil:
		return to == TypeInt32 || to == TypeInt64
	case from.Kind == KindChar:
		return to.Kind >= KindUInt16 && to.Kind <= KindDouble && to.Kind != KindInt16
	case from.Kind < KindSByte || from.Kind > KindSingle || to.Kind > KindDecimal || to.Kind <= from.Kind:
		return false
	}
	unsigned := to.Kind == KindByte || to.Kind == KindUInt16 || to.Kind == KindUInt32 || to.Kind == KindUInt64
	signed := from.Kind == KindSByte || from.Kind == KindInt16 || from.Kind == KindInt32 || from.Kind == KindInt64
	return !(unsigned && signed)
}

// castOperators are the names of the conversion operators, folded.
var castOperators = [...]string{"op_implicit", "op_explicit"}

func castByOperator(env Env, v Value, t, owner *Type) (Value, bool, error) {
	for _, name := range castOperators {
		o := castOperator(owner, name, TypeOf(v), t)
		if o == nil {
			continue
		}
		out, err := o.Call(&Call{Env: env, Type: owner, Args: []Value{v}})
		if err != nil {
			return Null, true, causedError("InvalidCastExceptionCastOperator", v, t, messageOf(err))
		}
		if TypeOf(out) == t {
			return out, true, nil
		}
	}
	return Null, false, nil
}

// castOperator finds the owner's operator of that name from one type to another.
func castOperator(owner *Type, name string, from, to *Type) *Overload {
	m := owner.Members().LookupStatic(name)
	if m == nil || m.Method == nil {
		return nil
	}
	for _, o := range m.Method.Overloads {
		if len(o.Params) == 1 && o.Params[0].Type == from && (o.Returns == "" || namesType(o.Returns, to)) {
			return o
		}
	}
	return nil
}

// namesType reports whether the printed return type can be t.
func namesType(printed string, t *Type) bool {
	return strings.EqualFold(printed, t.Name) || strings.EqualFold(printed, t.FullName) || strings.EqualFold(printed, TypeText(t))
}
