package catalogue

import (
	_ "embed"
	"strings"

	"exolab/runtime/value"
)

// text lists every cmdlet of Exchange, one a line, sorted by folded
// name; see catalogueEntry for the fields. It is searched as it stands, so
// that a session which uses none of them pays nothing.
//
//go:embed catalogue.txt
var text string

// Entry is one line: name, flags (c in the cloud, o on premises, s
// takes -WhatIf and -Confirm), parameter sets (the default first) and
// parameters, separated by tabs.
type Entry struct {
	Name, flags string
	sets        []string
	Params      string
}

// Cloud reports whether Exchange Online has the cmdlet.
func (e *Entry) Cloud() bool { return strings.Contains(e.flags, "c") }

// OnPremises reports whether Exchange Server has the cmdlet.
func (e *Entry) OnPremises() bool { return strings.Contains(e.flags, "o") }

// ShouldProcess reports whether the cmdlet takes -WhatIf and -Confirm.
func (e *Entry) ShouldProcess() bool { return strings.Contains(e.flags, "s") }

// Find finds a cmdlet by folded name by bisecting the text.
func Find(folded string) *Entry {
	low, high := 0, len(text)
	for low < high {
		start := (low + high) / 2
		if i := strings.LastIndexByte(text[low:start], '\n'); i >= 0 {
			start = low + i + 1
		} else {
			start = low
		}
		end := start + strings.IndexByte(text[start:], '\n')
		name, _, _ := strings.Cut(text[start:end], "\t")
		switch c := strings.Compare(value.Fold(name), folded); {
		case c == 0:
			return readEntry(text[start:end])
		case c < 0:
			low = end + 1
		default:
			high = start
		}
	}
	return nil
}

func readEntry(line string) *Entry {
	f := strings.Split(line, "\t")
	e := &Entry{Name: f[0], flags: f[1], Params: f[3]}
	if f[2] != "" {
		e.sets = strings.Split(f[2], ",")
	}
	return e
}

// Names yields the names of all cmdlets in order.
func Names(yield func(string) bool) {
	for line := range strings.Lines(text) {
		name, _, _ := strings.Cut(line, "\t")
		if !yield(name) {
			return
		}
	}
}

// ParameterNames lists the cmdlet's own parameters in the order of the catalogue.
func (e *Entry) ParameterNames() []string {
	if e.Params == "" {
		return nil
	}
	var out []string
	for text := range strings.SplitSeq(e.Params, ";") {
		name, _, _ := strings.Cut(text, ":")
		out = append(out, name)
	}
	return out
}
