package completion

import (
	"slices"
	"strings"

	"exolab/parser"
	"exolab/runtime/value"
)

// textVariables lists the variables that the text gives a value before the
// cursor, in the order in which it does: by assignments, as parameters, as the
// variables of loops, and as arguments such as -OutVariable.
func (c *completer) textVariables() []named {
	var list []named
	seen := map[string]int{}
	for i := range c.tokens {
		if c.tokens[i].Start >= c.cursorStart() {
			break
		}
		n, ok := c.introduced(i)
		if !ok || c.hidden(i) || slices.Contains(specialVariables, n.name) {
			continue
		}
		if at, known := seen[value.Fold(n.name)]; known {
			if n.typ != "" {
				list[at].typ = n.typ
			}
			continue
		}
		seen[value.Fold(n.name)] = len(list)
		list = append(list, n)
	}
	return list
}

// cursorStart is where the token at the cursor begins.
func (c *completer) cursorStart() int {
	if c.at >= 0 {
		return c.tokens[c.at].Start
	}
	return c.cursor
}

// variableParameters are the parameters whose argument names a variable.
var variableParameters = strings.Fields("errorvariable ev warningvariable wv informationvariable iv outvariable ov pipelinevariable pv")

// introduced reports whether token i gives a variable a value.
func (c *completer) introduced(i int) (named, bool) {
	t := c.tokens[i]
	switch t.Kind {
	case parser.KindVariable:
		name := strings.Trim(t.Text[1:], "{}")
		if scope, rest, ok := strings.Cut(name, ":"); ok {
			if !slices.Contains(scopePrefixes, strings.ToUpper(scope[:1])+strings.ToLower(scope[1:])+":") {
				return named{}, false
			}
			name = rest
		}
		if c.kind(i+1) == parser.KindAssign || c.kind(i+1) == parser.KindRParen && c.kind(i+2) == parser.KindAssign && c.kind(i-1) == parser.KindLParen || c.declares(i) || c.loops(i) || c.inAssignedList(i) {
			return named{name: name, typ: c.constraintBefore(i)}, true
		}
	case parser.KindWord, parser.KindString:
		return c.introducedByWord(i)
	}
	return named{}, false
}

// introducedByWord is a variable that an argument of a command names.
func (c *completer) introducedByWord(i int) (named, bool) {
	name := strings.Trim(c.tokens[i].Text, `'"`)
	before := c.tokens[max(i-1, 0)]
	switch {
	case i > 0 && before.Kind == parser.KindParameter && slices.Contains(variableParameters, value.Fold(before.Text[1:])):
		if strings.HasPrefix(value.Fold(before.Text[1:]), "p") {
			return named{name: name}, c.samePipeline(i)
		}
		return named{name: strings.TrimPrefix(name, "+"), typ: "ArrayList"}, true
	case i > 0 && before.Kind == parser.KindRedirect && strings.HasPrefix(value.Fold(name), "variable:"):
		return named{name: name[len("variable:"):], typ: redirectedTypes[before.Text[0]]}, true
	case i > 0 && before.Kind == parser.KindKeyword && strings.EqualFold(before.Text, "data"):
		return named{name: name}, true
	}
	if e := c.enclosing(i); e != nil && e.command != nil && (e.command.Name == "Set-Variable" || e.command.Name == "New-Variable") {
		first := i == e.first+1 || i == e.first+2 && strings.EqualFold(c.tokens[i-1].Text, "-Name")
		return named{name: name}, first
	}
	return named{}, false
}

// redirectedTypes are the types of the records of the streams.
var redirectedTypes = map[byte]string{'2': "ErrorRecord", '3': "WarningRecord", '4': "VerboseRecord", '5': "DebugRecord", '6': "InformationRecord"}

// samePipeline reports whether the cursor stands in the pipeline of token i.
func (c *completer) samePipeline(i int) bool {
	depth := 0
	for k := i; k < len(c.tokens) && c.tokens[k].Start < c.cursorStart(); k++ {
		depth -= nesting(c.kind(k))
		if kind := c.kind(k); depth == 0 && (kind == parser.KindSemi || kind == parser.KindNewLine) {
			return false
		}
	}
	return true
}

