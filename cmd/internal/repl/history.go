package repl

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

const (
	historyFile = "history.txt"
	maxHistory  = 1000
)

// secret finds entries that may contain a secret: they are not stored.
var secret = regexp.MustCompile(`(?i)password|passwd|asplaintext|token|apikey|secret`)

// history is what was entered before, oldest first. In the file, each entry is
// a line, its own line breaks escaped.
type history struct {
	file    string
	entries []string
}

var (
	escapeEntry   = strings.NewReplacer(`\`, `\\`, "\n", `\n`)
	unescapeEntry = strings.NewReplacer(`\\`, `\`, `\n`, "\n")
)

// openHistory reads the history of a data directory; "" keeps none.
func openHistory(data string) *history {
	if data == "" {
		return &history{}
	}
	h := &history{file: filepath.Join(data, historyFile)}
	text, err := os.ReadFile(h.file)
	if err != nil {
		return h
	}
	lines := strings.Split(strings.TrimRight(string(text), "\n"), "\n")
	if len(lines) > maxHistory {
		lines = lines[len(lines)-maxHistory:]
	}
	for _, line := range lines {
		if line != "" {
			h.entries = append(h.entries, unescapeEntry.Replace(line))
		}
	}
	return h
}

// add stores an entry. A history that cannot be written is no reason to
// disturb anybody.
func (h *history) add(entry string) {
	repeated := len(h.entries) > 0 && h.entries[len(h.entries)-1] == entry
	if entry == "" || repeated || secret.MatchString(entry) {
		return
	}
	h.entries = append(h.entries, entry)
	if h.file == "" || os.MkdirAll(filepath.Dir(h.file), 0o700) != nil {
		return
	}
	f, err := os.OpenFile(h.file, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return
	}
	_, _ = f.WriteString(escapeEntry.Replace(entry) + "\n")
	_ = f.Close()
}
