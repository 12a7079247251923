package lab

import (
	"sort"
	"strings"

	"exolab/cmdlets/internal/patterns"
	"exolab/runtime"
	"exolab/runtime/value"
)

// GetLabHistory is Get-LabHistory: one object for each command that was run.
type GetLabHistory struct {
	Command []string `ps:"alias=Name,position=0"`
}

// End emits the commands of those names.
func (c *GetLabHistory) End(ctx *runtime.Context) error {
	h, err := hostOf(ctx)
	if err != nil {
		return err
	}
	for _, call := range h.History() {
		if len(c.Command) > 0 && !patterns.MatchAny(c.Command, call.Command) {
			continue
		}
		o := value.NewObject(5)
		o.TypeNames = []string{"Exolab.LabCall", "System.Object"}
		o.Set("Id", value.Int(call.ID))
		o.Set("Command", value.Str(call.Command))
		o.Set("Parameters", value.Obj(parametersOf(call)))
		o.Set("Line", value.Str(call.Line))
		o.Set("Failed", value.Bool(call.Failed))
		if err := ctx.Emit(value.Obj(o)); err != nil {
			return err
		}
	}
	return nil
}

// parametersOf are the bound parameters: a text where there is one value, else
// a list.
func parametersOf(call Call) *value.Dict {
	names := make([]string, 0, len(call.Parameters))
	for name := range call.Parameters {
		names = append(names, name)
	}
	sort.Strings(names)
	d := value.NewHashtable()
	for _, name := range names {
		if list := call.Parameters[name]; len(list) == 1 {
			d.Set(value.Str(name), value.Str(list[0]))
		} else {
			d.Set(value.Str(name), value.Strings(list...))
		}
	}
	return d
}

// GetLabDiff is Get-LabDiff: one object for each record that differs from the
// set-up.
type GetLabDiff struct {
	Kind []string `ps:"position=0"`
}

// End emits the changes of those kinds.
func (c *GetLabDiff) End(ctx *runtime.Context) error {
	h, err := hostOf(ctx)
	if err != nil {
		return err
	}
	changes, err := h.Diff()
	if err != nil {
		return refuse(ctx, "NoDiff", err.Error())
	}
	for _, change := range changes {
		if len(c.Kind) > 0 && !patterns.MatchAny(c.Kind, change.Kind) {
			continue
		}
		o := value.NewObject(4)
		o.TypeNames = []string{"Exolab.LabChange", "System.Object"}
		o.Set("Kind", value.Str(change.Kind))
		o.Set("Identity", value.Str(change.Identity))
		o.Set("Change", value.Str(change.Change))
		o.Set("Properties", value.Strings(change.Properties...))
		if err := ctx.Emit(value.Obj(o)); err != nil {
			return err
		}
	}
	return nil
}

// PromptWord is the word of which the prompt is made: its text is a value.
const PromptWord = "prompt"

// Lab is the command lab of the prompt, with a word behind it.
type Lab struct {
	Word []value.Value `ps:"position=0,remaining"`
}

// End runs the word and shows what it says.
func (c *Lab) End(ctx *runtime.Context) error {
	h, err := hostOf(ctx)
	if err != nil {
		return err
	}
	words := make([]string, len(c.Word))
	for i, word := range c.Word {
		words[i] = wordText(ctx, word)
	}
	text, quit, err := h.Command(words)
	if err != nil {
		return refuse(ctx, "LabCommand", err.Error())
	}
	if len(words) == 1 && words[0] == PromptWord {
		return ctx.Emit(value.Str(text))
	}
	if text = strings.TrimRight(text, "\n"); text != "" {
		if err := ctx.WriteHost(text, true, -1, -1); err != nil {
			return err
		}
	}
	if quit {
		return &runtime.ExitError{}
	}
	return nil
}

// wordText is an argument as it was typed: `a, b` is a list to PowerShell.
func wordText(ctx *runtime.Context, v value.Value) string {
	items, ok := value.ListItems(value.Unwrap(v))
	if !ok {
		return value.ToString(ctx.Env(), v)
	}
	parts := make([]string, len(items))
	for i, item := range items {
		parts[i] = value.ToString(ctx.Env(), item)
	}
	return strings.Join(parts, ", ")
}
