package utility

import (
	"exolab/cmdlets"
	"exolab/runtime"
	"exolab/runtime/dotnet/network"
	"exolab/runtime/value"
)

// ReadHost is Read-Host.
type ReadHost struct {
	Prompt         value.Value    `ps:"allownull,position=0,remaining"`
	AsSecureString cmdlets.Switch `ps:"set=AsSecureString"`
	MaskInput      cmdlets.Switch `ps:"set=AsString"`
}

// Process shows the prompt and emits the answer.
func (c *ReadHost) Process(ctx *runtime.Context) error {
	prompt := ""
	if ctx.Bound("Prompt") {
		prompt = hostText(ctx.Env(), c.Prompt, " ") + ": "
	}
	masked := bool(c.AsSecureString || c.MaskInput)
	answer, err := ctx.ReadLine(prompt, masked)
	if err != nil {
		return err
	}
	if answer.IsNull() {
		return c.unanswered(ctx)
	}
	if c.AsSecureString {
		return ctx.Emit(value.Obj(&network.SecureString{Plain: value.ToString(ctx.Env(), answer)}))
	}
	return ctx.Emit(answer)
}

// unanswered is what the end of input leaves: a prompt that is given up emits
// nothing, a bare line is null.
func (c *ReadHost) unanswered(ctx *runtime.Context) error {
	if ctx.Bound("Prompt") {
		return ctx.Host().Text("", true, -1, -1)
	}
	return ctx.Emit(value.Null)
}
