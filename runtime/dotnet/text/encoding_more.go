package text

import (
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/dotnet/numbers"
	"exolab/runtime/value"
)

// wide is how many bytes a unit of the encoding has, and how many bytes a
// character may take.
func (e *Encoding) wide() (unit, most int) {
	switch e.page {
	case 65001:
		return 1, 3
	case 1200, 1201:
		return 2, 2
	case 12000, 12001:
		return 4, 4
	}
	return 1, 1
}

// partNamed is the part of a list of n that the arguments index and count name.
func partNamed(c *value.Call, first, n int, what string) (from, to int, err error) {
	at, count := dotnet.IntArg(c, first), dotnet.IntArg(c, first+1)
	if err := dotnet.FirstError(dotnet.IfNegative("index", at), dotnet.IfNegative("count", count)); err != nil {
		return 0, 0, err
	}
	if at+count > n {
		return 0, 0, dotnet.ThrowParam(dotnet.ExArgumentRange, what, "Index and count must refer to a location within the buffer.")
	}
	return at, at + count, nil
}

// unitsOf are the UTF-16 units of a text or of a list of characters.
func unitsOf(v value.Value) []uint16 {
	if v.Kind() == value.KindString {
		return value.Units(v.Text())
	}
	return value.Units(CharsText(v))
}

func loadEncodingParts(b dotnet.Rows) {
	enc := func(c *value.Call) *Encoding { return dotnet.Of[*Encoding](c.This) }
	for _, source := range [...]string{"char[] chars", "string s"} {
		name := source[strings.IndexByte(source, ' ')+1:]
		part := func(c *value.Call) ([]byte, error) {
			u := unitsOf(c.Args[0])
			from, to, err := partNamed(c, 1, len(u), name)
			if err != nil {
				return nil, err
			}
			return enc(c).Encode(value.UnitsText(u[from:to])), nil
		}
		b.Method("byte[] GetBytes("+source+", int index, int count)", func(c *value.Call) (value.Value, error) {
			raw, err := part(c)
			return numbers.ByteArray(raw), err
		})
		b.Method("int GetByteCount("+source+", int index, int count)", func(c *value.Call) (value.Value, error) {
			raw, err := part(c)
			return value.Int(len(raw)), err
		})
		b.Method("int GetBytes("+source+", int charIndex, int charCount, byte[] bytes, int byteIndex)", func(c *value.Call) (value.Value, error) {
			raw, err := part(c)
			into, ok := value.As[*value.Array](c.Args[3])
			if err != nil || !ok {
				return value.Int(0), err
			}
			at := dotnet.IntArg(c, 4)
			if at < 0 || at+len(raw) > len(into.Items) {
				return value.Null, dotnet.ThrowParam(dotnet.ExArgument, "bytes", "The output byte buffer is too small to contain the encoded data, encoding codepage '%s' and fallback 'System.Text.EncoderReplacementFallback'.", dotnet.DecimalText(enc(c).page))
			}
			for i, one := range raw {
				into.Writable()[at+i] = value.Integer(value.KindByte, int64(one))
			}
			return value.Int(len(raw)), nil
		})
	}
	b.Method("int GetByteCount(char[] chars)", dotnet.Give(func(c *value.Call) value.Value { return value.Int(len(enc(c).Encode(CharsText(c.Args[0])))) }))
	b.Method("int GetCharCount(byte[] bytes)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Int(len(value.Units(enc(c).Decode(numbers.Bytes(c.Args[0])))))
	}))
	decoded := func(c *value.Call) ([]uint16, error) {
		raw := numbers.Bytes(c.Args[0])
		from, to, err := partNamed(c, 1, len(raw), "bytes")
		if err != nil {
			return nil, err
		}
		return value.Units(enc(c).Decode(raw[from:to])), nil
	}
	b.Method("int GetCharCount(byte[] bytes, int index, int count)", func(c *value.Call) (value.Value, error) {
		u, err := decoded(c)
		return value.Int(len(u)), err
	})
	b.Method("char[] GetChars(byte[] bytes, int index, int count)", func(c *value.Call) (value.Value, error) {
		u, err := decoded(c)
		return Chars(u), err
	})
	b.Method("int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)", func(c *value.Call) (value.Value, error) {
		u, err := decoded(c)
		if err != nil {
			return value.Null, err
		}
		to, at := dotnet.Of[*value.Array](c.Args[3]), dotnet.IntArg(c, 4)
		if at < 0 || at+len(u) > len(to.Items) {
			return value.Null, dotnet.ThrowParam(dotnet.ExArgument, "chars", "The output char buffer is too small to contain the decoded characters.")
		}
		copy(to.Writable()[at:], dotnet.ItemsOf(Chars(u)))
		return value.Int(len(u)), nil
	})
	b.Method("int GetMaxByteCount(int charCount)", func(c *value.Call) (value.Value, error) {
		_, most := enc(c).wide()
		return value.Int((dotnet.IntArg(c, 0) + 1) * most), dotnet.IfNegative("charCount", dotnet.IntArg(c, 0))
	})
	b.Method("int GetMaxCharCount(int byteCount)", func(c *value.Call) (value.Value, error) {
		n := dotnet.IntArg(c, 0)
		switch unit, most := enc(c).wide(); {
		case unit == 1 && most > 1:
			n++
		case unit == 2:
			n = n/2 + n%2 + 1
		case unit == 4:
			n = n/2 + 2
		}
		return value.Int(n), dotnet.IfNegative("byteCount", dotnet.IntArg(c, 0))
	})
	loadEncodingKinds(b)
}

// loadEncodingKinds adds what an encoding is said to be good for.
func loadEncodingKinds(b dotnet.Rows) {
	page := func(v value.Value) int { return dotnet.Of[*Encoding](v).page }
	b.Get("bool IsReadOnly", func(value.Value) value.Value { return value.True })
	for name, pages := range map[string]string{"IsBrowserDisplay": " 65001 28591 ", "IsBrowserSave": " 65001 28591 1200 ", "IsMailNewsDisplay": " 65001 28591 20127 ", "IsMailNewsSave": " 65001 28591 20127 "} {
		b.Get("bool "+name, func(v value.Value) value.Value {
			return value.Bool(strings.Contains(pages, " "+dotnet.DecimalText(page(v))+" "))
		})
	}
	b.Get("int WindowsCodePage", func(v value.Value) value.Value {
		if dotnet.Of[*Encoding](v).singleByte() {
			return value.Int(1252)
		}
		return value.Int(1200)
	})
	b.Method("System.Object Clone()", dotnet.Give(func(c *value.Call) value.Value { return c.This }))
	b.Method("bool IsAlwaysNormalized()", dotnet.Give(func(c *value.Call) value.Value { return value.Bool(page(c.This) == 28591) }))
	b.Method("bool IsAlwaysNormalized(System.Text.NormalizationForm form)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Bool(page(c.This) == 28591 && c.Args[0].Int64() == 1)
	}))
	b.Static("byte[] Convert(System.Text.Encoding srcEncoding, System.Text.Encoding dstEncoding, byte[] bytes, int index, int count)", func(c *value.Call) (value.Value, error) {
		raw := numbers.Bytes(c.Args[2])
		from, to, err := partNamed(c, 3, len(raw), "bytes")
		if err != nil {
			return value.Null, err
		}
		return numbers.ByteArray(dotnet.Of[*Encoding](c.Args[1]).Encode(dotnet.Of[*Encoding](c.Args[0]).Decode(raw[from:to]))), nil
	})
}
