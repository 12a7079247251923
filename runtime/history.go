package runtime

import (
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
	r.Get("string CommandLine", func(v value.Value) value.Value { return value.Str(of(v).Line) })
	r.Get("timespan Duration", func(v value.Value) value.Value { return value.Span(int64(of(v).End.Sub(of(v).Start)) / 100) })
	r.Get("datetime EndExecutionTime", func(v value.Value) value.Value { return date(of(v).End) })
	r.Get("System.Management.Automation.Runspaces.PipelineState ExecutionStatus", func(v value.Value) value.Value {
		if of(v).Failed {
			return value.Str("Failed")
		}
		return value.Str("Completed")
	})
	r.Get("long Id", func(v value.Value) value.Value { return value.Long(of(v).ID) })
	r.Get("datetime StartExecutionTime", func(v value.Value) value.Value { return date(of(v).Start) })
}

// History lists the commands that were entered, oldest first.
func (s *Session) History() []*HistoryEntry { return s.history }

// AddHistory remembers a command.
func (s *Session) AddHistory(line string, start, end time.Time, failed bool) *HistoryEntry {
	s.historyID++
	h := &HistoryEntry{ID: s.historyID, Line: line, Start: start, End: end, Failed: failed}
	s.history = append(s.history, h)
	return h
}

// ForgetHistory takes out the entries that drop selects.
func (s *Session) ForgetHistory(drop func(*HistoryEntry) bool) {
	var kept []*HistoryEntry
	for _, h := range s.history {
		if !drop(h) {
			kept = append(kept, h)
		}
	}
	s.history = kept
}
