package runtime

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

func automationType(name string, base *value.Type) *value.Type {
	return &value.Type{Name: name, FullName: "System.Management.Automation." + name, Kind: value.KindObject, Base: base}
}

// The types of what the streams carry when they are redirected.
var (
	typeInformationalRecord = automationType("InformationalRecord", value.TypeObject)

	TypeWarningRecord     = automationType("WarningRecord", typeInformationalRecord)
	TypeVerboseRecord     = automationType("VerboseRecord", typeInformationalRecord)
	TypeDebugRecord       = automationType("DebugRecord", typeInformationalRecord)
	TypeInformationRecord = automationType("InformationRecord", value.TypeObject)
	// TypePSScriptCmdlet is the type of $PSCmdlet.
	TypePSScriptCmdlet = automationType("PSScriptCmdlet", typePSCmdlet)
	typePSCmdlet       = automationType("PSCmdlet", automationType("Cmdlet", automationType("Internal.InternalCommand", value.TypeObject)))
	TypeHostMessage    = automationType("HostInformationMessage", value.TypeObject)
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

// InformationRecord is what the information stream carries.
type InformationRecord struct {
	value.Extended
	Data   value.Value
	Source string
	Ticks  int64
	Tags   []string
}

// PSType returns InformationRecord's type.
func (r *InformationRecord) PSType() *value.Type { return TypeInformationRecord }

// HostMessage is the message of Write-Host.
type HostMessage struct {
	Text                   string
	NoNewline              bool
	Foreground, Background int
}

// PSType returns HostInformationMessage's type.
func (m *HostMessage) PSType() *value.Type { return TypeHostMessage }

// String returns the text.
func (m *HostMessage) String() string { return m.Text }

func (c *Context) newInformation(data value.Value, tags []string) *InformationRecord {
	rec := &InformationRecord{Data: data, Tags: tags, Source: c.command.Name}
	if c.session.Clock != nil {
		rec.Ticks = c.session.Clock()
	}
	if c.frame.source != nil && c.frame.source.Name != "" {
		rec.Source = c.frame.source.Name
	}
	return rec
}

// String returns the text of the record's message.
func (r *InformationRecord) String() string { return value.ToString(nil, r.Data) }

func loadMessageRecord(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	r.Property("string Message", func(_ value.Env, this value.Value) (value.Value, error) {
		rec, _ := value.As[*Message](this)
		return value.Str(rec.Text), nil
	}, func(_ value.Env, this, to value.Value) error {
		rec, _ := value.As[*Message](this)
		rec.Text = to.Text()
		return nil
	})
	r.Get("System.Management.Automation.InvocationInfo InvocationInfo", property(func(rec *Message) value.Value {
		if rec.Invocation == nil {
			return value.Null
		}
		return value.Obj(rec.Invocation)
	}))
	r.Method("string ToString()", ownText)
}

func loadInformationRecord(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	r.Get("System.Object MessageData", property(func(rec *InformationRecord) value.Value { return rec.Data }))
	r.Get("string Source", property(func(rec *InformationRecord) value.Value { return value.Str(rec.Source) }))
	r.Get("datetime TimeGenerated", property(func(rec *InformationRecord) value.Value { return value.Date(rec.Ticks, 2) }))
	r.Get("System.Collections.Generic.List[string] Tags", property(func(rec *InformationRecord) value.Value { return value.Strings(rec.Tags...) }))
	r.Method("string ToString()", ownText)
}

func loadHostMessage(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	r.Get("string Message", property(func(h *HostMessage) value.Value { return value.Str(h.Text) }))
	r.Get("System.Nullable[bool] NoNewLine", property(func(h *HostMessage) value.Value { return value.Bool(h.NoNewline) }))
	r.Method("string ToString()", ownText)
}

// describeStreams gives the records of the streams their member tables.
func describeStreams() {
	typeInformationalRecord.Load = loadMessageRecord
	TypeInformationRecord.Load = loadInformationRecord
	TypeHostMessage.Load = loadHostMessage
}

// ownText is ToString() of the records: their message.
func ownText(c *value.Call) (value.Value, error) {
	if o, ok := c.This.Object().(interface{ String() string }); ok {
		return value.Str(o.String()), nil
	}
	return value.Str(""), nil
}
