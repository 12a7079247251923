package runtime

import (
	"exolab/parser"
	"exolab/runtime/value"
)

// typeDefinitions compiles the classes and enums among the statements of a
// block. Their types are made when the block starts: all names are known before
// the members of any class, so that the order in which they stand is free.
func typeDefinitions(statements []parser.Statement) []statement {
	var asts []*parser.TypeDefinition
	var enums, classes []*definition
	for _, s := range statements {
		def, ok := s.(*parser.TypeDefinition)
		switch {
		case !ok:
		case def.Kind == parser.EnumType:
			asts = append(asts, def)
		default:
			classes = append(classes, &definition{ast: def})
		}
	}
	ordered, circular := enumOrder(asts)
	for _, def := range append(ordered, circular...) {
		enums = append(enums, &definition{ast: def})
	}
	var out []statement
	for _, step := range []struct {
		of  []*definition
		run func(d *definition, f *Frame) error
	}{{enums, (*definition).enum}, {classes, (*definition).declare}, {classes, (*definition).members}, {classes, (*definition).statics}} {
		for _, d := range step.of {
			out = append(out, statement{span: d.ast.Span, defines: true, run: func(f *Frame) error { return step.run(d, f) }})
		}
	}
	return out
}

// defineOwnTypes makes the types that a block defines before its param block
// is read, which may name them. An error is left to the definition itself.
func (r *metadataReader) defineOwnTypes() {
	if r.block.AST.End == nil {
		return
	}
	for _, s := range r.block.compiled().definitions() {
		if s.run(r.frameOf()) != nil {
			return
		}
	}
}

// definitions are the leading statements of a block that make its types.
func (c *code) definitions() []statement {
	if c.end == nil {
		return nil
	}
	n := 0
	for n < len(c.end.statements) && c.end.statements[n].defines {
		n++
	}
	return c.end.statements[:n]
}

// definition is one class or enum of a block. Its type is made once, however
// often the block runs.
type definition struct {
	ast   *parser.TypeDefinition
	made  *value.Type
	class *classType
	// started is set when the static members have got their first values.
	started bool
}

func (d *definition) enum(f *Frame) error {
	if d.made == nil {
		var err error
		if d.made, err = f.makeEnum(d.ast); err != nil {
			return err
		}
	}
	f.session.defineType(f.scope, d.made)
	return nil
}

// declare makes the name of the class known.
func (d *definition) declare(f *Frame) error {
	if d.made == nil {
		d.made = &value.Type{Name: d.ast.Name, FullName: d.ast.Name, Kind: value.KindObject, Base: value.TypeObject}
		d.class = &classType{typ: d.made, def: d.ast, block: f.block, scope: f.scope, methods: map[string][]*classMethod{}}
		if f.session.classes == nil {
			f.session.classes = map[*value.Type]*classType{}
		}
		f.session.classes[d.made] = d.class
	}
	f.session.defineType(f.scope, d.made)
	return nil
}

func (d *definition) members(f *Frame) error { return d.class.finish(f) }

func (d *definition) statics(f *Frame) error {
	if d.started {
		return nil
	}
	d.started = true
	return d.class.initStatics(f)
}

// finish resolves the bases and adds the members of a class, those of its base
// class first.
func (cl *classType) finish(f *Frame) error {
	if cl.complete {
		return nil
	}
	cl.complete = true
	for _, b := range cl.def.Bases {
		base, err := f.resolveType(b.Type)
		if err != nil {
			return err
		}
		if base.IsInterface {
			cl.typ.Interfaces = append(cl.typ.Interfaces, base)
			continue
		}
		cl.typ.Base = base
		cl.base = f.session.classes[base]
	}
	if cl.base != nil {
		if err := cl.base.finish(f); err != nil {
			return err
		}
		cl.properties = append(cl.properties, cl.base.properties...)
	}
	cl.own = len(cl.properties)
	if err := cl.addMembers(f); err != nil {
		return err
	}
	cl.typ.Load = func(_ *value.Type, m *value.Members) { cl.load(m) }
	return nil
}
