package exchange

import (
	_ "embed"
	"strings"

	"exolab/runtime/value"
)

// catalogueText lists every cmdlet of Exchange, one a line, sorted by folded
// name; see catalogueEntry for the fields. It is searched as it stands, so
// that a session which uses none of them pays nothing.
//
//go:embed catalogue.txt
var catalogueText string

// catalogueEntry is one line: name, flags (c in the cloud, o on premises, s
// takes -WhatIf and -Confirm), parameter sets (the default first) and
// parameters, separated by tabs.
type catalogueEntry struct {
	name, flags string
	sets        []string
	params      string
}

func (e *catalogueEntry) cloud() bool         { return strings.Contains(e.flags, "c") }
func (e *catalogueEntry) onPremises() bool    { return strings.Contains(e.flags, "o") }
func (e *catalogueEntry) shouldProcess() bool { return strings.Contains(e.flags, "s") }

// findEntry finds a cmdlet by folded name by bisecting the text.
func findEntry(folded string) *catalogueEntry {
	low, high := 0, len(catalogueText)
	for low < high {
		start := (low + high) / 2
		if i := strings.LastIndexByte(catalogueText[low:start], '\n'); i >= 0 {
			start = low + i + 1
		} else {
			start = low
		}
		end := start + strings.IndexByte(catalogueText[start:], '\n')
		name, _, _ := strings.Cut(catalogueText[start:end], "\t")
		switch c := strings.Compare(value.Fold(name), folded); {
		case c == 0:
			return readEntry(catalogueText[start:end])
		case c < 0:
			low = end + 1
		default:
			high = start
		}
	}
	return nil
}

func readEntry(line string) *catalogueEntry {
	f := strings.Split(line, "\t")
	e := &catalogueEntry{name: f[0], flags: f[1], params: f[3]}
	if f[2] != "" {
		e.sets = strings.Split(f[2], ",")
	}
	return e
}

// catalogueNames yields the names of all cmdlets in order.
func catalogueNames(yield func(string) bool) {
	for line := range strings.Lines(catalogueText) {
		name, _, _ := strings.Cut(line, "\t")
		if !yield(name) {
			return
		}
	}
}
