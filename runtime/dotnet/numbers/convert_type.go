package numbers

import (
	"encoding/base64"
	"encoding/hex"
	"strconv"
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

var typeConvert = &value.Type{Name: "Convert", FullName: "System.Convert", Kind: value.KindObject, Base: value.TypeObject, IsAbstract: true}

func loadConvert(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	for _, n := range integerNames {
		target := dotnet.MustType(n.name)
		b.Static(n.name+" To"+target.Name+"(System.Object value)", toNumber(target))
		b.Static(n.name+" To"+target.Name+"(string value)", toNumber(target))
		b.Static(n.name+" To"+target.Name+"(string value, System.IFormatProvider provider)", toNumber(target))
		b.Static(n.name+" To"+target.Name+"(string value, int fromBase)", fromBase(n.kind))
	}
	for name, target := range map[string]*value.Type{"double": value.TypeDouble, "float": value.TypeSingle, "decimal": value.TypeDecimal, "datetime": value.TypeDateTime} {
		b.Static(name+" To"+target.Name+"(System.Object value)", toNumber(target))
		b.Static(name+" To"+target.Name+"(string value, System.IFormatProvider provider)", toNumber(target))
	}
	b.Static("char ToChar(System.Object value)", toNumber(value.TypeChar))
	b.Static("bool ToBoolean(System.Object value)", toBoolean)
	b.Static("bool ToBoolean(string value)", toBoolean)
	loadConvertText(b)
	loadBase64(b)
	b.Static("System.Object ChangeType(System.Object value, type conversionType)", func(c *value.Call) (value.Value, error) {
		return dotnet.CastTo(c.Env, c.Args[0], dotnet.Of[*value.Type](c.Args[1]))
	})
	b.Static("bool IsDBNull(System.Object value)", dotnet.Give(func(*value.Call) value.Value { return value.False }))
	b.Static("System.TypeCode GetTypeCode(System.Object value)", dotnet.Give(func(c *value.Call) value.Value { return dotnet.TypeCodeOf(c.Args[0]) }))
}

// toNumber is Convert.ToXxx: like IConvertible, it parses strings as the type
// does and rounds half to even.
func toNumber(t *value.Type) dotnet.Body {
	return func(c *value.Call) (value.Value, error) {
		v := c.Args[0]
		if v.IsNull() {
			return dotnet.ZeroOf(t), nil
		}
		if v.Kind() == value.KindString {
			return dotnet.ParseText(c.Env, v, t)
		}
		return dotnet.CastTo(c.Env, v, t)
	}
}

func toBoolean(c *value.Call) (value.Value, error) {
	switch v := c.Args[0]; {
	case v.IsNull():
		return value.False, nil
	case v.Kind() == value.KindString:
		return parseBoolean(c)
	default:
		return value.Bool(dotnet.TruthOf(v)), nil
	}
}

// fromBase reads a number in base 2, 8, 10 or 16.
func fromBase(kind value.Kind) dotnet.Body {
	return func(c *value.Call) (value.Value, error) {
		s, base := dotnet.TextArg(c, 0), dotnet.IntArg(c, 1)
		if base != 2 && base != 8 && base != 10 && base != 16 {
			return value.Null, dotnet.Throw(dotnet.ExArgument, "Invalid Base.")
		}
		if s == "" {
			return value.Null, dotnet.ThrowParam(dotnet.ExArgumentRange, "startIndex", "Index was out of range. Must be non-negative and less than the size of the collection.")
		}
		if base == 10 {
			return dotnet.ParseText(c.Env, c.Args[0], value.TypeOf(value.Integer(kind, 0)))
		}
		if base == 16 {
			s = strings.TrimPrefix(strings.ToLower(s), "0x")
		}
		n, err := strconv.ParseUint(s, base, 64)
		if err != nil && err.(*strconv.NumError).Err == strconv.ErrSyntax {
			if strings.TrimLeft(s, "0123456789abcdefABCDEF") == s {
				return value.Null, dotnet.Throw(dotnet.ExFormat, "Could not find any recognizable digits.")
			}
			return value.Null, dotnet.Throw(dotnet.ExFormat, "Additional non-parsable characters are at the end of the string.")
		}
		if err != nil || dotnet.Bits(kind) < 64 && n>>dotnet.Bits(kind) != 0 {
			return value.Null, dotnet.Throw(dotnet.ExOverflow, "Value was either too large or too small for %s.", articled(value.TypeOf(value.Integer(kind, 0))))
		}
		return value.Integer(kind, signExtend(n, kind)), nil
	}
}

func loadConvertText(b dotnet.Rows) {
	b.Static("string ToString(System.Object value)", dotnet.Give(func(c *value.Call) value.Value { return value.Str(dotnet.ToText(c.Env, c.Args[0])) }))
	b.Static("string ToString(System.Object value, System.IFormatProvider provider)", func(c *value.Call) (value.Value, error) {
		s, err := dotnet.FormatValue(c.Env, c.Args[0], "", c.Args[1])
		return value.Str(s), err
	})
	for _, n := range integerNames[:5] {
		if n.name == "sbyte" {
			continue
		}
		b.Static("string ToString("+n.name+" value, int toBase)", func(c *value.Call) (value.Value, error) {
			base := dotnet.IntArg(c, 1)
			switch base {
			case 10:
				return value.Str(strconv.FormatInt(c.Args[0].Int64(), 10)), nil
			case 2, 8, 16:
				return value.Str(strconv.FormatUint(uint64(c.Args[0].Int64())<<(64-dotnet.Bits(n.kind))>>(64-dotnet.Bits(n.kind)), base)), nil
			}
			return value.Null, dotnet.Throw(dotnet.ExArgument, "Invalid Base.")
		})
	}
	b.Static("string ToHexString(byte[] inArray)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Str(strings.ToUpper(hex.EncodeToString(Bytes(c.Args[0]))))
	}))
	b.Static("byte[] FromHexString(string s)", func(c *value.Call) (value.Value, error) {
		raw, err := hex.DecodeString(dotnet.TextArg(c, 0))
		if err != nil {
			return value.Null, dotnet.Throw(dotnet.ExFormat, "The input is not a valid hex string as it contains a non-hex character.")
		}
		return ByteArray(raw), nil
	})
}

