package utility

import (
	"fmt"
	"strconv"

	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// scopeByName finds the scope that -Scope names, counted from the caller's:
// a word or the number of levels up.
func scopeByName(ctx *runtime.Context, name string) (*runtime.Scope, error) {
	from := ctx.Scope()
	switch value.Fold(name) {
	case "", "local", "private":
		return from, nil
	case "global":
		return from.Global(), nil
	case "script":
		return from.Script(), nil
	}
	n, err := strconv.Atoi(name)
	if err != nil || n < 0 {
		return nil, ctx.Throw(errs.New("System.Management.Automation.PSArgumentException",
			fmt.Sprintf("The scope '%s' is not valid. Valid scopes are \"Global\", \"Local\", \"Script\", \"Private\", or a number relative to the current scope.", name),
			"Argument", value.InvalidArgument, value.Null))
	}
	for ; n > 0 && from != nil; n-- {
		from = from.Parent()
	}
	if from == nil {
		return nil, ctx.Throw(errs.New("System.Management.Automation.PSArgumentOutOfRangeException",
			fmt.Sprintf("The scope number '%s' exceeds the number of active scopes. (Parameter 'scopeID')\nActual value was %s.", name, name),
			"ArgumentOutOfRange", value.InvalidArgument, value.Null))
	}
	return from, nil
}

func variableNotFound(name string) *errs.Record {
	return errs.New("System.Management.Automation.ItemNotFoundException",
		fmt.Sprintf("Cannot find a variable with the name '%s'.", name), "VariableNotFound", value.ObjectNotFound, value.Str(name))
}

func variableNotWritable(name, id, text string) *errs.Record {
	return errs.New("System.Management.Automation.SessionStateUnauthorizedAccessException", fmt.Sprintf(text, name), id, value.WriteError, value.Str(name))
}

const (
	cannotOverwrite = "Cannot overwrite variable %s because it is read-only or constant."
	cannotRemove    = "Cannot remove variable %s because it is constant or read-only. If the variable is read-only, try the operation again specifying the Force option."
)

// protected reports whether a variable refuses to be changed, -Force or not.
func protected(v *runtime.Variable, force bool) bool {
	return v.Options()&runtime.OptionConstant != 0 || v.Options()&runtime.OptionReadOnly != 0 && !force
}
