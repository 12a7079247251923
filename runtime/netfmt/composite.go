package netfmt

import (
	"strconv"
	"strings"
)

var errArgumentIndex = formatError("Index (zero based) must be greater than or equal to zero and less than the size of the argument list.")

func compositeError(offset int, reason string) error {
	return formatError("Input string was not in a correct format. Failure to parse near offset " +
		strconv.Itoa(offset) + ". " + reason)
}

const (
	reasonBraces = "Unexpected closing brace without a corresponding opening brace."
	reasonDigit  = "Expected an ASCII digit."
	reasonUnread = "Format item ends prematurely."
)

const maxAlignment = 1_000_000

// Composite fills a composite format string such as "{0,8:N2} {{x}}". It asks
// arg for the text of each of the n arguments; the errors are .NET's
// FormatException and whatever arg returns.
func Composite(format string, n int, arg func(i int, spec string) (string, error)) (string, error) {
	var out strings.Builder
	out.Grow(len(format) + 16)
	p := compositeParser{format: format}
	for {
		next := strings.IndexAny(format[p.pos:], "{}")
		if next < 0 {
			out.WriteString(format[p.pos:])
			return out.String(), nil
		}
		out.WriteString(format[p.pos : p.pos+next])
		p.pos += next
		brace := format[p.pos]
		if p.pos+1 < len(format) && format[p.pos+1] == brace {
			out.WriteByte(brace)
			p.pos += 2
			continue
		}
		if p.pos+1 >= len(format) && brace == '{' {
			return "", p.fail(len(format), reasonUnread)
		}
		if brace == '}' {
			at := p.pos + 1
			if at > len(format) {
				at = len(format)
			}
			return "", p.fail(at, reasonBraces)
		}
		hole, err := p.hole()
		if err != nil {
			return "", err
		}
		if hole.index >= n {
			return "", errArgumentIndex
		}
		text, err := arg(hole.index, hole.spec)
		if err != nil {
			return "", err
		}
		writeAligned(&out, text, hole.width)
	}
}

func writeAligned(out *strings.Builder, text string, width int) {
	pad := max(width, -width) - UTF16Len(text)
	if width > 0 && pad > 0 {
		writeSpaces(out, pad)
	}
	out.WriteString(text)
	if width < 0 && pad > 0 {
		writeSpaces(out, pad)
	}
}

func writeSpaces(out *strings.Builder, n int) {
	for range n {
		out.WriteByte(' ')
	}
}

// hole is one {index,width:spec} of a composite format.
type hole struct {
	index, width int
	spec         string
}

type compositeParser struct {
	format string
	pos    int
}

// fail reports an error at a byte offset in UTF-16 units.
func (p *compositeParser) fail(offset int, reason string) error {
	return compositeError(UTF16Len(p.format[:min(offset, len(p.format))]), reason)
}

// peek returns the byte at the position, 0 at the end.
func (p *compositeParser) peek() byte {
	if p.pos < len(p.format) {
		return p.format[p.pos]
	}
	return 0
}

func (p *compositeParser) skipSpaces() {
	for p.peek() == ' ' {
		p.pos++
	}
}

// need fails where the format has ended.
func (p *compositeParser) need() error {
	if p.pos >= len(p.format) {
		return p.fail(p.pos, reasonUnread)
	}
	return nil
}

// hole reads a format item whose opening brace is at the position.
func (p *compositeParser) hole() (hole, error) {
	p.pos++
	index, err := p.number()
	if err != nil {
		return hole{}, err
	}
	h := hole{index: index}
	p.skipSpaces()
	if p.peek() == ',' {
		p.pos++
		if h.width, err = p.alignment(); err != nil {
			return h, err
		}
		p.skipSpaces()
	}
	if err := p.need(); err != nil {
		return h, err
	}
	switch p.peek() {
	case '}':
		p.pos++
		return h, nil
	case ':':
		return h, p.spec(&h)
	}
	return h, p.fail(p.pos, reasonUnread)
}

func (p *compositeParser) alignment() (int, error) {
	p.skipSpaces()
	negative := p.peek() == '-'
	if negative {
		p.pos++
	}
	width, err := p.number()
	if negative {
		width = -width
	}
	return width, err
}

// number reads digits; a number beyond a million ends early as .NET's does.
func (p *compositeParser) number() (int, error) {
	if err := p.need(); err != nil {
		return 0, err
	}
	if !isDigit(p.peek()) {
		return 0, p.fail(p.pos, reasonDigit)
	}
	n := 0
	for isDigit(p.peek()) && n < maxAlignment {
		n = n*10 + int(p.peek()-'0')
		p.pos++
		if err := p.need(); err != nil {
			return 0, err
		}
	}
	return n, nil
}

// spec reads the format of an item up to its closing brace.
func (p *compositeParser) spec(h *hole) error {
	p.pos++
	from := p.pos
	for p.pos < len(p.format) {
		switch p.format[p.pos] {
		case '}':
			h.spec = p.format[from:p.pos]
			p.pos++
			return nil
		case '{':
			return p.fail(p.pos+1, reasonUnread)
		}
		p.pos++
	}
	return p.fail(p.pos, reasonUnread)
}
