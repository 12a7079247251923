package format

// viewWriter shows the entries of one group.
type viewWriter interface {
	begin() error
	entry(e *Entry) error
	end() error
}

func newViewWriter(s *Start, screen int, hint []int, style Style, out LineWriter) viewWriter {
	switch s.Shape {
	case Table:
		return newTableView(s, screen, hint, style, out)
	case List:
		return &listView{screen: screen, style: style, out: out}
	case Wide:
		return newWideView(s, screen, hint, out)
	}
	return &customView{screen: screen, out: out}
}

// screenRows is how much of a screen -RepeatHeader fills before it repeats the
// header: the height of a console less a blank line and the pager's.
const screenRows = 50 - 2

type tableView struct {
	writer *tableWriter
	labels []string
	repeat bool
	// rows counts the lines of the header and the objects on this screen.
	rows int
	out  LineWriter
}

func newTableView(s *Start, screen int, hint []int, style Style, out LineWriter) *tableView {
	n := len(s.columns)
	v := &tableView{labels: make([]string, n), repeat: s.repeat, out: out}
	widths, aligns, custom := make([]int, n), make([]Align, n), make([]bool, n)
	for i, c := range s.columns {
		v.labels[i], widths[i], aligns[i], custom[i] = c.label, c.width, c.align, c.custom
		if hint != nil {
			widths[i] = hint[i]
		}
	}
	v.writer = newTableWriter(screen, widths, aligns, s.hideHeader)
	v.writer.style, v.writer.custom = style, custom
	return v
}

func (v *tableView) begin() error {
	if len(v.labels) == 0 {
		return nil
	}
	v.rows = v.writer.headerHeight(v.labels)
	return v.writer.header(v.labels, v.out)
}

func (v *tableView) entry(e *Entry) error {
	if len(v.labels) == 0 || e.kind != tableEntry {
		return nil
	}
	if v.repeat && v.rows >= screenRows {
		if err := v.out.WriteLine(""); err != nil {
			return err
		}
		if err := v.begin(); err != nil {
			return err
		}
	}
	v.rows++
	if e.multiLine {
		return v.writer.multiLineRow(e.cells, e.aligns, v.out)
	}
	return v.writer.row(e.cells, e.aligns, v.out)
}

func (v *tableView) end() error { return nil }

type listView struct {
	screen int
	style  Style
	out    LineWriter
}

func (v *listView) begin() error { return nil }

func (v *listView) entry(e *Entry) error {
	if err := writeList(e.labels, e.cells, v.screen, v.style, v.out); err != nil {
		return err
	}
	return v.out.WriteLine("")
}

func (v *listView) end() error { return nil }

// defaultWideColumns is the number of columns of a wide view.
const defaultWideColumns = 2

type wideView struct {
	writer *tableWriter
	row    []string
	used   int
	out    LineWriter
}

func newWideView(s *Start, screen int, hint []int, out LineWriter) *wideView {
	n := defaultWideColumns
	switch {
	case hint != nil && hint[0] > 0:
		n = wideColumnsFor(hint[0], screen)
	case s.wideColumns > 0:
		n = s.wideColumns
	}
	return &wideView{writer: newTableWriter(screen, make([]int, n), make([]Align, n), true), row: make([]string, n), out: out}
}

func (v *wideView) begin() error { return nil }

func (v *wideView) entry(e *Entry) error {
	v.row[v.used] = e.cells[0]
	if v.used++; v.used < len(v.row) {
		return nil
	}
	return v.end()
}

func (v *wideView) end() error {
	if v.used == 0 {
		return nil
	}
	clear(v.row[v.used:])
	v.used = 0
	return v.writer.row(v.row, nil, v.out)
}

type customView struct {
	screen int
	out    LineWriter
}

func (v *customView) begin() error { return nil }

func (v *customView) entry(e *Entry) error { return writeComplex(e.lines, v.screen, v.out) }

func (v *customView) end() error { return nil }
