package repl

import (
	"strings"

	"exolab/parser"
)

// painter draws the line as it is typed, in colours if they are wanted, and
// without the characters that stand for keys.
type painter struct{ coloured bool }

// kindColours are the colours that PSReadLine gives to tokens.
var kindColours = map[parser.TokenKind]string{
	parser.KindCommand: "\x1b[93m", parser.KindParameter: "\x1b[90m", parser.KindOperator: "\x1b[90m", parser.KindVariable: "\x1b[92m",
	parser.KindSplat: "\x1b[92m", parser.KindString: "\x1b[36m", parser.KindExpandable: "\x1b[36m", parser.KindKeyword: "\x1b[92m",
	parser.KindNumber: "\x1b[97m", parser.KindComment: "\x1b[32m", parser.KindMember: "\x1b[37m", parser.KindType: "\x1b[37m", parser.KindInvalid: "\x1b[91m",
}

const colourReset = "\x1b[0m"

// Paint returns the line with colours. When the line is entered, readline adds
// a real line break at its end, which moves the cursor below it.
func (p painter) Paint(line []rune, _ int) []rune {
	text := strings.Map(func(r rune) rune {
		if strings.ContainsRune(unbound, r) {
			return -1
		}
		return r
	}, string(line))
	if !p.coloured {
		return []rune(text)
	}
	entered, isEntered := strings.CutSuffix(text, "\n")
	painted := paint(strings.ReplaceAll(entered, string(lineBreak), "\n"))
	painted = strings.ReplaceAll(painted, "\n", string(lineBreak))
	if isEntered {
		painted += "\n"
	}
	return []rune(painted)
}

// paint puts colours around the tokens of a script.
func paint(text string) string {
	var out strings.Builder
	at := 0
	for _, t := range parser.Tokens(text) {
		colour := kindColours[t.Kind]
		if colour == "" || int(t.Start) < at {
			continue
		}
		out.WriteString(text[at:t.Start])
		out.WriteString(colour + text[t.Start:t.End] + colourReset)
		at = int(t.End)
	}
	out.WriteString(text[at:])
	return out.String()
}
