package repl

import (
	"strings"
	"unicode/utf16"

	"exolab/runtime"
	"exolab/runtime/completion"
)

const keyTab = '\t'

// Keys that arrive as sequences, and Ctrl-Space, which arrives as a zero byte,
// stand in the line as control characters that nothing else uses.
const (
	keyLastArgument = '\x16'
	keyPaste        = '\x18'
	keyUp           = '\x1c'
	keyDown         = '\x1d'
	keyBackTab      = '\x1e'
	keyList         = '\x1f'
)

// withoutKey takes the character that stands for a key out of the line.
func withoutKey(line []rune, cursor int) ([]rune, int) {
	if cursor == 0 {
		return line, cursor
	}
	return append(line[:cursor-1:cursor-1], line[cursor:]...), cursor - 1
}

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
	// list shows the matches below the line; nil shows none.
	list func(matches []completion.Match)
}

// OnChange is called after each key with the line and the cursor.
func (k *completionKeys) OnChange(line []rune, cursor int, key rune) ([]rune, int, bool) {
	switch key {
	case keyTab, keyBackTab:
	case keyList:
		line, cursor = withoutKey(line, cursor)
		return k.choose(line, cursor)
	default:
		k.cycle = false
		return nil, 0, false
	}
	if key == keyBackTab {
		line, cursor = withoutKey(line, cursor)
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

// choose lists the matches, from which Tab then takes one after the other; a
// single match is taken at once.
func (k *completionKeys) choose(line []rune, cursor int) ([]rune, int, bool) {
	k.begin(line, cursor)
	switch n := len(k.result.Matches); {
	case n == 0:
		k.cycle = false
	case n == 1:
		return k.show()
	case k.list != nil:
		k.list(k.result.Matches)
		k.at = -1
	}
	return line, cursor, true
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
