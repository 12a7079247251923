package text

import (
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// ascii reports whether UTF-16 positions in s are byte positions.
func ascii(s string) bool { return netfmt.IsASCII(s) }

// UTF16Length is String.Length.
func UTF16Length(s string) int { return netfmt.UTF16Len(s) }

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

// byteOffsets is byteOffset for positions that mostly go up: each search goes on
// from the last one.
func byteOffsets(s string) func(unit int) int {
	if ascii(s) {
		return func(unit int) int { return unit }
	}
	known, at := 0, 0
	return func(unit int) int {
		if unit < known {
			known, at = 0, 0
		}
		for known < unit && at < len(s) {
			size := sequenceLength(s[at])
			at += size
			if known++; size == 4 {
				known++
			}
		}
		return at
	}
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
	return value.UnitsText(value.Units(s)[from:to])
}

// unitOffset turns a byte position into a UTF-16 position.
func unitOffset(s string, at int) int {
	if at < 0 {
		return at
	}
	return UTF16Length(s[:at])
}

// unitText is a char as a string.
func unitText(c uint16) string { return value.UnitsText([]uint16{c}) }
