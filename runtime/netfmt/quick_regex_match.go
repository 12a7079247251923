package netfmt

import (
	"strings"

	"exolab/runtime/interrupt"
)

// QuickMatcher finds the matches of a quick pattern in a text one by one. It
// runs the pattern with an explicit stack of the choices to come back to. It has
// the room for them in itself, so that one that lies on Go's stack allocates
// nothing but for patterns with very many choices. Start readies it.
type QuickMatcher struct {
	q    *QuickRegex
	text string
	// at is where the next match is looked for.
	at    int
	spans [2 * maxQuickGroups]int
	// depth counts the choices; those that choices has no room for are in more.
	depth   int
	choices [quickChoices]choice
	more    []choice
	// steps counts the choices that were gone back to.
	steps uint
	err   error
}

// stepsBetweenChecks is how often a match that backtracks looks whether it is to
// end. Each step may run over the whole text.
const stepsBetweenChecks = 1 << 10

// maxQuickGroups bounds the groups of a quick pattern, the whole match included.
const maxQuickGroups = 16

const quickChoices = 16

// choice is a point to come back to: an instruction at a position, a loop that
// can give up or take characters, or a slot whose former content returns.
type choice struct {
	kind     choiceKind
	pc       int32
	pos, end int
}

type choiceKind uint8

const (
	choiceTry choiceKind = iota
	choiceShorter
	choiceLonger
	choiceSlot
)

// Start lets the matcher begin at the left of an ASCII text.
func (m *QuickMatcher) Start(q *QuickRegex, text string) { m.q, m.text, m.at = q, text, 0 }

// Next goes on to the next match and reports whether there is one. After the last
// Err tells if it was the end of the text.
func (m *QuickMatcher) Next() bool {
	if m.at > len(m.text) || !m.find(m.at) {
		return false
	}
	if m.at = m.spans[1]; m.spans[0] == m.at {
		m.at++
	}
	return true
}

// Err returns interrupt.ErrStopped if Ctrl-C ended the search, else nil.
func (m *QuickMatcher) Err() error { return m.err }

// Spans returns the begin and end of each group of the match, -1 for one that
// took no part; it is valid until the next one is looked for.
func (m *QuickMatcher) Spans() []int { return m.spans[:2*len(m.q.names)] }

func (m *QuickMatcher) push(c choice) {
	if m.depth < quickChoices {
		m.choices[m.depth] = c
	} else {
		m.more = append(m.more[:m.depth-quickChoices], c)
	}
	m.depth++
}

// top returns the latest choice.
func (m *QuickMatcher) top() *choice {
	if m.depth <= quickChoices {
		return &m.choices[m.depth-1]
	}
	return &m.more[m.depth-1-quickChoices]
}

// find looks for a match that begins at a position or after it.
func (m *QuickMatcher) find(from int) bool {
	first := m.q.first
	for at := from; at <= len(m.text); at++ {
		if m.q.anchored && at > 0 {
			return false
		}
		if first != nil {
			if at = m.candidate(at); at == len(m.text) {
				return false
			}
		}
		for i := range m.Spans() {
			m.spans[i] = -1
		}
		if end := m.run(at); end >= 0 {
			m.spans[0], m.spans[1] = at, end
			return true
		}
		if m.err != nil {
			return false
		}
	}
	return false
}

// candidate returns the first position from at on where a match can begin, or the
// end of the text.
func (m *QuickMatcher) candidate(at int) int {
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
func (m *QuickMatcher) run(pos int) int {
	m.depth = 0
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
			m.push(choice{choiceTry, int32(in.y), pos, 0})
			pc = in.x - 1
		case opSave:
			m.push(choice{choiceSlot, int32(in.x), m.spans[in.x], 0})
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
		if m.steps++; m.steps%stepsBetweenChecks == 0 {
			if m.err = interrupt.Stopped(); m.err != nil {
				return -1
			}
		}
	}
}

// step runs an instruction that looks at the text.
func (m *QuickMatcher) step(in *regexInst, pc, pos int) (int, bool) {
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
			m.push(choice{choiceLonger, int32(pc), end, in.max - in.min})
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

func (m *QuickMatcher) loop(in *regexInst, pc, pos int) (int, bool) {
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
		m.push(choice{choiceShorter, int32(pc), least, end})
	}
	return end, true
}

// back returns to the latest choice and takes its next way; pc is -1 if there
// is none.
func (m *QuickMatcher) back() (pc, pos int) {
	for m.depth > 0 {
		top := m.top()
		switch top.kind {
		case choiceTry:
			pc, pos = int(top.pc), top.pos
			m.depth--
			return pc, pos
		case choiceSlot:
			m.spans[top.pc] = top.pos
		case choiceShorter:
			if top.end = m.shorter(top); top.end >= top.pos {
				return int(top.pc) + 1, top.end
			}
		case choiceLonger:
			if top.end > 0 && top.pos < len(m.text) && m.q.prog[top.pc].set[m.text[top.pos]&127] {
				top.end--
				top.pos++
				return int(top.pc) + 1, top.pos
			}
		}
		m.depth--
	}
	return -1, 0
}

// shorter returns the next end to try for a loop that gives up characters: one
// less, or as many as bring it before the text that must follow. It is below
// the least end if there is none.
func (m *QuickMatcher) shorter(loop *choice) int {
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

func (m *QuickMatcher) boundary(pos int) bool {
	before := pos > 0 && wordSet[m.text[pos-1]&127]
	after := pos < len(m.text) && wordSet[m.text[pos]&127]
	return before != after
}
