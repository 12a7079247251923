package runtime

import (
	"slices"
	"strings"

	"exolab/parser"
	"exolab/runtime/value"
)

// typeChecker finds what keeps the classes and enums of a text from being
// made: then nothing of the text runs.
type typeChecker struct {
	f      *Frame
	source *parser.Source
	// names are the types that the text itself defines, folded; nil when more
	// types than can be known here may be named.
	names map[string]bool
	// classes are the definitions of the text by their folded names.
	classes map[string]*parser.TypeDefinition
	faults  []*parser.ParseError
}

// parseChecked parses a text that is to be run; its types are checked, too.
func (s *Session) parseChecked(name, text string) (*parser.ScriptBlock, error) {
	ast, err := parser.Parse(name, text)
	if err != nil || !ast.DefinesTypes {
		return ast, err
	}
	if all := s.checkTypes(ast); len(all) > 0 {
		return ast, &parser.ParseErrors{Source: ast.Source, Errors: all}
	}
	return ast, nil
}

// faultsOfText are the faults of a text's classes that belong to the text itself,
// and not to the types that would be made of it.
func (s *Session) faultsOfText(ast *parser.ScriptBlock) error {
	var found []*parser.ParseError
	for _, one := range s.checkTypes(ast) {
		switch one.ID {
		case "TypeNotFound", "CustomAttributeTypeNotFound", "AttributeNotAllowedOnDeclaration":
			found = append(found, one)
		}
	}
	if len(found) == 0 {
		return nil
	}
	return &parser.ParseErrors{Source: ast.Source, Errors: found}
}

func (s *Session) checkTypes(ast *parser.ScriptBlock) []*parser.ParseError {
	block := NewScriptBlock(ast)
	k := &typeChecker{f: newFrame(s, block, s.current, discard), source: ast.Source, names: map[string]bool{}, classes: map[string]*parser.TypeDefinition{}}
	parser.Walk(ast, func(n parser.Node) bool {
		if d, ok := n.(*parser.TypeDefinition); ok {
			k.names[value.Fold(d.Name)] = true
			k.classes[value.Fold(d.Name)] = d
		}
		return true
	})
	if len(ast.Usings) > 0 {
		// Modules bring their types when the text runs, and namespaces hold
		// more types than exolab knows.
		k.names = nil
	}
	var enums []*parser.TypeDefinition
	parser.Walk(ast, func(n parser.Node) bool {
		if d, ok := n.(*parser.TypeDefinition); ok {
			k.definition(d)
			if d.Kind == parser.EnumType {
				enums = append(enums, d)
			}
		}
		return true
	})
	_, circular := enumOrder(enums)
	for _, d := range circular {
		k.fail(d.Span, "CycleInEnumInitializers")
	}
	return k.faults
}

func (k *typeChecker) fail(at parser.Span, id string, args ...any) {
	k.faults = append(k.faults, parser.NewError(at, id, args...))
}

// known reports whether a type exists or is defined by the text. Full names
// may be those of .NET types that exolab does not have: they are refused only
// where they are used.
func (k *typeChecker) known(t *parser.TypeName) bool {
	switch {
	case k.names == nil || strings.EqualFold(t.Name, "ordered") || strings.Contains(t.Name, "."):
		return true
	case t.ElementOf != nil:
		return k.known(t.ElementOf)
	case k.names[value.Fold(t.Name)]:
		return true
	}
	for _, a := range t.Args {
		if !k.known(a) {
			return false
		}
		if k.names[value.Fold(a.Name)] || strings.Contains(a.Name, ".") {
			return true
		}
	}
	_, err := k.f.resolveType(t)
	return err == nil
}

func (k *typeChecker) definition(d *parser.TypeDefinition) {
	k.attributes(d)
	if d.Kind == parser.EnumType {
		k.enum(d)
		return
	}
	parser.Walk(d, func(n parser.Node) bool {
		switch n := n.(type) {
		case *parser.TypeConstraint:
			k.typeName(n.Type)
		case *parser.TypeExpression:
			k.typeName(n.Type)
		}
		return true
	})
	k.bases(d)
	k.members(d)
}

func (k *typeChecker) typeName(t *parser.TypeName) {
	if !k.known(t) {
		k.fail(t.Span, "TypeNotFound", t.String())
	}
}

// bases refuses types that nothing can inherit from.
func (k *typeChecker) bases(d *parser.TypeDefinition) {
	for i, b := range d.Bases {
		if b.Type.ElementOf != nil {
			k.fail(b.Span, "SubtypeArray", b.Type.String())
			continue
		}
		if base := k.classes[value.Fold(b.Type.Name)]; base != nil && i == 0 && needsArguments(base) && !hasConstructor(d) {
			k.fail(d.Span, "BaseClassNoDefaultCtor", base.Name)
		}
		t, err := k.f.resolveType(b.Type)
		if err != nil || k.names == nil || k.names[value.Fold(b.Type.Name)] {
			continue
		}
		switch {
		case i == 0 && (t.IsValueType || t == value.TypeString):
			k.fail(b.Span, "SealedBaseClass", t.Name)
		case i > 0 && !t.IsInterface:
			k.fail(b.Span, "InterfaceNameExpected", t.Name)
		}
	}
}

