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
	for _, target := range convertibles {
		loadConversions(b, target.name, target.t)
	}
	for _, n := range integerNames {
		b.Static(n.name+" To"+dotnet.MustType(n.name).Name+"(string value, int fromBase)", fromBase(n.kind))
	}
	loadConvertText(b)
	loadBase64(b)
	loadBase64Chars(b)
	loadChangeType(b)
	b.Static("bool IsDBNull(System.Object value)", dotnet.Give(func(c *value.Call) value.Value { return value.Bool(value.IsDBNull(c.Args[0])) }))
	b.Constant("System.Object DBNull", value.DBNull)
	b.Static("System.TypeCode GetTypeCode(System.Object value)", dotnet.Give(func(c *value.Call) value.Value { return dotnet.TypeCodeOf(c.Args[0]) }))
}

const msgNotConvertible = "Object must implement IConvertible."

// loadConversions adds To<Type> for every type that converts.
func loadConversions(b dotnet.Rows, name string, target *value.Type) {
	to := func(c *value.Call) (value.Value, error) {
		provider := value.Null
		if len(c.Args) > 1 {
			provider = c.Args[1]
		}
		if v := value.Unwrap(c.Args[0]); !v.IsNull() && target.Kind != value.KindString && !convertible(v) {
			return value.Null, dotnet.Throw(dotnet.ExInvalidCast, "Unable to cast object of type '%s' to type 'System.IConvertible'.", dotnet.DisplayName(value.TypeOf(v)))
		}
		return changeType(c.Env, c.Args[0], target, provider)
	}
	method := name + " To" + target.Name
	for _, from := range [...]string{"System.Object", "string"} {
		b.Static(method+"("+from+" value)", to)
		b.Static(method+"("+from+" value, System.IFormatProvider provider)", to)
	}
	for _, from := range convertibles {
		b.Static(method+"("+from.name+" value)", to)
	}
}

func loadChangeType(b dotnet.Rows) {
	change := func(c *value.Call) (value.Value, error) {
		provider := value.Null
		if len(c.Args) > 2 {
			provider = c.Args[2]
		}
		t, ok := value.As[*value.Type](c.Args[1])
		if !ok {
			if t = typeOfCode(c.Args[1].Int64()); t == nil {
				return value.Null, dotnet.Throw(dotnet.ExArgument, "Unknown TypeCode value.")
			}
		}
		switch {
		case c.Args[0].IsNull() && t.IsValueType && ok:
			return value.Null, dotnet.Throw(dotnet.ExInvalidCast, "Null object cannot be converted to a value type.")
		case c.Args[0].IsNull() && t.IsValueType:
			return value.Null, dotnet.Throw(dotnet.ExInvalidCast, msgNotConvertible)
		case c.Args[0].IsNull():
			return value.Null, nil
		}
		return changeType(c.Env, c.Args[0], t, provider)
	}
	for _, by := range [...]string{"type conversionType", "System.TypeCode typeCode"} {
		b.Static("System.Object ChangeType(System.Object value, "+by+")", change)
		b.Static("System.Object ChangeType(System.Object value, "+by+", System.IFormatProvider provider)", change)
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
	toString := func(c *value.Call) (value.Value, error) {
		if c.Args[0].IsNull() {
			return value.Str(""), nil
		}
		provider := value.Null
		if len(c.Args) > 1 {
			provider = c.Args[1]
		}
		s, err := dotnet.FormatValue(c.Env, c.Args[0], "", provider)
		return value.Str(s), err
	}
	from := []string{"System.Object", "string"}
	for _, c := range convertibles {
		from = append(from, c.name)
	}
	for _, name := range from {
		b.Static("string ToString("+name+" value)", toString)
		b.Static("string ToString("+name+" value, System.IFormatProvider provider)", toString)
	}
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
	for name, spell := range map[string]func(string) string{"ToHexString": strings.ToUpper, "ToHexStringLower": strings.ToLower} {
		hexadecimal := func(c *value.Call) (value.Value, error) {
			raw, err := byteSpan(c)
			return value.Str(spell(hex.EncodeToString(raw))), err
		}
		b.Static("string "+name+"(byte[] inArray)", hexadecimal)
		b.Static("string "+name+"(byte[] inArray, int offset, int length)", hexadecimal)
	}
	b.Static("byte[] FromHexString(string s)", func(c *value.Call) (value.Value, error) {
		raw, err := hex.DecodeString(dotnet.TextArg(c, 0))
		if err != nil {
			return value.Null, dotnet.Throw(dotnet.ExFormat, "The input is not a valid hex string as it contains a non-hex character.")
		}
		return ByteArray(raw), nil
	})
}

func loadBase64(b dotnet.Rows) {
	encode := func(c *value.Call) (value.Value, error) {
		raw, err := byteSpan(c)
		s := base64.StdEncoding.EncodeToString(raw)
		if last := c.Args[len(c.Args)-1]; last.Kind() == value.KindEnum && last.Int64() != 0 {
			s = base64Lines(s)
		}
		return value.Str(s), err
	}
	for _, params := range [...]string{"", ", System.Base64FormattingOptions options", ", int offset, int length", ", int offset, int length, System.Base64FormattingOptions options"} {
		b.Static("string ToBase64String(byte[] inArray"+params+")", encode)
	}
	b.Static("byte[] FromBase64String(string s)", func(c *value.Call) (value.Value, error) {
		return fromBase64(dotnet.TextArg(c, 0))
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
	items := value.MakeItems(len(raw))
	for i, c := range raw {
		items[i] = value.Integer(value.KindByte, int64(c))
	}
	return value.Obj(&value.Array{Elem: value.TypeByte, Items: items})
}
