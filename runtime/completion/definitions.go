package completion

import (
	"strings"

	"exolab/parser"
	"exolab/runtime"
	"exolab/runtime/value"
)

// lookupType finds a type as seen from the cursor.
func (c *completer) lookupType(name string) (*value.Type, bool) {
	return c.session.LookupTypeIn(c.scope, name)
}

// defineFromText makes the functions, classes and enums that the text defines
// known in a scope below the session's, so that it keeps nothing of them. What
// the cursor stands in is unfinished and left out, as are classes with static
// members: those would run code.
func (c *completer) defineFromText() {
	var source strings.Builder
	for i := 0; i < len(c.tokens); i++ {
		if !c.startsDefinition(i) {
			continue
		}
		end := c.definitionEnd(i)
		if end < 0 {
			continue
		}
		from, to := c.tokens[i].Start, c.tokens[end].End
		if (c.cursor <= from || c.cursor > to) && c.harmless(i, end) {
			source.WriteString(c.text[from:to] + "\n")
		}
		i = end
	}
	if source.Len() == 0 {
		return
	}
	tree, err := parser.Parse("", source.String())
	if err != nil {
		return
	}
	c.scope = runtime.NewScope(c.scope)
	_ = c.session.InvokeBlock(runtime.NewScriptBlock(tree), runtime.Invocation{Scope: c.scope, Quiet: true, Out: &runtime.Collector{}})
}

// startsDefinition reports whether token i is the word that begins a
// definition.
func (c *completer) startsDefinition(i int) bool {
	if c.kind(i) != parser.KindKeyword {
		return false
	}
	switch value.Fold(c.tokens[i].Text) {
	case "function", "filter", "class", "enum":
		return true
	}
	return false
}

// definitionEnd is the brace that ends the definition which begins with token
// i, -1 if it is not finished.
func (c *completer) definitionEnd(i int) int {
	depth := 0
	for k := i + 1; k < len(c.tokens); k++ {
		depth -= nesting(c.kind(k))
		if depth == 0 && c.kind(k) == parser.KindRCurly {
			return k
		}
		if depth == 0 && c.kind(k) == parser.KindSemi {
			return -1
		}
	}
	return -1
}

func (c *completer) harmless(from, to int) bool {
	for _, t := range c.tokens[from:to] {
		if strings.EqualFold(t.Text, "static") {
			return false
		}
	}
	return true
}
