// Package records holds what the streams of messages carry when they are
// redirected: warnings, verbose and debug messages, information records.
package records

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

func newType(name string, base *value.Type, load func(*value.Type, *value.Members)) *value.Type {
	return &value.Type{Name: name, FullName: "System.Management.Automation." + name, Kind: value.KindObject, Base: base, Load: load}
}

var typeInformational = newType("InformationalRecord", value.TypeObject, loadMessage)

// The types of the records.
var (
	TypeWarning     = newType("WarningRecord", typeInformational, nil)
	TypeVerbose     = newType("VerboseRecord", typeInformational, nil)
	TypeDebug       = newType("DebugRecord", typeInformational, nil)
	TypeInformation = newType("InformationRecord", value.TypeObject, loadInformation)
	TypeHostMessage = newType("HostInformationMessage", value.TypeObject, loadHostMessage)
)

// Message is a WarningRecord, VerboseRecord or DebugRecord.
type Message struct {
	value.Extended
	T          *value.Type
	Text       string
	Invocation *errs.Invocation
}

// NewMessage returns a record of one of the message types.
func NewMessage(t *value.Type, text string, inv *errs.Invocation) *Message {
	return &Message{T: t, Text: text, Invocation: inv}
}

// PSType returns the record's type.
func (m *Message) PSType() *value.Type { return m.T }

// String returns the message.
func (m *Message) String() string { return m.Text }

// Information is an InformationRecord.
type Information struct {
	value.Extended
	Data   value.Value
	Source string // the command or script that wrote it
	Ticks  int64  // when, in UTC
	Tags   []string
}

// PSType returns InformationRecord's type.
func (*Information) PSType() *value.Type { return TypeInformation }

// String returns the text of the record's message.
func (r *Information) String() string { return value.ToString(nil, r.Data) }

// HostMessage is the message of Write-Host.
type HostMessage struct {
	Text                   string
	NoNewline              bool
	Foreground, Background int // ConsoleColor values, or -1
}

// PSType returns HostInformationMessage's type.
func (*HostMessage) PSType() *value.Type { return TypeHostMessage }

// String returns the text.
func (m *HostMessage) String() string { return m.Text }

func loadMessage(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	r.Property("string Message", func(_ value.Env, this value.Value) (value.Value, error) {
		return value.Str(dotnet.Of[*Message](this).Text), nil
	}, func(_ value.Env, this, to value.Value) error {
		dotnet.Of[*Message](this).Text = to.Text()
		return nil
	})
	r.Get("System.Management.Automation.InvocationInfo InvocationInfo", func(v value.Value) value.Value {
		if rec := dotnet.Of[*Message](v); rec.Invocation != nil {
			return value.Obj(rec.Invocation)
		}
		return value.Null
	})
	addToString[*Message](r)
}

func loadInformation(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	get := func(sig string, of func(rec *Information) value.Value) {
		r.Get(sig, func(v value.Value) value.Value { return of(dotnet.Of[*Information](v)) })
	}
	get("System.Object MessageData", func(rec *Information) value.Value { return rec.Data })
	get("string Source", func(rec *Information) value.Value { return value.Str(rec.Source) })
	get("datetime TimeGenerated", func(rec *Information) value.Value { return value.Date(rec.Ticks, 2) })
	get("System.Collections.Generic.List[string] Tags", func(rec *Information) value.Value { return value.Strings(rec.Tags...) })
	addToString[*Information](r)
}

func loadHostMessage(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	r.Get("string Message", func(v value.Value) value.Value { return value.Str(dotnet.Of[*HostMessage](v).Text) })
	r.Get("System.Nullable[bool] NoNewLine", func(v value.Value) value.Value { return value.Bool(dotnet.Of[*HostMessage](v).NoNewline) })
	addToString[*HostMessage](r)
}

// addToString adds ToString(), which gives a record's message.
func addToString[T interface {
	value.Object
	String() string
}](r dotnet.Rows) {
	r.Method("string ToString()", dotnet.Give(func(c *value.Call) value.Value { return value.Str(dotnet.Of[T](c.This).String()) }))
}
