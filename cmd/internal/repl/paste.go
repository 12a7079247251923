package repl

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

// pasteReader reads keys. Of a pasted text it passes on a single key, for which
// the text is then taken, so that it is one entry and drawn once. It turns keys
// that readline handles otherwise or not at all into characters of their own.
type pasteReader struct {
	from    io.Reader
	pasting bool
	text    []byte
	mu      sync.Mutex
	// texts are those that were pasted and not yet taken.
	texts []string
	// pasted counts the line breaks of the pasted text since the last entry.
	pasted atomic.Int32
	// single makes each key a line of its own; plain passes pasted text on as
	// if it were typed.
	single, plain atomic.Bool
	// previous is the byte before the current one.
	previous byte
	// held is the begin of a sequence that was cut off.
	held, ready []byte
}

var (
	pasteBegin = []byte("\x1b[200~")
	pasteEnd   = []byte("\x1b[201~")
)

// specialKeys are keys that the listeners handle, and those of PSReadLine that
// readline knows by other names.
var specialKeys = []struct{ sequence, key string }{
	{"\x1b[Z", string(keyBackTab)}, {"\x00", string(keyList)},
	{"\x1b[A", string(keyUp)}, {"\x1bOA", string(keyUp)}, {"\x1b[19~", string(keyUp)},
	{"\x1b[B", string(keyDown)}, {"\x1bOB", string(keyDown)}, {"\x1b[19;2~", string(keyDown)},
	{"\x1b.", string(keyLastArgument)}, {"\x1b_", string(keyLastArgument)},
	{"\x1b\r", string(lineBreak)},
	{"\x1b[1;5D", "\x1bb"}, {"\x1b[1;3D", "\x1bb"}, {"\x1b[1;5C", "\x1bf"}, {"\x1b[1;3C", "\x1bf"},
	{"\x1b[3;5~", "\x1bd"}, {"\x1b[1;5H", "\x15"}, {"\x1b[1;5F", "\x0b"},
}

// Read delivers translated keys.
func (r *pasteReader) Read(p []byte) (int, error) {
	for len(r.ready) == 0 {
		buffer := make([]byte, 4096)
		n, err := r.from.Read(buffer)
		r.held = append(r.held, buffer[:n]...)
		r.translate()
		if err != nil && len(r.ready) == 0 {
			return 0, err
		}
	}
	n := copy(p, r.ready)
	r.ready = r.ready[n:]
	return n, nil
}

// Close is part of what readline asks for; the terminal stays open.
func (r *pasteReader) Close() error { return nil }

// translate moves what is complete from held to ready.
func (r *pasteReader) translate() {
	for len(r.held) > 0 {
		switch {
		case bytes.HasPrefix(r.held, pasteBegin):
			r.pasting, r.held = true, r.held[len(pasteBegin):]
		case bytes.HasPrefix(r.held, pasteEnd):
			r.held = r.held[len(pasteEnd):]
			r.endPaste()
		case !r.pasting && r.special():
		case r.cutOff():
			return
		default:
			r.key(r.held[0])
			r.held = r.held[1:]
		}
	}
}

// special moves a special key on.
func (r *pasteReader) special() bool {
	for _, s := range specialKeys {
		if bytes.HasPrefix(r.held, []byte(s.sequence)) {
			r.ready, r.held = append(r.ready, s.key...), r.held[len(s.sequence):]
			return true
		}
	}
	return false
}

// takePasted returns how many line breaks were pasted since it was last asked.
func (r *pasteReader) takePasted() int { return int(r.pasted.Swap(0)) }

// cutOff reports whether held may be the begin of a sequence; a lone Escape is
// passed on.
func (r *pasteReader) cutOff() bool {
	return len(r.held) > 1 && (len(r.held) < len(pasteEnd) && bytes.HasPrefix(pasteEnd, r.held) || len(r.held) < len(pasteBegin) && bytes.HasPrefix(pasteBegin, r.held))
}

// setSingle makes each key end the line, or not any more.
func (r *pasteReader) setSingle(on bool) { r.single.Store(on) }

// setPlain makes pasted text come as if it were typed, or not any more.
func (r *pasteReader) setPlain(on bool) { r.plain.Store(on) }

// endPaste hands the pasted text on.
func (r *pasteReader) endPaste() {
	text := string(r.text)
	r.pasting, r.text = false, nil
	if r.plain.Load() || r.single.Load() {
		r.ready = append(r.ready, strings.ReplaceAll(text, string(lineBreak), "")...)
		return
	}
	r.mu.Lock()
	r.texts = append(r.texts, text)
	r.mu.Unlock()
	r.ready = append(r.ready, keyPaste)
}

// take takes the oldest text that was pasted; "" if there is none.
func (r *pasteReader) take() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	if len(r.texts) == 0 {
		return ""
	}
	text := r.texts[0]
	r.texts = r.texts[1:]
	return text
}

// unbound are the control characters that stand for keys of ours or for
// nothing: typed, they do nothing.
const unbound = "\x00\x0f\x11\x16\x18\x1c\x1d\x1e\x1f"

func (r *pasteReader) key(c byte) {
	switch {
	case r.pasting:
		r.pastedByte(c)
	case r.single.Load() && c >= ' ':
		r.ready = append(r.ready, c, keyEnter)
	case strings.IndexByte(unbound, c) < 0:
		r.ready = append(r.ready, c)
	}
	r.previous = c
}

func (r *pasteReader) pastedByte(c byte) {
	switch {
	case c == '\r' || c == '\n' && r.previous != '\r':
		r.pasted.Add(1)
		r.text = append(r.text, string(lineBreak)...)
	case c == '\t':
		r.text = append(r.text, "    "...)
	case c >= ' ':
		r.text = append(r.text, c)
	}
}

// pasteKeys puts pasted text into the line.
type pasteKeys struct{ reader *pasteReader }

// OnChange is called after each key with the line and the cursor.
func (k pasteKeys) OnChange(line []rune, cursor int, key rune) ([]rune, int, bool) {
	if key != keyPaste {
		return nil, 0, false
	}
	line, cursor = withoutKey(line, cursor)
	text := []rune(k.reader.take())
	return slices.Concat(line[:cursor], text, line[cursor:]), cursor + len(text), true
}
