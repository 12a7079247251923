package core

import (
	"errors"
	"strings"

	"exolab/runtime"
	"exolab/runtime/dotnet"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// shell is the object that New-Object -ComObject WScript.Shell gives: its
// message boxes are choice prompts here.
type shell struct {
	value.Extended
	host runtime.Host
}

var typeShell = &value.Type{Name: "__ComObject", FullName: "System.__ComObject", Kind: value.KindObject, Base: value.TypeObject, Load: loadShell}

// PSType returns the type of COM objects.
func (*shell) PSType() *value.Type { return typeShell }

// newComObject makes the COM objects that there are without Windows.
func newComObject(ctx *runtime.Context, id string) error {
	if strings.EqualFold(id, "wscript.shell") {
		return ctx.Emit(value.Obj(&shell{host: ctx.Session().Host}))
	}
	return ctx.Throw(errs.New("System.Runtime.InteropServices.COMException",
		"Cannot make the COM object '"+id+"': exolab has no COM, but for WScript.Shell.",
		"NoCOMClassIdentified", value.ResourceUnavailable, value.Null))
}

// button is one button of a message box with what Popup returns for it.
type button struct {
	label  string
	result int
}

var okButton, cancelButton = button{"&OK", 1}, button{"&Cancel", 2}
var yesButton, noButton, retryButton = button{"&Yes", 6}, button{"&No", 7}, button{"&Retry", 4}

// boxes are the buttons by the lowest bits of Popup's type.
var boxes = [...][]button{{okButton}, {okButton, cancelButton}, {{"&Abort", 3}, retryButton, {"&Ignore", 5}},
	{yesButton, noButton, cancelButton}, {yesButton, noButton}, {retryButton, cancelButton}}

func loadShell(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	r.Method("int Popup(string Text, System.Object SecondsToWait = null, System.Object Title = null, int Type = 0)", popup)
}

// popup asks what a message box would ask; where nobody can answer, its
// default button does.
func popup(c *value.Call) (value.Value, error) {
	s, _ := value.As[*shell](c.This)
	title, kind := "", 0
	if len(c.Args) > 2 {
		title = value.ToString(c.Env, c.Args[2])
	}
	if len(c.Args) > 3 {
		kind = int(c.Args[3].Int64())
	}
	buttons := boxes[0]
	if box := kind & 15; box < len(boxes) {
		buttons = boxes[box]
	}
	chosen := min(kind>>8&3, len(buttons)-1)
	choices := make([]runtime.Choice, len(buttons))
	for i, b := range buttons {
		choices[i].Label = b.label
	}
	if s.host.Interactive() {
		n, err := s.host.Choice(title, c.Args[0].Text(), choices, chosen)
		if err != nil && !errors.Is(err, runtime.ErrNonInteractive) && !errors.Is(err, runtime.ErrEndOfInput) {
			return value.Null, err
		}
		if err == nil {
			chosen = n
		}
	}
	return value.Int(buttons[chosen].result), nil
}
