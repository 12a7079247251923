package netfmt

import (
	"strings"
	"sync"
)

// quickMatcher runs a compiled pattern with an explicit stack of the choices
// to come back to.
type quickMatcher struct {
	q     *QuickRegex
	text  string
	spans []int
	stack []choice
}

// choice is a point to come back to: an instruction at a position, a loop that
// can give up or take characters, or a slot whose former content returns.
type choice struct {
	kind     choiceKind
	pc       int
	pos, end int
}

type choiceKind uint8

const (
	choiceTry choiceKind = iota
	choiceShorter
	choiceLonger
	choiceSlot
)

var quickMatchers = sync.Pool{New: func() any { return new(quickMatcher) }}

func newQuickMatcher(q *QuickRegex, text string) *quickMatcher {
	m := quickMatchers.Get().(*quickMatcher)
	m.q, m.text = q, text
	m.spans = m.spans[:0]
	for range q.names {
		m.spans = append(m.spans, -1, -1)
	}
	return m
}

func (m *quickMatcher) release() {
	m.q, m.text = nil, ""
	quickMatchers.Put(m)
}

// find looks for a match that begins at a position or after it.
func (m *quickMatcher) find(from int) bool {
	first := m.q.first
	for at := from; at <= len(m.text); at++ {
		if m.q.anchored && at > 0 {
			return false
		}
		if first != nil {
			if at = m.next(at); at == len(m.text) {
				return false
			}
		}
		for i := range m.spans {
			m.spans[i] = -1
		}
		if end := m.run(at); end >= 0 {
			m.spans[0], m.spans[1] = at, end
			return true
		}
	}
	return false
}

// next returns the first position from at on where a match can begin, or the
// end of the text.
func (m *quickMatcher) next(at int) int {
	if m.q.lead != 0 {
		if found := strings.IndexByte(m.text[at:], m.q.lead); found >= 0 {
			return at + found
		}
		return len(m.text)
	}
	for at < len(m.text) && !m.q.first[m.text[at]&127] {
		at++
	}
	return at
}

// run matches at a position and returns the end, or -1.
func (m *quickMatcher) run(pos int) int {
	m.stack = m.stack[:0]
	pc := 0
	for {
		in := &m.q.prog[pc]
		ok := true
		switch in.op {
		case opMatch:
			return pos
		case opJump:
			pc = in.x - 1
		case opSplit:
			m.stack = append(m.stack, choice{choiceTry, in.y, pos, 0})
			pc = in.x - 1
		case opSave:
			m.stack = append(m.stack, choice{choiceSlot, in.x, m.spans[in.x], 0})
			m.spans[in.x] = pos
		default:
			pos, ok = m.step(in, pc, pos)
		}
		if pc++; ok {
			continue
		}
		if pc, pos = m.back(); pc < 0 {
			return -1
		}
	}
}

// step runs an instruction that looks at the text.
func (m *quickMatcher) step(in *regexInst, pc, pos int) (int, bool) {
	text := m.text
	switch in.op {
	case opText:
		return pos + len(in.text), hasTextAt(text, pos, in)
	case opSet:
		return pos + 1, pos < len(text) && in.set[text[pos]&127]
	case opLoop:
		return m.loop(in, pc, pos)
	case opLazyLoop:
		end := pos
		for ; end-pos < in.min; end++ {
			if end >= len(text) || !in.set[text[end]&127] {
				return pos, false
			}
		}
		if in.max > in.min {
			m.stack = append(m.stack, choice{choiceLonger, pc, end, in.max - in.min})
		}
		return end, true
	case opStart:
		return pos, pos == 0
	case opEnd:
		return pos, pos == len(text)
	case opEndLine:
		return pos, pos == len(text) || pos == len(text)-1 && text[pos] == '\n'
	case opBoundary:
		return pos, m.boundary(pos)
	}
	return pos, !m.boundary(pos)
}

func (m *quickMatcher) loop(in *regexInst, pc, pos int) (int, bool) {
	end, limit := pos, len(m.text)
	if in.max < limit-pos {
		limit = pos + in.max
	}
	if in.set == dotSet {
		if end = limit; pos < limit {
			if found := strings.IndexByte(m.text[pos:limit], '\n'); found >= 0 {
				end = pos + found
			}
		}
	} else {
		for end < limit && in.set[m.text[end]&127] {
			end++
		}
	}
	if end-pos < in.min {
		return pos, false
	}
	if least := pos + in.min; end > least {
		m.stack = append(m.stack, choice{choiceShorter, pc, least, end})
	}
	return end, true
}

// back returns to the latest choice and takes its next way; pc is -1 if there
// is none.
func (m *quickMatcher) back() (pc, pos int) {
	for len(m.stack) > 0 {
		top := &m.stack[len(m.stack)-1]
		switch top.kind {
		case choiceTry:
			pc, pos = top.pc, top.pos
			m.stack = m.stack[:len(m.stack)-1]
			return pc, pos
		case choiceSlot:
			m.spans[top.pc] = top.pos
		case choiceShorter:
			if top.end = m.shorter(top); top.end >= top.pos {
				return top.pc + 1, top.end
			}
		case choiceLonger:
			if top.end > 0 && top.pos < len(m.text) && m.q.prog[top.pc].set[m.text[top.pos]&127] {
				top.end--
				top.pos++
				return top.pc + 1, top.pos
			}
		}
		m.stack = m.stack[:len(m.stack)-1]
	}
	return -1, 0
}

// shorter returns the next end to try for a loop that gives up characters: one
// less, or as many as bring it before the text that must follow. It is below
// the least end if there is none.
func (m *quickMatcher) shorter(loop *choice) int {
	follow := &m.q.prog[loop.pc+1]
	if loop.end <= loop.pos || follow.op != opText || follow.fold && isLetterASCII(follow.text[0]) {
		return loop.end - 1
	}
	// The text may begin at loop.end-1 at most, which is inside m.text.
	return loop.pos + strings.LastIndexByte(m.text[loop.pos:loop.end], follow.text[0])
}

func hasTextAt(s string, pos int, in *regexInst) bool {
	if len(s)-pos < len(in.text) {
		return false
	}
	s = s[pos : pos+len(in.text)]
	if !in.fold {
		return s == in.text
	}
	for i := 0; i < len(s); i++ {
		if lowerASCII(s[i]) != in.text[i] {
			return false
		}
	}
	return true
}

func lowerASCII(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

func (m *quickMatcher) boundary(pos int) bool {
	before := pos > 0 && wordSet[m.text[pos-1]&127]
	after := pos < len(m.text) && wordSet[m.text[pos]&127]
	return before != after
}
