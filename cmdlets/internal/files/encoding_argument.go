package files

import (
	"fmt"

	"exolab/runtime/dotnet/text"
	"exolab/runtime/value"
)

// EncodingArgument is the transformation of -Encoding: names and code pages
// become an Encoding object.
type EncodingArgument struct{}

// Name is the attribute's name.
func (EncodingArgument) Name() string { return "ArgumentToEncodingTransformation" }

// Transforms marks a transformation: the argument is changed before its type
// is looked at.
func (EncodingArgument) Transforms() {}

// Apply checks a name or code page; an Encoding object passes as it is.
func (EncodingArgument) Apply(env value.Env, v value.Value) (value.Value, error) {
	plain := value.Unwrap(v)
	if plain.Kind() != value.KindString && !plain.IsInteger() {
		return v, nil
	}
	name := value.ToString(env, plain)
	if plain.IsInteger() {
		name = byCodePage[plain.Int64()]
	}
	e, ok := text.NamedEncoding(name)
	if !ok {
		return v, value.NewException("System.ArgumentException", fmt.Sprintf(
			"'%s' is not a supported encoding name. For information on defining a custom encoding, see the documentation for the Encoding.RegisterProvider method. (Parameter 'name')",
			value.ToString(env, plain)))
	}
	return value.Obj(e), nil
}
