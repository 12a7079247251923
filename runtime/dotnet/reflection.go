package dotnet

import (
	"slices"
	"strings"

	"exolab/runtime/value"
)

// Reflected is a MethodInfo, ConstructorInfo or PropertyInfo: a member of a type
// on its own.
type Reflected struct {
	Owner  *value.Type
	Member *value.Member
	// Overload is the one signature of a method or constructor.
	Overload *value.Overload
}

func reflectionType(name string, base *value.Type) *value.Type {
	t := EngineType("System.Reflection." + name)
	t.Base = base
	return t
}

var (
	typeMemberInfoNet   = reflectionType("MemberInfo", value.TypeObject)
	typeMethodBase      = reflectionType("MethodBase", typeMemberInfoNet)
	typeMethodInfo      = reflectionType("RuntimeMethodInfo", reflectionType("MethodInfo", typeMethodBase))
	typeConstructorInfo = reflectionType("RuntimeConstructorInfo", reflectionType("ConstructorInfo", typeMethodBase))
	typePropertyInfoNet = reflectionType("RuntimePropertyInfo", reflectionType("PropertyInfo", typeMemberInfoNet))
	typeParameterInfo   = reflectionType("ParameterInfo", value.TypeObject)
)

// PSType returns the reflection type of the member's kind.
func (r *Reflected) PSType() *value.Type {
	switch {
	case r.Overload == nil:
		return typePropertyInfoNet
	case r.Member.Name == constructorName:
		return typeConstructorInfo
	}
	return typeMethodInfo
}

// constructorName is what Reflection calls every constructor.
const constructorName = ".ctor"

// split gives a property as it is, a method once for each of its signatures.
func split(owner *value.Type, m *value.Member) []value.Value {
	if m.Method == nil {
		return []value.Value{value.Obj(&Reflected{Owner: owner, Member: m})}
	}
	var out []value.Value
	for _, o := range m.Method.Overloads {
		for _, form := range forms(o) {
			out = append(out, value.Obj(&Reflected{Owner: owner, Member: m, Overload: form}))
		}
	}
	return out
}

// forms are the signatures that a row with optional parameters stands for.
func forms(o *value.Overload) []*value.Overload {
	var out []*value.Overload
	for n := required(o); n <= len(o.Params); n++ {
		if n < len(o.Params) && o.Params[n].Rest {
			continue
		}
		form := *o
		form.Params = o.Params[:n]
		out = append(out, &form)
	}
	return out
}

func reflected(t *value.Type, kinds kindFilter) value.Value {
	var out []value.Value
	for owner := t; owner != nil; owner = owner.Base {
		for _, list := range [][]*value.Member{owner.Members().Instance(), owner.Members().Static()} {
			for _, m := range list {
				if kinds(m.Kind) && !m.Hidden && (m.Kind == value.Property || m.Kind == value.DotNetMethod) {
					out = append(out, split(owner, m)...)
				}
			}
		}
	}
	return value.List(out...)
}

// reflect finds members by name, of one kind.
func reflect(t *value.Type, name string, kinds kindFilter) []value.Value {
	folded := value.Fold(name)
	var out []value.Value
	for _, m := range []*value.Member{InstanceMember(t, folded), typeStatic(t, folded)} {
		if m != nil && kinds(m.Kind) && m.Name == name {
			out = append(out, split(declarer(t, m), m)...)
		}
	}
	return out
}

// declarer is the type that declares a member which t has.
func declarer(t *value.Type, m *value.Member) *value.Type {
	folded := value.Fold(m.Name)
	for b := t; b != nil; b = b.Base {
		if b.Members().Lookup(folded) == m || b.Members().LookupStatic(folded) == m {
			return b
		}
	}
	return t
}

// constructorInfos are the constructors of a type.
func constructorInfos(t *value.Type) []value.Value {
	all := ConstructorsOf(t)
	if all == nil || t.IsAbstract {
		return nil
	}
	return split(t, &value.Member{Name: constructorName, Kind: value.DotNetMethod, Method: all})
}

// only is the one member among those found; several are an error.
func only(found []value.Value) (value.Value, error) {
	switch len(found) {
	case 0:
		return value.Null, nil
	case 1:
		return found[0], nil
	}
	r := Of[*Reflected](found[0])
	return value.Null, Throw("System.Reflection.AmbiguousMatchException", "Ambiguous match found for '%s %s'.", r.Owner.FullName, r.signature())
}

// withParameters is the method among those found whose parameters are of these
// very types; Null if there is none.
func withParameters(found []value.Value, types []value.Value) value.Value {
	for _, v := range found {
		r := Of[*Reflected](v)
		if r.Overload != nil && slices.EqualFunc(r.Overload.Params, types, func(p value.Param, t value.Value) bool {
			return p.Type == Of[*value.Type](t)
		}) {
			return v
		}
	}
	return value.Null
}

// signature is the member as Reflection writes it: "Int32 IndexOf(Char)".
func (r *Reflected) signature() string {
	if r.Overload == nil {
		return reflectedName(paramType(r.Member.Type, r.Owner)) + " " + r.Member.Name
	}
	params := make([]string, len(r.Overload.Params))
	for i, p := range r.Overload.Params {
		params[i] = reflectedName(p.Type)
		if p.ByRef {
			params[i] += " ByRef"
		}
	}
	returns := "Void"
	if r.Member.Name != constructorName {
		returns = reflectedName(r.returns())
	}
	return returns + " " + r.Member.Name + "(" + strings.Join(params, ", ") + ")"
}

// returns is the type of what the method gives.
func (r *Reflected) returns() *value.Type {
	if r.Overload.Returns == "void" || r.Overload.Returns == "" {
		return value.TypeVoid
	}
	return paramType(r.Overload.Returns, r.Owner)
}

// reflectedName is a type in a signature: primitive types have their short name.
func reflectedName(t *value.Type) string {
	if isPrimitive(t) || t == value.TypeVoid {
		return t.Name
	}
	return t.FullName
}

func isPrimitive(t *value.Type) bool {
	return t.Enum == nil && (t.Kind == value.KindBool || t.Kind == value.KindChar || numeric(t.Kind) && t.Kind != value.KindDecimal)
}
