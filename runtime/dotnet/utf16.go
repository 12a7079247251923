package dotnet

// ascii reports whether UTF-16 positions in s are byte positions.
func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
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
