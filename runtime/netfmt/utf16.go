package netfmt

import "unicode/utf8"

// UTF16Len returns the length of a string in UTF-16 units, as .NET counts it.
func UTF16Len(s string) int { return utf16Len(s) }

func utf16Len[T string | []byte](s T) int {
	n := len(s)
	for i := asciiPrefix(s); i < len(s); i++ {
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
func IsASCII(s string) bool { return asciiPrefix(s) == len(s) }

// asciiPrefix returns how many bytes of s come before the first that is not
// ASCII. Most texts have none, so it looks at eight at a time.
func asciiPrefix[T string | []byte](s T) int {
	i := 0
	for ; i+8 <= len(s); i += 8 {
		if (s[i]|s[i+1]|s[i+2]|s[i+3]|s[i+4]|s[i+5]|s[i+6]|s[i+7])&utf8.RuneSelf != 0 {
			break
		}
	}
	for i < len(s) && s[i] < utf8.RuneSelf {
		i++
	}
	return i
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
