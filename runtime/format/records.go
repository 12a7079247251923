package format

import (
	"strings"

	"exolab/runtime/value"
)

// Shape is the kind of a view.
type Shape uint8

// The shapes; Undefined leaves the choice to the first object.
const (
	Undefined Shape = iota
	Table
	List
	Wide
	Custom
)

// Align is the alignment of a column.
type Align uint8

// The alignments; AlignDefault is the column's own for a cell and left for a
// column.
const (
	AlignDefault Align = iota
	AlignLeft
	AlignCenter
	AlignRight
)

// Record is one message from a Formatter to an Output.
type Record interface {
	value.Object
	record()
}

// column is one column of a table as its records tell it.
type column struct {
	label string
	width int
	align Align
	// custom is set where the label is no property of the first object.
	custom bool
}

// Start opens a view.
type Start struct {
	Shape       Shape
	columns     []column
	hideHeader  bool
	repeat      bool
	autoSize    bool
	wideColumns int
}

// GroupStart opens a group of a view; heading is shown above it.
type GroupStart struct {
	heading    []complexLine
	hasHeading bool
}

// Entry shows one object.
type Entry struct {
	// outOfBand entries are shown wherever they come.
	outOfBand bool
	kind      entryKind
	raw       string
	cells     []string
	aligns    []Align
	multiLine bool
	labels    []string
	lines     []complexLine
	// write shows something that is not text of this output, in its turn.
	write func() error
}

type entryKind uint8

const (
	rawEntry entryKind = iota
	tableEntry
	listEntry
	wideEntry
	complexEntry
	foreignEntry
)

// complexLine is one line of a custom view before it is wrapped.
type complexLine struct {
	indent int
	text   string
}

// GroupEnd closes a group, End a view.
type (
	GroupEnd struct{}
	End      struct{}
)

func recordType(name, classID string, properties ...string) *value.Type {
	full := "Microsoft.PowerShell.Commands.Internal.Format." + name
	t := &value.Type{Name: name, FullName: full, Kind: value.KindObject, Base: value.TypeObject}
	t.Load = func(_ *value.Type, m *value.Members) {
		m.Add(&value.Member{Name: "ClassId2e4f51ef21dd47e99d3c952918aff9cd", Kind: value.Property, Type: "string",
			Get: func(value.Env, value.Value) (value.Value, error) { return value.Str(classID), nil }})
		for _, p := range properties {
			m.Add(&value.Member{Name: p, Kind: value.Property, Type: "System.Object",
				Get: func(_ value.Env, this value.Value) (value.Value, error) { return recordProperty(this, p), nil }})
		}
	}
	return t
}

// recordProperty gives what the properties of records show: mostly nothing,
// for what they hold is the formatter's own.
func recordProperty(this value.Value, name string) value.Value {
	switch r := this.Object().(type) {
	case *Start:
		if name == "shapeInfo" {
			return value.Str("Microsoft.PowerShell.Commands.Internal.Format." + shapeInfo[r.Shape])
		}
	case *Entry:
		switch name {
		case "outOfBand":
			return value.Bool(r.outOfBand)
		case "formatEntryInfo":
			return value.Str("Microsoft.PowerShell.Commands.Internal.Format." + entryInfo[r.kind])
		case "writeStream":
			return value.Str("None")
		}
	}
	return value.Null
}

var shapeInfo = map[Shape]string{Table: "TableHeaderInfo", List: "ListViewHeaderInfo", Wide: "WideViewHeaderInfo", Custom: "ComplexViewHeaderInfo"}

var entryInfo = map[entryKind]string{rawEntry: "RawTextFormatEntry", tableEntry: "TableRowEntry", listEntry: "ListViewEntry",
	wideEntry: "WideViewEntry", complexEntry: "ComplexViewEntry", foreignEntry: "RawTextFormatEntry"}

var (
	typeStart      = recordType("FormatStartData", "033ecb2bc07a4d43b5ef94ed5a35d280", "pageHeaderEntry", "pageFooterEntry", "autosizeInfo", "shapeInfo", "groupingEntry")
	typeGroupStart = recordType("GroupStartData", "9e210fe47d09416682b841769c78b8a3", "shapeInfo", "groupingEntry")
	typeEntry      = recordType("FormatEntryData", "27c87ef9bbda4f709f6b4002fa4af63c", "formatEntryInfo", "outOfBand", "writeStream", "isHelpObject")
	typeGroupEnd   = recordType("GroupEndData", "4ec4f0187cb04f4cb6973460dfe252df", "groupingEntry")
	typeEnd        = recordType("FormatEndData", "cf522b78d86c486691226b40aa69e95c", "groupingEntry")
)

// PSType returns FormatStartData.
func (*Start) PSType() *value.Type { return typeStart }

// PSType returns GroupStartData.
func (*GroupStart) PSType() *value.Type { return typeGroupStart }

// PSType returns FormatEntryData.
func (*Entry) PSType() *value.Type { return typeEntry }

// PSType returns GroupEndData.
func (GroupEnd) PSType() *value.Type { return typeGroupEnd }

// PSType returns FormatEndData.
func (End) PSType() *value.Type { return typeEnd }

func (*Start) record()      {}
func (*GroupStart) record() {}
func (*Entry) record()      {}
func (GroupEnd) record()    {}
func (End) record()         {}

// Labels are the headers of a table's columns.
func (s *Start) Labels() []string {
	labels := make([]string, len(s.columns))
	for i, c := range s.columns {
		labels[i] = c.label
	}
	return labels
}

// Cells are the texts that an entry shows, one for each column of its table;
// an object outside of tables has one.
func (e *Entry) Cells() []string {
	if e.kind == tableEntry {
		return e.cells
	}
	if e.kind == rawEntry {
		return []string{e.raw}
	}
	var lines []string
	for _, l := range e.lines {
		lines = append(lines, l.text)
	}
	return []string{strings.Join(lines, "\n")}
}
