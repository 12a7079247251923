package netfmt

import "unicode/utf8"

// picture is what a section of a custom format asks for.
type picture struct {
	digitCount, decimalPos int
	firstZero, lastZero    int
	scaleAdjust            int
	scientific, thousands  bool
}

// appendCustom writes a number by a custom format: digit placeholders,
// separators, literals and up to three sections.
func appendCustom(dst []byte, n *digits, format string, c *Culture) []byte {
	start := 0
	switch {
	case len(n.d) == 0:
		start = sectionStart(format, 2)
	case n.neg:
		start = sectionStart(format, 1)
	}
	var p picture
	for {
		p = scanPicture(format[start:])
		if len(n.d) == 0 {
			n.neg = n.neg && n.float
			n.scale = 0
			break
		}
		n.scale += p.scaleAdjust
		pos := p.digitCount
		if !p.scientific {
			pos = n.scale + p.digitCount - p.decimalPos
		}
		n.round(pos, false)
		if len(n.d) > 0 {
			break
		}
		zero := sectionStart(format, 2)
		if zero == start {
			break
		}
		start = zero
	}
	if n.neg && start == 0 {
		dst = append(dst, c.NegativeSign...)
	}
	// The writer has a buffer of its own, so that dst may lie on the stack.
	w := customWriter{n: n, p: p, c: c}
	return append(dst, w.write(format[start:])...)
}

// sectionStart returns where a section (0 positive, 1 negative, 2 zero) of a
// custom format begins; 0 where the format has no such section.
func sectionStart(format string, section int) int {
	if section == 0 {
		return 0
	}
	for i := 0; i < len(format); i++ {
		switch ch := format[i]; ch {
		case '\'', '"':
			i = closingQuote(format, i)
		case '\\':
			i++
		case ';':
			section--
			if section > 0 {
				continue
			}
			if i+1 < len(format) && format[i+1] != ';' {
				return i + 1
			}
			return 0
		}
	}
	return 0
}

// closingQuote returns the index of the quote that closes the one at i, or of
// the last byte where none does.
func closingQuote(format string, i int) int {
	quote := format[i]
	for j := i + 1; j < len(format); j++ {
		if format[j] == quote {
			return j
		}
	}
	return len(format) - 1
}

// scanPicture reads one section of a custom format up to its ';'.
func scanPicture(format string) picture {
	p := picture{decimalPos: -1, firstZero: 1 << 30}
	thousandPos, thousandCount := -1, 0
scan:
	for i := 0; i < len(format); i++ {
		switch ch := format[i]; ch {
		case '#':
			p.digitCount++
		case '0':
			p.firstZero = min(p.firstZero, p.digitCount)
			p.digitCount++
			p.lastZero = p.digitCount
		case '.':
			if p.decimalPos < 0 {
				p.decimalPos = p.digitCount
			}
		case ',':
			if p.digitCount > 0 && p.decimalPos < 0 {
				if thousandPos >= 0 && thousandPos != p.digitCount {
					p.thousands = true
					thousandCount = 0
				}
				thousandPos = p.digitCount
				thousandCount++
			}
		case '%':
			p.scaleAdjust += 2
		case 0xE2:
			if hasPerMille(format, i) {
				p.scaleAdjust += 3
			}
		case '\'', '"':
			i = closingQuote(format, i)
		case '\\':
			i++
		case 'E', 'e':
			if end, ok := exponentAt(format, i); ok {
				i = end - 1
				p.scientific = true
			}
		case ';':
			break scan
		}
	}
	if p.decimalPos < 0 {
		p.decimalPos = p.digitCount
	}
	if thousandPos >= 0 {
		if thousandPos == p.decimalPos {
			p.scaleAdjust -= thousandCount * 3
		} else {
			p.thousands = true
		}
	}
	p.firstZero = max(p.decimalPos-p.firstZero, 0)
	p.lastZero = min(p.decimalPos-p.lastZero, 0)
	return p
}

func hasPerMille(format string, i int) bool {
	return len(format)-i >= 3 && format[i:i+3] == "‰"
}

