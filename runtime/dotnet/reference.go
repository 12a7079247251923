package dotnet

import "exolab/runtime/value"

var typeReference = &value.Type{Name: "PSReference", FullName: "System.Management.Automation.PSReference", Kind: value.KindObject, Base: value.TypeObject}

// Reference is a [ref]: a place that a method can write to.
type Reference struct {
	read  func() value.Value
	write func(value.Value) error
}

// NewReference makes a [ref] of a place given by its reader and writer.
func NewReference(read func() value.Value, write func(value.Value) error) *Reference {
	return &Reference{read: read, write: write}
}

// NewCell makes a [ref] of a value that is in no variable.
func NewCell(v value.Value) *Reference {
	return &Reference{read: func() value.Value { return v }, write: func(to value.Value) error { v = to; return nil }}
}

// PSType returns PSReference.
func (r *Reference) PSType() *value.Type { return typeReference }

// Get returns what the place holds.
func (r *Reference) Get() value.Value { return r.read() }

// Set writes the place.
func (r *Reference) Set(v value.Value) error { return r.write(v) }

func loadReference(t *value.Type, m *value.Members) {
	b := NewRows(t, m)
	b.Property("System.Object Value",
		func(_ value.Env, this value.Value) (value.Value, error) { return Of[*Reference](this).Get(), nil },
		func(_ value.Env, this, to value.Value) error { return Of[*Reference](this).Set(to) })
	b.Constructor("(System.Object value)", Give(func(c *value.Call) value.Value { return value.Obj(NewCell(c.Args[0])) }))
}

// Referred reads the by-reference argument at position i.
func Referred(c *value.Call, i int) value.Value {
	if r, ok := value.As[*Reference](c.Args[i]); ok {
		return r.Get()
	}
	return c.Args[i]
}

// SetOut writes the by-reference argument at position i.
func SetOut(c *value.Call, i int, v value.Value) error {
	if r, ok := value.As[*Reference](c.Args[i]); ok {
		return r.Set(v)
	}
	return nil
}
