package parser

import (
	_ "embed"
	"strings"
	"sync"
)

// messageTable holds PowerShell's English texts, one line each: the error id,
// a tab, the text with a verb for each argument.
//
//go:embed messages.tsv
var messageTable string

// messages maps error ids to texts. It is made when the first error is met.
var messages = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for line := range strings.Lines(messageTable) {
		id, text, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		m[id] = strings.ReplaceAll(text, `\n`, "\n")
	}
	return m
})
