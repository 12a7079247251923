package runtime

import (
	"strings"

	"exolab/parser"
	"exolab/runtime/dotnet"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// property makes a getter of a Go function on one object type.
func property[T value.Object](get func(T) value.Value) func(value.Value) value.Value {
	return func(this value.Value) value.Value {
		o, ok := value.As[T](this)
		if !ok {
			return value.Null
		}
		return get(o)
	}
}

func loadErrorRecord(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	r.Get("System.Exception Exception", property(func(e *errs.Record) value.Value { return value.Obj(e.Exception) }))
	r.Constructor("(System.Exception exception, string errorId, System.Management.Automation.ErrorCategory errorCategory, System.Object targetObject)", newErrorRecord)
	r.Constructor("(System.Management.Automation.ErrorRecord errorRecord, System.Exception replaceParentContainsErrorRecordException)", copyErrorRecord)
	r.Get("System.Object TargetObject", property(func(e *errs.Record) value.Value { return e.Target }))
	r.Get("System.Management.Automation.ErrorCategoryInfo CategoryInfo",
		property(func(e *errs.Record) value.Value { return value.Obj(&errs.CategoryInfo{Record: e}) }))
	r.Get("string FullyQualifiedErrorId", property(func(e *errs.Record) value.Value { return value.Str(e.ID) }))
	r.Property("System.Management.Automation.ErrorDetails ErrorDetails",
		func(_ value.Env, this value.Value) (value.Value, error) {
			e, _ := value.As[*errs.Record](this)
			return errorDetails(e), nil
		},
		func(env value.Env, this, to value.Value) error {
			e, _ := value.As[*errs.Record](this)
			e.Details = detailsText(env, to)
			return nil
		})
	r.Get("System.Management.Automation.InvocationInfo InvocationInfo", property(func(e *errs.Record) value.Value {
		if e.Invocation == nil {
			return value.Null
		}
		e.Invocation = e.Invocation.Cause()
		return value.Obj(e.Invocation)
	}))
	r.Get("string ScriptStackTrace", property(func(e *errs.Record) value.Value { return value.Str(e.StackTrace) }))
	r.Get("System.Collections.ObjectModel.ReadOnlyCollection[int] PipelineIterationInfo",
		property(func(*errs.Record) value.Value { return value.Obj(&value.Array{Elem: value.TypeInt32}) }))
	r.Method("string ToString()", func(c *value.Call) (value.Value, error) {
		e, _ := value.As[*errs.Record](c.This)
		return value.Str(e.Message()), nil
	})
}

var typeErrorDetails = &value.Type{Name: "ErrorDetails", FullName: "System.Management.Automation.ErrorDetails",
	Kind: value.KindObject, Base: value.TypeObject}

func errorDetails(e *errs.Record) value.Value {
	if e.Details == "" && e.RecommendedAction == "" {
		return value.Null
	}
	o := value.NewObject(2)
	o.T, o.TypeNames = typeErrorDetails, []string{typeErrorDetails.FullName, "System.Object"}
	o.Set("Message", value.Str(e.Details))
	o.Set("RecommendedAction", value.Str(e.RecommendedAction))
	return value.Obj(o)
}

func detailsText(env value.Env, v value.Value) string {
	if o, ok := value.As[*value.PSObject](v); ok {
		if m, ok := o.Get("message"); ok {
			v = m
		}
	}
	return value.ToString(env, v)
}

func loadCategoryInfo(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	text := func(name string, get func(c *errs.CategoryInfo) string, set func(e *errs.Record, s string)) {
		r.Property("string "+name,
			func(_ value.Env, this value.Value) (value.Value, error) {
				c, _ := value.As[*errs.CategoryInfo](this)
				return value.Str(get(c)), nil
			},
			func(env value.Env, this, to value.Value) error {
				c, _ := value.As[*errs.CategoryInfo](this)
				set(c.Record, to.Text())
				return nil
			})
	}
	r.Get("System.Management.Automation.ErrorCategory Category", property(func(c *errs.CategoryInfo) value.Value {
		return value.Enum(errs.TypeCategory, int64(c.Record.Category))
	}))
	text("Activity", func(c *errs.CategoryInfo) string { return c.Record.Activity }, func(e *errs.Record, s string) { e.Activity = s })
	text("Reason", (*errs.CategoryInfo).Reason, func(e *errs.Record, s string) { e.Reason = s })
	text("TargetName", (*errs.CategoryInfo).TargetName, func(e *errs.Record, s string) { e.TargetName = s })
	text("TargetType", (*errs.CategoryInfo).TargetType, func(e *errs.Record, s string) { e.TargetType = s })
	for _, params := range [...]string{"", "cultureinfo uiCultureInfo"} {
		r.Method("string GetMessage("+params+")", func(c *value.Call) (value.Value, error) {
			info, _ := value.As[*errs.CategoryInfo](c.This)
			return value.Str(info.String()), nil
		})
	}
}

func loadInvocation(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	at := func(i *errs.Invocation) parser.Position {
		if i.Source == nil {
			return parser.Position{}
		}
		return i.Source.Position(i.Span.Start)
	}
	r.Get("System.Management.Automation.CommandInfo MyCommand", property(func(i *errs.Invocation) value.Value {
		if i.MyCommand == nil {
			return value.Null
		}
		return value.Obj(i.MyCommand)
	}))
	r.Get("System.Collections.Generic.Dictionary[string,System.Object] BoundParameters",
		property(func(i *errs.Invocation) value.Value {
			if i.Bindings == nil {
				return value.Obj(newBoundParameters())
			}
			return value.Obj(i.Bindings.BoundParameters())
		}))
	r.Get("System.Collections.Generic.List[System.Object] UnboundArguments",
		property(func(i *errs.Invocation) value.Value {
			if i.Bindings == nil {
				return value.Obj(value.NewArray(nil))
			}
			return value.Obj(value.NewArray(i.Bindings.Remaining()))
		}))
	r.Get("int ScriptLineNumber", property(func(i *errs.Invocation) value.Value { return value.Int(at(i).Line) }))
	r.Get("int OffsetInLine", property(func(i *errs.Invocation) value.Value { return value.Int(at(i).Column) }))
	r.Get("long HistoryId", property(func(i *errs.Invocation) value.Value {
		if i.HistoryID == 0 {
			return value.Long(-1)
		}
		return value.Long(i.HistoryID)
	}))
	r.Get("string ScriptName", property(func(i *errs.Invocation) value.Value { return value.Str(sourceName(i.Source)) }))
	r.Get("string Line", property(func(i *errs.Invocation) value.Value {
		if i.Source == nil {
			return value.Str("")
		}
		return value.Str(i.Source.Line(at(i).Line))
	}))
	r.Get("string Statement", property(func(i *errs.Invocation) value.Value { return value.Str(extentText(i)) }))
	r.Get("string PositionMessage", property(func(i *errs.Invocation) value.Value { return value.Str(i.PositionMessage()) }))
	r.Get("string PSScriptRoot", property(func(i *errs.Invocation) value.Value { return value.Str(directoryOf(sourceName(i.Source))) }))
	r.Get("string PSCommandPath", property(func(i *errs.Invocation) value.Value { return value.Str(sourceName(i.Source)) }))
	r.Get("string InvocationName", property(func(i *errs.Invocation) value.Value { return value.Str(i.InvocationName) }))
	r.Get("int PipelineLength", property(func(i *errs.Invocation) value.Value { return value.Int(i.PipelineLength) }))
	r.Get("int PipelinePosition", property(func(i *errs.Invocation) value.Value { return value.Int(i.PipelinePosition) }))
	r.Get("bool ExpectingInput", property(func(i *errs.Invocation) value.Value { return value.Bool(i.PipelinePosition > 1) }))
	r.Get("System.Management.Automation.CommandOrigin CommandOrigin", func(value.Value) value.Value { return commandOrigin(originInternal) })
	loadDisplayPosition(r)
}

func sourceName(s *parser.Source) string {
	if s == nil {
		return ""
	}
	return s.Name
}

func directoryOf(path string) string {
	if at := strings.LastIndexByte(path, '/'); at > 0 {
		return path[:at]
	}
	return ""
}

func extentText(i *errs.Invocation) string {
	if i.Source == nil || int(i.Span.End) > len(i.Source.Text) {
		return ""
	}
	return i.Source.Slice(i.Span)
}

// newErrorRecord is [ErrorRecord]::new(exception, id, category, target).
func newErrorRecord(c *value.Call) (value.Value, error) {
	x, ok := value.As[*value.Exception](c.Args[0])
	if !ok {
		return value.Null, invalidOperation("ArgumentNull", "Value cannot be null. (Parameter 'exception')")
	}
	return value.Obj(&errs.Record{Exception: x, ID: c.Args[1].Text(), Category: value.Category(c.Args[2].Int64()), Target: c.Args[3]}), nil
}

// copyErrorRecord is [ErrorRecord]::new(record, exception): the same error, for
// another exception if one is given.
func copyErrorRecord(c *value.Call) (value.Value, error) {
	from, ok := value.As[*errs.Record](c.Args[0])
	if !ok {
		return value.Null, value.NewException("System.Management.Automation.PSArgumentNullException",
			"Cannot process argument because the value of argument \"errorRecord\" is null. Change the value of argument \"errorRecord\" to a non-null value.")
	}
	made := *from
	if x, ok := value.As[*value.Exception](c.Args[1]); ok {
		made.Exception = x
	}
	return value.Obj(&made), nil
}

// newErrorDetails is [ErrorDetails]::new(message).
func newErrorDetails(c *value.Call) (value.Value, error) {
	return errorDetails(&errs.Record{Details: c.Args[0].Text()}), nil
}

func loadErrorDetails(t *value.Type, m *value.Members) {
	dotnet.NewRows(t, m).Constructor("(string message)", newErrorDetails)
}
