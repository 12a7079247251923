package netfmt

import (
	"math"
	"slices"
	"strings"
)

// regexNode is a part of a pattern: exactly one of the forms.
type regexNode struct {
	op   regexOp // opText, opSet, or an anchor
	text string
	set  *asciiSet
	// sequence and choice are the parts of a concatenation and an alternation.
	sequence, choice []*regexNode
	// body is repeated min to max times, or captured as group (from 1, in order
	// of appearance) if that is not 0.
	body     *regexNode
	min, max int
	lazy     bool
	group    int
}

// quickParser reads the patterns that quickRegex supports and gives up on
// everything else; the general engine has accepted the pattern before.
type quickParser struct {
	pattern string
	pos     int
	fold    bool
	failed  bool
	// groups are the names in order of appearance, "" for a group without one.
	groups []string
}

var wordSet, digitSet, spaceSet, dotSet = setOf(isWordASCII), setOf(isDigit), setOf(isSpaceASCII), setOf(func(c byte) bool { return c != '\n' })

func isWordASCII(c byte) bool {
	return c == '_' || isDigit(c) || 'a' <= lowerASCII(c) && lowerASCII(c) <= 'z'
}

func isSpaceASCII(c byte) bool { return c == ' ' || '\t' <= c && c <= '\r' }

func setOf(has func(c byte) bool) *asciiSet {
	var s asciiSet
	for i := range s {
		s[i] = has(byte(i))
	}
	return &s
}

func (s *asciiSet) inverse() *asciiSet { return setOf(func(c byte) bool { return !s[c] }) }

// folded adds the other case of each letter.
func (s *asciiSet) folded() *asciiSet {
	return setOf(func(c byte) bool { return s[c] || isLetterASCII(c) && s[c^0x20] })
}

func isLetterASCII(c byte) bool { return 'a' <= lowerASCII(c) && lowerASCII(c) <= 'z' }

func (p *quickParser) fail() *regexNode {
	p.failed = true
	p.pos = len(p.pattern)
	return &regexNode{}
}

func (p *quickParser) peek() byte {
	if p.pos < len(p.pattern) {
		return p.pattern[p.pos]
	}
	return 0
}

func (p *quickParser) eat(text string) bool {
	if !strings.HasPrefix(p.pattern[p.pos:], text) {
		return false
	}
	p.pos += len(text)
	return true
}

func (p *quickParser) alternatives() *regexNode {
	n := &regexNode{choice: []*regexNode{p.concatenation()}}
	for p.eat("|") {
		n.choice = append(n.choice, p.concatenation())
	}
	if len(n.choice) == 1 {
		return n.choice[0]
	}
	return n
}

func (p *quickParser) concatenation() *regexNode {
	n := &regexNode{sequence: []*regexNode{}}
	for p.pos < len(p.pattern) && p.peek() != '|' && p.peek() != ')' {
		n.sequence = append(n.sequence, p.quantified(p.atom()))
	}
	return n
}

func (p *quickParser) atom() *regexNode {
	c := p.peek()
	p.pos++
	switch c {
	case '.':
		return &regexNode{op: opSet, set: dotSet}
	case '^':
		return &regexNode{op: opStart}
	case '$':
		return &regexNode{op: opEndLine}
	case '(':
		return p.parenthesis()
	case '[':
		return p.class()
	case '\\':
		return p.escape()
	case '*', '+', '?':
		return p.fail()
	}
	return &regexNode{op: opText, text: string(c)}
}

func (p *quickParser) parenthesis() *regexNode {
	group := 0
	if !p.eat("?:") {
		name := ""
		if p.eat("?<") {
			end := strings.IndexByte(p.pattern[p.pos:], '>')
			if end < 1 || !isLetterASCII(p.peek()) || strings.IndexFunc(p.pattern[p.pos:p.pos+end], notWord) >= 0 {
				return p.fail()
			}
			name = p.pattern[p.pos : p.pos+end]
			if slices.Contains(p.groups, name) {
				return p.fail()
			}
			p.pos += end + 1
		} else if p.peek() == '?' {
			return p.fail()
		}
		p.groups = append(p.groups, name)
		group = len(p.groups)
	}
	body := p.alternatives()
	if !p.eat(")") {
		return p.fail()
	}
	if group == 0 {
		return body
	}
	return &regexNode{body: body, group: group}
}

func notWord(r rune) bool { return !isWordASCII(byte(r)) }

