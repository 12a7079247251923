package completion

import (
	"slices"
	"strings"

	"exolab/parser"
	"exolab/runtime"
	"exolab/runtime/value"
)

// dashed completes a word that begins with a dash: a parameter or an operator.
func (c *completer) dashed(t token) (from, to int, matches []Match) {
	from, to = t.Start, t.End
	dash := dashLength(t.Text)
	if dash == 0 {
		return c.afterSpace()
	}
	if k := c.statementHead(c.at - 1); k >= 0 {
		return from, to, keywordFlags(c.tokens[k].Text, t.Text[dash:])
	}
	e := c.enclosing(c.before)
	if e == nil {
		if c.at == 0 || nesting(c.kind(c.before)) < 0 || endsElement(c.kind(c.before)) {
			return from, to, nil
		}
		return from, to, operators(t.Text[dash:])
	}
	if e.meta == nil {
		matches, _ = c.native(e, t.Text)
		return from, to, matches
	}
	name, _, colon := strings.Cut(t.Text[dash:], ":")
	if colon && c.cursor > from+dash+len(name) {
		return c.cursor, c.cursor, c.argument(e, c.parameter(e, name), "", true)
	}
	return from, to, c.parameters(e, name)
}

// statementHead is the keyword of a statement whose flags end with token i, -1
// if there is none.
func (c *completer) statementHead(i int) int {
	for c.kind(i) == parser.KindParameter {
		i--
	}
	if c.kind(i) != parser.KindKeyword {
		return -1
	}
	return i
}

func dashLength(text string) int {
	for _, dash := range []string{"-", "–", "—", "―"} {
		if strings.HasPrefix(text, dash) {
			return len(dash)
		}
	}
	return 0
}

// usage is what a command line already says.
type usage struct {
	bound map[*runtime.Param]bool
	// positional counts the arguments without a name before the cursor.
	positional int
	// texts are the plain words that stand as arguments.
	texts []string
	sets  map[string]bool
}

// usageOf reads the arguments of a command, leaving out the token at the
// cursor.
func (c *completer) usageOf(e *element) usage {
	u := usage{bound: map[*runtime.Param]bool{}}
	var waiting *runtime.Param
	depth := 0
	for i := e.first + 1; i <= e.end; i++ {
		t := c.tokens[i]
		depth -= nesting(t.Kind)
		switch {
		case i == c.at || depth > 0 || depth == 0 && nesting(t.Kind) > 0:
		case t.Kind == parser.KindParameter:
			name, _, colon := strings.Cut(t.Text[dashLength(t.Text):], ":")
			if p := c.parameter(e, name); p != nil {
				u.bound[p] = true
				waiting = nil
				if !p.Switch && !colon {
					waiting = p
				}
			}
		case t.Kind == parser.KindComma || c.kind(i-1) == parser.KindComma && i-1 != e.first:
		case t.Kind == parser.KindSplat:
		case waiting != nil:
			waiting = nil
		case t.Start < c.cursor && !c.sameList(i):
			u.positional++
			u.texts = append(u.texts, t.Text)
		}
	}
	u.narrow(e.meta)
	u.bindPositional(e.meta)
	if e.upstream >= 0 {
		u.bindPipeline(e.meta)
	}
	return u
}

// sameList reports whether the word at token i and the cursor are elements of
// one list, `a, b`.
func (c *completer) sameList(i int) bool {
	for c.kind(i+1) == parser.KindComma && i+1 <= c.before {
		if i+1 == c.before {
			return true
		}
		i += 2
	}
	return false
}

// narrow finds the parameter sets that the named parameters leave.
func (u *usage) narrow(m *runtime.Metadata) {
	u.sets = map[string]bool{}
	for _, p := range m.Params {
		for _, set := range p.Sets {
			u.sets[set.Name] = true
		}
	}
	for p := range u.bound {
		if inAllSets(p) {
			continue
		}
		for name := range u.sets {
			if name != runtime.AllSets && placeIn(p, name) == nil {
				delete(u.sets, name)
			}
		}
	}
}

func inAllSets(p *runtime.Param) bool {
	return len(p.Sets) == 0 || placeIn(p, runtime.AllSets) != nil
}

func placeIn(p *runtime.Param, set string) *runtime.ParamSet {
	for i := range p.Sets {
		if p.Sets[i].Name == set {
			return &p.Sets[i]
		}
	}
	return nil
}

// available reports whether a parameter belongs to a set that is still open.
func (u *usage) available(p *runtime.Param) bool {
	if inAllSets(p) {
		return true
	}
	for _, set := range p.Sets {
		if u.sets[set.Name] {
			return true
		}
	}
	return false
}

