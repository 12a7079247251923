package netfmt

import (
	"sync/atomic"

	"github.com/dlclark/regexp2"
)

// QuickRegex matches a pattern of common constructs against ASCII text, many
// times faster than the general engine. It tries alternatives in the order in
// which .NET does, so that the first match and its captures are the same;
// patterns for which that is not evident (backreferences, look-around,
// repeated groups that may be empty, options other than IgnoreCase) have none.
type QuickRegex struct {
	prog []regexInst
	// first holds the characters a match can begin with; nil: any position.
	first *asciiSet
	// lead is the only such character, 0 if there are several.
	lead byte
	// anchored patterns match at the beginning of the text only.
	anchored bool
	// names are the groups' names by number; "0" is the whole match.
	names []string
	// last is the replacement taken apart last.
	last atomic.Pointer[replaceTemplate]
}

// asciiSet is a set of ASCII characters.
type asciiSet [128]bool

type regexOp uint8

const (
	opMatch    regexOp = iota
	opText             // the characters of text
	opSet              // one character of set
	opLoop             // min to max characters of set, as many as possible
	opLazyLoop         // min to max characters of set, as few as possible
	opSplit            // go on at x, or else at y
	opJump             // go on at x
	opSave             // note the position in slot x
	opStart            // \A or ^
	opEnd              // \z
	opEndLine          // $ or \Z: the end, or before a final line feed
	opBoundary         // \b
	opInside           // \B
)

// regexInst is one instruction of a compiled pattern.
type regexInst struct {
	op       regexOp
	text     string
	set      *asciiSet
	min, max int
	x, y     int
	fold     bool
}

// quickRegex compiles a pattern that the general engine accepts; nil if it
// needs the general engine.
func quickRegex(pattern string, options regexp2.RegexOptions) *QuickRegex {
	if options&^regexp2.IgnoreCase != 0 || !IsASCII(pattern) {
		return nil
	}
	p := quickParser{pattern: pattern, fold: options&regexp2.IgnoreCase != 0}
	root := p.alternatives()
	if p.failed || p.pos < len(pattern) || root.nested(false) {
		return nil
	}
	c := quickCompiler{fold: p.fold, numbers: p.numbers()}
	c.node(root)
	c.emit(regexInst{op: opMatch})
	if len(c.prog) > maxQuickProgram || len(p.groups) >= maxQuickGroups {
		return nil
	}
	q := &QuickRegex{prog: c.prog, names: p.names(), anchored: c.prog[0].op == opStart}
	if set, nullable := root.first(p.fold); !nullable {
		q.first, q.lead = &set, set.only()
	}
	return q
}

// nested reports whether a repetition repeats something of varying length:
// such patterns can backtrack without end, and only the general engine has a
// time limit. within is set inside a repetition.
func (n *regexNode) nested(within bool) bool {
	if n.body != nil {
		repeats := n.group == 0 && n.min != n.max
		return within && repeats || n.body.nested(within || repeats)
	}
	for _, part := range n.sequence {
		if part.nested(within) {
			return true
		}
	}
	for _, way := range n.choice {
		if way.nested(within) || within && len(n.choice) > 1 {
			return true
		}
	}
	return false
}

// maxQuickProgram bounds what counted repetitions may expand to.
const maxQuickProgram = 2000

// Names returns the groups' names by number; "0" is the whole match.
func (q *QuickRegex) Names() []string { return q.names }

// Matches reports whether there is a match in an ASCII text. The error is
// interrupt.ErrStopped.
func (q *QuickRegex) Matches(text string) (bool, error) {
	var m QuickMatcher
	m.Start(q, text)
	return m.Next(), m.Err()
}
