package netfmt

import (
	"strconv"
	"sync"
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

// Composite fills a composite format string such as "{0,8:N2} {{x}}". It lets
// arg append the text of each of the n arguments; the errors are .NET's
// FormatException and whatever arg returns.
func Composite(format string, n int, arg func(to []byte, i int, spec string) ([]byte, error)) (string, error) {
	buffer := compositeBuffers.Get().(*[]byte)
	defer compositeBuffers.Put(buffer)
	out, err := appendComposite((*buffer)[:0], format, n, arg)
	*buffer = out
	return string(out), err
}

// compositeBuffers keeps the buffers of finished texts: what arg gets cannot
// stay on the stack.
var compositeBuffers = sync.Pool{New: func() any { return new([]byte) }}

// appendComposite returns an empty buffer with an error.
func appendComposite(out []byte, format string, n int, arg func(to []byte, i int, spec string) ([]byte, error)) ([]byte, error) {
	p := compositeParser{format: format}
	for {
		next := p.pos
		for next < len(format) && format[next] != '{' && format[next] != '}' {
			next++
		}
		out = append(out, format[p.pos:next]...)
		if p.pos = next; next == len(format) {
			return out, nil
		}
		brace := format[p.pos]
		if p.pos+1 < len(format) && format[p.pos+1] == brace {
			out = append(out, brace)
			p.pos += 2
			continue
		}
		if p.pos+1 >= len(format) && brace == '{' {
			return out[:0], p.fail(len(format), reasonUnread)
		}
		if brace == '}' {
			return out[:0], p.fail(p.pos+1, reasonBraces)
		}
		hole, err := p.hole()
		if err != nil {
			return out[:0], err
		}
		if hole.index >= n {
			return out[:0], errArgumentIndex
		}
		from := len(out)
		if out, err = arg(out, hole.index, hole.spec); err != nil {
			return out[:0], err
		}
		if hole.width != 0 {
			out = padFrom(out, from, hole.width)
		}
	}
}

// padFrom pads what stands at from to a width: on the left, or on the right if it
// is negative.
func padFrom(out []byte, from, width int) []byte {
	pad := max(width, -width) - utf16Len(out[from:])
	if pad <= 0 {
		return out
	}
	end := len(out)
	for range pad {
		out = append(out, ' ')
	}
	if width > 0 {
		copy(out[from+pad:], out[from:end])
		for i := range pad {
			out[from+i] = ' '
		}
	}
	return out
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
