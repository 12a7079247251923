package utility

import (
	"fmt"

	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

func variableNotFound(name string) *errs.Record {
	return errs.New("System.Management.Automation.ItemNotFoundException",
		fmt.Sprintf("Cannot find a variable with the name '%s'.", name), "VariableNotFound", value.ObjectNotFound, value.Str(name))
}

func variableNotWritable(name, id, text string) *errs.Record {
	return errs.New("System.Management.Automation.SessionStateUnauthorizedAccessException", fmt.Sprintf(text, name), id, value.WriteError, value.Str(name))
}

const (
	cannotOverwrite      = "Cannot overwrite variable %s because it is read-only or constant."
	cannotBecomeConstant = "Existing variable %s cannot be made constant. Variables can be made constant only at creation time."

	cannotRemove = "Cannot remove variable %s because it is constant or read-only. If the variable is read-only, try the operation again specifying the Force option."
)

// protected reports whether a variable refuses to be changed, -Force or not.
func protected(v *runtime.Variable, force bool) bool {
	return v.Options()&runtime.OptionConstant != 0 || v.Options()&runtime.OptionReadOnly != 0 && !force
}
