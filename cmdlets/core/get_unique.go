package core

import (
	"strings"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/objects"
	"exolab/runtime"
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// GetUnique is Get-Unique.
type GetUnique struct {
	InputObject     value.Value    `ps:"type=psobject,pipeline"`
	AsString        cmdlets.Switch `ps:"set=AsString"`
	OnType          cmdlets.Switch `ps:"set=UniqueByType"`
	CaseInsensitive cmdlets.Switch `ps:""`

	last  value.Value
	begun bool
}

// Process passes on an object that differs from the one before it.
func (c *GetUnique) Process(ctx *runtime.Context) error {
	if c.begun && c.repeats(ctx) {
		return nil
	}
	c.last, c.begun = c.InputObject, true
	return ctx.Emit(c.InputObject)
}

func (c *GetUnique) repeats(ctx *runtime.Context) bool {
	switch {
	case bool(c.OnType):
		return typeNameOf(c.last) == typeNameOf(c.InputObject)
	case bool(c.AsString):
		a, b := value.ToString(ctx.Env(), c.last), value.ToString(ctx.Env(), c.InputObject)
		return a == b || bool(c.CaseInsensitive) && strings.EqualFold(a, b)
	}
	return objects.Compare(ctx.Env(), c.last, c.InputObject, !bool(c.CaseInsensitive)) == 0
}

func typeNameOf(v value.Value) string {
	if names := dotnet.TypeNames(v); len(names) > 0 {
		return names[0]
	}
	return ""
}
