package runtime

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// contextCall makes a method of $PSCmdlet from a function on its Context.
func contextCall(run func(c *Context, args []value.Value) (value.Value, error)) func(c *value.Call) (value.Value, error) {
	return func(call *value.Call) (value.Value, error) {
		c, ok := value.As[*Context](call.This)
		if !ok {
			return value.Void, nil
		}
		return run(c, call.Args)
	}
}

// silentCall is contextCall for methods without a result.
func silentCall(run func(c *Context, args []value.Value) error) func(c *value.Call) (value.Value, error) {
	return contextCall(func(c *Context, args []value.Value) (value.Value, error) { return value.Void, run(c, args) })
}

func loadPSCmdlet(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	r.Get("string ParameterSetName", property(func(c *Context) value.Value { return value.Str(c.set) }))
	r.Get("System.Management.Automation.InvocationInfo MyInvocation", property(func(c *Context) value.Value { return value.Obj(c.inv) }))
	r.Get("System.Management.Automation.SessionState SessionState", fixed(sessionIntrinsics{}))
	r.Get("System.Management.Automation.ICommandRuntime CommandRuntime", property(func(c *Context) value.Value { return value.Obj(c) }))
	r.Get("System.Management.Automation.Host.PSHost Host", property(func(c *Context) value.Value {
		v, _ := c.session.Global.Get("host")
		return v
	}))
	r.Get("bool Stopping", property(func(c *Context) value.Value { return value.Bool(c.session.cancelled() != nil) }))
	loadPSCmdletStreams(r)
	loadPSCmdletQuestions(r)
	r.Method("System.Object GetVariableValue(string name)", contextCall(func(c *Context, args []value.Value) (value.Value, error) {
		v, _ := c.frame.scope.Get(value.Fold(args[0].Text()))
		return v, nil
	}))
	r.Method("System.Object GetVariableValue(string name, System.Object defaultValue)", contextCall(func(c *Context, args []value.Value) (value.Value, error) {
		if v, ok := c.frame.scope.Get(value.Fold(args[0].Text())); ok {
			return v, nil
		}
		return args[1], nil
	}))
	r.Method("string GetUnresolvedProviderPathFromPSPath(string path)", contextCall(func(c *Context, args []value.Value) (value.Value, error) {
		return value.Str(c.session.FilePath(args[0].Text())), nil
	}))
}

func loadPSCmdletStreams(r dotnet.Rows) {
	text := func(write func(c *Context, text string) error) func(*value.Call) (value.Value, error) {
		return silentCall(func(c *Context, args []value.Value) error { return write(c, args[0].Text()) })
	}
	r.Method("void WriteVerbose(string text)", text((*Context).Verbose))
	r.Method("void WriteWarning(string text)", text((*Context).Warning))
	r.Method("void WriteDebug(string text)", text((*Context).Debug))
	r.Method("void WriteObject(System.Object sendToPipeline)", silentCall(func(c *Context, args []value.Value) error { return c.Emit(args[0]) }))
	r.Method("void WriteObject(System.Object sendToPipeline, bool enumerateCollection)", silentCall(func(c *Context, args []value.Value) error {
		if args[1].AsBool() {
			return c.Enumerate(args[0])
		}
		return c.Emit(args[0])
	}))
	r.Method("void WriteError(System.Management.Automation.ErrorRecord errorRecord)", silentCall(func(c *Context, args []value.Value) error {
		rec, ok := value.As[*errs.Record](args[0])
		if !ok {
			return nil
		}
		rec.Invocation = nil
		return c.WriteError(rec)
	}))
	r.Method("void ThrowTerminatingError(System.Management.Automation.ErrorRecord errorRecord)", silentCall(func(c *Context, args []value.Value) error {
		rec, ok := value.As[*errs.Record](args[0])
		if !ok {
			return nil
		}
		rec.Invocation = nil
		c.label(rec)
		return &errs.Error{Record: rec, Leaving: c}
	}))
	r.Method("void WriteInformation(System.Object messageData, string[] tags)", silentCall(func(c *Context, args []value.Value) error {
		var tags []string
		for _, tag := range itemsOf(args[1]) {
			tags = append(tags, tag.Text())
		}
		return c.Information(args[0], tags...)
	}))
	r.Method("void WriteCommandDetail(string text)", text(func(*Context, string) error { return nil }))
	r.Method("void WriteProgress(System.Object progressRecord)", silentCall(func(*Context, []value.Value) error { return nil }))
}

func loadPSCmdletQuestions(r dotnet.Rows) {
	answer := func(ok bool, err error) (value.Value, error) { return value.Bool(ok), err }
	r.Method("bool ShouldProcess(string target)", contextCall(func(c *Context, args []value.Value) (value.Value, error) {
		return answer(c.ShouldProcess(args[0].Text(), ""))
	}))
	r.Method("bool ShouldProcess(string target, string action)", contextCall(func(c *Context, args []value.Value) (value.Value, error) {
		return answer(c.ShouldProcess(args[0].Text(), args[1].Text()))
	}))
	r.Method("bool ShouldProcess(string verboseDescription, string verboseWarning, string caption)", contextCall(func(c *Context, args []value.Value) (value.Value, error) {
		return answer(c.ShouldProcessText(args[0].Text(), args[1].Text(), args[2].Text()))
	}))
	r.Method("bool ShouldContinue(string query, string caption)", contextCall(func(c *Context, args []value.Value) (value.Value, error) {
		return answer(c.ShouldContinue(args[0].Text(), args[1].Text()))
	}))
}
