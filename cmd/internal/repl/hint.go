package repl

import (
	"regexp"
	"strings"

	"exolab/cmd/internal/shell"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// hinter says behind an error what was probably meant: the command or the
// parameter whose name is closest to what was typed.
type hinter struct {
	sh *shell.Shell
	// seen is the newest error that was there before the entry ran.
	seen *errs.Record
}

func (h *hinter) before() { h.seen = h.newest() }

func (h *hinter) newest() *errs.Record {
	items := h.sh.Session.Errors().Items
	if len(items) == 0 {
		return nil
	}
	rec, _ := value.As[*errs.Record](items[0])
	return rec
}

// after shows a hint for the error that the entry ended with, if it has one.
func (h *hinter) after() {
	rec := h.newest()
	if rec == nil || rec == h.seen {
		return
	}
	if meant := h.meant(rec); meant != "" {
		_ = h.sh.Console.Hint("Did you mean " + meant + "?")
	}
}

// feedback shows what pwsh says behind the error of an unknown command: the
// commands whose names differ by one letter.
func (h *hinter) feedback() {
	rec := h.newest()
	if rec == nil || rec == h.seen {
		return
	}
	if id, _, _ := strings.Cut(rec.ID, ","); id != "CommandNotFoundException" {
		return
	}
	name := strings.ReplaceAll(value.ToString(nil, rec.Target), "'", "''")
	ok := h.sh.Session.OK()
	defer h.sh.Session.SetOK(ok)
	var found runtime.Collector
	err := h.sh.Session.Execute("", "Microsoft.PowerShell.Core\\Get-Command -UseFuzzyMatching -FuzzyMinimumDistance 1 -Name '"+name+"' -ErrorAction Ignore"+
		" | Microsoft.PowerShell.Utility\\Select-Object -First 5 -Unique -ExpandProperty Name", &found)
	if err != nil || len(found.Items) == 0 {
		return
	}
	names := make([]string, len(found.Items))
	for i, v := range found.Items {
		names[i] = value.ToString(nil, v)
	}
	_ = h.sh.Console.Feedback("General Feedback", "The most similar commands are:", names)
}

// parameterName is the name in the message about an unknown parameter.
var parameterName = regexp.MustCompile(`parameter name '([^']+)'`)

func (h *hinter) meant(rec *errs.Record) string {
	id, _, _ := strings.Cut(rec.ID, ",")
	switch id {
	case "CommandNotFoundException":
		return closest(value.ToString(nil, rec.Target), h.commandNames())
	case "NamedParameterNotFound":
		found := parameterName.FindStringSubmatch(rec.Message())
		if found == nil || rec.Invocation == nil {
			return ""
		}
		if name := closest(found[1], h.parameterNames(rec.Invocation.Command)); name != "" {
			return "-" + name
		}
	}
	return ""
}

func (h *hinter) commandNames() []string {
	var names []string
	for _, c := range h.sh.Session.Commands.All() {
		names = append(names, c.Name)
	}
	for _, c := range h.sh.Session.Global.Functions() {
		names = append(names, c.Name)
	}
	return names
}

func (h *hinter) parameterNames(command string) []string {
	c, err := h.sh.Session.FindCommand(h.sh.Session.Global, command)
	if err != nil || c == nil || c.Metadata == nil {
		return nil
	}
	var names []string
	for _, p := range c.Metadata().Params {
		names = append(names, p.Name)
	}
	return names
}

// closest is the name that differs least from a word, if it differs by few
// letters: one in four at most.
func closest(word string, names []string) string {
	folded := []rune(value.Fold(word))
	best, least := "", len(folded)/4+1
	for _, name := range names {
		other := []rune(value.Fold(name))
		if abs(len(other)-len(folded)) >= least {
			continue
		}
		if d := distance(folded, other, least); d < least {
			best, least = name, d
		}
	}
	return best
}

func abs(n int) int { return max(n, -n) }

// distance counts the letters to insert, delete, change or swap to make b of
// a; it may stop at limit.
func distance(a, b []rune, limit int) int {
	before, row, next := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		next[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			next[j] = min(row[j]+1, next[j-1]+1, row[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				next[j] = min(next[j], before[j-2]+1)
			}
			least = min(least, next[j])
		}
		if least >= limit {
			return limit
		}
		before, row, next = row, next, before
	}
	return row[len(b)]
}
