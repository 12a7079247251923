package value

import (
	"encoding/binary"
	"math/big"
	"net/netip"
	"strconv"
	"strings"

	"exolab/runtime/netfmt"
)

// convertToKnown converts to the types whose values this package represents.
// ok is false when t is none of them or takes no value of that sort.
func convertToKnown(env Env, v Value, t *Type) (out Value, ok bool, err error) {
	var cause string
	id := idParse
	switch {
	case t == TypeDateTime || t == TypeTimeSpan:
		return convertToTime(v, t)
	case t == TypeBigInteger:
		return convertToBig(v)
	case t == TypeIPAddress && ticksOf(v):
		return addressOfNumber(v)
	case t == TypeXMLDocument:
		return convertToXML(env, v, t)
	case v.Kind() != KindString:
		return Null, false, nil
	case t == TypeGuid:
		g, e := netfmt.ParseGuid(v.Text())
		out, err, id = Obj(Guid{g}), e, idParseFormatted
	case t == TypeVersion:
		n, e := netfmt.ParseVersion(v.Text())
		out, err = Obj(Version{n}), e
	case t == TypeIPAddress:
		out, cause = parseAddress(v.Text())
	case t == TypeMailAddress:
		out, cause = parseMail(v.Text())
		id = idConstructor
	case t == TypeRegex:
		out, id = Obj(&Regex{Pattern: v.Text()}), "InvalidCastFromStringToRegex"
		_, err = netfmt.LoadRegex(v.Text(), 0)
	case t == TypeURI:
		out = Obj(URI{v.Text()})
	default:
		return Null, false, nil
	}
	if err != nil {
		cause = err.Error()
	}
	if cause != "" {
		return Null, true, causedError(id, v, t, cause)
	}
	return out, true, nil
}

// ticksOf reports whether v goes to a constructor that takes an Int64.
func ticksOf(v Value) bool {
	return v.IsInteger() && v.Kind() != KindUInt64 || v.Kind() == KindEnum || v.Kind() == KindChar
}

func convertToTime(v Value, t *Type) (Value, bool, error) {
	switch {
	case ticksOf(v) && t == TypeTimeSpan:
		return Span(v.Int64()), true, nil
	case ticksOf(v):
		if n := v.Int64(); n < 0 || n > netfmt.MaxTicks {
			return Null, true, causedError(idConstructor, v, t, "Ticks must be between DateTime.MinValue.Ticks and DateTime.MaxValue.Ticks. (Parameter 'ticks')")
		}
		return Date(v.Int64(), 0), true, nil
	case v.Kind() != KindString:
		return Null, false, nil
	case t == TypeTimeSpan:
		ticks, err := netfmt.ParseTimeSpan(v.Text(), netfmt.Invariant)
		if err != nil {
			return Null, true, causedError(idParseFormatted, v, t, err.Error())
		}
		return Span(ticks), true, nil
	}
	d, err := netfmt.ParseDateTime(v.Text(), netfmt.Invariant, 0)
	if err != nil {
		return Null, true, causedError(idParseFormatted, v, t, err.Error())
	}
	return Date(d.Ticks, uint8(d.Kind)), true, nil
}

func convertToBig(v Value) (Value, bool, error) {
	switch v.Kind() {
	case KindString:
		text := strings.TrimSpace(v.Text())
		if text == "" {
			return BigOf(new(big.Int)), true, nil
		}
		if n, err := netfmt.ParseBigInteger(text, netfmt.StyleInteger, netfmt.Invariant); err == nil {
			return BigOf(n), true, nil
		}
		number, ok := ScanNumber(text)
		if !ok {
			number, ok = parseThousands(text)
		}
		if !ok {
			return Null, true, causedError(idStringToInteger, v, TypeBigInteger, "The value could not be parsed.")
		}
		if !number.IsNumber() {
			return number, true, nil
		}
		return convertToBig(number)
	case KindSingle, KindDouble:
		whole, _ := big.NewFloat(0).SetString(strconv.FormatFloat(v.Float(), 'f', -1, 64))
		if whole == nil || whole.IsInf() {
			cause := "BigInteger cannot represent infinity."
			if v.Float() != v.Float() {
				cause = "The value is not a number."
			}
			return Null, true, causedError(idConstructor, v, TypeBigInteger, cause)
		}
		n, _ := whole.Int(nil)
		return BigOf(n), true, nil
	case KindDecimal:
		whole, _, _ := strings.Cut(v.Decimal().Text('f'), ".")
		n, _ := new(big.Int).SetString(whole, 10)
		return BigOf(n), true, nil
	case KindUInt64:
		return BigOf(new(big.Int).SetUint64(v.Uint64())), true, nil
	}
	if v.IsInteger() || v.Kind() == KindChar || v.Kind() == KindBool || v.Kind() == KindEnum {
		return BigOf(big.NewInt(v.Int64())), true, nil
	}
	return Null, false, nil
}