var escapedSets = map[byte]*asciiSet{'d': digitSet, 'D': digitSet.inverse(), 'w': wordSet, 'W': wordSet.inverse(), 's': spaceSet, 'S': spaceSet.inverse()}

var escapedAnchors = map[byte]regexOp{'A': opStart, 'z': opEnd, 'Z': opEndLine, 'b': opBoundary, 'B': opInside}

const escapedControls = "t\tn\nr\rf\fv\ve\x1ba\a"

func (p *quickParser) escape() *regexNode {
	c := p.peek()
	if set := escapedSets[c]; set != nil {
		p.pos++
		return &regexNode{op: opSet, set: set}
	}
	if op, ok := escapedAnchors[c]; ok {
		p.pos++
		return &regexNode{op: op}
	}
	c, ok := p.escapedChar()
	if !ok {
		return p.fail()
	}
	return &regexNode{op: opText, text: string(c)}
}

// escapedChar reads the character after a backslash that stands for one.
func (p *quickParser) escapedChar() (byte, bool) {
	c := p.peek()
	p.pos++
	if at := strings.IndexByte(escapedControls, c); isLetterASCII(c) && at >= 0 {
		return escapedControls[at+1], true
	}
	return c, c != 0 && !isWordASCII(c)
}

// class reads a character class after its bracket.
func (p *quickParser) class() *regexNode {
	var set asciiSet
	negated := p.eat("^")
	for begin := true; begin || p.peek() != ']'; begin = false {
		if p.pos >= len(p.pattern) || p.peek() == '[' || strings.HasPrefix(p.pattern[p.pos:], "-[") {
			return p.fail()
		}
		if p.peek() == '\\' && p.pos+1 < len(p.pattern) && escapedSets[p.pattern[p.pos+1]] != nil {
			for c, in := range escapedSets[p.pattern[p.pos+1]] {
				set[c] = set[c] || in
			}
			if p.pos += 2; p.peek() == '-' {
				return p.fail()
			}
			continue
		}
		low, ok := p.classChar()
		high := low
		if ok && p.peek() == '-' && p.pos+1 < len(p.pattern) && p.pattern[p.pos+1] != ']' {
			p.pos++
			high, ok = p.classChar()
		}
		if !ok || high < low {
			return p.fail()
		}
		for c := int(low); c <= int(high); c++ {
			set[c] = true
		}
	}
	p.pos++
	return p.setNode(&set, negated)
}

func (p *quickParser) setNode(set *asciiSet, negated bool) *regexNode {
	if p.fold {
		set = set.folded()
	}
	if negated {
		set = set.inverse()
	}
	return &regexNode{op: opSet, set: set}
}

func (p *quickParser) classChar() (byte, bool) {
	if p.eat("\\") {
		return p.escapedChar()
	}
	c := p.peek()
	p.pos++
	return c, c != 0 && c != '['
}

// quantified reads the quantifier after an atom, if there is one.
func (p *quickParser) quantified(n *regexNode) *regexNode {
	low, high := 1, 1
	switch p.peek() {
	case '*':
		low, high = 0, math.MaxInt
	case '+':
		high = math.MaxInt
	case '?':
		low = 0
	case '{':
		end := strings.IndexByte(p.pattern[p.pos:], '}')
		var ok bool
		if low, high, ok = counts(p.pattern[p.pos+1 : p.pos+max(end, 1)]); !ok {
			return n
		}
		p.pos += end
	default:
		return n
	}
	p.pos++
	lazy := p.eat("?")
	if strings.IndexByte("*+?{", p.peek()) >= 0 && p.peek() != 0 {
		return p.fail()
	}
	if _, nullable := n.first(false); nullable {
		return p.fail()
	}
	return &regexNode{body: n, min: low, max: high, lazy: lazy}
}

// counts reads "n", "n," or "n,m".
func counts(text string) (low, high int, ok bool) {
	from, to, ranged := strings.Cut(text, ",")
	low, ok = smallNumber(from)
	high = low
	if ok && ranged {
		if high = math.MaxInt; to != "" {
			high, ok = smallNumber(to)
		}
	}
	return low, high, ok && low <= high
}

func smallNumber(text string) (n int, ok bool) {
	for i := range len(text) {
		if !isDigit(text[i]) || len(text) > 6 {
			return 0, false
		}
		n = n*10 + int(text[i]-'0')
	}
	return n, text != ""
}
