// Package scopes finds the scopes that cmdlets name with -Scope.
package scopes

import (
	"fmt"
	"strconv"

	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// ByName finds the scope that -Scope names, counted from the caller's:
// a word or the number of levels up.
func ByName(ctx *runtime.Context, name string) (*runtime.Scope, error) {
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
	if err == nil && n < 0 {
		return nil, outOfRange(ctx, name)
	}
	if err != nil {
		return nil, ctx.Throw(errs.New("System.Management.Automation.PSArgumentException",
			"Cannot process argument because the value of parameter \"Scope\" is not valid. Valid values are \"Global\", \"Local\", or \"Script\", or a number relative to "+
				"the current scope (0 through the number of scopes where 0 is the current scope and 1 is its parent). Change the value of the \"Scope\" parameter and run the operation again.",
			"Argument", value.InvalidArgument, value.Null))
	}
	for ; n > 0 && from != nil; n-- {
		from = from.Parent()
	}
	if from == nil {
		return nil, outOfRange(ctx, name)
	}
	return from, nil
}

func outOfRange(ctx *runtime.Context, name string) error {
	return ctx.Throw(errs.New("System.Management.Automation.PSArgumentOutOfRangeException",
		fmt.Sprintf("The scope number '%s' exceeds the number of active scopes. (Parameter 'scopeID')\nActual value was %s.", name, name),
		"ArgumentOutOfRange", value.InvalidArgument, value.Null))
}