// exponentAt tells whether an exponent such as E0 or e+00 begins at i, and
// where it ends.
func exponentAt(format string, i int) (end int, ok bool) {
	j := i + 1
	if j < len(format) && (format[j] == '+' || format[j] == '-') {
		j++
	}
	from := j
	for j < len(format) && format[j] == '0' {
		j++
	}
	return j, j > from
}

// customWriter writes a number's digits into the places of a section.
type customWriter struct {
	dst []byte
	n   *digits
	p   picture
	c   *Culture

	next       int // the next digit of n
	place      int // places left before the decimal point
	adjust     int // leading digits that have no place of their own
	pointShown bool
}

func (w *customWriter) write(format string) []byte {
	w.place = w.p.decimalPos
	if w.p.scientific {
		w.adjust = 0
	} else {
		w.place = max(w.n.scale, w.p.decimalPos)
		w.adjust = w.n.scale - w.p.decimalPos
	}
	for i := 0; i < len(format); i++ {
		switch ch := format[i]; ch {
		case '#', '0':
			w.placeholder()
		case '.':
			w.point()
		case ',':
		case '%':
			w.dst = append(w.dst, w.c.PercentSymbol...)
		case '\'', '"':
			end := closingQuote(format, i)
			w.dst = append(w.dst, trimQuotes(format[i:end+1])...)
			i = end
		case '\\':
			if i+1 < len(format) {
				_, size := utf8.DecodeRuneInString(format[i+1:])
				w.dst = append(w.dst, format[i+1:i+1+size]...)
				i += size
			}
		case 'E', 'e':
			end, ok := exponentAt(format, i)
			if !ok || !w.p.scientific {
				w.dst = append(w.dst, ch)
				continue
			}
			w.exponent(format[i:end])
			i = end - 1
		case ';':
			return w.dst
		default:
			w.dst = append(w.dst, ch)
		}
	}
	return w.dst
}

func trimQuotes(s string) string {
	if len(s) > 1 && s[len(s)-1] == s[0] {
		return s[1 : len(s)-1]
	}
	return s[1:]
}

func (w *customWriter) exponent(text string) {
	exponent := 0
	if len(w.n.d) > 0 {
		exponent = w.n.scale - w.p.decimalPos
	}
	zeros, plus := len(text)-1, false
	if text[1] == '+' || text[1] == '-' {
		zeros--
		plus = text[1] == '+'
	}
	w.dst = appendExponent(w.dst, exponent, text[0], min(zeros, 10), plus, w.c)
}

// placeholder writes the digit that falls on a 0 or #, and before the first
// one the digits that have no place.
func (w *customWriter) placeholder() {
	var ch byte
	if w.adjust < 0 {
		w.adjust++
		if w.place <= w.p.firstZero {
			ch = '0'
		}
	} else {
		for ; w.adjust > 0; w.adjust-- {
			w.digit(digitOrZero(w.n, w.next))
			w.next++
		}
		digit := w.n.at(w.next)
		w.next++
		switch {
		case digit != 0:
			ch = digit
		case w.place > w.p.lastZero:
			ch = '0'
		}
	}
	if ch != 0 {
		if w.place == 0 && !w.pointShown {
			w.dst = append(w.dst, w.c.DecimalSeparator...)
			w.pointShown = true
		}
		w.digit(ch)
		return
	}
	w.place--
}

// digit writes one digit and the group separator that follows it.
func (w *customWriter) digit(ch byte) {
	w.dst = append(w.dst, ch)
	w.place--
	if w.p.thousands && w.place > 0 && w.place%w.c.GroupSize == 0 {
		w.dst = append(w.dst, w.c.GroupSeparator...)
	}
}

func (w *customWriter) point() {
	if w.place != 0 || w.pointShown {
		return
	}
	if w.p.lastZero < 0 || (w.p.decimalPos < w.p.digitCount && w.next < len(w.n.d)) {
		w.dst = append(w.dst, w.c.DecimalSeparator...)
		w.pointShown = true
	}
}