// needsArguments reports whether every constructor of a class takes arguments.
func needsArguments(d *parser.TypeDefinition) bool {
	for _, m := range d.Members {
		if f, ok := m.(*parser.FunctionMember); ok && f.Constructor && !f.Static && len(f.Parameters) == 0 {
			return false
		}
	}
	return hasConstructor(d)
}

func hasConstructor(d *parser.TypeDefinition) bool {
	return slices.ContainsFunc(d.Members, func(m parser.Member) bool {
		f, ok := m.(*parser.FunctionMember)
		return ok && f.Constructor && !f.Static
	})
}

// members finds members that are defined twice and static constructors with
// parameters.
func (k *typeChecker) members(d *parser.TypeDefinition) {
	properties, methods := map[string]bool{}, map[string]bool{}
	for _, m := range d.Members {
		switch m := m.(type) {
		case *parser.PropertyMember:
			if folded := value.Fold(m.Name); properties[folded] {
				k.fail(m.Span, "MemberAlreadyDefined", m.Name)
			} else {
				properties[folded] = true
			}
		case *parser.FunctionMember:
			k.method(m, methods)
		}
	}
}

func (k *typeChecker) method(m *parser.FunctionMember, seen map[string]bool) {
	signature := value.Fold(m.Name)
	if m.Constructor && m.Static {
		signature = "static " + signature
	}
	for _, p := range m.Parameters {
		signature += "," + value.Fold(parameterTypeName(p))
	}
	switch {
	case seen[signature]:
		k.fail(m.NameSpan, "MemberAlreadyDefined", m.Name)
	case m.Constructor && m.Static && len(m.Parameters) > 0:
		last := m.Parameters[len(m.Parameters)-1]
		k.fail(parser.Span{Start: m.Parameters[0].Start, End: last.End}, "StaticConstructorCantHaveParameters")
	}
	seen[signature] = true
}

func parameterTypeName(p *parser.Parameter) string {
	for _, a := range p.Attributes {
		if t, ok := a.(*parser.TypeConstraint); ok {
			return t.Type.String()
		}
	}
	return "object"
}

// enum checks the values of an enum, as far as they are known without running
// anything.
func (k *typeChecker) enum(d *parser.TypeDefinition) {
	underlying := value.TypeInt32
	if len(d.Bases) > 0 {
		t, err := k.f.resolveType(d.Bases[0].Type)
		if err != nil {
			return
		}
		underlying = t
	}
	seen := map[string]bool{}
	next, tooBig := value.Value(value.Int(0)), false
	for _, m := range d.Members {
		p, ok := m.(*parser.PropertyMember)
		if !ok {
			continue
		}
		if p.Initial != nil {
			next, tooBig = k.enumValue(p.Initial, underlying), false
		}
		if tooBig {
			k.fail(p.Span, "EnumeratorValueOutOfBounds", value.TypeText(underlying))
		}
		if folded := value.Fold(p.Name); seen[folded] {
			k.fail(p.Span, "MemberAlreadyDefined", p.Name)
		} else {
			seen[folded] = true
		}
		if next.IsNull() {
			continue
		}
		if after, err := value.Convert(k.f, value.Double(value.ToFloat(next)+1), underlying); err != nil {
			tooBig = true
		} else {
			next = after
		}
	}
}

// enumValue computes the value that an enum's member is given; Null where it
// is known only later or wrong.
func (k *typeChecker) enumValue(e parser.Expression, underlying *value.Type) value.Value {
	if !parser.IsConstant(e) {
		k.fail(e.Extent(), "EnumeratorValueMustBeConstant")
		return value.Null
	}
	if k.namesOwnType(e) {
		return value.Null
	}
	v, err := compileExpr(e)(k.f)
	if err != nil {
		return value.Null
	}
	converted, err := value.Convert(k.f, v, underlying)
	if err == nil {
		return converted
	}
	id := "CannotConvertValue"
	if v.IsNumber() {
		id = "EnumeratorValueOutOfBounds"
	}
	k.fail(e.Extent(), id, value.TypeText(underlying))
	return value.Null
}

// namesOwnType reports whether an expression reads a type that the text
// defines.
func (k *typeChecker) namesOwnType(e parser.Expression) bool {
	found := false
	parser.Walk(e, func(n parser.Node) bool {
		if t, ok := n.(*parser.TypeExpression); ok {
			found = found || k.names == nil || k.names[value.Fold(t.Type.Name)]
		}
		return !found
	})
	return found
}
