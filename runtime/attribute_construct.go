package runtime

import (
	"errors"
	"fmt"

	"exolab/parser"
	"exolab/runtime/dotnet"
	"exolab/runtime/validation"
	"exolab/runtime/value"
)

// attributeShape says which arguments an attribute takes.
type attributeShape struct {
	name string
	// positional are the numbers of positional arguments that have a
	// constructor, as a bit set.
	positional uint8
	// named are the folded names of its properties.
	named []string
	// owner is the full name of the type that lacks a property. PowerShell names
	// CmdletBindingAttribute for all attributes that it makes without reflection.
	owner string
}

const (
	bindingOwner     = "System.Management.Automation.CmdletBindingAttribute"
	anyArguments     = 0xff
	automationPrefix = "System.Management.Automation."
)

var attributeShapes = [...]attributeShape{
	{"cmdletbinding", 1, []string{"defaultparametersetname", "helpuri", "supportsshouldprocess", "positionalbinding", "confirmimpact", "supportstransactions", "supportspaging", "remotingcapability"}, bindingOwner},
	{"parameter", 1 | 1<<2, []string{"position", "parametersetname", "mandatory", "valuefrompipeline", "valuefrompipelinebypropertyname", "valuefromremainingarguments", "helpmessage", "helpmessagebasename", "helpmessageresourceid", "dontshow"}, bindingOwner},
	{"outputtype", anyArguments, []string{"parametersetname", "providercmdlet"}, bindingOwner},
	{"alias", anyArguments, nil, bindingOwner},
	{"validateset", anyArguments, []string{"ignorecase", "errormessage"}, bindingOwner},
	{"validatenotnull", 1, nil, bindingOwner},
	{"validatenotnullorempty", 1, nil, bindingOwner},
	{"validatenotnullorwhitespace", 1, nil, automationPrefix + "ValidateNotNullOrWhiteSpaceAttribute"},
	{"validaterange", 1<<1 | 1<<2, nil, automationPrefix + "ValidateRangeAttribute"},
	{"validatelength", 1 << 2, nil, automationPrefix + "ValidateLengthAttribute"},
	{"validatecount", 1 << 2, nil, automationPrefix + "ValidateCountAttribute"},
	{"validatepattern", 1 << 1, []string{"options", "errormessage"}, automationPrefix + "ValidatePatternAttribute"},
	{"validatescript", 1 << 1, []string{"errormessage"}, automationPrefix + "ValidateScriptAttribute"},
	{"allownull", 1, nil, automationPrefix + "AllowNullAttribute"},
	{"allowemptystring", 1, nil, automationPrefix + "AllowEmptyStringAttribute"},
	{"allowemptycollection", 1, nil, automationPrefix + "AllowEmptyCollectionAttribute"},
	{"supportswildcards", 1, nil, automationPrefix + "SupportsWildcardsAttribute"},
}

// failedUnplaced keeps the first error of reading the param block that PowerShell
// gives no place in it: it is shown where the command is called.
func (r *metadataReader) failedUnplaced(err error) {
	if r.meta.Fault == nil {
		r.meta.Fault = err
	}
}

// misused is the error of an attribute that has arguments which it does not take.
func (r *metadataReader) misused(name string, a *parser.Attribute) error {
	for i := range attributeShapes {
		if s := &attributeShapes[i]; s.name == name {
			return s.check(r, a)
		}
	}
	return nil
}

func (s *attributeShape) check(r *metadataReader, a *parser.Attribute) error {
	if n := len(a.Positional); s.positional != anyArguments && (n > 7 || s.positional&(1<<n) == 0) {
		message := fmt.Sprintf("Cannot find an overload for \".ctor\" and the argument count: \"%d\".", n)
		if s.owner == bindingOwner {
			return invalidOperation("MethodCountCouldNotFindBest", "%s", message)
		}
		e := value.NewException("System.Management.Automation.MethodException", message)
		e.ErrorID = "MethodCountCouldNotFindBest"
		return e
	}
next:
	for _, n := range a.Named {
		for _, known := range s.named {
			if value.Fold(n.Name) == known {
				continue next
			}
		}
		e := invalidOperation("PropertyNotFoundForType", "Property '%s' cannot be found for type '%s'.", n.Name, s.owner)
		if s.owner != bindingOwner {
			return e
		}
		f := r.frameOf()
		f.pos = n.Span
		return f.asError(e)
	}
	return nil
}

// notConstructed is what an exception of an attribute's constructor becomes: an
// error of the engine is raised as it is.
func notConstructed(a *parser.Attribute, err error) error {
	var e *value.Exception
	if !errors.As(err, &e) || value.ExceptionType(exRuntime).IsAssignableFrom(e.T) {
		return err
	}
	outer := invalidOperation("ExceptionConstructingAttribute", "The following exception occurred while constructing the attribute \"%s\": \"%s\"", a.Type.String(), e.Message)
	outer.Inner = e
	return outer
}

// bounded makes an attribute of two Lengths.
func bounded[T ParamAttribute](r *metadataReader, a *parser.Attribute, construct func(validation.Lengths) (T, error)) (ParamAttribute, error) {
	var l validation.Lengths
	for i, to := range []*int{&l.Min, &l.Max} {
		v, err := value.Convert(r.env(), r.constant(a.Positional[i]), value.TypeInt32)
		if err != nil {
			return nil, err
		}
		*to = int(v.Int64())
	}
	return construct(l)
}

func (r *metadataReader) validateRange(a *parser.Attribute) (ParamAttribute, error) {
	if len(a.Positional) == 2 {
		return validation.NewRange(r.env(), r.constant(a.Positional[0]), r.constant(a.Positional[1]))
	}
	kinds := dotnet.MustType("System.Management.Automation.ValidateRangeKind")
	kind, err := value.Convert(r.env(), r.constant(a.Positional[0]), kinds)
	if err != nil {
		return nil, err
	}
	return &validation.Range{Kind: value.Fold(value.ToString(r.env(), kind))}, nil
}
