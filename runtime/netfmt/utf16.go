package netfmt

import "unicode/utf8"

// UTF16Len returns the length of a string in UTF-16 units, as .NET counts it.
func UTF16Len(s string) int {
	n := len(s)
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c < 0x80:
		case c&0xC0 == 0x80:
			n--
		case c >= 0xF0:
			n++
		}
	}
	return n
}

// IsASCII tells whether every byte of s is one UTF-16 unit.
func IsASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// ByteIndex returns the byte offset of a UTF-16 index, len(s) beyond the end.
// An index inside a surrogate pair gives the start of its character.
func ByteIndex(s string, units int) int {
	if IsASCII(s) {
		return max(0, min(units, len(s)))
	}
	for i := 0; i < len(s); {
		if units <= 0 {
			return i
		}
		size := runeSize(s[i:])
		units--
		if size == 4 {
			if units == 0 {
				return i
			}
			units--
		}
		i += size
	}
	return len(s)
}

// runeSize returns the bytes of the character that s begins with, counting an
// encoded lone surrogate as one.
func runeSize(s string) int {
	size := 1
	switch c := s[0]; {
	case c >= 0xF0:
		size = 4
	case c >= 0xE0:
		size = 3
	case c >= 0xC0:
		size = 2
	}
	return min(size, len(s))
}

// UTF16Substring returns the part of s from a UTF-16 index on, of the given
// length in units. The range must lie within s.
func UTF16Substring(s string, start, length int) string {
	from := ByteIndex(s, start)
	return s[from : from+ByteIndex(s[from:], length)]
}
