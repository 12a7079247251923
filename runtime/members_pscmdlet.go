package runtime

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/errs"
	"exolab/runtime/records"
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
	r.Get("System.Management.Automation.Host.PSHost Host", property(func(c *Context) value.Value { return hostValue(c.session) }))
	r.Get("System.Management.Automation.CommandInvocationIntrinsics InvokeCommand", fixed(commandIntrinsics{}))
	r.Get("System.Management.Automation.ProviderIntrinsics InvokeProvider", property(func(c *Context) value.Value { return c.session.intrinsic("InvokeProvider") }))
	for _, absent := range [...]string{"PSEventManager Events", "JobManager JobManager", "JobRepository JobRepository"} {
		r.Get("System.Management.Automation."+absent, func(value.Value) value.Value { return value.Null })
	}
	r.Get("System.Management.Automation.PagingParameters PagingParameters", property(pagingOf))
	loadPSCmdletPaths(r)
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
}

// loadPSCmdletPaths adds what a cmdlet asks about paths.
func loadPSCmdletPaths(r dotnet.Rows) {
	r.Method("System.Management.Automation.PathInfo CurrentProviderLocation(string providerId)", contextCall(func(c *Context, args []value.Value) (value.Value, error) {
		paths, err := c.session.paths()
		if err != nil {
			return value.Null, err
		}
		return paths.Location(args[0].Text())
	}))
	r.Method("string GetUnresolvedProviderPathFromPSPath(string path)", contextCall(func(c *Context, args []value.Value) (value.Value, error) {
		paths, err := c.session.paths()
		if err != nil {
			return value.Str(c.session.FilePath(args[0].Text())), nil
		}
		path, err := paths.Unresolved(args[0].Text())
		return value.Str(path), err
	}))
	r.Method("System.Collections.ObjectModel.Collection[string] GetResolvedProviderPathFromPSPath(string path, out System.Management.Automation.ProviderInfo provider)",
		func(call *value.Call) (value.Value, error) {
			c, ok := value.As[*Context](call.This)
			if !ok {
				return value.Null, nil
			}
			paths, err := c.session.paths()
			if err != nil {
				return value.Null, err
			}
			found, provider, err := paths.Resolved(call.Args[0].Text())
			if err != nil {
				return value.Null, err
			}
			return dotnet.TextCollection(found), dotnet.SetOut(call, 1, provider)
		})
}

// loadCmdlet fills what every cmdlet has.
func loadCmdlet(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	r.Get("System.Management.Automation.CommandOrigin CommandOrigin", func(value.Value) value.Value { return commandOrigin(originInternal) })
	r.Property("System.Management.Automation.ICommandRuntime CommandRuntime", func(_ value.Env, v value.Value) (value.Value, error) { return v, nil },
		func(value.Env, value.Value, value.Value) error {
			return value.NewException("System.NotSupportedException", "exolab does not let another runtime take the output of a command.")
		})
	r.Property("System.Management.Automation.PSTransactionContext CurrentPSTransaction", func(value.Env, value.Value) (value.Value, error) {
		return value.Null, noTransaction()
	}, nil)
	r.Get("bool Stopping", property(func(c *Context) value.Value { return value.Bool(c.session.cancelled() != nil) }))
	r.Method("bool TransactionAvailable()", func(*value.Call) (value.Value, error) { return value.False, nil })
	r.Method("string GetResourceString(string baseName, string resourceId)", func(c *value.Call) (value.Value, error) {
		return value.Null, value.NewException("System.ArgumentException", "The resource \""+c.Args[1].Text()+"\" of \""+c.Args[0].Text()+"\" is not in this program.")
	})
	r.Method("System.Collections.IEnumerable Invoke()", func(*value.Call) (value.Value, error) {
		return value.Null, value.NewException("System.InvalidOperationException", "Cmdlets derived from PSCmdlet cannot be invoked directly.")
	})
	loadPSCmdletStreams(r)
	loadPSCmdletQuestions(r)
}

// Values of CommandOrigin.
const (
	originRunspace = 0
	originInternal = 1
)

func commandOrigin(n int64) value.Value {
	return value.Enum(dotnet.MustType("System.Management.Automation.CommandOrigin"), n)
}

func noTransaction() error {
	return value.NewException("System.InvalidOperationException", "There is no active transaction.")
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
		for _, tag := range value.Items(args[1]) {
			tags = append(tags, tag.Text())
		}
		return c.Information(args[0], tags...)
	}))
	r.Method("void WriteCommandDetail(string text)", text(func(*Context, string) error { return nil }))
	r.Method("void WriteInformation(System.Management.Automation.InformationRecord informationRecord)", silentCall(func(c *Context, args []value.Value) error {
		if rec, ok := value.As[*records.Information](args[0]); ok {
			return c.Information(rec.Data, rec.Tags...)
		}
		return nil
	}))
	r.Method("void WriteProgress(System.Management.Automation.ProgressRecord progressRecord)", silentCall(func(*Context, []value.Value) error { return nil }))
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
	loadAnswersForAll(r)
	r.Method("bool ShouldContinue(string query, string caption)", contextCall(func(c *Context, args []value.Value) (value.Value, error) {
		return answer(c.ShouldContinue(args[0].Text(), args[1].Text()))
	}))
}

// loadAnswersForAll adds the questions that tell why they were answered, and
// those whose answers can hold for all that follow: the two references keep
// them.
func loadAnswersForAll(r dotnet.Rows) {
	const texts = "string verboseDescription, string verboseWarning, string caption"
	r.Method("bool ShouldProcess("+texts+", out System.Management.Automation.ShouldProcessReason shouldProcessReason)", func(call *value.Call) (value.Value, error) {
		c, ok := value.As[*Context](call.This)
		if !ok {
			return value.Null, nil
		}
		reason := int64(0)
		if c.WhatIf() {
			reason = 1
		}
		if err := dotnet.SetOut(call, 3, value.Enum(dotnet.MustType("System.Management.Automation.ShouldProcessReason"), reason)); err != nil {
			return value.Null, err
		}
		yes, err := c.ShouldProcessText(call.Args[0].Text(), call.Args[1].Text(), call.Args[2].Text())
		return value.Bool(yes), err
	})
	for at, middle := range map[int]string{2: "", 3: ", bool hasSecurityImpact"} {
		r.Method("bool ShouldContinue(string query, string caption"+middle+", ref bool yesToAll, ref bool noToAll)", func(call *value.Call) (value.Value, error) {
			return continueForAll(call, at)
		})
	}
}

// continueForAll asks once; the references at and after position at keep an
// answer for all.
func continueForAll(call *value.Call, at int) (value.Value, error) {
	c, ok := value.As[*Context](call.This)
	if !ok {
		return value.Null, nil
	}
	kept := func(i int) bool {
		r, ok := value.As[*dotnet.Reference](call.Args[i])
		return ok && value.Truth(r.Get())
	}
	c.confirm = confirmation{yesToAll: kept(at), noToAll: kept(at + 1)}
	yes, err := c.ShouldContinueAll(call.Args[0].Text(), call.Args[1].Text())
	if err != nil {
		return value.Null, err
	}
	if err := dotnet.SetOut(call, at, value.Bool(c.confirm.yesToAll)); err != nil {
		return value.Null, err
	}
	return value.Bool(yes), dotnet.SetOut(call, at+1, value.Bool(c.confirm.noToAll))
}
