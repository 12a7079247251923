package format

import (
	"bytes"
	"strings"
	"unicode"
)

// tableWriter lays out the rows of a table.
type tableWriter struct {
	widths     []int
	aligns     []Align
	hideHeader bool
	disabled   bool
	style      Style
	// custom marks the columns whose label is no property.
	custom []bool
	line   []byte
}

func newTableWriter(screen int, widths []int, aligns []Align, hideHeader bool) *tableWriter {
	t := &tableWriter{widths: widths, aligns: aligns, hideHeader: hideHeader}
	if screen < minScreenWidth {
		t.disabled = true
		return t
	}
	fitColumns(widths, screen)
	t.disabled = true
	for _, w := range widths {
		if w >= minColumn {
			t.disabled = false
		}
	}
	return t
}

// header writes the labels and the dashes below them.
func (t *tableWriter) header(labels []string, out LineWriter) error {
	if t.disabled || t.hideHeader {
		return nil
	}
	if err := t.wrappedRow(labels, nil, true, out); err != nil {
		return err
	}
	marks := make([]string, len(labels))
	for i, label := range labels {
		if w := t.widths[i]; w > 0 {
			if n := cells(label); label != "" && n < w {
				w = n
			}
			marks[i] = dashes(w)
		}
	}
	return t.cutRow(marks, nil, true, out)
}

// headerHeight is how many lines the header takes.
func (t *tableWriter) headerHeight(labels []string) int {
	if t.disabled || t.hideHeader {
		return 0
	}
	_, height := t.wrapCells(labels)
	return height + 1
}

func (t *tableWriter) align(i int, aligns []Align) Align {
	if aligns != nil && aligns[i] != AlignDefault {
		return aligns[i]
	}
	return t.aligns[i]
}

// row writes one line; what is too wide is cut.
func (t *tableWriter) row(values []string, aligns []Align, out LineWriter) error {
	return t.cutRow(values, aligns, false, out)
}

func (t *tableWriter) cutRow(values []string, aligns []Align, header bool, out LineWriter) error {
	if t.disabled {
		return nil
	}
	line := t.line[:0]
	for i, w := range t.widths {
		if w <= 0 {
			continue
		}
		if i > 0 {
			line = append(line, ' ')
		}
		from := len(line)
		line = appendField(line, values[i], w, t.align(i, aligns), i < len(t.widths)-1)
		if header && t.style.TableHeader != "" || bytes.IndexByte(line[from:], escape) >= 0 {
			line = t.styledCell(line, from, header)
		}
	}
	t.line = line
	return out.WriteLine(string(line))
}

// styledCell puts the style of a header around the cell that begins at from,
// or ends the styles that it leaves open.
func (t *tableWriter) styledCell(line []byte, from int, header bool) []byte {
	cell := string(line[from:])
	if header {
		return append(append(append(line[:from], t.style.TableHeader...), cell...), styleReset...)
	}
	return append(line[:from], closed(cell)...)
}

// appendField adds a value cut or padded to width; padding at the right end is
// added only if pad is set.
func appendField(line []byte, s string, width int, align Align, pad bool) []byte {
	s = atNewline(s)
	n := cells(s)
	if n > width {
		s = cut(s, width, align)
		n = cells(s)
	}
	left, right := 0, width-n
	switch align {
	case AlignRight:
		left, right = right, 0
	case AlignCenter:
		left = right / 2
		right -= left
	}
	line = append(line, blanks(left)...)
	line = append(line, s...)
	if pad {
		line = append(line, blanks(right)...)
	}
	return line
}

// cut shortens a text that is too wide for its column and marks the cut.
func cut(s string, width int, align Align) string {
	if strings.IndexByte(s, escape) >= 0 {
		return cutStyled(s, width, align)
	}
	if align == AlignRight {
		if width == 1 {
			return tail(s, 1)
		}
		return ellipsis + tail(s, width-1)
	}
	if width == 1 {
		return head(s, 1)
	}
	return head(s, width-1) + ellipsis
}

