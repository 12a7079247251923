package shell

import (
	"strings"

	"exolab/runtime/errs"
	"exolab/runtime/format"
	"exolab/runtime/value"
)

// psStyle reads a property of $PSStyle, such as Formatting.Error.
func (sh *Shell) psStyle(path ...string) string { return format.PSStyle(sh.Session.Env(), path...) }

// viewStyle are the colours of views, none where the console shows none.
func (sh *Shell) viewStyle() format.Style {
	if !sh.Console.Coloured() {
		return format.Style{}
	}
	return format.StyleOf(sh.Session.Env())
}

// renderError is the text of an error as $ErrorView asks for it.
func (sh *Shell) renderError(rec *errs.Record) string {
	env := sh.Session.Env()
	view := errs.View{Name: value.ToString(env, env.Variable("ErrorView")), Width: sh.Console.Width(), Known: func(name string) bool {
		c, err := sh.Session.FindCommand(sh.Session.Global, name)
		return err == nil && c != nil
	}}
	if !sh.Console.Coloured() && !sh.Console.XMLMessages() {
		return format.RenderError(env, rec, view)
	}
	view.Colours = errs.Colours{Error: sh.psStyle("Formatting", "Error"), Accent: sh.psStyle("Formatting", "ErrorAccent"), Reset: sh.psStyle("Reset")}
	return strings.Join(format.SplitStyled(format.RenderError(env, rec, view)), "\n")
}
