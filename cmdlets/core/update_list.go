package core

import (
	"slices"

	"exolab/runtime"
	"exolab/runtime/dotnet"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// UpdateList is Update-List.
type UpdateList struct {
	Add         []value.Value `ps:"notnullorempty,set=AddRemoveSet"`
	Remove      []value.Value `ps:"notnullorempty,set=AddRemoveSet"`
	Replace     []value.Value `ps:"notnullorempty,set=ReplaceSet,mandatory"`
	InputObject value.Value   `ps:"type=psobject,notnullorempty,pipeline"`
	Property    string        `ps:"notnullorempty,position=0"`
}

// Process changes the list in a property of one object.
func (c *UpdateList) Process(ctx *runtime.Context) error {
	if c.Property == "" {
		return nil
	}
	if c.InputObject.IsNull() {
		return ctx.WriteError(listProblem("MissingInputObjectParameter", "You must specify the InputObject parameter when the Property parameter is specified.", value.Null))
	}
	m := dotnet.GetMember(ctx.Env(), c.InputObject, dotnet.NameOf(c.Property))
	if m == nil {
		return ctx.WriteError(listProblem("MemberDoesntExist", "The property '"+c.Property+"' cannot be found on this object", c.InputObject))
	}
	list, err := dotnet.ReadMember(ctx.Env(), c.InputObject, m)
	if err != nil {
		return err
	}
	if rec := c.apply(ctx, list); rec != nil {
		return ctx.WriteError(rec)
	}
	return ctx.Emit(c.InputObject)
}

// apply changes a list in place.
func (c *UpdateList) apply(ctx *runtime.Context, list value.Value) *errs.Record {
	s, ok := value.As[*value.Sequence](value.Unwrap(list))
	if !ok {
		return errs.New("System.Management.Automation.PSInvalidOperationException",
			"Cannot apply the update because the object is not a supported collection type.", "ApplyFailed", value.InvalidOperation, value.Null)
	}
	if len(c.Replace) > 0 {
		s.Items = slices.Clone(c.Replace)
		return nil
	}
	s.Items = append(s.Items, c.Add...)
	for _, gone := range c.Remove {
		if i := slices.IndexFunc(s.Items, func(v value.Value) bool { return dotnet.SameValue(value.Unwrap(v), value.Unwrap(gone)) }); i >= 0 {
			s.Items = slices.Delete(s.Items, i, i+1)
		}
	}
	return nil
}

// End emits the changes as a table when no property is named: a parameter of
// another command takes it.
func (c *UpdateList) End(ctx *runtime.Context) error {
	if c.Property != "" {
		return nil
	}
	if !c.InputObject.IsNull() {
		return ctx.Throw(listProblem("MissingPropertyParameter", "You must specify the Property parameter when the InputObject parameter is specified.", value.Null))
	}
	table := value.NewHashtable()
	for _, part := range []struct {
		name  string
		items []value.Value
	}{{"Add", c.Add}, {"Remove", c.Remove}, {"Replace", c.Replace}} {
		if len(part.items) > 0 {
			table.Set(value.Str(part.name), value.List(part.items...))
		}
	}
	return ctx.Emit(value.Obj(table))
}

func listProblem(id, message string, target value.Value) *errs.Record {
	return errs.New("System.InvalidOperationException", message, id, value.InvalidOperation, target)
}
