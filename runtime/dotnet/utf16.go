package dotnet

import "unicode/utf8"

// ascii reports whether UTF-16 positions in s are byte positions.
func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// utf16Length is String.Length.
func utf16Length(s string) int {
	n := 0
	for i := range len(s) {
		switch c := s[i]; {
		case c&0xC0 == 0x80:
		case c >= 0xF0:
			n += 2
		default:
			n++
		}
	}
	return n
}

// byteOffset turns a UTF-16 position into a byte position. A position inside
// a surrogate pair, which has no byte position, gives ok = false.
func byteOffset(s string, unit int) (at int, ok bool) {
	for i := 0; i < len(s); {
		if unit <= 0 {
			return i, unit == 0
		}
		size := sequenceLength(s[i])
		unit--
		if size == 4 {
			unit--
		}
		i += size
	}
	return len(s), unit == 0
}

func sequenceLength(lead byte) int {
	switch {
	case lead < 0xC0:
		return 1
	case lead < 0xE0:
		return 2
	case lead < 0xF0:
		return 3
	}
	return 4
}

// slice is Substring by UTF-16 positions, which the caller has checked.
func slice(s string, from, to int) string {
	if ascii(s) {
		return s[from:to]
	}
	a, okA := byteOffset(s, from)
	z, okZ := byteOffset(s, to)
	if okA && okZ {
		return s[a:z]
	}
	return fromUnits(units(s)[from:to])
}

// unitOffset turns a byte position into a UTF-16 position.
func unitOffset(s string, at int) int {
	if at < 0 {
		return at
	}
	return utf16Length(s[:at])
}

// units returns the UTF-16 code units of a string, lone surrogates included.
func units(s string) []uint16 {
	out := make([]uint16, 0, len(s))
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && size == 1 && i+2 < len(s) && s[i] == 0xED {
			out = append(out, uint16(s[i]&0x0F)<<12|uint16(s[i+1]&0x3F)<<6|uint16(s[i+2]&0x3F))
			i += 3
			continue
		}
		if r >= 0x10000 {
			r -= 0x10000
			out = append(out, uint16(0xD800+r>>10), uint16(0xDC00+r&0x3FF))
		} else {
			out = append(out, uint16(r))
		}
		i += size
	}
	return out
}

// fromUnits is the reverse of units.
func fromUnits(u []uint16) string {
	out := make([]byte, 0, len(u))
	for i := 0; i < len(u); i++ {
		c := u[i]
		switch {
		case c >= 0xD800 && c < 0xDC00 && i+1 < len(u) && u[i+1] >= 0xDC00 && u[i+1] < 0xE000:
			i++
			out = utf8.AppendRune(out, 0x10000+(rune(c)-0xD800)<<10+rune(u[i])-0xDC00)
		case c >= 0xD800 && c < 0xE000:
			out = append(out, 0xE0|byte(c>>12), 0x80|byte(c>>6)&0x3F|0x80, 0x80|byte(c)&0x3F)
		default:
			out = utf8.AppendRune(out, rune(c))
		}
	}
	return string(out)
}

// unitText is a char as a string.
func unitText(c uint16) string { return fromUnits([]uint16{c}) }
