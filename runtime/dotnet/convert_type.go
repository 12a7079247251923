package dotnet

import (
	"encoding/base64"
	"encoding/hex"
	"strconv"
	"strings"

	"exolab/runtime/value"
)

var typeConvert = &value.Type{Name: "Convert", FullName: "System.Convert", Kind: value.KindObject, Base: value.TypeObject, IsAbstract: true}

func loadConvert(t *value.Type, m *value.Members) {
	b := table{t, m}
	for _, n := range integerNames {
		target := mustType(n.name)
		b.static(n.name+" To"+target.Name+"(System.Object value)", toNumber(target))
		b.static(n.name+" To"+target.Name+"(string value)", toNumber(target))
		b.static(n.name+" To"+target.Name+"(string value, System.IFormatProvider provider)", toNumber(target))
		b.static(n.name+" To"+target.Name+"(string value, int fromBase)", fromBase(n.kind))
	}
	for name, target := range map[string]*value.Type{"double": value.TypeDouble, "float": value.TypeSingle, "decimal": value.TypeDecimal, "datetime": value.TypeDateTime} {
		b.static(name+" To"+target.Name+"(System.Object value)", toNumber(target))
		b.static(name+" To"+target.Name+"(string value, System.IFormatProvider provider)", toNumber(target))
	}
	b.static("char ToChar(System.Object value)", toNumber(value.TypeChar))
	b.static("bool ToBoolean(System.Object value)", toBoolean)
	b.static("bool ToBoolean(string value)", toBoolean)
	loadConvertText(b)
	loadBase64(b)
	b.static("System.Object ChangeType(System.Object value, type conversionType)", func(c *value.Call) (value.Value, error) {
		return castTo(c.Env, c.Args[0], of[*value.Type](c.Args[1]))
	})
	b.static("bool IsDBNull(System.Object value)", give(func(*value.Call) value.Value { return value.False }))
	b.static("System.TypeCode GetTypeCode(System.Object value)", give(func(c *value.Call) value.Value { return typeCode(c.Args[0]) }))
}

// toNumber is Convert.ToXxx: like IConvertible, it parses strings as the type
// does and rounds half to even.
func toNumber(t *value.Type) body {
	return func(c *value.Call) (value.Value, error) {
		v := c.Args[0]
		if v.IsNull() {
			return ZeroOf(t), nil
		}
		if v.Kind() == value.KindString {
			return parseText(c.Env, v, t)
		}
		return castTo(c.Env, v, t)
	}
}

func toBoolean(c *value.Call) (value.Value, error) {
	switch v := c.Args[0]; {
	case v.IsNull():
		return value.False, nil
	case v.Kind() == value.KindString:
		return parseBoolean(c)
	default:
		return value.Bool(truthOf(v)), nil
	}
}

// fromBase reads a number in base 2, 8, 10 or 16.
func fromBase(kind value.Kind) body {
	return func(c *value.Call) (value.Value, error) {
		s, base := text(c, 0), number(c, 1)
		if base != 2 && base != 8 && base != 10 && base != 16 {
			return value.Null, throw(exArgument, "Invalid Base.")
		}
		if s == "" {
			return value.Null, throwParam(exArgumentRange, "startIndex", "Index was out of range. Must be non-negative and less than the size of the collection.")
		}
		if base == 10 {
			return parseText(c.Env, c.Args[0], value.TypeOf(value.Integer(kind, 0)))
		}
		if base == 16 {
			s = strings.TrimPrefix(strings.ToLower(s), "0x")
		}
		n, err := strconv.ParseUint(s, base, 64)
		if err != nil && err.(*strconv.NumError).Err == strconv.ErrSyntax {
			if strings.TrimLeft(s, "0123456789abcdefABCDEF") == s {
				return value.Null, throw(exFormat, "Could not find any recognizable digits.")
			}
			return value.Null, throw(exFormat, "Additional non-parsable characters are at the end of the string.")
		}
		if err != nil || bits(kind) < 64 && n>>bits(kind) != 0 {
			return value.Null, throw(exOverflow, "Value was either too large or too small for %s.", articled(value.TypeOf(value.Integer(kind, 0))))
		}
		return value.Integer(kind, signExtend(n, kind)), nil
	}
}

func loadConvertText(b table) {
	b.static("string ToString(System.Object value)", give(func(c *value.Call) value.Value { return value.Str(toText(c.Env, c.Args[0])) }))
	b.static("string ToString(System.Object value, System.IFormatProvider provider)", func(c *value.Call) (value.Value, error) {
		s, err := formatValue(c.Env, c.Args[0], "", c.Args[1])
		return value.Str(s), err
	})
	for _, n := range integerNames[:5] {
		if n.name == "sbyte" {
			continue
		}
		b.static("string ToString("+n.name+" value, int toBase)", func(c *value.Call) (value.Value, error) {
			base := number(c, 1)
			switch base {
			case 10:
				return value.Str(strconv.FormatInt(c.Args[0].Int64(), 10)), nil
			case 2, 8, 16:
				return value.Str(strconv.FormatUint(uint64(c.Args[0].Int64())<<(64-bits(n.kind))>>(64-bits(n.kind)), base)), nil
			}
			return value.Null, throw(exArgument, "Invalid Base.")
		})
	}
	b.static("string ToHexString(byte[] inArray)", give(func(c *value.Call) value.Value {
		return value.Str(strings.ToUpper(hex.EncodeToString(Bytes(c.Args[0]))))
	}))
	b.static("byte[] FromHexString(string s)", func(c *value.Call) (value.Value, error) {
		raw, err := hex.DecodeString(text(c, 0))
		if err != nil {
			return value.Null, throw(exFormat, "The input is not a valid hex string as it contains a non-hex character.")
		}
		return ByteArray(raw), nil
	})
}

func loadBase64(b table) {
	b.static("string ToBase64String(byte[] inArray)", give(func(c *value.Call) value.Value { return value.Str(base64.StdEncoding.EncodeToString(Bytes(c.Args[0]))) }))
	b.static("string ToBase64String(byte[] inArray, System.Base64FormattingOptions options)", give(func(c *value.Call) value.Value {
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
	b.static("byte[] FromBase64String(string s)", func(c *value.Call) (value.Value, error) {
		clean := strings.NewReplacer(" ", "", "\t", "", "\r", "", "\n", "").Replace(text(c, 0))
		raw, err := base64.StdEncoding.DecodeString(clean)
		if err != nil {
			return value.Null, throw(exFormat, "The input is not a valid Base-64 string as it contains a non-base 64 character, more than two padding characters, or an illegal character among the padding characters.")
		}
		return ByteArray(raw), nil
	})
}

// Bytes returns the content of a byte[] (or of any list of small numbers).
func Bytes(v value.Value) []byte {
	items := itemsOf(v)
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
