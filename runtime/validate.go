package runtime

import (
	"strings"

	"exolab/parser"
	"exolab/runtime/validation"
	"exolab/runtime/value"
)

// passiveAttributes say something about a parameter or variable that the
// binder has no use for.
var passiveAttributes = map[string]bool{"parameter": true, "alias": true, "allownull": true, "allowemptystring": true,
	"allowemptycollection": true, "argumentcompleter": true, "argumentcompletions": true, "supportswildcards": true,
	"psdefaultvalue": true, "pstypename": true, "credential": true, "suppressmessage": true, "experimental": true,
	"description": true, "displayname": true, "obsolete": true, "dscproperty": true, "validatedrive": true,
	"validateuserdrive": true, "validatetrusteddata": true, "nonserialized": true, "cmdletbinding": true, "outputtype": true}

// validation makes the attribute of that folded name from its arguments; nil
// for attributes that the binder has nothing to do with. An attribute that cannot
// be made becomes the fault of the metadata.
func (r *metadataReader) validation(name string, a *parser.Attribute) ParamAttribute {
	if err := r.misused(name, a); err != nil {
		r.failed(a, err)
		return nil
	}
	var made ParamAttribute
	var err error
	switch name {
	case "validaterange":
		made, err = r.validateRange(a)
	case "validatelength":
		made, err = bounded(r, a, validation.NewLength)
	case "validatecount":
		made, err = bounded(r, a, validation.NewCount)
	default:
		return r.plainValidation(name, a)
	}
	if err != nil {
		r.failed(a, notConstructed(a, err))
		return nil
	}
	return made
}

// plainValidation makes the attributes whose arguments need no check.
func (r *metadataReader) plainValidation(name string, a *parser.Attribute) ParamAttribute {
	switch name {
	case "validateset":
		return r.validateSet(a)
	case "validatepattern":
		return r.validatePattern(a)
	case "validatescript":
		return r.validateScript(a)
	case "validatenotnull":
		return &validation.NotNull{}
	case "validatenotnullorempty":
		return &validation.NotNull{Empty: true}
	case "validatenotnullorwhitespace":
		return &validation.NotNull{Empty: true, Blank: true}
	}
	if passiveAttributes[name] {
		return nil
	}
	return r.customAttribute(a)
}

func (r *metadataReader) namedText(a *parser.Attribute, name string) string {
	for _, n := range a.Named {
		if value.Fold(n.Name) == name {
			return r.text(n)
		}
	}
	return ""
}

func (r *metadataReader) validateSet(a *parser.Attribute) ParamAttribute {
	v := &validation.Set{ErrorMessage: r.namedText(a, "errormessage")}
	if len(a.Positional) == 0 {
		r.failedUnplaced(validation.OutOfRange("validValues", value.Obj(&value.Array{Elem: value.TypeString})))
	}
	for _, e := range a.Positional {
		if of, ok := e.(*parser.TypeExpression); ok {
			if _, err := r.frameOf().resolveType(of.Type); err != nil {
				r.failed(a, err)
				continue
			}
		}
		given := r.constant(e)
		if t, ok := value.As[*value.Type](given); ok && typeSetGenerator.IsAssignableFrom(t) {
			v.Generate = r.generatedSet(t)
			continue
		}
		for _, item := range value.Items(given) {
			v.Values = append(v.Values, r.string(item))
		}
	}
	for _, n := range a.Named {
		if value.Fold(n.Name) == "ignorecase" {
			v.CaseSensitive = !r.truth(n)
		}
	}
	return v
}

func (r *metadataReader) validatePattern(a *parser.Attribute) ParamAttribute {
	v := &validation.Pattern{ErrorMessage: r.namedText(a, "errormessage")}
	if len(a.Positional) > 0 {
		v.Pattern = r.string(r.constant(a.Positional[0]))
	}
	for _, n := range a.Named {
		if value.Fold(n.Name) == "options" {
			v.CaseSensitive = !strings.Contains(value.Fold(r.text(n)), "ignorecase")
		}
	}
	return v
}

func (r *metadataReader) validateScript(a *parser.Attribute) ParamAttribute {
	if len(a.Positional) == 0 {
		return nil
	}
	block, ok := value.As[*ScriptBlock](r.constant(a.Positional[0]))
	if !ok {
		return nil
	}
	return &ValidateScript{Block: block, session: r.session, ErrorMessage: r.namedText(a, "errormessage")}
}
