package netfmt

// parseSpecifier reads a standard format specifier: a letter and a precision,
// -1 where there is none. The letter is 0 for a custom format.
func parseSpecifier(spec string) (letter byte, precision int, err error) {
	if spec == "" {
		return 'G', -1, nil
	}
	c := spec[0]
	if !isLetter(c) {
		return 0, -1, nil
	}
	if len(spec) == 1 {
		return c, -1, nil
	}
	n, i := 0, 1
	for i < len(spec) && isDigit(spec[i]) {
		if n >= 100_000_000 {
			return 0, -1, errBadSpecifier
		}
		n = n*10 + int(spec[i]-'0')
		i++
	}
	if i == len(spec) {
		return c, n, nil
	}
	return 0, -1, nil
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
