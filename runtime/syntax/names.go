package syntax

import (
	"strings"

	"exolab/parser"
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

var (
	typeTypeName        = languageType("TypeName", value.TypeObject, loadTypeName)
	typeArrayTypeName   = languageType("ArrayTypeName", value.TypeObject, loadTypeName)
	typeGenericTypeName = languageType("GenericTypeName", value.TypeObject, loadTypeName)
	typeVariablePath    = &value.Type{Name: "VariablePath", FullName: "System.Management.Automation.VariablePath", Kind: value.KindObject,
		Base: value.TypeObject, Load: loadVariablePath}
)

// TypeName is an ITypeName: a type as it was written.
type TypeName struct {
	tree *Tree
	name *parser.TypeName
}

// PSType tells arrays and generic types from plain names.
func (t *TypeName) PSType() *value.Type {
	switch {
	case t.name.ElementOf != nil:
		return typeArrayTypeName
	case len(t.name.Args) > 0:
		return typeGenericTypeName
	}
	return typeTypeName
}

// String is the full name as written.
func (t *TypeName) String() string { return t.name.String() }

func (w *Node) typeName(t *parser.TypeName) value.Value { return value.Obj(&TypeName{w.tree, t}) }

func (w *Node) typeNames(list []*parser.TypeName) value.Value {
	var out []value.Value
	for _, t := range list {
		out = append(out, w.typeName(t))
	}
	return value.Obj(dotnet.NewCollection(out))
}

func loadTypeName(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	r.Get("string Name", property(func(t *TypeName) value.Value { return value.Str(t.name.String()) }))
	r.Get("string FullName", property(func(t *TypeName) value.Value {
		if t.name.Assembly != "" {
			return value.Str(t.name.String() + ", " + strings.TrimSpace(t.name.Assembly))
		}
		return value.Str(t.name.String())
	}))
	r.Get("string AssemblyName", property(func(t *TypeName) value.Value { return textOrNull(t.name.Assembly) }))
	r.Get("bool IsArray", property(func(t *TypeName) value.Value { return value.Bool(t.name.ElementOf != nil) }))
	r.Get("bool IsGeneric", property(func(t *TypeName) value.Value { return value.Bool(len(t.name.Args) > 0) }))
	r.Get(ast+"IScriptExtent Extent", property(func(t *TypeName) value.Value { return value.Obj(NewExtent(t.tree.source, t.name.Span)) }))
	r.Method("type GetReflectionType()", func(c *value.Call) (value.Value, error) {
		t, _ := value.As[*TypeName](c.This)
		if known, ok := c.Env.LookupType(t.name.String()); ok {
			return value.Obj(known), nil
		}
		return value.Null, nil
	})
	if t.Name == "ArrayTypeName" {
		r.Get(ast+"ITypeName ElementType", property(func(t *TypeName) value.Value { return value.Obj(&TypeName{t.tree, t.name.ElementOf}) }))
		r.Get("int Rank", property(func(t *TypeName) value.Value { return value.Int(t.name.Rank) }))
	}
	if t.Name == "GenericTypeName" {
		r.Get(ast+"ITypeName TypeName", property(func(t *TypeName) value.Value {
			open := *t.name
			open.Args, open.End = nil, t.name.Start+int32(len(t.name.Name))
			return value.Obj(&TypeName{t.tree, &open})
		}))
		r.Get("System.Collections.ObjectModel.ReadOnlyCollection["+ast+"ITypeName] GenericArguments", property(func(t *TypeName) value.Value {
			return (&Node{tree: t.tree}).typeNames(t.name.Args)
		}))
	}
}

// VariablePath is the name of a variable with its scope or drive.
type VariablePath struct{ path string }

// PSType returns VariablePath.
func (*VariablePath) PSType() *value.Type { return typeVariablePath }

// String is the path as written.
func (p *VariablePath) String() string { return p.path }

// qualifier is the scope or drive, folded, or "".
func (p *VariablePath) qualifier() string {
	before, _, ok := strings.Cut(p.path, ":")
	if !ok {
		return ""
	}
	return value.Fold(before)
}

func loadVariablePath(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	r.Get("string UserPath", property(func(p *VariablePath) value.Value { return value.Str(p.path) }))
	for name, scope := range map[string]string{"IsGlobal": "global", "IsLocal": "local", "IsPrivate": "private", "IsScript": "script", "IsUnqualified": ""} {
		r.Get("bool "+name, property(func(p *VariablePath) value.Value { return value.Bool(p.qualifier() == scope) }))
	}
	scoped := func(q string) bool { return q == "global" || q == "local" || q == "private" || q == "script" }
	r.Get("bool IsVariable", property(func(p *VariablePath) value.Value {
		q := p.qualifier()
		return value.Bool(q == "" || q == "variable" || scoped(q))
	}))
	r.Get("bool IsUnscopedVariable", property(func(p *VariablePath) value.Value {
		return value.Bool(p.qualifier() == "" || p.qualifier() == "variable")
	}))
	r.Get("bool IsDriveQualified", property(func(p *VariablePath) value.Value {
		q := p.qualifier()
		return value.Bool(q != "" && q != "variable" && !scoped(q))
	}))
	r.Get("string DriveName", property(func(p *VariablePath) value.Value {
		before, _, ok := strings.Cut(p.path, ":")
		if !ok || scoped(value.Fold(before)) {
			return value.Null
		}
		return value.Str(before)
	}))
}
