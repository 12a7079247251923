package netfmt

import (
	"math"
	"strconv"
	"strings"
)

// quickCompiler turns the parts of a pattern into instructions.
type quickCompiler struct {
	prog    []regexInst
	fold    bool
	numbers []int
}

func (c *quickCompiler) emit(in regexInst) int {
	if len(c.prog) <= maxQuickProgram {
		c.prog = append(c.prog, in)
	}
	return len(c.prog) - 1
}

func (c *quickCompiler) node(n *regexNode) {
	switch {
	case len(c.prog) > maxQuickProgram:
	case n.sequence != nil:
		c.concatenation(n.sequence)
	case n.choice != nil:
		c.alternation(n.choice)
	case n.body != nil && n.group > 0:
		slot := c.numbers[n.group] * 2
		c.emit(regexInst{op: opSave, x: slot})
		c.node(n.body)
		c.emit(regexInst{op: opSave, x: slot + 1})
	case n.body != nil:
		c.repetition(n)
	case n.op == opText:
		c.emit(c.textOf(n.text))
	default:
		c.emit(regexInst{op: n.op, set: n.set})
	}
}

func (c *quickCompiler) textOf(text string) regexInst {
	if c.fold {
		text = strings.ToLower(text)
	}
	return regexInst{op: opText, text: text, fold: c.fold}
}

// concatenation joins neighbouring characters into one text.
func (c *quickCompiler) concatenation(parts []*regexNode) {
	for i := 0; i < len(parts); i++ {
		if parts[i].op != opText || parts[i].text == "" {
			c.node(parts[i])
			continue
		}
		text := ""
		for ; i < len(parts) && parts[i].op == opText; i++ {
			text += parts[i].text
		}
		i--
		c.emit(c.textOf(text))
	}
}

func (c *quickCompiler) alternation(ways []*regexNode) {
	var ends []int
	for i, way := range ways {
		if i == len(ways)-1 {
			c.node(way)
			break
		}
		split := c.emit(regexInst{op: opSplit})
		c.node(way)
		ends = append(ends, c.emit(regexInst{op: opJump}))
		c.prog[split].x, c.prog[split].y = split+1, len(c.prog)
	}
	for _, end := range ends {
		c.prog[end].x = len(c.prog)
	}
}

func (c *quickCompiler) repetition(n *regexNode) {
	if set := n.body.single(c.fold); set != nil {
		op := opLoop
		if n.lazy {
			op = opLazyLoop
		}
		c.emit(regexInst{op: op, set: set, min: n.min, max: n.max})
		return
	}
	for range n.min {
		c.node(n.body)
	}
	if n.max == math.MaxInt {
		split := c.emit(regexInst{op: opSplit})
		c.node(n.body)
		c.emit(regexInst{op: opJump, x: split})
		c.ways(split, n.lazy)
		return
	}
	var splits []int
	for range n.max - n.min {
		if len(c.prog) > maxQuickProgram {
			return
		}
		splits = append(splits, c.emit(regexInst{op: opSplit}))
		c.node(n.body)
	}
	for _, split := range splits {
		c.ways(split, n.lazy)
	}
}

// ways lets a split enter the body behind it or leave to the end.
func (c *quickCompiler) ways(split int, lazy bool) {
	in := &c.prog[split]
	in.x, in.y = split+1, len(c.prog)
	if lazy {
		in.x, in.y = in.y, in.x
	}
}

// single returns the set of a node that matches exactly one character.
func (n *regexNode) single(fold bool) *asciiSet {
	switch {
	case len(n.sequence) == 1:
		return n.sequence[0].single(fold)
	case n.sequence != nil || n.choice != nil || n.body != nil:
		return nil
	case n.op == opSet:
		return n.set
	case n.op == opText && len(n.text) == 1:
		set := setOf(func(c byte) bool { return c == n.text[0] })
		if fold {
			set = set.folded()
		}
		return set
	}
	return nil
}

// first returns the characters with which a match of the node can begin;
// nullable means that it can match without taking a character.
func (n *regexNode) first(fold bool) (set asciiSet, nullable bool) {
	switch {
	case n.sequence != nil:
		for _, part := range n.sequence {
			of, empty := part.first(fold)
			if set.add(&of); !empty {
				return set, false
			}
		}
		return set, true
	case n.choice != nil:
		for _, way := range n.choice {
			of, empty := way.first(fold)
			set.add(&of)
			nullable = nullable || empty
		}
		return set, nullable
	case n.body != nil:
		set, nullable = n.body.first(fold)
		return set, nullable || n.group == 0 && n.min == 0
	}
	if one := n.single(fold); one != nil {
		return *one, false
	}
	return set, true
}

func (s *asciiSet) add(other *asciiSet) {
	for i, in := range other {
		s[i] = s[i] || in
	}
}

// only returns the character of a set of one, else 0.
func (s *asciiSet) only() (c byte) {
	for i, in := range s {
		if in && c != 0 {
			return 0
		}
		if in {
			c = byte(i)
		}
	}
	return c
}

// numbers maps groups in order of appearance to .NET's numbers: those without
// a name come first.
func (p *quickParser) numbers() []int {
	numbers := make([]int, len(p.groups)+1)
	next := 1
	for _, named := range [...]bool{false, true} {
		for i, name := range p.groups {
			if (name != "") == named {
				numbers[i+1] = next
				next++
			}
		}
	}
	return numbers
}

// names are the groups' names by number.
func (p *quickParser) names() []string {
	names := make([]string, len(p.groups)+1)
	for i, number := range p.numbers() {
		names[number] = strconv.Itoa(number)
		if i > 0 && p.groups[i-1] != "" {
			names[number] = p.groups[i-1]
		}
	}
	return names
}
