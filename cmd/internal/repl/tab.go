package repl

import (
	"strings"
	"unicode/utf16"

	"exolab/runtime"
	"exolab/runtime/completion"
)

const (
	keyTab = '\t'
	// keyBackTab stands for Shift-Tab, which arrives as a sequence.
	keyBackTab = '\x1e'
)

// completionKeys replaces the word at the cursor by one completion after the
// other while Tab or Shift-Tab is pressed.
type completionKeys struct {
	session *runtime.Session
	// result belongs to before, the line without any completion; at is the
	// match that is shown.
	result completion.Result
	before []uint16
	at     int
	cycle  bool
}

// OnChange is called after each key with the line and the cursor.
func (k *completionKeys) OnChange(line []rune, cursor int, key rune) ([]rune, int, bool) {
	if key != keyTab && key != keyBackTab {
		k.cycle = false
		return nil, 0, false
	}
	if key == keyBackTab && cursor > 0 {
		line = append(line[:cursor-1:cursor-1], line[cursor:]...)
		cursor--
	}
	if !k.cycle {
		k.begin(line, cursor)
	} else if key == keyTab {
		k.at++
	} else {
		k.at--
	}
	n := len(k.result.Matches)
	if n == 0 {
		k.cycle = false
		return line, cursor, key == keyBackTab
	}
	k.at = (k.at + n) % n
	return k.show()
}

func (k *completionKeys) begin(line []rune, cursor int) {
	text := strings.ReplaceAll(string(line), string(lineBreak), "\n")
	k.before = utf16.Encode([]rune(text))
	k.result = completion.Complete(k.session, text, len(utf16.Encode(line[:cursor])))
	k.at, k.cycle = 0, true
}

// show puts the current match into the line, the cursor behind it.
func (k *completionKeys) show() ([]rune, int, bool) {
	r := k.result
	head := append(utf16.Decode(k.before[:r.Index]), []rune(r.Matches[k.at].Text)...)
	line := append(head[:len(head):len(head)], utf16.Decode(k.before[r.Index+r.Length:])...)
	for i, c := range line {
		if c == '\n' {
			line[i] = lineBreak
		}
	}
	return line, len(head), true
}
