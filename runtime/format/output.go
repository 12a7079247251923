package format

import (
	"io"
	"time"

	"exolab/runtime/value"
)

// LineWriter takes the lines of an Output, without line breaks.
type LineWriter interface {
	WriteLine(line string) error
}

// columnsDelay is how long the rows of a table are held back to find the
// widths of its columns, unless all rows are asked for.
const columnsDelay = 300 * time.Millisecond

// sequenceState is how far a sequence of records has come.
type sequenceState uint8

const (
	outside sequenceState = iota
	inView
	inGroup
)

// Output shows objects and records on a console.
type Output struct {
	env   value.Env
	out   LineWriter
	width func() int
	style func() Style

	formatter *Formatter
	state     sequenceState
	view      viewWriter
	start     *Start

	// held are the records of a group whose columns are not known yet.
	held     []Record
	holding  bool
	heldFrom time.Time
}

// NewOutput returns an Output to a console. width is asked for the width of
// the console when a view starts.
func NewOutput(env value.Env, w io.Writer, width func() int) *Output {
	return NewLineOutput(env, &lineWriter{w: w}, ConsoleWidth(width))
}

// ConsoleWidth is how much of a console's width views use: all but the last
// column, so that no line ever wraps.
func ConsoleWidth(width func() int) func() int { return func() int { return width() - 1 } }

// NewLineOutput returns an Output that gives its lines to out; width is all
// that they may use.
func NewLineOutput(env value.Env, out LineWriter, width func() int) *Output {
	return &Output{env: env, out: out, width: width}
}

type lineWriter struct {
	w   io.Writer
	buf []byte
}

// WriteLine writes a line and its break in one call.
func (l *lineWriter) WriteLine(line string) error {
	l.buf = append(append(l.buf[:0], line...), '\n')
	_, err := l.w.Write(l.buf)
	return err
}

// Emit shows an object, or takes a record of a Formatter.
func (o *Output) Emit(v value.Value) error {
	if v.IsNull() {
		return nil
	}
	if !o.holding && isScalarKind(v.Kind()) {
		return o.writeRaw(text(o.env, v))
	}
	if r, ok := v.Object().(Record); ok {
		return o.record(r)
	}
	if o.formatter == nil {
		o.formatter = NewFormatter(o.env, nil, o.record)
	}
	return o.formatter.Object(v)
}

// EmitForeign runs write in its turn among what is shown: after the rows of a
// table that are still held back.
func (o *Output) EmitForeign(write func() error) error {
	return o.record(&Entry{outOfBand: true, kind: foreignEntry, write: write})
}

// Flush ends what is open and shows everything held back.
func (o *Output) Flush() error {
	if err := o.endFormatter(); err != nil {
		return err
	}
	if err := o.release(); err != nil {
		return err
	}
	o.state, o.view, o.start = outside, nil, nil
	return nil
}

func (o *Output) endFormatter() error {
	if o.formatter == nil {
		return nil
	}
	f := o.formatter
	o.formatter = nil
	return f.End()
}

// record checks that a record is in sequence, and holds it back or shows it.
func (o *Output) record(r Record) error {
	switch r := r.(type) {
	case *Start:
		if o.state == inGroup {
			if err := o.Flush(); err != nil {
				return err
			}
		}
		o.state, o.start = inView, r
		return o.show(r)
	case *GroupStart:
		o.state = inGroup
		if o.holds() {
			o.holding, o.heldFrom = true, time.Now()
		}
	case *Entry:
		if !o.holding && r.outOfBand && r.kind == rawEntry {
			return o.writeRaw(r.raw)
		}
	case GroupEnd:
		o.state = inView
	case End:
		o.state = outside
	}
	if !o.holding {
		return o.show(r)
	}
	o.held = append(o.held, r)
	if _, end := r.(GroupEnd); end || !o.start.autoSize && time.Since(o.heldFrom) > columnsDelay {
		return o.release()
	}
	return nil
}

// holds reports whether the rows of a group must be seen before its columns
// are known.
func (o *Output) holds() bool {
	s := o.start
	if s == nil {
		return false
	}
	return s.autoSize || s.Shape == Table && len(s.columns) > 0 && s.columns[0].width == 0
}

// release shows what was held back.
func (o *Output) release() error {
	held := o.held
	o.held, o.holding = nil, false
	var hint []int
	if o.start != nil {
		hint = o.start.hint(held)
	}
	for _, r := range held {
		if g, ok := r.(*GroupStart); ok {
			if err := o.startGroup(g, hint); err != nil {
				return err
			}
			continue
		}
		if err := o.show(r); err != nil {
			return err
		}
	}
	return nil
}

// hint finds the widths that the held rows ask for.
func (s *Start) hint(held []Record) []int {
	if s.Shape == Wide {
		widest := 0
		for _, r := range held {
			if e, ok := r.(*Entry); ok && e.kind == wideEntry {
				widest = max(widest, cells(e.cells[0]))
			}
		}
		return []int{widest}
	}
	widths := make([]int, len(s.columns))
	for i, c := range s.columns {
		widths[i] = cells(c.label)
	}
	for _, r := range held {
		if e, ok := r.(*Entry); ok && e.kind == tableEntry {
			for i, cell := range e.cells {
				widths[i] = max(widths[i], cells(cell))
			}
		}
	}
	return widths
}

// show writes a record.
func (o *Output) show(r Record) error {
	switch r := r.(type) {
	case *Start:
		return o.out.WriteLine("")
	case *GroupStart:
		return o.startGroup(r, nil)
	case *Entry:
		return o.showEntry(r)
	case GroupEnd:
		if o.view == nil {
			return nil
		}
		v := o.view
		o.view = nil
		return v.end()
	case End:
		if o.start != nil && o.start.Shape == List {
			return nil
		}
		return o.out.WriteLine("")
	}
	return nil
}

func (o *Output) startGroup(g *GroupStart, hint []int) error {
	screen := o.width()
	if g.hasHeading {
		if err := writeComplex(g.heading, screen, o.out); err != nil {
			return err
		}
		if err := o.out.WriteLine(""); err != nil {
			return err
		}
	}
	start := o.start
	if start == nil {
		start = &Start{Shape: Custom}
	}
	o.view = newViewWriter(start, screen, hint, o.currentStyle(), o.out)
	return o.view.begin()
}

func (o *Output) showEntry(e *Entry) error {
	switch {
	case e.kind == foreignEntry:
		return e.write()
	case e.kind == rawEntry:
		return o.writeRaw(e.raw)
	case !e.outOfBand:
		if o.view == nil {
			return nil
		}
		return o.view.entry(e)
	case e.kind == complexEntry:
		return writeComplex(e.lines, o.width(), o.out)
	}
	if err := o.out.WriteLine(""); err != nil {
		return err
	}
	if err := writeList(e.labels, e.cells, o.width(), o.currentStyle(), o.out); err != nil {
		return err
	}
	return o.out.WriteLine("")
}

// writeRaw writes the text of a scalar; it may hold line breaks. Text that was
// not formatted keeps its escape sequences in files and texts.
func (o *Output) writeRaw(s string) error {
	if lines, ok := o.out.(*textLines); ok {
		return lines.to.WriteLine(s)
	}
	return o.out.WriteLine(s)
}
