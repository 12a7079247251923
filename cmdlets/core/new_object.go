package core

import (
	"errors"
	"fmt"

	"exolab/cmdlets"
	"exolab/runtime"
	"exolab/runtime/dotnet"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// NewObject is New-Object.
type NewObject struct {
	TypeName     string         `ps:"mandatory,position=0,set=Net"`
	ArgumentList []value.Value  `ps:"alias=Args,position=1,set=Net"`
	ComObject    string         `ps:"mandatory,position=0,set=Com"`
	Strict       cmdlets.Switch `ps:"set=Com"`
	Property     *value.Dict    `ps:"type=System.Collections.IDictionary"`
}

// Process makes the object.
func (c *NewObject) Process(ctx *runtime.Context) error {
	if c.ComObject != "" {
		return newComObject(ctx, c.ComObject)
	}
	t, ok := ctx.Env().LookupType(c.TypeName)
	if rule := dotnet.Refusal(c.TypeName); !ok && rule != "" {
		return ctx.Throw(refusedObject(c.TypeName, rule))
	}
	if !ok {
		return ctx.Throw(errs.New("System.Management.Automation.PSArgumentException",
			"Cannot find type ["+c.TypeName+"]: verify that the assembly containing this type is loaded.", "TypeNotFound", value.InvalidType, value.Null))
	}
	object, err := c.construct(ctx, t)
	if err != nil {
		return err
	}
	if c.Property != nil {
		if err := c.setProperties(ctx, object); err != nil {
			return err
		}
	}
	return ctx.Emit(object)
}

func (c *NewObject) construct(ctx *runtime.Context, t *value.Type) (value.Value, error) {
	if (t == value.TypePSObject || t == value.TypePSCustomObject) && len(c.ArgumentList) == 0 {
		return value.Obj(value.NewObject(0)), nil
	}
	object, err := dotnet.New(ctx.Env(), t, c.ArgumentList)
	var exception *value.Exception
	if !errors.As(err, &exception) {
		return object, err
	}
	if rule := dotnet.Refusal(t.FullName); rule != "" {
		return value.Null, ctx.Throw(refusedObject(c.TypeName, rule))
	}
	if exception.Inner == nil {
		return value.Null, ctx.Throw(errs.New("System.Management.Automation.PSArgumentException",
			"A constructor was not found. Cannot find an appropriate constructor for type "+c.TypeName+".", "CannotFindAppropriateCtor", value.ObjectNotFound, value.Null))
	}
	rec := errs.FromException(exception)
	rec.ID, rec.Category = "ConstructorInvokedThrowException", value.InvalidOperation
	return value.Null, ctx.Throw(rec)
}

// refusedObject is the error for a type that exolab does not give scripts.
func refusedObject(name, rule string) *errs.Record {
	return errs.New("System.NotSupportedException", fmt.Sprintf("%s is not emulated: %s.", name, rule), "NotEmulated", value.NotImplemented, value.Str(name))
}

func (c *NewObject) setProperties(ctx *runtime.Context, object value.Value) (err error) {
	custom, isCustom := value.As[*value.PSObject](object)
	c.Property.Each(func(key, v value.Value) bool {
		name := value.ToString(ctx.Env(), key)
		if isCustom && custom.T == nil {
			custom.Set(name, v)
			return true
		}
		if dotnet.GetMember(ctx.Env(), object, dotnet.NameOf(name)) == nil {
			err = ctx.Throw(errs.New("System.InvalidOperationException",
				"The member \""+name+"\" was not found for the specified .NET object.", "InvalidOperationException", value.InvalidOperation, value.Null))
		} else if failure := dotnet.SetProperty(ctx.Env(), object, dotnet.NameOf(name), v); failure != nil {
			err = ctx.Throw(errs.New("System.Exception",
				"The value supplied is not valid, or the property is read-only. Change the value, and then try again.", "SetValueException", value.InvalidData, value.Null))
		}
		return err == nil
	})
	return err
}
