package repl

import (
	"bytes"
	"io"
	"sync/atomic"
)

// pasteReader reads keys. It turns the line breaks of pasted text into
// lineBreak, so that a pasted script is one entry, and keys that readline
// handles otherwise or not at all into characters of their own.
type pasteReader struct {
	from    io.Reader
	pasting bool
	// pasted counts the line breaks of the pasted text since the last entry.
	pasted atomic.Int32
	// single makes each key a line of its own.
	single atomic.Bool
	// previous is the byte before the current one.
	previous byte
	// held is the begin of a sequence that was cut off.
	held, ready []byte
}

var (
	pasteBegin = []byte("\x1b[200~")
	pasteEnd   = []byte("\x1b[201~")
)

// specialKeys are the keys that completionKeys and historyKeys handle.
var specialKeys = []struct {
	sequence string
	key      rune
}{
	{"\x1b[Z", keyBackTab}, {"\x1b[A", keyUp}, {"\x1bOA", keyUp}, {"\x1b[B", keyDown}, {"\x1bOB", keyDown}, {"\x00", keyList},
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
			r.pasting, r.held = false, r.held[len(pasteEnd):]
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
			r.ready, r.held = append(r.ready, byte(s.key)), r.held[len(s.sequence):]
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

func (r *pasteReader) key(c byte) {
	switch {
	case r.single.Load() && c >= ' ':
		r.ready = append(r.ready, c, keyEnter)
	case c == 0:
	case !r.pasting:
		r.ready = append(r.ready, c)
	case c == '\r' || c == '\n' && r.previous != '\r':
		r.pasted.Add(1)
		r.ready = append(r.ready, string(lineBreak)...)
	case c == '\t':
		r.ready = append(r.ready, "    "...)
	case c >= ' ':
		r.ready = append(r.ready, c)
	}
	r.previous = c
}
