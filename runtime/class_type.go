package runtime

import (
	"strings"

	"exolab/parser"
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// classType is a class that a script defined.
type classType struct {
	typ   *value.Type
	def   *parser.TypeDefinition
	base  *classType
	block *ScriptBlock
	// scope is where the class was defined: its methods run below it.
	scope *Scope
	// properties are the instance properties, inherited ones first.
	properties []*classProperty
	statics    []*classProperty
	own        int
	ctors      []*classMethod
	methods    map[string][]*classMethod
	// complete is set when the members are known.
	complete bool
}

// classProperty is one property of a class.
type classProperty struct {
	name    string
	folded  string
	typ     *value.Type
	hidden  bool
	index   int
	checks  []ParamAttribute
	initial *ScriptBlock
	// held is the value of a static property.
	held value.Value
}

// classObject is an instance of a class without .NET content of its own.
type classObject struct {
	value.Extended
	class *classType
	slots []value.Value
}

// PSType returns the class.
func (o *classObject) PSType() *value.Type { return o.class.typ }

// Overridden calls the class's own method of that name, as ToString, Equals
// and CompareTo are called by the engine; ok is false if there is none.
func (o *classObject) Overridden(env value.Env, name string, args ...value.Value) (v value.Value, ok bool, err error) {
	for c := o.class; c != nil; c = c.base {
		for _, m := range c.methods[name] {
			if !m.static && len(m.params) == len(args) {
				v, err := m.call(env, value.Obj(o), args)
				return v, true, err
			}
		}
	}
	return value.Null, false, nil
}

// makeEnum makes the type of an enum definition.
func (f *Frame) makeEnum(def *parser.TypeDefinition) (*value.Type, error) {
	info := &value.EnumInfo{Underlying: value.KindInt32}
	for _, b := range def.Bases {
		if t, ok := f.session.lookupType(f, b.Type.String()); ok && t.Kind >= value.KindSByte && t.Kind <= value.KindUInt64 {
			info.Underlying = t.Kind
		}
	}
	for _, a := range def.Attributes {
		if name := value.Fold(a.Type.Name); name == "flags" || name == "flagsattribute" || name == "system.flagsattribute" {
			info.Flags = true
		}
	}
	next := int64(0)
	t := &value.Type{Name: def.Name, FullName: def.Name, Kind: value.KindEnum, Base: value.TypeEnum, Enum: info, IsValueType: true}
	for _, m := range def.Members {
		p, ok := m.(*parser.PropertyMember)
		if !ok {
			continue
		}
		if p.Initial != nil {
			v, err := f.enumValue(p.Initial, info)
			if err != nil {
				return nil, err
			}
			next = v
		}
		info.Names, info.Values = append(info.Names, p.Name), append(info.Values, next)
		next++
	}
	return t, nil
}

// enumValue evaluates the number of an enum member; other members of the enum
// may be named.
func (f *Frame) enumValue(e parser.Expression, info *value.EnumInfo) (int64, error) {
	if m, ok := e.(*parser.MemberExpression); ok && m.Static {
		if name, ok := m.Member.(*parser.StringConstant); ok {
			for i, known := range info.Names {
				if strings.EqualFold(known, name.Value) {
					return info.Values[i], nil
				}
			}
		}
	}
	v, err := f.evaluateLate(e)
	if err != nil {
		return 0, err
	}
	n, err := f.convert(v, value.TypeInt64)
	return n.Int64(), err
}

// evaluateLate compiles and evaluates an expression that stands outside the
// statements of a block: attribute arguments, defaults, enum values.
func (f *Frame) evaluateLate(e parser.Expression) (value.Value, error) {
	return compileExpr(e)(f)
}

func (cl *classType) addMembers(f *Frame) error {
	for _, m := range cl.def.Members {
		switch m := m.(type) {
		case *parser.PropertyMember:
			if err := cl.addProperty(f, m); err != nil {
				return err
			}
		case *parser.FunctionMember:
			method, err := cl.newMethod(f, m)
			if err != nil {
				return err
			}
			if m.Constructor {
				if !m.Static {
					cl.ctors = append(cl.ctors, method)
				} else {
					cl.methods[".cctor"] = append(cl.methods[".cctor"], method)
				}
				continue
			}
			folded := value.Fold(m.Name)
			cl.methods[folded] = append(cl.methods[folded], method)
		}
	}
	return nil
}

func (cl *classType) addProperty(f *Frame, m *parser.PropertyMember) error {
	p := &classProperty{name: m.Name, folded: value.Fold(m.Name), hidden: m.Hidden}
	var err error
	if m.Type != nil {
		if p.typ, err = f.resolveType(m.Type.Type); err != nil {
			return err
		}
	}
	if p.checks, err = f.attributes(m.Attributes); err != nil {
		return err
	}
	if m.Initial != nil {
		p.initial = cl.blockOf(&parser.Pipeline{Span: m.Initial.Extent(),
			Elements: []parser.PipelineElement{&parser.CommandExpression{Span: m.Initial.Extent(), Expression: m.Initial}}}, f)
	}
	if m.Static {
		p.held = p.zero()
		cl.statics = append(cl.statics, p)
		return nil
	}
	p.index = len(cl.properties)
	cl.properties = append(cl.properties, p)
	return nil
}

// blockOf makes a script block of one statement of the class.
func (cl *classType) blockOf(s parser.Statement, f *Frame) *ScriptBlock {
	ast := &parser.ScriptBlock{Span: s.Extent(), Body: s.Extent(), Source: f.source,
		End: &parser.NamedBlock{Span: s.Extent(), Unnamed: true, Statements: []parser.Statement{s}}}
	return &ScriptBlock{AST: ast, code: &code{ast: ast, class: cl, method: true}, usings: f.block.usings}
}

func (p *classProperty) zero() value.Value {
	if p.typ == nil {
		return value.Null
	}
	return dotnet.ZeroOf(p.typ)
}

// admit converts and validates what is stored in the property.
func (p *classProperty) admit(env value.Env, v value.Value) (value.Value, error) {
	var err error
	if p.typ != nil {
		if v, err = value.Convert(env, v, p.typ); err != nil {
			return v, err
		}
	}
	for _, check := range p.checks {
		if v, err = check.Apply(env, v); err != nil {
			return v, err
		}
	}
	return v, nil
}

// initial value of a property, evaluated below the class's scope with $this.
func (cl *classType) initialOf(env value.Env, p *classProperty, this value.Value) (value.Value, error) {
	f, ok := env.(*Frame)
	if p.initial == nil || !ok {
		return p.zero(), nil
	}
	scope := NewScope(cl.scope)
	if !this.IsNull() {
		scope.SetPlain("this", this)
	}
	inner := newFrame(f.session, p.initial, scope, discard)
	before, err := f.session.push(scope)
	if err != nil {
		return value.Null, err
	}
	defer f.session.pop(before)
	expr, _ := soleExpression(p.initial.AST.End.Statements[0])
	v, err := compileExpr(expr)(inner)
	if err != nil {
		return value.Null, err
	}
	if v.IsVoid() {
		v = value.Null
	}
	return p.admit(f, v)
}

func (cl *classType) initStatics(f *Frame) error {
	for _, p := range cl.statics {
		v, err := cl.initialOf(f, p, value.Null)
		if err != nil {
			return err
		}
		p.held = v
	}
	for _, m := range cl.methods[".cctor"] {
		if _, err := m.call(f, value.Null, nil); err != nil {
			return err
		}
	}
	return nil
}
