package dotnet

import (
	"strings"

	"exolab/runtime/value"
)

var typeMethodGroup = &value.Type{Name: "PSMethod", FullName: "System.Management.Automation.PSMethod", Kind: value.KindObject, Base: value.TypeObject}

// MethodGroup is a method read without being called: 'abc'.Substring.
type MethodGroup struct {
	// This is the object, or Type the type of a static method.
	This   value.Value
	Type   *value.Type
	Member *value.Member
}

// PSType returns PSMethod.
func (g *MethodGroup) PSType() *value.Type { return typeMethodGroup }

// Invoke calls the method.
func (g *MethodGroup) Invoke(env value.Env, args ...value.Value) (value.Value, error) {
	if g.Type != nil {
		return callBest(g.Member.Method, g.Member.Name, &value.Call{Env: env, Type: g.Type, Args: args})
	}
	return invokeMember(env, g.This, g.Member, g.Member.Name, args)
}

// String lists the overloads as PowerShell prints them.
func (g *MethodGroup) String() string { return strings.Join(g.definitions(), ", ") }

func (g *MethodGroup) definitions() []string {
	out := make([]string, len(g.Member.Method.Overloads))
	for i, o := range g.Member.Method.Overloads {
		out[i] = Definition(g.Member.Method.Name, o)
	}
	return out
}

// Definition is an overload's signature as Get-Member prints it.
func Definition(name string, o *value.Overload) string {
	var b strings.Builder
	if o.Static {
		b.WriteString("static ")
	}
	b.WriteString(o.Returns + " " + name + "(")
	for i, p := range o.Params {
		if i > 0 {
			b.WriteString(", ")
		}
		switch {
		case p.Rest:
			b.WriteString("Params ")
		case p.ByRef:
			b.WriteString("[ref] ")
		}
		b.WriteString(ShortName(p.Type) + " " + p.Name)
	}
	b.WriteString(")")
	return b.String()
}

// groupOf returns the method that a value stands for: one read from an object,
// or one listed among the object's members.
func groupOf(v value.Value) *MethodGroup {
	if info, ok := value.As[*MemberInfo](v); ok {
		return &MethodGroup{This: info.Of, Member: info.Member}
	}
	return Of[*MethodGroup](v)
}

func loadMethodGroup(t *value.Type, m *value.Members) {
	b := NewRows(t, m)
	b.Get("System.Management.Automation.PSMemberTypes MemberType", func(v value.Value) value.Value {
		return value.Enum(MustType("System.Management.Automation.PSMemberTypes"), memberTypeValues[groupOf(v).Member.Kind])
	})
	b.Get("string OverloadDefinitions", func(v value.Value) value.Value {
		return value.List(texts(groupOf(v).definitions())...)
	})
	b.Get("string TypeNameOfValue", func(value.Value) value.Value { return value.Str(typeMethodGroup.FullName) })
	b.Get("System.Object Value", func(v value.Value) value.Value { return value.Obj(groupOf(v)) })
	b.Get("string Name", func(v value.Value) value.Value { return value.Str(groupOf(v).Member.Name) })
	b.Get("bool IsInstance", func(v value.Value) value.Value { return value.Bool(groupOf(v).Type == nil) })
	b.Method("System.Object Invoke(params System.Object[] arguments)", func(c *value.Call) (value.Value, error) {
		return groupOf(c.This).Invoke(c.Env, Of[*value.Array](c.Args[0]).Items...)
	})
	b.Method("string ToString()", Give(func(c *value.Call) value.Value { return value.Str(groupOf(c.This).String()) }))
}

func texts(list []string) []value.Value {
	out := make([]value.Value, len(list))
	for i, s := range list {
		out[i] = value.Str(s)
	}
	return out
}
