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
			fmt.Sprintf("The scope '%s' is not valid. Valid scopes are \"Global\", \"Local\", \"Script\", \"Private\", or a number relative to the current scope.", name),
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
