package core

import (
	"exolab/cmdlets"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// SetStrictMode is Set-StrictMode.
type SetStrictMode struct {
	Off     cmdlets.Switch `ps:"mandatory,set=Off"`
	Version value.Value    `ps:"alias=v,mandatory,set=Version"`
}

// latestStrictMode is what -Version Latest means: stricter than any number.
const latestStrictMode = 99

// End sets the strict mode of the caller's scope.
func (c *SetStrictMode) End(ctx *runtime.Context) error {
	if c.Off {
		ctx.Session().SetStrictMode(ctx.Scope(), 0)
		return nil
	}
	version, ok := strictVersion(ctx, c.Version)
	if !ok {
		text := value.ToString(ctx.Env(), c.Version)
		return ctx.Throw(errs.New("System.Management.Automation.ParameterBindingArgumentTransformationException",
			"Cannot process argument transformation on parameter 'Version'. Cannot convert value \""+text+"\" to type \"System.Version\".",
			"ParameterArgumentTransformationError", value.InvalidData, value.Null))
	}
	ctx.Session().SetStrictMode(ctx.Scope(), version)
	return nil
}

// strictVersion reads 1, 2.0, '3' or Latest.
func strictVersion(ctx *runtime.Context, v value.Value) (int, bool) {
	text := value.ToString(ctx.Env(), v)
	if value.Fold(text) == "latest" {
		return latestStrictMode, true
	}
	if f, err := value.Convert(ctx.Env(), value.Str(text), value.TypeDouble); err == nil {
		return int(f.Float()), true
	}
	version, err := value.Convert(ctx.Env(), v, value.TypeVersion)
	if err != nil {
		return 0, false
	}
	known, ok := value.As[value.Version](version)
	return known.Major, ok
}
