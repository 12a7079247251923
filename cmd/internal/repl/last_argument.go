package repl

import (
	"slices"

	"exolab/parser"
)

// lastArgumentKeys puts the last word of an earlier entry into the line; pressed
// again, that of the entry before takes its place.
type lastArgumentKeys struct {
	history *history
	// at is the entry whose word stands in the line, from start to end.
	at, start, end int
	walking        bool
}

// OnChange is called after each key with the line and the cursor.
func (k *lastArgumentKeys) OnChange(line []rune, cursor int, key rune) ([]rune, int, bool) {
	if key != keyLastArgument {
		k.walking = false
		return nil, 0, false
	}
	line, cursor = withoutKey(line, cursor)
	if !k.walking {
		k.at, k.start, k.end, k.walking = len(k.history.entries), cursor, cursor, true
	}
	if k.at == 0 {
		return line, cursor, true
	}
	k.at--
	word := []rune(oneLine(lastWord(k.history.entries[k.at])))
	line = slices.Concat(line[:k.start], word, line[k.end:])
	k.end = k.start + len(word)
	return line, k.end, true
}

// lastWord is the last token of an entry.
func lastWord(entry string) string {
	last := ""
	for _, t := range parser.Tokens(entry) {
		if t.Kind != parser.KindEOF && t.Kind != parser.KindNewLine {
			last = entry[t.Start:t.End]
		}
	}
	return last
}
