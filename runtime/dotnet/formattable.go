package dotnet

import "exolab/runtime/value"

// formattable adds ToString with a format and a provider to a type whose
// values format by a specifier.
func formattable(b table, provider string) {
	toString := func(spec, by int) body {
		return func(c *value.Call) (value.Value, error) {
			format, culture := "", value.Null
			if spec >= 0 {
				format = text(c, spec)
			}
			if by >= 0 {
				culture = c.Args[by]
			}
			s, err := formatValue(c.Env, c.This, format, culture)
			return value.Str(s), err
		}
	}
	b.method("string ToString()", toString(-1, -1))
	b.method("string ToString(string format)", toString(0, -1))
	b.method("string ToString(System.IFormatProvider "+provider+")", toString(-1, 0))
	b.method("string ToString(string format, System.IFormatProvider "+provider+")", toString(0, 1))
}

// parsable adds Parse and TryParse, which read the type's own text form. param
// is the name of the text's parameter.
func parsable(b table, typeName, param string) {
	target := b.t
	parse := func(c *value.Call) (value.Value, error) { return parseText(c.Env, c.Args[0], target) }
	b.static(typeName+" Parse(string "+param+")", parse)
	b.static(typeName+" Parse(string "+param+", System.IFormatProvider provider)", parse)
	tryParse := func(c *value.Call) (value.Value, error) {
		last := len(c.Args) - 1
		v, err := parseText(c.Env, c.Args[0], target)
		if err != nil {
			v = ZeroOf(target)
		}
		return value.Bool(err == nil), setOut(c, last, v)
	}
	b.static("bool TryParse(string "+param+", out "+typeName+" result)", tryParse)
	b.static("bool TryParse(string "+param+", System.IFormatProvider provider, out "+typeName+" result)", tryParse)
}
