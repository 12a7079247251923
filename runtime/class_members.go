package runtime

import (
	"exolab/parser"
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// classMethod is one overload of a method or constructor of a class.
type classMethod struct {
	class   *classType
	name    string
	def     *parser.FunctionMember
	params  []methodParam
	returns *value.Type
	block   *ScriptBlock
	static  bool
	hidden  bool
}

type methodParam struct {
	name, folded string
	typ          *value.Type
}

func (cl *classType) newMethod(f *Frame, def *parser.FunctionMember) (*classMethod, error) {
	m := &classMethod{class: cl, name: def.Name, def: def, static: def.Static, hidden: def.Hidden}
	if def.ReturnType != nil {
		t, err := f.resolveType(def.ReturnType.Type)
		if err != nil {
			return nil, err
		}
		m.returns = t
	}
	for _, p := range def.Parameters {
		param := methodParam{name: p.Name.Name, folded: value.Fold(p.Name.Name), typ: value.TypeObject}
		for _, a := range p.Attributes {
			if tc, ok := a.(*parser.TypeConstraint); ok {
				t, err := f.resolveType(tc.Type)
				if err != nil {
					return nil, err
				}
				param.typ = t
			}
		}
		m.params = append(m.params, param)
	}
	m.block = &ScriptBlock{AST: def.Body, code: &code{ast: def.Body, class: cl, method: true}, usings: f.block.usings}
	return m, nil
}

// call runs the method; this is $null for static ones. Arguments have their
// types already.
func (m *classMethod) call(env value.Env, this value.Value, args []value.Value) (value.Value, error) {
	f, ok := env.(*Frame)
	if !ok {
		return value.Null, nil
	}
	s := f.session
	scope := NewScope(m.class.scope)
	for i, p := range m.params {
		cell := scope.ensure(p.name, p.folded)
		cell.Value, cell.mode = args[i], varPlain
		if p.typ != value.TypeObject {
			cell.constrain(f, p.typ, nil)
		}
	}
	if !m.static {
		cell := scope.SetPlain("this", this)
		cell.SetOptions(OptionReadOnly)
	}
	inner := newFrame(s, m.block, scope, discard)
	inner.ctx = f.ctx
	call := &callState{block: m.block, frame: inner, name: m.name, outer: s.running, noArgs: true}
	inner.call, scope.call = call, call
	before, err := s.push(scope)
	if err != nil {
		return value.Null, err
	}
	saved := s.propagate
	s.running, s.propagate = call, true
	err = m.run(inner)
	s.running, s.propagate = call.outer, saved
	s.pop(before)
	if err != nil {
		return value.Null, err
	}
	return m.result(f, inner.result)
}

// run runs the body, a constructor's call of its base constructor first.
func (m *classMethod) run(inner *Frame) error {
	if m.def.Constructor && !m.static && !callsBase(m.def) {
		if err := m.class.constructBase(inner, nil); err != nil {
			return err
		}
	}
	return inner.runBlocks()
}

func callsBase(def *parser.FunctionMember) bool {
	if def.Body.End == nil || len(def.Body.End.Statements) == 0 {
		return false
	}
	e, ok := soleExpression(def.Body.End.Statements[0])
	if !ok {
		return false
	}
	call, ok := e.(*parser.InvokeMemberExpression)
	return ok && call.BaseConstructor
}

// result converts what the method returned.
func (m *classMethod) result(f *Frame, v value.Value) (value.Value, error) {
	if m.def.Constructor || m.returns == value.TypeVoid {
		return value.Void, nil
	}
	if m.returns == nil {
		return value.Void, nil
	}
	if v.IsVoid() {
		v = value.Null
	}
	if m.returns == value.TypeObject {
		return v, nil
	}
	return f.convert(v, m.returns)
}

func (m *classMethod) overload() *value.Overload {
	o := &value.Overload{Static: m.static, Returns: "void"}
	if m.returns != nil {
		o.Returns = dotnet.ShortName(m.returns)
	}
	for _, p := range m.params {
		o.Params = append(o.Params, value.Param{Name: p.name, Type: p.typ})
	}
	o.Call = func(c *value.Call) (value.Value, error) { return m.call(c.Env, c.This, c.Args) }
	return o
}

// load fills the member tables of the class's type.
func (cl *classType) load(m *value.Members) {
	for _, p := range cl.properties[cl.own:] {
		m.Add(cl.propertyMember(p))
	}
	for _, p := range cl.statics {
		m.AddStatic(cl.staticMember(p))
	}
	for _, member := range cl.def.Members {
		def, ok := member.(*parser.FunctionMember)
		if !ok || def.Constructor {
			continue
		}
		cl.addMethod(m, value.Fold(def.Name), def.Name)
	}
	if cl.typ.IsAbstract {
		return
	}
	m.Constructors = cl.constructors()
}

// addMethod puts all overloads of a method into the table; those of base
// classes that are not overridden belong to the group too.
func (cl *classType) addMethod(m *value.Members, folded, name string) {
	for _, static := range [...]bool{false, true} {
		group := &value.Method{Name: name}
		hidden := true
		for at := cl; at != nil; at = at.base {
			for _, method := range at.methods[folded] {
				if method.static != static || overridden(group, method) {
					continue
				}
				group.Overloads = append(group.Overloads, method.overload())
				hidden = hidden && method.hidden
			}
		}
		if len(group.Overloads) == 0 {
			continue
		}
		member := &value.Member{Name: name, Kind: value.DotNetMethod, Method: group, Hidden: hidden}
		if static {
			m.AddStatic(member)
		} else {
			m.Add(member)
		}
	}
}

func overridden(group *value.Method, m *classMethod) bool {
	for _, o := range group.Overloads {
		if sameParams(o.Params, m.params) {
			return true
		}
	}
	return false
}

func sameParams(a []value.Param, b []methodParam) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].Type != b[i].typ {
			return false
		}
	}
	return true
}

func (cl *classType) propertyMember(p *classProperty) *value.Member {
	return &value.Member{Name: p.name, Kind: value.Property, Type: p.typeText(), Hidden: p.hidden,
		Get: func(_ value.Env, this value.Value) (value.Value, error) {
			if slots := slotsOf(this); slots != nil {
				return slots[p.index], nil
			}
			return value.Null, nil
		},
		Set: func(env value.Env, this, to value.Value) error {
			v, err := p.admit(env, to)
			if err != nil {
				return err
			}
			if slots := slotsOf(this); slots != nil {
				slots[p.index] = v
			}
			return nil
		}}
}

func (p *classProperty) typeText() string {
	if p.typ == nil {
		return "System.Object"
	}
	return dotnet.ShortName(p.typ)
}

func (cl *classType) staticMember(p *classProperty) *value.Member {
	return &value.Member{Name: p.name, Kind: value.Property, Type: p.typeText(), Hidden: p.hidden,
		Get: func(value.Env, value.Value) (value.Value, error) { return p.held, nil },
		Set: func(env value.Env, _, to value.Value) error {
			v, err := p.admit(env, to)
			if err == nil {
				p.held = v
			}
			return err
		}}
}
