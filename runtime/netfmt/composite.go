package netfmt

import "strconv"

// ErrArgumentIndex is the FormatException for a placeholder without an argument.
var ErrArgumentIndex = formatError("Index (zero based) must be greater than or equal to zero and less than the size of the argument list.")

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

// Composite is a composite format string such as "{0,8:N2} {{x}}", taken apart.
type Composite struct {
	Parts []CompositePart
	// Fault is the FormatException for what stands behind the parts, or nil.
	Fault error
}

// CompositePart is a text and the placeholder behind it.
type CompositePart struct {
	Text string
	// Index is the number of the argument; -1 where only the text is left.
	Index int
	// Spec is the format of the argument, "" for none.
	Spec  string
	width int
}

// composites holds the formats used lately.
var composites recent[string, Composite]

// LoadComposite takes a composite format apart, or remembers it from the last
// time. The result is shared: change nothing in it.
func LoadComposite(format string) *Composite {
	if known := composites.find(format, format); known != nil {
		return known
	}
	p := compositeParser{format: format}
	f := p.parse()
	composites.remember(format, format, f)
	return &f
}

// FillComposite fills a composite format. It lets arg append the text of each of
// the n arguments; the errors are .NET's FormatException and whatever arg returns.
func FillComposite(format string, n int, arg func(to []byte, i int, spec string) ([]byte, error)) (string, error) {
	var out []byte
	f := LoadComposite(format)
	for i := range f.Parts {
		p := &f.Parts[i]
		out = append(out, p.Text...)
		if p.Index < 0 {
			break
		}
		if p.Index >= n {
			return "", ErrArgumentIndex
		}
		from, err := len(out), error(nil)
		if out, err = arg(out, p.Index, p.Spec); err != nil {
			return "", err
		}
		out = p.Pad(out, from)
	}
	return string(out), f.Fault
}

// Pad pads the argument's text, which stands at from, to the width asked for.
func (p *CompositePart) Pad(out []byte, from int) []byte {
	if p.width == 0 {
		return out
	}
	return padFrom(out, from, p.width)
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

type compositeParser struct {
	format string
	pos    int
}

// parse takes the format apart up to its end or its first fault.
func (p *compositeParser) parse() Composite {
	var f Composite
	for {
		text, end, err := p.text()
		if end || err != nil {
			f.Parts = append(f.Parts, CompositePart{Text: text, Index: -1})
			f.Fault = err
			return f
		}
		part, err := p.hole()
		if err != nil {
			f.Fault = err
			return f
		}
		part.Text = text
		f.Parts = append(f.Parts, part)
	}
}

// text reads up to the brace of the next format item, or to the end.
func (p *compositeParser) text() (text string, end bool, err error) {
	for {
		next := p.pos
		for next < len(p.format) && p.format[next] != '{' && p.format[next] != '}' {
			next++
		}
		text += p.format[p.pos:next]
		if p.pos = next; next == len(p.format) {
			return text, true, nil
		}
		brace := p.format[next]
		switch {
		case next+1 < len(p.format) && p.format[next+1] == brace:
			text += p.format[next : next+1]
			p.pos += 2
		case next+1 >= len(p.format) && brace == '{':
			return text, true, p.fail(len(p.format), reasonUnread)
		case brace == '}':
			return text, true, p.fail(next+1, reasonBraces)
		default:
			return text, false, nil
		}
	}
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
func (p *compositeParser) hole() (CompositePart, error) {
	p.pos++
	index, err := p.number()
	if err != nil {
		return CompositePart{}, err
	}
	h := CompositePart{Index: index}
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
func (p *compositeParser) spec(h *CompositePart) error {
	p.pos++
	from := p.pos
	for p.pos < len(p.format) {
		switch p.format[p.pos] {
		case '}':
			h.Spec = p.format[from:p.pos]
			p.pos++
			return nil
		case '{':
			return p.fail(p.pos+1, reasonUnread)
		}
		p.pos++
	}
	return p.fail(p.pos, reasonUnread)
}
