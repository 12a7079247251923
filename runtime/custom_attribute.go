package runtime

import (
	"exolab/parser"
	"exolab/runtime/dotnet"
	"exolab/runtime/validation"
	"exolab/runtime/value"
)

// The types that a script's own attributes derive from.
var (
	typeCmdletMetadata = &value.Type{Name: "CmdletMetadataAttribute", FullName: "System.Management.Automation.Internal.CmdletMetadataAttribute",
		Kind: value.KindObject, Base: value.TypeObject, IsAbstract: true}
	typeValidateArguments  = abstractAttribute("ValidateArgumentsAttribute", typeCmdletMetadata)
	typeValidateEnumerated = abstractAttribute("ValidateEnumeratedArgumentsAttribute", typeValidateArguments)
	typeTransformation     = abstractAttribute("ArgumentTransformationAttribute", typeCmdletMetadata)
	typeSetGenerator       = &value.Type{Name: "IValidateSetValuesGenerator", FullName: "System.Management.Automation.IValidateSetValuesGenerator",
		Kind: value.KindObject, IsInterface: true}
)

func abstractAttribute(name string, base *value.Type) *value.Type {
	t := automationType(name, base)
	t.IsAbstract = true
	return t
}

// customAttribute makes an attribute of a class that the script defined:
// derived from ValidateArgumentsAttribute or ArgumentTransformationAttribute.
func (r *metadataReader) customAttribute(a *parser.Attribute) ParamAttribute {
	f := r.frameOf()
	t, ok := f.session.lookupType(f, a.Type.String())
	if !ok {
		t, ok = f.session.lookupType(f, a.Type.String()+"Attribute")
	}
	if !ok {
		r.failed(a, invalidOperation("CustomAttributeTypeNotFound",
			"Cannot find the type for custom attribute '%s'. Make sure that the assembly that contains this type is loaded.", a.Type.String()))
		return nil
	}
	validates, transforms := typeValidateArguments.IsAssignableFrom(t), typeTransformation.IsAssignableFrom(t)
	if t.IsAbstract || !validates && !transforms {
		return nil
	}
	made, err := r.construct(t, a)
	if err != nil {
		r.failed(a, err)
		return nil
	}
	own := scriptAttribute{reader: r, this: made}
	switch {
	case transforms:
		return &scriptTransformation{own}
	case typeValidateEnumerated.IsAssignableFrom(t):
		return &scriptElementValidation{own}
	}
	return &scriptValidation{own}
}

// construct makes the object of an attribute from its arguments.
func (r *metadataReader) construct(t *value.Type, a *parser.Attribute) (value.Value, error) {
	var args []value.Value
	for _, e := range a.Positional {
		args = append(args, r.constant(e))
	}
	made, err := dotnet.New(r.env(), t, args)
	if err != nil {
		return value.Null, err
	}
	for _, n := range a.Named {
		if err := dotnet.SetProperty(r.env(), made, dotnet.NameOf(n.Name), r.named(n)); err != nil {
			return value.Null, err
		}
	}
	return made, nil
}

// failed keeps the first error of reading the param block; it is raised when
// the command is called.
func (r *metadataReader) failed(a *parser.Attribute, err error) {
	if r.meta.Fault != nil {
		return
	}
	f := r.frameOf()
	f.pos = a.Span
	r.meta.Fault = f.asError(err)
}

// scriptAttribute is an attribute whose class a script defined.
type scriptAttribute struct {
	reader *metadataReader
	this   value.Value
}

// Name returns the name of the attribute's class.
func (a *scriptAttribute) Name() string { return value.TypeOf(a.this).Name }

// object is what scripts see of the attribute.
func (a *scriptAttribute) object() value.Value { return a.this }

// call runs a method of the attribute.
func (a *scriptAttribute) call(method string, args ...value.Value) (value.Value, error) {
	return dotnet.InvokeMethod(a.reader.frameOf(), a.this, dotnet.NameOf(method), args, nil)
}

// scriptValidation checks the argument as a whole.
type scriptValidation struct{ scriptAttribute }

// Apply calls Validate.
func (a *scriptValidation) Apply(_ value.Env, v value.Value) (value.Value, error) {
	_, err := a.call("Validate", v, value.Obj(engineIntrinsics{}))
	return v, refused(err)
}

// scriptElementValidation checks each element of the argument.
type scriptElementValidation struct{ scriptAttribute }

// Apply calls ValidateElement for every element.
func (a *scriptElementValidation) Apply(_ value.Env, v value.Value) (value.Value, error) {
	return v, validation.EachElement(v, func(item value.Value) error {
		_, err := a.call("ValidateElement", item)
		return refused(err)
	})
}

// scriptTransformation changes the argument before its type is looked at.
type scriptTransformation struct{ scriptAttribute }

// Apply calls Transform.
func (a *scriptTransformation) Apply(_ value.Env, v value.Value) (value.Value, error) {
	out, err := a.call("Transform", value.Obj(engineIntrinsics{}), v)
	if err != nil {
		return v, refused(err)
	}
	return out, nil
}

// Transforms marks a transformation.
func (*scriptTransformation) Transforms() {}

// refused is the exception of an attribute's method that did not admit an
// argument.
func refused(err error) error {
	if err == nil || IsFlow(err) {
		return err
	}
	return exceptionOf(err)
}

// generatedSet gives the values of a set by an object of a class that
// implements IValidateSetValuesGenerator.
func (r *metadataReader) generatedSet(t *value.Type) func() ([]string, error) {
	return func() ([]string, error) {
		f := r.frameOf()
		made, err := dotnet.New(f, t, nil)
		if err != nil {
			return nil, err
		}
		list, err := dotnet.InvokeMethod(f, made, dotnet.NameOf("GetValidValues"), nil, nil)
		if err != nil {
			return nil, err
		}
		if list.IsNull() {
			return nil, validation.Invalid("ValidateSetGeneratedValidValuesListIsNull", "Valid values generator return a null value.")
		}
		var out []string
		for _, item := range value.Items(list) {
			out = append(out, r.string(item))
		}
		return out, nil
	}
}
