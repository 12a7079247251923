package runtime

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// EncodingTransform makes an Encoding of a name or code page, as the -Encoding
// parameters of cmdlets take it.
type EncodingTransform struct{}

// Name returns "ArgumentToEncodingTransformation".
func (EncodingTransform) Name() string { return "ArgumentToEncodingTransformation" }

// Transforms marks it as a transformation.
func (EncodingTransform) Transforms() {}

// Apply looks the name up; what is no name is left as it is.
func (EncodingTransform) Apply(env value.Env, v value.Value) (value.Value, error) {
	bare := value.Unwrap(v)
	if bare.Kind() != value.KindString && !bare.IsInteger() {
		return v, nil
	}
	name := textOf(env, bare)
	if e, ok := dotnet.NamedEncoding(name); ok {
		return value.Obj(e), nil
	}
	if e, ok := codePages[name]; ok {
		if found, known := dotnet.NamedEncoding(e); known {
			return value.Obj(found), nil
		}
	}
	return v, value.NewException("System.ArgumentException", "'"+name+
		"' is not a supported encoding name. For information on defining a custom encoding, see the documentation for the Encoding.RegisterProvider method. (Parameter 'name')")
}

// codePages are the code pages that have a name of their own.
var codePages = map[string]string{"65001": "utf8", "1200": "unicode", "1201": "bigendianunicode", "12000": "utf32", "20127": "ascii", "28591": "latin1", "1252": "ansi"}
