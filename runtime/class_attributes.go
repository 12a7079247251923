package runtime

import (
	"strings"

	"exolab/parser"
	"exolab/runtime/value"
)

// plainAttributes are the attributes that a class may name without their
// namespace, folded and without their ending, and where each is valid; those
// without a place are valid on everything that a class has.
var plainAttributes = [...]struct{ name, fullName, validOn string }{
	{"flags", "System.FlagsAttribute", "Enum"},
	{"parameter", automationPrefix + "ParameterAttribute", onProperties},
	{"validaterange", automationPrefix + "ValidateRangeAttribute", onProperties},
	{"validateset", automationPrefix + "ValidateSetAttribute", onProperties},
	{"validatelength", automationPrefix + "ValidateLengthAttribute", onProperties},
	{"validatepattern", automationPrefix + "ValidatePatternAttribute", onProperties},
	{"validatescript", automationPrefix + "ValidateScriptAttribute", onProperties},
	{"validatecount", automationPrefix + "ValidateCountAttribute", onProperties},
	{"validatenotnull", automationPrefix + "ValidateNotNullAttribute", onProperties},
	{"validatenotnullorempty", automationPrefix + "ValidateNotNullOrEmptyAttribute", onProperties},
	{"validatenotnullorwhitespace", automationPrefix + "ValidateNotNullOrWhiteSpaceAttribute", onProperties},
	{"validatedrive", automationPrefix + "ValidateDriveAttribute", onProperties},
	{"validateuserdrive", automationPrefix + "ValidateUserDriveAttribute", onProperties},
	{"allownull", automationPrefix + "AllowNullAttribute", onProperties},
	{"allowemptystring", automationPrefix + "AllowEmptyStringAttribute", onProperties},
	{"allowemptycollection", automationPrefix + "AllowEmptyCollectionAttribute", onProperties},
	{"dscresource", automationPrefix + "DscResourceAttribute", "Class"},
	{"dscproperty", automationPrefix + "DscPropertyAttribute", onProperties},
	{"cmdlet", automationPrefix + "CmdletAttribute", "Class"},
	{name: "alias"}, {name: "argumentcompleter"}, {name: "argumentcompletions"}, {name: "cmdletbinding"}, {name: "credential"},
	{name: "dsclocalconfigurationmanager"}, {name: "experimental"}, {name: "hidden"}, {name: "norunspaceaffinity"}, {name: "outputtype"},
	{name: "psdefaultvalue"}, {name: "pstypename"}, {name: "supportswildcards"}, {name: "validatetrusteddata"}, {name: "obsolete"},
	{name: "serializable"}, {name: "nonserialized"}, {name: "attributeusage"}, {name: "clscompliant"}, {name: "threadstatic"},
	{name: "ordered"},
}

const onProperties = "Property, Field"

// The names of the places of AttributeTargets.
const (
	targetClass     = "Class"
	targetEnum      = "Enum"
	targetProperty  = "Property"
	targetParameter = "Parameter"
	targetMethod    = "Method"
)

// attributes refuses attributes that no type is known for, or that are not valid
// where they stand.
func (k *typeChecker) attributes(d *parser.TypeDefinition) {
	on := targetClass
	if d.Kind == parser.EnumType {
		on = targetEnum
	}
	k.attributesOn(on, d.Attributes)
	for _, m := range d.Members {
		switch m := m.(type) {
		case *parser.PropertyMember:
			k.attributesOn(targetProperty, m.Attributes)
		case *parser.FunctionMember:
			k.attributesOn(targetMethod, m.Attributes)
			for _, p := range m.Parameters {
				k.parameterAttributes(p)
			}
		}
	}
}

func (k *typeChecker) parameterAttributes(p *parser.Parameter) {
	for _, a := range p.Attributes {
		if a, ok := a.(*parser.Attribute); ok {
			k.attributesOn(targetParameter, []*parser.Attribute{a})
		}
	}
}

func (k *typeChecker) attributesOn(target string, list []*parser.Attribute) {
next:
	for _, a := range list {
		name := attributeName(a.Type)
		for _, known := range plainAttributes {
			if known.name != name {
				continue
			}
			if known.validOn != "" && !strings.Contains(known.validOn, target) {
				k.fail(a.Span, "AttributeNotAllowedOnDeclaration", known.fullName, known.validOn)
			}
			continue next
		}
		if !k.attributeType(a.Type) {
			k.fail(a.Type.Span, "CustomAttributeTypeNotFound", a.Type.Name)
		}
	}
}

// attributeType reports whether an attribute's type exists, with or without the
// ending of its name.
func (k *typeChecker) attributeType(t *parser.TypeName) bool {
	ended := *t
	ended.Name += "Attribute"
	return k.known(t) || k.names[value.Fold(ended.Name)] || k.known(&ended)
}
