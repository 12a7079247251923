package clixml

import (
	"encoding/base64"
	"fmt"
	"strconv"
	"strings"

	"exolab/runtime"
	"exolab/runtime/dotnet/xmldom"
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

var kindTags = map[value.Kind]string{value.KindBool: "B", value.KindChar: "C", value.KindSByte: "SB", value.KindByte: "By",
	value.KindInt16: "I16", value.KindUInt16: "U16", value.KindInt32: "I32", value.KindUInt32: "U32", value.KindInt64: "I64",
	value.KindUInt64: "U64", value.KindSingle: "Sg", value.KindDouble: "Db", value.KindDecimal: "D", value.KindDateTime: "DT",
	value.KindTimeSpan: "TS", value.KindString: "S"}

// scalar returns the element and text of a value that CLIXML knows by itself.
func scalar(env value.Env, v value.Value) (tag, text string, ok bool) {
	if tag = kindTags[v.Kind()]; tag != "" {
		return tag, scalarText(env, v), true
	}
	switch o := v.Object().(type) {
	case value.Guid:
		return "G", value.ToString(env, v), true
	case value.Version:
		return "Version", value.ToString(env, v), true
	case value.URI:
		return "URI", value.ToString(env, v), true
	case *runtime.ScriptBlock:
		return "SBK", o.Text(), true
	case *xmldom.XMLNode:
		if o.Kind == xmldom.XMLDocument {
			return "XD", o.OuterXML(), true
		}
	case *value.Array:
		if o.Elem == value.TypeByte {
			raw := make([]byte, len(o.Items))
			for i, b := range o.Items {
				raw[i] = byte(b.Int64())
			}
			return "BA", base64.StdEncoding.EncodeToString(raw), true
		}
	}
	if t := value.TypeOf(v); t != nil && t.Name == "SemanticVersion" {
		return "SemanticVersion", value.ToString(env, v), true
	}
	return "", "", false
}

func scalarText(env value.Env, v value.Value) string {
	switch v.Kind() {
	case value.KindBool:
		return strconv.FormatBool(v.AsBool())
	case value.KindChar:
		return strconv.FormatInt(v.Int64(), 10)
	case value.KindDateTime:
		return dateText(v)
	case value.KindTimeSpan:
		return durationText(v.Ticks())
	case value.KindDouble, value.KindSingle:
		text := value.ToString(env, v)
		return strings.NewReplacer("∞", "INF", "Infinity", "INF").Replace(text)
	}
	return value.ToString(env, v)
}

func dateText(v value.Value) string {
	ticks, kind := v.DateTicks()
	d := netfmt.DateTime{Ticks: ticks, Kind: netfmt.DateKind(kind)}
	text, _ := netfmt.FormatDateTime(d, "yyyy-MM-ddTHH:mm:ss.FFFFFFFK", netfmt.Invariant)
	return text
}

// durationText is an XML Schema duration.
func durationText(ticks int64) string {
	var out strings.Builder
	n := uint64(ticks)
	if ticks < 0 {
		out.WriteByte('-')
		n = -n
	}
	out.WriteByte('P')
	if days := n / netfmt.TicksPerDay; days > 0 {
		fmt.Fprintf(&out, "%dD", days)
	}
	n %= netfmt.TicksPerDay
	if n == 0 && ticks != 0 {
		return out.String()
	}
	out.WriteByte('T')
	const second = 10_000_000
	hours, minutes, seconds, rest := n/(3600*second), n/(60*second)%60, n/second%60, n%second
	if hours > 0 {
		fmt.Fprintf(&out, "%dH", hours)
	}
	if minutes > 0 {
		fmt.Fprintf(&out, "%dM", minutes)
	}
	switch {
	case rest > 0:
		out.WriteString(strings.TrimRight(fmt.Sprintf("%d.%07d", seconds, rest), "0") + "S")
	case seconds > 0 || ticks == 0:
		fmt.Fprintf(&out, "%dS", seconds)
	}
	return out.String()
}

// escape encodes what XML cannot hold as _xHHHH_.
func escape(s string) string {
	plain := true
	for i := 0; i < len(s) && plain; i++ {
		plain = s[i] >= 0x20 && s[i] < 0x7F && s[i] != '_'
	}
	if plain {
		return s
	}
	var out strings.Builder
	units := value.Units(s)
	for i, u := range units {
		switch {
		case u < 0x20 || u >= 0x7F && u < 0xA0 || u >= 0xD800 && u < 0xE000,
			u == '_' && i+1 < len(units) && (units[i+1] == 'x' || units[i+1] == 'X'):
			fmt.Fprintf(&out, "_x%04X_", u)
		default:
			out.WriteRune(rune(u))
		}
	}
	return out.String()
}

// unescape undoes escape.
func unescape(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var units []uint16
	for len(s) > 0 {
		if len(s) >= 7 && s[:2] == "_x" && s[6] == '_' {
			if n, err := strconv.ParseUint(s[2:6], 16, 16); err == nil {
				units = append(units, uint16(n))
				s = s[7:]
				continue
			}
		}
		end := strings.Index(s[1:], "_x") + 1
		if end == 0 {
			end = len(s)
		}
		units = append(units, value.Units(s[:end])...)
		s = s[end:]
	}
	return value.UnitsText(units)
}
