package numbers

import (
	"encoding/base64"
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

const msgBadBase64 = "The input is not a valid Base-64 string as it contains a non-base 64 character, more than two padding characters, or an illegal character among the padding characters."

// byteSpan is the byte[] of the first argument, or the part of it that an
// offset and a length choose.
func byteSpan(c *value.Call) ([]byte, error) {
	if c.Args[0].IsNull() {
		return nil, dotnet.ErrNullArgument("inArray")
	}
	raw := Bytes(c.Args[0])
	if len(c.Args) < 3 {
		return raw, nil
	}
	offset, length := dotnet.IntArg(c, 1), dotnet.IntArg(c, 2)
	if err := dotnet.FirstError(dotnet.IfNegative("length", length), dotnet.IfNegative("offset", offset), dotnet.IfGreater("offset", offset, len(raw)-length)); err != nil {
		return nil, err
	}
	return raw[offset : offset+length], nil
}

// base64Lines breaks lines after 76 characters.
func base64Lines(s string) string {
	var lines []string
	for len(s) > 76 {
		lines, s = append(lines, s[:76]), s[76:]
	}
	return strings.Join(append(lines, s), "\r\n")
}

func fromBase64(s string) (value.Value, error) {
	clean := strings.NewReplacer(" ", "", "\t", "", "\r", "", "\n", "").Replace(s)
	raw, err := base64.StdEncoding.DecodeString(clean)
	if err != nil {
		return value.Null, dotnet.Throw(dotnet.ExFormat, msgBadBase64)
	}
	return ByteArray(raw), nil
}

func loadBase64Chars(b dotnet.Rows) {
	b.Static("byte[] FromBase64CharArray(char[] inArray, int offset, int length)", func(c *value.Call) (value.Value, error) {
		chars, offset, length := dotnet.ItemsOf(c.Args[0]), dotnet.IntArg(c, 1), dotnet.IntArg(c, 2)
		if err := dotnet.FirstError(dotnet.IfNegative("length", length), dotnet.IfNegative("offset", offset), dotnet.IfGreater("offset", offset, len(chars)-length)); err != nil {
			return value.Null, err
		}
		var s strings.Builder
		for _, ch := range chars[offset : offset+length] {
			s.WriteRune(rune(ch.Int64()))
		}
		return fromBase64(s.String())
	})
	encode := func(c *value.Call) (value.Value, error) {
		raw, err := byteSpan(c)
		if err != nil {
			return value.Null, err
		}
		s, at := base64.StdEncoding.EncodeToString(raw), dotnet.IntArg(c, 4)
		if len(c.Args) > 5 && c.Args[5].Int64() != 0 {
			s = base64Lines(s)
		}
		out, ok := value.As[*value.Array](c.Args[3])
		if !ok || at < 0 || at+len(s) > len(out.Items) {
			return value.Null, dotnet.ThrowParam(dotnet.ExArgumentRange, "offsetOut", "Either offset did not refer to a position in the string, or there is an insufficient length of destination character array.")
		}
		for i := range len(s) {
			out.Items[at+i] = value.Char(uint16(s[i]))
		}
		return value.Int(len(s)), nil
	}
	const params = "byte[] inArray, int offsetIn, int length, char[] outArray, int offsetOut"
	b.Static("int ToBase64CharArray("+params+")", encode)
	b.Static("int ToBase64CharArray("+params+", System.Base64FormattingOptions options)", encode)
}