// inAssignedList reports whether the variable at token i is one of several
// that are assigned at once: `$a, $b = 1, 2`.
func (c *completer) inAssignedList(i int) bool {
	for c.kind(i+1) == parser.KindComma {
		for i += 2; c.kind(i) == parser.KindLBracket || c.kind(i) == parser.KindType || c.kind(i) == parser.KindRBracket; i++ {
		}
		if c.kind(i) != parser.KindVariable {
			return false
		}
	}
	return c.kind(i+1) == parser.KindAssign
}

// loops reports whether the variable at token i is that of a foreach.
func (c *completer) loops(i int) bool {
	return c.kind(i-1) == parser.KindLParen && c.kind(i-2) == parser.KindKeyword && strings.EqualFold(c.tokens[i-2].Text, "foreach")
}

// constraintBefore is the name of the type that stands before the variable at
// token i, `[int]$x`.
func (c *completer) constraintBefore(i int) string {
	if t := c.constraint(i); t != nil {
		return shortTypeName(t)
	}
	return ""
}

// declares reports whether the variable at token i is the name of a parameter
// or of a property of a class.
func (c *completer) declares(i int) bool {
	open := c.outer(i)
	switch c.kind(open) {
	case parser.KindLParen:
		return c.opensParameters(open) && !c.behindAssign(i, open)
	case parser.KindLCurly:
		return c.opensClass(open) && !c.behindAssign(i, open)
	}
	return false
}

// opensParameters reports whether the parenthesis at token i holds parameters.
func (c *completer) opensParameters(i int) bool {
	word := func(k int, names ...string) bool {
		return c.kind(k) == parser.KindKeyword && slices.Contains(names, value.Fold(c.tokens[k].Text))
	}
	return word(i-1, "param") || word(i-2, "function", "filter")
}

// opensClass reports whether the brace at token i opens the body of a class.
func (c *completer) opensClass(i int) bool {
	for k := i - 1; k >= 0 && !endsElement(c.kind(k)) && nesting(c.kind(k)) == 0; k-- {
		if c.kind(k) == parser.KindKeyword {
			return strings.EqualFold(c.tokens[k].Text, "class")
		}
	}
	return false
}

// behindAssign reports whether token i is the value of what is declared: an
// equals sign stands before it in its part of the list that begins at open.
func (c *completer) behindAssign(i, open int) bool {
	depth := 0
	for k := i - 1; k > open; k-- {
		depth += nesting(c.kind(k))
		if depth != 0 {
			continue
		}
		switch c.kind(k) {
		case parser.KindAssign:
			return true
		case parser.KindComma, parser.KindSemi, parser.KindNewLine:
			return false
		}
	}
	return false
}

// hidden reports whether token i stands in a scope that the cursor cannot see:
// a function, or a block that is called.
func (c *completer) hidden(i int) bool {
	for open := c.outer(i); open >= 0; open = c.outer(open) {
		if c.kind(open) != parser.KindLCurly && c.kind(open) != parser.KindLParen || c.closesAfterCursor(open) {
			continue
		}
		if c.kind(open) == parser.KindLParen && !c.opensParameters(open) {
			continue
		}
		if c.kind(open-1) == parser.KindAmpersand || c.bodyOfFunction(open) {
			return true
		}
	}
	return false
}

// closesAfterCursor reports whether the bracket at token open is still open at
// the cursor.
func (c *completer) closesAfterCursor(open int) bool {
	depth := 0
	for k := open; k < len(c.tokens); k++ {
		if depth -= nesting(c.kind(k)); depth == 0 {
			return c.tokens[k].End > c.cursor
		}
	}
	return true
}

// bodyOfFunction reports whether the bracket at token i opens the body or the
// parameters of a function or a class.
func (c *completer) bodyOfFunction(i int) bool {
	k := i - 1
	if c.kind(k) == parser.KindRParen {
		k = c.indexAt(c.opening(k)) - 1
	}
	if c.kind(k-1) == parser.KindKeyword {
		switch value.Fold(c.tokens[k-1].Text) {
		case "function", "filter", "class":
			return true
		}
	}
	return false
}
