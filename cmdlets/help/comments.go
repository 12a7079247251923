package help

import (
	"strings"

	"exolab/parser"
)

// commentFinder finds the comments that document a function or a script.
type commentFinder struct {
	source *parser.Source
	// comments are all comments of the source, in order.
	comments []parser.Span
}

// nearness is within how many lines before a function its comment must end.
const nearness = 2

// ofFunction finds the help of a function: right before it, at the start of
// its body, or at the end of it.
func (f *commentFinder) ofFunction(d *parser.FunctionDefinition) *sections {
	if s := f.sections(f.before(d.Start, nearness)); s != nil {
		return s
	}
	return f.inside(d.Body)
}

// inside finds the help at the start or end of a body in braces.
func (f *commentFinder) inside(body *parser.ScriptBlock) *sections {
	if s := f.sectionsFrom(body.Body.Start); s != nil {
		return s
	}
	return f.sections(f.before(body.Body.End, anyDistance))
}

// ofScript finds the help of a script file: at its start, unless it is that of
// a function right behind it, or at its end.
func (f *commentFinder) ofScript(script *parser.ScriptBlock) *sections {
	at := int32(0)
	for {
		block := f.after(at)
		if len(block) == 0 {
			break
		}
		last := block[len(block)-1]
		if s := f.sections(block); s != nil {
			if first := firstFunction(script); first == nil || len(f.after(last.End)) > 0 ||
				f.line(first.Start)-f.line(last.End) > nearness {
				return s
			}
			break
		}
		at = last.End
	}
	return f.sections(f.before(int32(len(f.source.Text)), anyDistance))
}

// firstFunction is the function that the script begins with, or nil.
func firstFunction(script *parser.ScriptBlock) *parser.FunctionDefinition {
	if script.Params != nil || script.End == nil || !script.End.Unnamed || len(script.End.Statements) == 0 {
		return nil
	}
	d, _ := script.End.Statements[0].(*parser.FunctionDefinition)
	return d
}

// sectionsFrom reads the first block of help among the comments that follow a
// place without anything else between.
func (f *commentFinder) sectionsFrom(at int32) *sections {
	for {
		block := f.after(at)
		if len(block) == 0 {
			return nil
		}
		if s := f.sections(block); s != nil {
			return s
		}
		at = block[len(block)-1].End
	}
}

// after is the block of comments that comes next at a place: comments on
// lines that follow each other.
func (f *commentFinder) after(at int32) []parser.Span {
	var block []parser.Span
	for _, c := range f.comments {
		if c.Start < at {
			continue
		}
		if !f.blank(at, c.Start) || len(block) > 0 && f.line(c.Start) > f.line(at)+1 {
			break
		}
		block = append(block, c)
		at = c.End
	}
	return block
}

// anyDistance lets comments stand anywhere before a place.
const anyDistance = 1 << 30

// before is the block of comments that ends within some lines before a place.
func (f *commentFinder) before(at int32, lines int) []parser.Span {
	var block []parser.Span
	for i := len(f.comments) - 1; i >= 0; i-- {
		c := f.comments[i]
		if c.End > at {
			continue
		}
		if !f.blank(c.End, at) || f.line(at)-f.line(c.End) > lines {
			break
		}
		block = append([]parser.Span{c}, block...)
		at, lines = c.Start, 1
	}
	return block
}

func (f *commentFinder) blank(from, to int32) bool {
	return from <= to && strings.Trim(f.source.Text[from:to], " \t\r\n\f\v\u00a0\ufeff") == ""
}

func (f *commentFinder) line(at int32) int { return f.source.Position(at).Line }

// sections reads a block of comments; nil when it is no help.
func (f *commentFinder) sections(block []parser.Span) *sections {
	var lines []string
	for _, c := range block {
		lines = append(lines, commentLines(f.source.Slice(c))...)
	}
	return readSections(lines)
}

// ofParameters are the comments beside each parameter, by folded name.
func (f *commentFinder) ofParameters(list []*parser.Parameter) []string {
	out := make([]string, len(list))
	for i, p := range list {
		block := f.before(p.Start, nearness)
		for _, c := range f.comments {
			if c.Start >= p.Start && c.End <= p.End {
				block = append(block, c)
			}
		}
		block = append(block, f.after(p.End)...)
		var lines []string
		for _, c := range block {
			lines = append(lines, commentLines(f.source.Slice(c))...)
		}
		out[i], _ = section(lines, 0)
	}
	return out
}
