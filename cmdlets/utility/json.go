package utility

import (
	"errors"
	"fmt"
	"strings"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/objects"
	"exolab/cmdlets/internal/psjson"
	"exolab/runtime"
	"exolab/runtime/dotnet"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

const (
	defaultJSONDepth = 2
	// standardJSONDepth is how deep JSON may be nested that is read.
	standardJSONDepth = 1024
)

// ConvertToJson is ConvertTo-Json.
type ConvertToJson struct {
	InputObject    value.Value    `ps:"allownull,mandatory,position=0,pipeline"`
	Depth          int            `ps:"range=0:100"`
	Compress       cmdlets.Switch `ps:""`
	EnumsAsStrings cmdlets.Switch `ps:""`
	AsArray        cmdlets.Switch `ps:""`
	EscapeHandling int            `ps:"type=Newtonsoft.Json.StringEscapeHandling"`

	input []value.Value
}

// NewConvertToJson returns ConvertTo-Json with its defaults.
func NewConvertToJson() any { return &ConvertToJson{Depth: defaultJSONDepth} }

// Process collects the input.
func (c *ConvertToJson) Process(*runtime.Context) error {
	c.input = append(c.input, c.InputObject)
	return nil
}

// End writes all input as one JSON text.
func (c *ConvertToJson) End(ctx *runtime.Context) error {
	if len(c.input) == 0 {
		return nil
	}
	v, pipedDepth := c.input[0], 0
	if len(c.input) > 1 || bool(c.AsArray) {
		v, pipedDepth = value.List(c.input...), 1
	}
	encoder := psjson.Encoder{Env: ctx.Env(), Depth: c.Depth, Compress: bool(c.Compress), EnumsAsStrings: bool(c.EnumsAsStrings),
		Escape: psjson.Escape(c.EscapeHandling), Properties: jsonProperties(ctx.Env()), PipedDepth: pipedDepth}
	text, err := encoder.Encode(v)
	var key *psjson.KeyError
	if errors.As(err, &key) {
		return ctx.Throw(errs.New("System.InvalidOperationException", key.Message, key.ID, value.InvalidOperation, v))
	}
	if err != nil {
		return err
	}
	if encoder.Truncated {
		if err := ctx.Warning(fmt.Sprintf("Resulting JSON is truncated as serialization has exceeded the set depth of %d.", c.Depth)); err != nil {
			return err
		}
	}
	return ctx.Emit(value.Str(text))
}

// jsonProperties lists the properties of objects: what .NET declares before
// what the objects or the type data add.
func jsonProperties(env value.Env) func(v value.Value, all bool) ([]psjson.Property, error) {
	return func(v value.Value, all bool) ([]psjson.Property, error) {
		members := objects.Properties(env, v)
		if _, custom := v.Object().(*value.PSObject); !custom {
			members = nativeFirst(members, all)
		}
		properties := make([]psjson.Property, 0, len(members))
		for _, m := range members {
			content, err := dotnet.ReadMember(env, v, m)
			if err != nil {
				content = value.Null
			}
			properties = append(properties, psjson.Property{Name: m.Name, Value: content})
		}
		return properties, nil
	}
}

// nativeFirst puts what .NET declares first; the others follow if all are
// wanted.
func nativeFirst(members []*value.Member, all bool) []*value.Member {
	var native, others []*value.Member
	for _, m := range members {
		if m.Kind == value.Property {
			native = append(native, m)
		} else if all {
			others = append(others, m)
		}
	}
	return append(native, others...)
}

// ConvertFromJson is ConvertFrom-Json.
type ConvertFromJson struct {
	InputObject string         `ps:"allowemptystring,mandatory,position=0,pipeline"`
	AsHashtable cmdlets.Switch `ps:""`
	Depth       int            `ps:"range=positive"`
	NoEnumerate cmdlets.Switch `ps:""`
	DateKind    int            `ps:"type=Microsoft.PowerShell.Commands.JsonDateKind"`

	lines []string
}

// NewConvertFromJson returns ConvertFrom-Json with its defaults.
func NewConvertFromJson() any { return &ConvertFromJson{Depth: standardJSONDepth} }

// Process collects the lines of the input.
func (c *ConvertFromJson) Process(*runtime.Context) error {
	c.lines = append(c.lines, c.InputObject)
	return nil
}

// End reads the input: each string on its own if the first one is a whole
// JSON text, all of them together otherwise.
func (c *ConvertFromJson) End(ctx *runtime.Context) error {
	if len(c.lines) == 1 {
		return c.emit(ctx, c.lines[0])
	}
	if len(c.lines) > 1 {
		if _, _, err := c.decoder(ctx).Decode(c.lines[0]); err == nil {
			for _, line := range c.lines {
				if err := c.emit(ctx, line); err != nil {
					return err
				}
			}
			return nil
		}
		return c.emit(ctx, strings.Join(c.lines, "\n"))
	}
	return nil
}

func (c *ConvertFromJson) decoder(ctx *runtime.Context) *psjson.Decoder {
	return jsonDecoder(ctx.Env(), bool(c.AsHashtable), psjson.DateKind(c.DateKind), c.Depth)
}

// jsonDecoder makes a decoder that knows the types of env.
func jsonDecoder(env value.Env, table bool, kind psjson.DateKind, depth int) *psjson.Decoder {
	return &psjson.Decoder{AsHashtable: table, DateKind: kind, MaxDepth: depth,
		NewBigInteger: func(text string) value.Value { return convertTo(env, value.Str(text), "bigint") },
		NewDateTimeOffset: func(text string) (value.Value, bool) {
			v := convertTo(env, value.Str(text), "datetimeoffset")
			return v, !v.IsNull()
		}}
}

func convertTo(env value.Env, v value.Value, typeName string) value.Value {
	t, ok := env.LookupType(typeName)
	if !ok {
		return value.Null
	}
	converted, err := value.Convert(env, v, t)
	if err != nil {
		return value.Null
	}
	return converted
}

func (c *ConvertFromJson) emit(ctx *runtime.Context, text string) error {
	v, found, err := c.decoder(ctx).Decode(text)
	var key *psjson.KeyError
	switch {
	case errors.As(err, &key):
		return ctx.Throw(errs.New("System.InvalidOperationException", key.Message, key.ID, value.InvalidOperation, value.Null))
	case err != nil:
		return ctx.Throw(errs.New("System.ArgumentException", err.Error(), "System.ArgumentException", value.NotSpecified, value.Null))
	case !found:
		return nil
	case bool(c.NoEnumerate):
		return ctx.Emit(v)
	}
	return ctx.Enumerate(v)
}
