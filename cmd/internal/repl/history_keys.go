package repl

import "strings"

// historyKeys goes through the entries that begin with what was typed when Up
// and Down are pressed.
type historyKeys struct {
	history *history
	// typed is the line before the first Up; at is the entry that is shown,
	// len(entries) for what was typed.
	typed   string
	at      int
	walking bool
}

// OnChange is called after each key with the line and the cursor.
func (k *historyKeys) OnChange(line []rune, cursor int, key rune) ([]rune, int, bool) {
	if key != keyUp && key != keyDown {
		k.walking = false
		return nil, 0, false
	}
	line, _ = withoutKey(line, cursor)
	if !k.walking {
		k.typed, k.at, k.walking = string(line), len(k.history.entries), true
	}
	text := k.step(key == keyUp, string(line))
	return []rune(text), len([]rune(text)), true
}

// step finds the next entry in a direction that is not what is shown; at the
// older end the line stays.
func (k *historyKeys) step(up bool, shown string) string {
	for at := k.at; ; {
		if up {
			at--
		} else {
			at++
		}
		switch {
		case at < 0:
			return shown
		case at >= len(k.history.entries):
			k.at = len(k.history.entries)
			return k.typed
		}
		text := oneLine(k.history.entries[at])
		if strings.HasPrefix(strings.ToLower(text), strings.ToLower(k.typed)) && text != shown {
			k.at = at
			return text
		}
	}
}

// oneLine is an entry as it stands in the edited line.
func oneLine(entry string) string { return strings.ReplaceAll(entry, "\n", string(lineBreak)) }
