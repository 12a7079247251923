package parser

import "strings"

// resourceMembers is what a DSC resource must have; each is counted once, from
// the class itself or from the nearest base class of the text.
type resourceMembers struct {
	set, get, test, key           bool
	plainConstructor, constructor bool
}

// checkResources finds DSC resources that lack what their engine calls.
func (p *parser) checkResources(b *ScriptBlock) {
	types := map[string]*TypeDefinition{}
	var resources []*TypeDefinition
	Walk(b, func(n Node) bool {
		if d, ok := n.(*TypeDefinition); ok {
			types[strings.ToLower(d.Name)] = d
			resources = append(resources, d)
		}
		return true
	})
	for _, d := range resources {
		if a := attributeNamed(d.Attributes, "dscresource"); a != nil && d.Kind == ClassType {
			p.checkResource(d, a, types)
		}
	}
}

func attributeNamed(list []*Attribute, name string) *Attribute {
	for _, a := range list {
		bare := strings.TrimPrefix(strings.ToLower(a.Type.Name), "system.management.automation.")
		if strings.TrimSuffix(bare, "attribute") == name {
			return a
		}
	}
	return nil
}

func (p *parser) checkResource(d *TypeDefinition, at *Attribute, types map[string]*TypeDefinition) {
	var has resourceMembers
	seen := map[*TypeDefinition]bool{}
	for of := d; of != nil && !seen[of]; of = baseIn(of, types) {
		seen[of] = true
		for _, m := range of.Members {
			switch m := m.(type) {
			case *FunctionMember:
				p.resourceMethod(of, m, &has)
				if m.Constructor && !m.Static && of == d {
					has.plainConstructor = has.plainConstructor || len(m.Parameters) == 0
					has.constructor = true
				}
			case *PropertyMember:
				p.resourceKey(m, types, &has)
			}
		}
	}
	for _, need := range [...]struct {
		met bool
		id  string
	}{
		{has.set, "DscResourceMissingSetMethod"}, {has.get, "DscResourceMissingGetMethod"}, {has.test, "DscResourceMissingTestMethod"},
		{has.plainConstructor || !has.constructor, "DscResourceMissingDefaultConstructor"}, {has.key, "DscResourceMissingKeyProperty"},
	} {
		if !need.met {
			p.failWith(at.Span, need.id, false, d.Name)
		}
	}
}

// baseIn is the base class that the same text defines, or nil.
func baseIn(d *TypeDefinition, types map[string]*TypeDefinition) *TypeDefinition {
	for _, b := range d.Bases {
		if base := types[strings.ToLower(b.Type.Name)]; base != nil && base.Kind == ClassType {
			return base
		}
	}
	return nil
}

func (p *parser) resourceMethod(d *TypeDefinition, m *FunctionMember, has *resourceMembers) {
	if len(m.Parameters) > 0 {
		return
	}
	switch strings.ToLower(m.Name) {
	case "set":
		has.set = has.set || m.ReturnType == nil || isVoid(m.ReturnType.Type)
	case "test":
		has.test = has.test || m.ReturnType != nil && namedAs(m.ReturnType.Type, "bool", "boolean")
	case "get":
		if !has.get && !givesType(m.ReturnType, d.Name) {
			p.failWith(m.Span, "DscResourceInvalidGetMethod", false, d.Name)
		}
		has.get = true
	}
}

// givesType reports whether a method returns the class or an array of it.
func givesType(t *TypeConstraint, name string) bool {
	if t == nil {
		return false
	}
	of := t.Type
	if of.ElementOf != nil {
		of = of.ElementOf
	}
	return strings.EqualFold(of.Name, name)
}

func namedAs(t *TypeName, names ...string) bool {
	bare := strings.TrimPrefix(strings.ToLower(t.Name), "system.")
	for _, name := range names {
		if bare == name {
			return true
		}
	}
	return false
}

func (p *parser) resourceKey(m *PropertyMember, types map[string]*TypeDefinition, has *resourceMembers) {
	a := attributeNamed(m.Attributes, "dscproperty")
	if a == nil || has.key {
		return
	}
	for _, arg := range a.Named {
		if !strings.EqualFold(arg.Name, "key") || arg.Value != nil && !isTrueVariable(arg.Value) {
			continue
		}
		has.key = true
		if m.Type == nil || !keyType(m.Type.Type, types) {
			p.failWith(m.Span, "DscResourceInvalidKeyProperty", false)
		}
		return
	}
}

func isTrueVariable(e Expression) bool {
	v, ok := e.(*VariableExpression)
	return ok && strings.EqualFold(v.Name, "true")
}

// keyType reports whether a key may have a type: a text, a whole number or an
// enum.
func keyType(t *TypeName, types map[string]*TypeDefinition) bool {
	if namedAs(t, "string", "byte", "sbyte", "short", "ushort", "int", "uint", "long", "ulong",
		"int16", "uint16", "int32", "uint32", "int64", "uint64") {
		return true
	}
	d := types[strings.ToLower(t.Name)]
	return d != nil && d.Kind == EnumType
}