func cutStyled(s string, width int, align Align) string {
	switch {
	case align == AlignRight && width == 1:
		return styledTail(s, 1, "")
	case align == AlignRight:
		return styledTail(s, width-1, ellipsis)
	case width == 1:
		return styledHead(s, 1, "")
	}
	return styledHead(s, width-1, ellipsis)
}

// multiLineRow writes a row whose cells are wrapped.
func (t *tableWriter) multiLineRow(values []string, aligns []Align, out LineWriter) error {
	return t.wrappedRow(values, aligns, false, out)
}

func (t *tableWriter) wrappedRow(values []string, aligns []Align, header bool, out LineWriter) error {
	if t.disabled {
		return nil
	}
	columns, height := t.wrapCells(values)
	for y := range height {
		last := lastWith(columns, y)
		var line []byte
		for i, w := range t.widths {
			if w <= 0 {
				continue
			}
			from := len(line)
			if i <= last {
				line = t.appendWrapped(line, columns[i], y, i, aligns)
			}
			if i == last && height > 1 {
				line = append(line[:from], bytes.TrimRightFunc(line[from:], unicode.IsSpace)...)
			}
			if header {
				line = append(line[:from], t.style.header(string(line[from:]), t.isCustom(i), i == 0)...)
			}
		}
		if err := out.WriteLine(string(line)); err != nil {
			return err
		}
	}
	return nil
}

// appendWrapped adds line y of a wrapped cell, with its separator.
func (t *tableWriter) appendWrapped(line []byte, lines []string, y, i int, aligns []Align) []byte {
	if i > 0 {
		line = append(line, ' ')
	}
	if y >= len(lines) {
		return append(line, blanks(t.widths[i])...)
	}
	return appendField(line, lines[y], t.widths[i], t.align(i, aligns), i < len(t.widths)-1)
}

func (t *tableWriter) isCustom(i int) bool { return t.custom != nil && t.custom[i] }

func (t *tableWriter) wrapCells(values []string) (columns [][]string, height int) {
	columns = make([][]string, len(values))
	for i, s := range values {
		if w := t.widths[i]; w > 0 {
			columns[i] = wrapLines(s, w, w)
			height = max(height, len(columns[i]))
		}
	}
	return columns, height
}

// lastWith is the last column that has something in a line.
func lastWith(columns [][]string, y int) int {
	for i := len(columns) - 1; i >= 0; i-- {
		if len(columns[i]) > y {
			return i
		}
	}
	return -1
}

// writeList writes the properties of one object as "label : value".
func writeList(labels, values []string, screen int, style Style, out LineWriter) error {
	const colon = " : "
	if len(labels) == 0 || screen < len(colon)+2 {
		return nil
	}
	width := 0
	for _, l := range labels {
		width = max(width, cells(l))
	}
	width = min(width, screen-len(colon)-1)
	indent := blanks(width + len(colon))
	field := screen - width - len(colon)
	for i, label := range labels {
		if cells(label) > width {
			label = head(label, width)
		}
		prefix := label + blanks(width-cells(label)) + colon
		prefix = style.label(prefix)
		for _, part := range SplitStyled(values[i]) {
			for _, line := range wrapLines(part, field, field) {
				if err := out.WriteLine(prefix + closed(line)); err != nil {
					return err
				}
				prefix = indent
			}
		}
	}
	return nil
}

// writeComplex writes the lines of a custom view.
func writeComplex(lines []complexLine, screen int, out LineWriter) error {
	for _, l := range lines {
		indent := l.indent
		if screen-indent <= 0 {
			indent = 0
		}
		for _, line := range wrapLines(l.text, screen-indent, screen-indent) {
			if err := out.WriteLine(blanks(indent) + strings.TrimSuffix(line, "\r")); err != nil {
				return err
			}
		}
	}
	return nil
}
