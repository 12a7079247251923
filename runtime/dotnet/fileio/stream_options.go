package fileio

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// streamOptions is a FileStreamOptions: how a file is opened.
type streamOptions struct {
	value.Extended
	mode, access, share, options int64
	buffer                       int64
}

var typeStreamOptions = &value.Type{Name: "FileStreamOptions", FullName: "System.IO.FileStreamOptions", Kind: value.KindObject, Base: value.TypeObject}

// PSType returns FileStreamOptions.
func (*streamOptions) PSType() *value.Type { return typeStreamOptions }

func loadStreamOptions(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	of := dotnet.Of[*streamOptions]
	for _, p := range [...]struct {
		enum, name string
		field      func(o *streamOptions) *int64
	}{
		{"System.IO.FileMode", "Mode", func(o *streamOptions) *int64 { return &o.mode }},
		{"System.IO.FileAccess", "Access", func(o *streamOptions) *int64 { return &o.access }},
		{"System.IO.FileShare", "Share", func(o *streamOptions) *int64 { return &o.share }},
		{"System.IO.FileOptions", "Options", func(o *streamOptions) *int64 { return &o.options }},
	} {
		b.Property(p.enum+" "+p.name, func(_ value.Env, v value.Value) (value.Value, error) {
			return value.Enum(dotnet.MustType(p.enum), *p.field(of(v))), nil
		}, func(_ value.Env, v, to value.Value) error { *p.field(of(v)) = to.Int64(); return nil })
	}
	b.Property("int BufferSize", func(_ value.Env, v value.Value) (value.Value, error) { return value.Int(int(of(v).buffer)), nil },
		func(_ value.Env, v, to value.Value) error {
			if err := dotnet.IfNegative("value", int(to.Int64())); err != nil {
				return err
			}
			of(v).buffer = to.Int64()
			return nil
		})
	b.Constructor("()", dotnet.Give(func(*value.Call) value.Value {
		return value.Obj(&streamOptions{mode: modeOpen, access: 1, share: 1, buffer: 4096})
	}))
}

// openWith opens a file as the options in the last argument say.
func openWith(path string, c *value.Call) (value.Value, error) {
	o := dotnet.Of[*streamOptions](c.Args[len(c.Args)-1])
	return openStream(path, o.mode, o.access)
}
