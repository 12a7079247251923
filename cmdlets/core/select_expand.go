package core

import (
	"slices"

	"exolab/runtime"
	"exolab/runtime/dotnet"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// expanded emits the elements of the property to expand; the selected
// properties are added to each.
func (c *SelectObject) expanded(ctx *runtime.Context, v, selected value.Value) error {
	content, found, err := c.expand.Find(ctx.Env(), v)
	if err != nil {
		return ctx.WriteError(runtime.RecordOf(err))
	}
	if !found {
		return ctx.WriteError(errs.New("System.Management.Automation.PSArgumentException",
			"Property \""+c.ExpandProperty+"\" cannot be found.", "ExpandPropertyNotFound", value.InvalidArgument, v))
	}
	list, ok := content.Object().(value.Enumerable)
	if _, isTable := content.Object().(*value.Dict); !ok || isTable {
		if content.IsNull() {
			return nil
		}
		return c.expandedElement(ctx, content, selected)
	}
	return list.Enumerate(func(item value.Value) error {
		if item.IsNull() {
			return nil
		}
		return c.expandedElement(ctx, item, selected)
	})
}

func (c *SelectObject) expandedElement(ctx *runtime.Context, item, selected value.Value) error {
	bag, ok := value.As[*value.PSObject](selected)
	if !ok || bag.Len() == 0 {
		markSelected(item)
		return c.emit(ctx, item)
	}
	item = decorable(item)
	for i, name := range bag.Shape().Names() {
		if dotnet.GetMember(ctx.Env(), item, dotnet.NameOf(name)) != nil {
			if err := ctx.WriteError(errs.New("System.Management.Automation.PSArgumentException",
				"The property cannot be processed because the property \""+name+"\" already exists.",
				"AlreadyExistingUserSpecifiedPropertyExpand", value.InvalidOperation, selected)); err != nil {
				return err
			}
			continue
		}
		dotnet.AddMember(item, &value.Member{Name: name, Kind: value.NoteProperty, Value: bag.At(i)})
	}
	return c.emit(ctx, item)
}

// decorable returns v in a form that extra members can be added to; a custom
// object is copied, so that the original stays as it is.
func decorable(v value.Value) value.Value {
	switch v.Object().(type) {
	case *value.PSObject:
		return dotnet.CopyObject(v)
	case value.Extensible:
		return v
	}
	return value.Obj(&value.Decorated{Inner: v})
}

// selectedTypeNames are the type names of an object made from v: the name of its
// .NET type with "Selected." before it.
func selectedTypeNames(v value.Value) []string {
	if o, ok := v.Object().(*value.PSObject); ok {
		if o.T == nil {
			return selectedNames(customObject)
		}
		return selectedNames(o.T.FullName)
	}
	first := customObject
	if names := dotnet.TypeNames(v); len(names) > 0 {
		first = names[0]
	}
	return selectedNames(first)
}

const customObject = "System.Management.Automation.PSCustomObject"

// markSelected gives a custom object that passes as it is the type name of
// selected objects.
func markSelected(v value.Value) {
	o, ok := v.Object().(*value.PSObject)
	switch {
	case !ok || o.T != nil:
	case o.TypeNames == nil:
		o.TypeNames = selectedNames(customObject)
	case !slices.Contains(o.TypeNames, "Selected."+customObject):
		o.TypeNames = append([]string{"Selected." + customObject}, o.TypeNames...)
	}
}
