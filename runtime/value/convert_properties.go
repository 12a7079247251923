package value

import (
	"strings"

	"exolab/runtime/netfmt"
)

// fromDictionary makes an object of a type with a default constructor and
// sets its properties from a dictionary or custom object. ok is false when
// the value or the type is not of that sort.
func fromDictionary(env Env, v Value, t *Type) (out Value, ok bool, err error) {
	var names []string
	var values []Value
	switch o := v.Object().(type) {
	case *Dict:
		o.Each(func(key, item Value) bool {
			names, values = append(names, ToString(env, key)), append(values, item)
			return true
		})
	case *PSObject:
		for i, name := range o.Shape().Names() {
			if o.At(i).Kind() != KindMember {
				names, values = append(names, name), append(values, o.At(i))
			}
		}
	default:
		return Null, false, nil
	}
	made, ok, err := defaultInstance(env, t)
	if !ok || err != nil {
		return Null, ok, err
	}
	for i, name := range names {
		if err = setMember(env, made, t, name, values[i]); err != nil {
			if _, custom := v.Object().(*PSObject); custom {
				return Null, true, causedError(idConstructor, v, t, finalError(v, t).Message)
			}
			return Null, true, err
		}
	}
	return made, true, nil
}

// defaultInstance makes the default value of a struct, or calls the
// constructor without parameters.
func defaultInstance(env Env, t *Type) (Value, bool, error) {
	switch {
	case t.Enum != nil:
		return Enum(t, 0), true, nil
	case t.Kind == KindDecimal:
		return DecimalOf(0), true, nil
	case t.Kind == KindDateTime:
		return Date(0, 0), true, nil
	case t.Kind == KindTimeSpan:
		return Span(0), true, nil
	case t.Zero != nil:
		return t.Zero(), true, nil
	case t == TypeVersion:
		return Obj(Version{netfmt.Version{Build: -1, Revision: -1}}), true, nil
	case t == TypeHashtable:
		return Obj(NewHashtable()), true, nil
	}
	if o, ok := parameterless(t); ok {
		made, err := o.Call(&Call{Env: env, Type: t})
		return made, true, err
	}
	return Null, false, nil
}

func setMember(env Env, made Value, t *Type, name string, v Value) error {
	for owner := t; owner != nil; owner = owner.Base {
		m := owner.Members().Lookup(Fold(name))
		if m == nil || m.Kind != Property || m.Set == nil {
			continue
		}
		if env != nil {
			if want, ok := env.LookupType(m.Type); ok {
				converted, err := Convert(env, v, want)
				if err != nil {
					return creationError(t, messageOf(err))
				}
				v = converted
			}
		}
		if err := m.Set(env, made, v); err != nil {
			return creationError(t, messageOf(err))
		}
		return nil
	}
	return creationError(t, "The property '"+name+"' was not found for the '"+qualifiedName(t)+"' object. "+settableText(env, t))
}

func creationError(t *Type, cause string) *Exception {
	return castError(idObjectCreation, "Cannot create object of type \"%s\". %s", t.FullName, cause)
}

// settableText lists what could have been set.
func settableText(env Env, t *Type) string {
	var list []string
	if t.Enum != nil {
		list = append(list, "[value__ <"+kindTypes[t.Enum.Underlying].FullName+">]")
	}
	for owner := t; owner != nil; owner = owner.Base {
		for _, m := range owner.Members().Instance() {
			if m.Kind == Property && m.Set != nil {
				list = append(list, "["+m.Name+" <"+printedType(env, m.Type)+">]")
			}
		}
	}
	if len(list) == 0 {
		return "There is no settable property available."
	}
	return "The settable properties are: " + strings.Join(list, ", ") + "."
}

func printedType(env Env, printed string) string {
	if env != nil {
		if t, ok := env.LookupType(printed); ok {
			return t.FullName
		}
	}
	return printed
}
