package shell

import (
	"io"

	"exolab/runtime/value"
)

// plainFormatter writes the text of each object on a line.
type plainFormatter struct {
	env value.Env
	out io.Writer
}

// Emit writes one object.
func (p plainFormatter) Emit(v value.Value) error {
	_, err := io.WriteString(p.out, value.ToString(p.env, v)+"\n")
	return err
}

// Flush does nothing: there are no groups.
func (p plainFormatter) Flush() error { return nil }
