package dotnet

import "exolab/runtime/value"

// Formattable adds ToString with a format and a provider to a type whose
// values format by a specifier.
func Formattable(b Rows, provider string) {
	toString := func(spec, by int) Body {
		return func(c *value.Call) (value.Value, error) {
			format, culture := "", value.Null
			if spec >= 0 {
				format = TextArg(c, spec)
			}
			if by >= 0 {
				culture = c.Args[by]
			}
			s, err := FormatValue(c.Env, c.This, format, culture)
			return value.Str(s), err
		}
	}
	b.Method("string ToString()", toString(-1, -1))
	b.Method("string ToString(string format)", toString(0, -1))
	b.Method("string ToString(System.IFormatProvider "+provider+")", toString(-1, 0))
	b.Method("string ToString(string format, System.IFormatProvider "+provider+")", toString(0, 1))
}

// Parsable adds Parse and TryParse, which read the type's own text form. param
// is the name of the text's parameter.
func Parsable(b Rows, typeName, param string) {
	target := b.Type
	parse := func(c *value.Call) (value.Value, error) {
		provider := value.Null
		if len(c.Args) > 1 && !c.Args[1].IsNull() {
			if _, out := c.Args[1].Object().(*Reference); !out {
				provider = c.Args[1]
			}
		}
		return ParseTextBy(c.Env, c.Args[0], target, provider)
	}
	b.Static(typeName+" Parse(string "+param+")", parse)
	b.Static(typeName+" Parse(string "+param+", System.IFormatProvider provider)", parse)
	tryParse := func(c *value.Call) (value.Value, error) {
		last := len(c.Args) - 1
		v, err := parse(c)
		if err != nil {
			v = ZeroOf(target)
		}
		return value.Bool(err == nil), SetOut(c, last, v)
	}
	b.Static("bool TryParse(string "+param+", out "+typeName+" result)", tryParse)
	b.Static("bool TryParse(string "+param+", System.IFormatProvider provider, out "+typeName+" result)", tryParse)
}
