package runtime

import (
	"slices"
	"strings"
	"time"

	"exolab/runtime/dotnet"
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// HistoryEntry is one command that was entered: a HistoryInfo.
type HistoryEntry struct {
	value.Extended
	ID         int64
	Line       string
	Start, End time.Time
	Failed     bool
}

var typeHistory = &value.Type{Name: "HistoryInfo", FullName: "Microsoft.PowerShell.Commands.HistoryInfo", Kind: value.KindObject,
	Base: value.TypeObject, Load: loadHistory}

// PSType returns HistoryInfo.
func (*HistoryEntry) PSType() *value.Type { return typeHistory }

// String is the command.
func (h *HistoryEntry) String() string { return h.Line }

func loadHistory(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	of := func(v value.Value) *HistoryEntry { h, _ := value.As[*HistoryEntry](v); return h }
	date := func(at time.Time) value.Value {
		d := netfmt.FromTime(at.UTC(), netfmt.UTC).ToLocal()
		return value.Date(d.Ticks, uint8(d.Kind))
	}
	r.Get("long Id", func(v value.Value) value.Value { return value.Long(of(v).ID) })
	r.Get("string CommandLine", func(v value.Value) value.Value { return value.Str(of(v).Line) })
	r.Get("System.Management.Automation.Runspaces.PipelineState ExecutionStatus", func(v value.Value) value.Value {
		if of(v).Failed {
			return value.Str("Failed")
		}
		return value.Str("Completed")
	})
	r.Get("datetime StartExecutionTime", func(v value.Value) value.Value { return date(of(v).Start) })
	r.Get("datetime EndExecutionTime", func(v value.Value) value.Value { return date(of(v).End) })
	r.Get("timespan Duration", func(v value.Value) value.Value { return value.Span(int64(of(v).End.Sub(of(v).Start)) / 100) })
}

// History lists the commands that were entered, oldest first.
func (s *Session) History() []*HistoryEntry { return s.history }

// nextHistoryID is the number that the line being executed will have.
func (s *Session) nextHistoryID() int64 { return s.historyID + 1 }

// HistoryByID finds an entry by its number; nil if there is none.
func (s *Session) HistoryByID(id int64) *HistoryEntry {
	for _, h := range s.history {
		if h.ID == id {
			return h
		}
	}
	return nil
}

// AddHistory remembers a command.
func (s *Session) AddHistory(line string, start, end time.Time, failed bool) *HistoryEntry {
	s.historyID++
	h := &HistoryEntry{ID: s.historyID, Line: line, Start: start, End: end, Failed: failed}
	s.history = append(s.history, h)
	if keep := s.historyLimit(); len(s.history) > keep {
		s.history = slices.Clone(s.history[len(s.history)-keep:])
	}
	return h
}

// defaultHistory is how many entries are kept where $MaximumHistoryCount says
// nothing else.
const defaultHistory = 4096

func (s *Session) historyLimit() int {
	if n := s.env().Variable("MaximumHistoryCount"); n.IsInteger() && n.Int64() > 0 {
		return int(n.Int64())
	}
	return defaultHistory
}

// ForgetHistory takes out the entries that drop selects.
func (s *Session) ForgetHistory(drop func(*HistoryEntry) bool) {
	s.history = slices.DeleteFunc(slices.Clone(s.history), drop)
}

// enteredLine is the command that is being run: it becomes an entry of the
// history when it ends.
type enteredLine struct {
	text  string
	start time.Time
	added bool
}

// NoteEntered puts the command that is being run into the history now, before
// what Add-History adds.
func (s *Session) NoteEntered() {
	if e := s.entered; e != nil && !e.added && strings.TrimSpace(e.text) != "" {
		e.added = true
		s.AddHistory(e.text, e.start, time.Now(), false)
	}
}

// ReplaceEntered makes the history remember another command than the one that
// is being run: what Invoke-History runs.
func (s *Session) ReplaceEntered(text string) {
	if s.entered != nil {
		s.entered.text = text
	}
}

// remembered runs a command and puts it into the history.
func (s *Session) remembered(text string, run func() error) error {
	before := s.entered
	s.entered = &enteredLine{text: text, start: time.Now()}
	err := run()
	if e := s.entered; !e.added && strings.TrimSpace(e.text) != "" {
		s.AddHistory(e.text, e.start, time.Now(), err != nil)
	}
	s.entered, s.lastEntered = before, text
	return err
}
