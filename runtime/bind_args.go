package runtime

import (
	"cmp"
	"strings"
	"unicode/utf16"

	"exolab/parser"
	"exolab/runtime/value"
)

// boundArg is one argument of a call with its value.
type boundArg struct {
	// name is the parameter's name as written, without dash; named is set for
	// arguments that have one.
	name  string
	named bool
	// hasValue is set when value holds something.
	hasValue bool
	// dash is the dash as written if it is not the plain one.
	dash string
	// colon is set for -Name:value.
	colon bool
	// splat is set for entries of a splatted dictionary.
	splat bool
	value value.Value
	// text is the argument as written, for bare words and numbers.
	text     string
	nameSpan parser.Span
	span     parser.Span
}

// position is the range that an error about the argument underlines.
func (a *boundArg) position() parser.Span {
	if a.named && (a.nameSpan.End > 0) {
		return a.nameSpan
	}
	return a.span
}

// parameterText is the parameter as it reads when it becomes a plain value.
func (a *boundArg) parameterText() string {
	dash := cmp.Or(a.dash, "-")
	if a.colon || a.splat {
		return dash + a.name + ":"
	}
	return dash + a.name
}

// evaluateArguments computes the arguments of a command, splats included.
func (f *Frame) evaluateArguments(list []argument) ([]boundArg, error) {
	if len(list) == 0 {
		return nil, nil
	}
	out := make([]boundArg, 0, len(list))
	verbatim := false
	for i := range list {
		a := &list[i]
		if a.bare == "--" && !verbatim && !a.splat && a.param == "" {
			verbatim = true
			continue
		}
		arg := boundArg{name: a.param, named: a.param != "", dash: a.dash, colon: a.colon, text: a.bare, nameSpan: a.paramSpan, span: a.span}
		if verbatim && arg.named {
			arg = boundArg{hasValue: true, value: value.Str(f.source.Slice(a.span)), span: a.span}
			out = append(out, arg)
			continue
		}
		if a.value != nil {
			v, err := a.value(f)
			if err != nil {
				return nil, err
			}
			if a.splat {
				out = splat(out, v, a.span)
				continue
			}
			if v.IsVoid() {
				v = value.Null
			}
			arg.value, arg.hasValue = v, true
		}
		out = append(out, arg)
	}
	return out, nil
}

// splat appends the arguments that @v stands for: named ones for a
// dictionary, positional ones for a list, the value itself for anything else.
func splat(out []boundArg, v value.Value, span parser.Span) []boundArg {
	if d, ok := value.As[*value.Dict](value.Unwrap(v)); ok {
		d.Each(func(key, v value.Value) bool {
			out = append(out, boundArg{name: keyText(key), named: true, hasValue: true, colon: true, splat: true, value: v, span: span})
			return true
		})
		return out
	}
	plain := func(v value.Value) error {
		if name, ok := parameterIn(v); ok {
			out = append(out, boundArg{name: name, named: true, colon: strings.HasSuffix(value.Unwrap(v).Text(), ":"), span: span})
			return nil
		}
		if last := len(out) - 1; last >= 0 && out[last].colon && !out[last].hasValue {
			out[last].value, out[last].hasValue = v, true
			return nil
		}
		out = append(out, boundArg{hasValue: true, value: v, span: span})
		return nil
	}
	switch o := v.Object().(type) {
	case *value.Array:
		for _, item := range o.Items {
			_ = plain(item)
		}
	case value.Enumerable:
		_ = o.Enumerate(plain)
	default:
		if v.Kind() == value.KindString {
			for _, c := range utf16.Encode([]rune(v.Text())) {
				_ = plain(value.Char(c))
			}
			break
		}
		if v.IsVoid() {
			v = value.Null
		}
		_ = plain(v)
	}
	return out
}

func keyText(key value.Value) string {
	if key.Kind() == value.KindString {
		return key.Text()
	}
	return value.ToString(nil, key)
}
