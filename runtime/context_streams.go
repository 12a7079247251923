package runtime

import (
	"exolab/runtime/errs"
	"exolab/runtime/records"
	"exolab/runtime/value"
)

// WriteError reports an error that does not end the command, unless the error
// action says so. The record gets the command's name, position and id suffix.
func (c *Context) WriteError(rec *errs.Record) error { return c.writeRecord(rec, true) }

// WriteErrorAsCaller reports an error as one of the function or script that
// called the command, as Write-Error does.
func (c *Context) WriteErrorAsCaller(rec *errs.Record) error {
	if rec.Invocation == nil {
		inv := c.CallerInvocation()
		if inv != nil && inv.Span.End == 0 && c.errorAction() == actionStop {
			// An error that stops the script has a position even where no
			// command called.
			inv = nil
		}
		if inv != nil {
			rec.Invocation = inv
			if inv.Command != "" {
				rec.ID += "," + inv.Command
			}
			if rec.Activity == "" {
				rec.Activity = c.command.Name
			}
			if rec.StackTrace == "" {
				rec.StackTrace = c.frame.stackTrace()
			}
		}
	}
	return c.WriteError(rec)
}

// writeRecord writes an error; lists says if -ErrorVariable gets it too.
func (c *Context) writeRecord(rec *errs.Record, lists bool) error {
	if err := c.session.stopping(); err != nil {
		return err
	}
	c.label(rec)
	c.failed = true
	action := c.errorAction()
	if action == actionIgnore {
		return nil
	}
	to := c.session.currentStreams()
	c.session.rememberError(rec)
	if action == actionStop {
		c.session.noteException(rec, exStopped, stoppedMessage+rec.Message())
	} else if lists {
		note(to.errorLists, value.Obj(rec))
	}
	switch action {
	case actionSilent:
		return nil
	case actionStop:
		return &errs.Error{Record: rec, Thrown: true, Stopped: true}
	case actionInquire:
		if goOn, err := c.inquire(rec.Message()); err != nil || !goOn {
			return err
		}
	}
	return c.session.writeErrorTo(to, rec)
}

// Throw returns the error by which a command ends with that record
// (ThrowTerminatingError): `return ctx.Throw(rec)`.
func (c *Context) Throw(rec *errs.Record) error {
	if err := c.session.stopping(); err != nil {
		return err
	}
	c.label(rec)
	if rec.Exception != nil {
		c.session.noteException(rec, "System.Management.Automation.CmdletInvocationException", rec.Message())
	}
	return errs.Terminating(rec)
}

// Warning writes to the warning stream.
func (c *Context) Warning(message string) error {
	to := c.session.currentStreams()
	action := c.warningAction()
	if action == actionIgnore {
		return nil
	}
	if len(to.warningLists) > 0 {
		note(to.warningLists, value.Obj(records.NewMessage(records.TypeWarning, message, c.inv)))
	}
	return c.message(action, to.warning, records.TypeWarning, message, Host.Warning)
}

// Verbose writes to the verbose stream.
func (c *Context) Verbose(message string) error {
	return c.message(c.verboseAction(), c.session.currentStreams().verbose, records.TypeVerbose, message, Host.Verbose)
}

// Debug writes to the debug stream.
func (c *Context) Debug(message string) error {
	return c.message(c.debugAction(), c.session.currentStreams().debug, records.TypeDebug, message, Host.Debug)
}

// message writes text to a stream as an action says.
func (c *Context) message(a action, to Sink, t *value.Type, text string, show func(Host, string) error) error {
	if a == actionSilent || a == actionIgnore {
		return nil
	}
	var err error
	if to != nil {
		err = to.Emit(value.Obj(records.NewMessage(t, text, c.inv)))
	} else {
		err = show(c.session.Host, text)
	}
	if err != nil {
		return err
	}
	switch a {
	case actionStop:
		return c.stopByPreference(t, text)
	case actionInquire:
		_, err = c.inquire(continueQuestion)
	}
	return err
}

const continueQuestion = "Continue with this operation?"

// stopByPreference is the error that a preference of Stop raises for a
// message.
func (c *Context) stopByPreference(t *value.Type, text string) error {
	name := map[*value.Type]string{records.TypeWarning: "WarningPreference", records.TypeVerbose: "VerbosePreference", records.TypeDebug: "DebugPreference", records.TypeInformation: "InformationPreference"}[t]
	rec := errs.New("System.Management.Automation.ActionPreferenceStopException",
		"The running command stopped because the preference variable \""+name+"\" or common parameter is set to Stop: "+text,
		"ActionPreferenceStop", value.OperationStopped, value.Null)
	c.label(rec)
	return &errs.Error{Record: rec, Thrown: true, Stopped: true}
}

// Information writes a message object with tags to the information stream.
func (c *Context) Information(message value.Value, tags ...string) error {
	return c.writeInformation(c.newInformation(message, tags))
}

func (c *Context) writeInformation(rec *records.Information) error {
	a := c.informationAction()
	if a == actionIgnore {
		return nil
	}
	to := c.session.currentStreams()
	v := value.Obj(rec)
	note(to.informationLists, v)
	if to.information != nil {
		return to.information.Emit(v)
	}
	switch a {
	case actionSilent:
		return nil
	case actionStop:
		text := value.ToString(c.Env(), rec.Data)
		return c.stopByPreference(records.TypeInformation, text)
	case actionInquire:
		if goOn, err := c.inquire(continueQuestion); err != nil || !goOn {
			return err
		}
	}
	return c.session.Host.Information(value.ToString(c.Env(), rec.Data))
}

// WriteHost shows text on the console as Write-Host does: it is an
// information record tagged PSHOST that the host shows at once. Colours are
// ConsoleColor values, or -1.
func (c *Context) WriteHost(text string, newline bool, foreground, background int) error {
	rec := c.newInformation(value.Obj(&records.HostMessage{Text: text, NoNewline: !newline, Foreground: foreground, Background: background}), []string{"PSHOST"})
	a := action(actionContinue)
	if c.common != nil && c.common.informationAction != notGiven {
		a = c.common.informationAction
	}
	if a == actionIgnore {
		return nil
	}
	to := c.session.currentStreams()
	note(to.informationLists, value.Obj(rec))
	if to.information != nil {
		return to.information.Emit(value.Obj(rec))
	}
	if a == actionSilent {
		return nil
	}
	return c.session.Host.Text(text, newline, foreground, background)
}

// Progress writes to the progress stream.
func (c *Context) Progress(p Progress) error {
	a := c.preference(notGiven, "progresspreference")
	if c.common != nil && c.common.progressAction != notGiven {
		a = c.common.progressAction
	}
	if a == actionSilent || a == actionIgnore {
		return nil
	}
	return c.session.Host.Progress(p)
}

func (c *Context) newInformation(data value.Value, tags []string) *records.Information {
	rec := &records.Information{Data: data, Tags: tags, Source: c.command.Name}
	if c.session.Clock != nil {
		rec.Ticks = c.session.Clock()
	}
	if c.frame.source != nil && c.frame.source.Name != "" {
		rec.Source = c.frame.source.Name
	}
	return rec
}
