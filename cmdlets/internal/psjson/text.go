package psjson

import (
	"fmt"
	"math"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

func (e *Encoder) float(v value.Value) {
	f := v.Float()
	switch {
	case math.IsNaN(f):
		e.text("NaN")
	case math.IsInf(f, 0):
		e.text(map[bool]string{true: "Infinity", false: "-Infinity"}[f > 0])
	case v.Kind() == value.KindSingle:
		text, _ := netfmt.FormatSingle(float32(f), "R", netfmt.Invariant)
		e.out = append(e.out, withPoint(text)...)
	default:
		text, _ := netfmt.FormatDouble(f, "R", netfmt.Invariant)
		e.out = append(e.out, withPoint(text)...)
	}
}

// roundTrip is the ISO 8601 form that Json.NET writes: fractions without
// trailing zeros, and the zone as the kind says.
func roundTrip(v value.Value) string {
	ticks, kind := v.DateTicks()
	d := netfmt.DateTime{Ticks: ticks, Kind: netfmt.DateKind(kind)}
	text, err := netfmt.FormatDateTime(d, "yyyy-MM-ddTHH:mm:ss.FFFFFFFK", netfmt.Invariant)
	if err != nil {
		return ""
	}
	return text
}

// text writes a quoted string.
func (e *Encoder) text(s string) {
	e.out = append(e.out, '"')
	start := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf && !e.escapes(c) {
			i++
			continue
		}
		r, size := rune(c), 1
		if c >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
			if !e.escapesRune(r) {
				i += size
				continue
			}
		}
		e.out = append(e.out, s[start:i]...)
		e.escape(r)
		i += size
		start = i
	}
	e.out = append(e.out, s[start:]...)
	e.out = append(e.out, '"')
}

func (e *Encoder) escapes(c byte) bool {
	return c < ' ' || c == '"' || c == '\\' || e.Escape == EscapeHTML && strings.IndexByte("<>&'", c) >= 0
}

func (e *Encoder) escapesRune(r rune) bool {
	return e.Escape == EscapeNonASCII || r == 0x85 || r == 0x2028 || r == 0x2029
}

var shortEscapes = map[rune]string{'\\': `\\`, '\b': `\b`, '\f': `\f`, '\n': `\n`, '\r': `\r`, '\t': `\t`}

func (e *Encoder) escape(r rune) {
	if r == '"' && e.Escape != EscapeHTML {
		e.out = append(e.out, `\"`...)
		return
	}
	if short, ok := shortEscapes[r]; ok {
		e.out = append(e.out, short...)
		return
	}
	if r >= 0x10000 {
		high, low := utf16.EncodeRune(r)
		e.out = fmt.Appendf(e.out, `\u%04x\u%04x`, high, low)
		return
	}
	e.out = fmt.Appendf(e.out, `\u%04x`, r)
}