// addressOfNumber reads the number as the four bytes in network order.
func addressOfNumber(v Value) (Value, bool, error) {
	if n := v.Int64(); n < 0 || n > 0xFFFFFFFF {
		return Null, true, causedError(idConstructor, v, TypeIPAddress, "Specified argument was out of the range of valid values. (Parameter 'newAddress')")
	}
	var b [4]byte
	binary.LittleEndian.PutUint32(b[:], uint32(v.Uint64()))
	return Obj(IPAddress{netip.AddrFrom4(b)}), true, nil
}

// parseAddress reads IPv6 notation and IPv4 with one to four parts, decimal,
// octal or hexadecimal, of which the last fills what is left.
func parseAddress(text string) (Value, string) {
	const bad = "An invalid IP address was specified."
	if strings.Contains(text, ":") {
		a, err := netip.ParseAddr(strings.Trim(text, "[]"))
		if err != nil {
			return Null, bad
		}
		return Obj(IPAddress{a}), ""
	}
	parts := strings.Split(text, ".")
	var address uint64
	for i, part := range parts {
		n, err := strconv.ParseUint(part, 0, 32)
		limit := uint64(1) << 8
		if i == len(parts)-1 {
			limit = 1 << (8 * max(1, 5-len(parts)))
		}
		if err != nil || n >= limit || len(parts) > 4 || strings.ContainsAny(part, "_obOB") {
			return Null, bad
		}
		if i < len(parts)-1 {
			n <<= 8 * (3 - i)
		}
		address |= n
	}
	var b [4]byte
	binary.BigEndian.PutUint32(b[:], uint32(address))
	return Obj(IPAddress{netip.AddrFrom4(b)}), ""
}

// parseMail reads "user@host" or "Name <user@host>".
func parseMail(text string) (Value, string) {
	const bad = "The specified string is not in the form required for an e-mail address."
	name, address := "", strings.TrimSpace(text)
	if address == "" {
		return Null, "The parameter 'address' cannot be an empty string. (Parameter 'address')"
	}
	if before, rest, found := strings.Cut(address, "<"); found {
		inner, closed := strings.CutSuffix(rest, ">")
		if !closed {
			return Null, bad
		}
		name, address = strings.Trim(strings.TrimSpace(before), "\""), inner
	}
	at := strings.LastIndexByte(address, '@')
	if at <= 0 || at == len(address)-1 || strings.ContainsAny(address, " ,;<>()\t") || strings.IndexByte(address, '@') != at {
		return Null, bad
	}
	return Obj(MailAddress{DisplayName: name, User: address[:at], Host: address[at+1:]}), ""
}

// convertToXML refuses text that is no markup at all; documents are made by
// the type itself.
func convertToXML(env Env, v Value, t *Type) (Value, bool, error) {
	text := ToString(env, v)
	if text != "" && !strings.HasPrefix(strings.TrimSpace(text), "<") {
		return Null, true, castError("InvalidCastToXmlDocument", "Cannot convert value \"%s\" to type \"%s\". Error: \"The specified node cannot be "+
			"inserted as the valid child of this node, because the specified node is the wrong type.\"", CultureText(v), t.FullName)
	}
	if text == "" {
		return defaultInstance(env, t)
	}
	m := t.Members().LookupStatic(FromText)
	if m == nil {
		return Null, false, nil
	}
	out, err := m.Method.Overloads[0].Call(&Call{Env: env, Type: t, Args: []Value{Str(text)}})
	if err != nil {
		return Null, true, castError("InvalidCastToXmlDocument", "Cannot convert value \"%s\" to type \"%s\". Error: \"%s\"",
			CultureText(v), t.FullName, err.Error())
	}
	return out, true, nil
}

// FromText names the hidden static method by which a type makes a value of
// text for a cast.
const FromText = "op_fromtext"