// positions are the places of a parameter in the open sets.
func (u *usage) hasPosition(p *runtime.Param, position int) bool {
	for _, set := range p.Sets {
		if set.Position == position && (set.Name == runtime.AllSets || u.sets[set.Name]) {
			return true
		}
	}
	return false
}

// bindPositional marks the parameters that the plain arguments take.
func (u *usage) bindPositional(m *runtime.Metadata) {
	position := 0
	for range u.texts {
		for position <= len(m.Params) {
			list := u.atPosition(m, position)
			position++
			if len(list) > 0 {
				for _, p := range list {
					u.bound[p] = true
				}
				break
			}
		}
	}
}

// atPosition lists the free parameters at a position.
func (u *usage) atPosition(m *runtime.Metadata, position int) []*runtime.Param {
	var list []*runtime.Param
	for _, p := range m.Params {
		if !u.bound[p] && u.available(p) && u.hasPosition(p, position) {
			list = append(list, p)
		}
	}
	return list
}

func (u *usage) bindPipeline(m *runtime.Metadata) {
	for _, p := range m.Params {
		for _, set := range p.Sets {
			if set.Pipeline && !u.bound[p] && (set.Name == runtime.AllSets || u.sets[set.Name]) && p.Name == "InputObject" {
				u.bound[p] = true
			}
		}
	}
}

// next are the parameters that the next plain argument may go to: those at the
// closest position, the one of the default set first, or those that take what
// is left.
func (u *usage) next(m *runtime.Metadata) []*runtime.Param {
	for position := 0; position <= len(m.Params); position++ {
		list := u.atPosition(m, position)
		if len(list) == 0 {
			continue
		}
		slices.SortStableFunc(list, func(a, b *runtime.Param) int {
			return inSet(b, m.DefaultSet, position) - inSet(a, m.DefaultSet, position)
		})
		return list
	}
	var rest []*runtime.Param
	for _, p := range m.Params {
		if u.available(p) && slices.ContainsFunc(p.Sets, func(s runtime.ParamSet) bool { return s.Remaining }) {
			rest = append(rest, p)
		}
	}
	return rest
}

// inSet is 1 for a parameter that stands at a position in a set, else 0.
func inSet(p *runtime.Param, set string, position int) int {
	for _, s := range p.Sets {
		if s.Name == set && s.Position == position {
			return 1
		}
	}
	return 0
}

// parameter finds a parameter by its name, an alias or an unambiguous prefix.
func (c *completer) parameter(e *element, name string) *runtime.Param {
	if e.meta == nil {
		return nil
	}
	folded := value.Fold(name)
	var found *runtime.Param
	for _, p := range e.meta.Params {
		if value.Fold(p.Name) == folded {
			return p
		}
		for _, alias := range p.Aliases {
			if value.Fold(alias) == folded {
				return p
			}
		}
		if found == nil && strings.HasPrefix(value.Fold(p.Name), folded) {
			found = p
		}
	}
	return found
}

// parameters completes the name of a parameter.
func (c *completer) parameters(e *element, prefix string) []Match {
	u := c.usageOf(e)
	folded := value.Fold(prefix)
	var own, shouldProcess, common []Match
	for _, p := range e.meta.Params {
		if u.bound[p] || p.DontShow || !u.available(p) {
			continue
		}
		name := p.Name
		if !strings.HasPrefix(value.Fold(name), folded) {
			if name = matchingAlias(p, folded); name == "" {
				continue
			}
		}
		m := Match{Text: "-" + name, ListItem: name, Kind: ParameterName, ToolTip: parameterToolTip(p)}
		switch {
		case p.Name == "WhatIf" || p.Name == "Confirm":
			shouldProcess = append(shouldProcess, m)
		case p.Common:
			common = append(common, m)
		default:
			own = append(own, m)
		}
	}
	return append(append(own, shouldProcess...), common...)
}

// parameterToolTip is the type and the name of a parameter, with the message
// that its declaration has.
func parameterToolTip(p *runtime.Param) string {
	text := "[" + shortTypeName(p.Type) + "] " + p.Name
	for _, set := range p.Sets {
		if set.HelpMessage != "" {
			return text + " - " + set.HelpMessage
		}
	}
	return text
}

func matchingAlias(p *runtime.Param, folded string) string {
	for _, alias := range p.Aliases {
		if strings.HasPrefix(value.Fold(alias), folded) {
			return alias
		}
	}
	return ""
}
