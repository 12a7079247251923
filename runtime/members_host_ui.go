package runtime

import (
	"errors"
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/dotnet/network"
	"exolab/runtime/value"
)

func loadHostUI(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	r.Get("System.Object RawUI", property(func(h *hostObject) value.Value { return h.part(typeHostRaw) }))
	r.Get("bool SupportsVirtualTerminal", property(func(*hostObject) value.Value { return value.True }))
	write := func(newline bool) func(c *value.Call) (value.Value, error) {
		return func(c *value.Call) (value.Value, error) {
			h, _ := value.As[*hostObject](c.This)
			text := ""
			if len(c.Args) > 0 {
				text = c.Args[len(c.Args)-1].Text()
			}
			return value.Void, h.session.Host.Text(text, newline, -1, -1)
		}
	}
	r.Method("void Write(string value)", write(false))
	r.Method("void Write(System.ConsoleColor foregroundColor, System.ConsoleColor backgroundColor, string value)", writeColoured(false))
	r.Method("void WriteLine()", write(true))
	r.Method("void WriteLine(string value)", write(true))
	r.Method("void WriteLine(System.ConsoleColor foregroundColor, System.ConsoleColor backgroundColor, string value)", writeColoured(true))
	stream := func(sig string, to func(h Host, text string) error) {
		r.Method(sig, func(c *value.Call) (value.Value, error) {
			h, _ := value.As[*hostObject](c.This)
			return value.Void, to(h.session.Host, c.Args[0].Text())
		})
	}
	stream("void WriteWarningLine(string message)", Host.Warning)
	stream("void WriteVerboseLine(string message)", Host.Verbose)
	stream("void WriteDebugLine(string message)", Host.Debug)
	stream("void WriteErrorLine(string value)", func(h Host, text string) error {
		if e, ok := h.(ErrorWriter); ok {
			return e.ErrorText(text)
		}
		return h.Text(text, true, -1, -1)
	})
	loadHostQuestions(r)
}

// loadHostQuestions adds the methods that ask the user for something.
func loadHostQuestions(r dotnet.Rows) {
	r.Method("string ReadLine()", func(c *value.Call) (value.Value, error) {
		h, _ := value.As[*hostObject](c.This)
		text, err := h.session.Host.ReadLine("", false)
		return orNull(value.Str(text), err)
	})
	r.Method("securestring ReadLineAsSecureString()", func(c *value.Call) (value.Value, error) {
		h, _ := value.As[*hostObject](c.This)
		text, err := h.session.Host.ReadLine("", true)
		return orNull(value.Obj(&network.SecureString{Plain: text}), err)
	})
	const credential = "pscredential PromptForCredential(string caption, string message, string userName, string targetName"
	r.Method(credential+")", promptForCredential)
	r.Method(credential+", System.Management.Automation.PSCredentialTypes allowedCredentialTypes, "+
		"System.Management.Automation.PSCredentialUIOptions options)", promptForCredential)
	r.Method("int PromptForChoice(string caption, string message, System.Object choices, int defaultChoice)", promptForChoice)
}

func writeColoured(newline bool) func(c *value.Call) (value.Value, error) {
	return func(c *value.Call) (value.Value, error) {
		h, _ := value.As[*hostObject](c.This)
		return value.Void, h.session.Host.Text(c.Args[2].Text(), newline, int(c.Args[0].Int64()), int(c.Args[1].Int64()))
	}
}

// promptForChoice asks one of the choices, given as ChoiceDescription objects
// or texts.
func promptForChoice(c *value.Call) (value.Value, error) {
	h, _ := value.As[*hostObject](c.This)
	var choices []Choice
	err := forEachItem(c.Args[2], func(v value.Value) error {
		choice := Choice{Label: value.ToString(c.Env, v)}
		if label, found, err := dotnet.Property(c.Env, v, dotnet.NameOf("Label")); found && err == nil {
			choice.Label = label.Text()
			help, _, _ := dotnet.Property(c.Env, v, dotnet.NameOf("HelpMessage"))
			choice.Help = help.Text()
		}
		choices = append(choices, choice)
		return nil
	})
	if err != nil {
		return value.Null, err
	}
	n, err := choose(h.session.Host, c.Args[0].Text(), c.Args[1].Text(), choices, int(c.Args[3].Int64()))
	return value.Int(n), err
}

// promptForCredential asks for a user name, unless it is given, and a password.
// A target becomes the domain of the name.
func promptForCredential(c *value.Call) (value.Value, error) {
	h, _ := value.As[*hostObject](c.This)
	heading := c.Args[1].Text()
	if caption := c.Args[0].Text(); caption != "" {
		heading = strings.TrimSuffix("\n"+caption+"\n"+heading, "\n")
	}
	return orNull(askCredential(h.session.Host, heading, c.Args[2].Text(), c.Args[3].Text()))
}

// orNull is an answer, or null at the end of input.
func orNull(answer value.Value, err error) (value.Value, error) {
	if errors.Is(err, ErrEndOfInput) {
		return value.Null, nil
	}
	return answer, err
}
