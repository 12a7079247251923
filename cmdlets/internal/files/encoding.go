// Package files reads and writes files for cmdlets: text encodings as
// -Encoding names them, and paths as scripts write them.
package files

import (
	"exolab/runtime/dotnet/text"
	"exolab/runtime/value"
)

// UTF8 is the default encoding of PowerShell 7: UTF-8 without a mark.
var UTF8 = text.EncodingUTF8

// EncodingOf returns the encoding that the argument of -Encoding became; UTF8
// where there is none.
func EncodingOf(v value.Value) *text.Encoding {
	if e, ok := value.As[*text.Encoding](v); ok {
		return e
	}
	return UTF8
}

// EncodingArgument is the transformation of -Encoding: names and code pages
// become an Encoding object.
type EncodingArgument struct{}

// Name is the attribute's name.
func (EncodingArgument) Name() string { return "ArgumentToEncodingTransformation" }

// Transforms marks a transformation: the argument is changed before its type
// is looked at.
func (EncodingArgument) Transforms() {}

// Apply looks a name or code page up; an Encoding object passes as it is.
func (EncodingArgument) Apply(env value.Env, v value.Value) (value.Value, error) {
	plain := value.Unwrap(v)
	var e *text.Encoding
	var err error
	switch {
	case plain.Kind() == value.KindString:
		e, err = text.NamedEncoding(plain.Text())
	case plain.IsInteger():
		e, err = text.CodePage(plain.Int64())
	default:
		return v, nil
	}
	if err != nil {
		return v, err
	}
	return value.Obj(e), nil
}