func loadBase64(b dotnet.Rows) {
	b.Static("string ToBase64String(byte[] inArray)", dotnet.Give(func(c *value.Call) value.Value { return value.Str(base64.StdEncoding.EncodeToString(Bytes(c.Args[0]))) }))
	b.Static("string ToBase64String(byte[] inArray, System.Base64FormattingOptions options)", dotnet.Give(func(c *value.Call) value.Value {
		s := base64.StdEncoding.EncodeToString(Bytes(c.Args[0]))
		if c.Args[1].Int64() == 0 {
			return value.Str(s)
		}
		var lines []string
		for len(s) > 76 {
			lines, s = append(lines, s[:76]), s[76:]
		}
		return value.Str(strings.Join(append(lines, s), "\r\n"))
	}))
	b.Static("byte[] FromBase64String(string s)", func(c *value.Call) (value.Value, error) {
		clean := strings.NewReplacer(" ", "", "\t", "", "\r", "", "\n", "").Replace(dotnet.TextArg(c, 0))
		raw, err := base64.StdEncoding.DecodeString(clean)
		if err != nil {
			return value.Null, dotnet.Throw(dotnet.ExFormat, "The input is not a valid Base-64 string as it contains a non-base 64 character, more than two padding characters, or an illegal character among the padding characters.")
		}
		return ByteArray(raw), nil
	})
}

// Bytes returns the content of a byte[] (or of any list of small numbers).
func Bytes(v value.Value) []byte {
	items := dotnet.ItemsOf(v)
	out := make([]byte, len(items))
	for i, e := range items {
		out[i] = byte(e.Int64())
	}
	return out
}

// ByteArray returns a byte[] value.
func ByteArray(raw []byte) value.Value {
	items := make([]value.Value, len(raw))
	for i, c := range raw {
		items[i] = value.Integer(value.KindByte, int64(c))
	}
	return value.Obj(&value.Array{Elem: value.TypeByte, Items: items})
}
