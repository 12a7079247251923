package completion

import (
	"slices"
	"strconv"
	"strings"

	"exolab/parser"
)

// History is the kind of a line of the history.
const History Kind = "History"

var historyComment = regex(`^#([\p{L}\p{N}_-]*)$`)

// comment completes a comment: `#text` to lines of the history, `#requires` to
// what can be required, `<# .KEYWORD` to the words of comment-based help.
func (c *completer) comment(t token) (from, to int, matches []Match) {
	text := c.text[t.Start:t.End]
	switch {
	case strings.HasPrefix(text, "<#"):
		return c.commentHelp(t)
	case len(text) >= len(requires) && strings.EqualFold(text[:len(requires)], requires):
		return c.requires()
	}
	if m := historyComment().FindStringSubmatch(text); m != nil {
		return t.Start, t.End, c.historyLines(m[1])
	}
	return t.Start, t.End, nil
}

// historyLines are the lines of the history that hold a word, the newest
// first; or the line of that number.
func (c *completer) historyLines(word string) []Match {
	var list []string
	if id, err := strconv.ParseInt(word, 10, 64); err == nil {
		if entry := c.session.HistoryByID(id); entry != nil {
			list = append(list, entry.Line)
		}
	} else {
		for _, entry := range c.session.History() {
			if strings.Contains(strings.ToLower(entry.Line), strings.ToLower(word)) {
				list = append(list, entry.Line)
			}
		}
		slices.Reverse(list)
	}
	return words(list, "", History)
}

const requires = "#requires "

var (
	requiresParameters  = strings.Fields("Modules PSEdition RunAsAdministrator Version")
	editions            = strings.Fields("Core Desktop")
	specificationKeys   = strings.Fields("GUID MaximumVersion ModuleName ModuleVersion RequiredVersion")
	requiresParameter   = regex(`\s+-([A-Za-z]+|$)`)
	requiresValue       = regex(`(?:\s+|[,;{"'=])([\p{L}\p{N}_]+|$)`)
	specificationKey    = regex(`(?:@\{|;)\s*(?:'|"|\w*)\w*`)
	specificationPrefix = "@{;\"' "
)

// requires completes a #requires line.
func (c *completer) requires() (from, to int, matches []Match) {
	line, before := c.cursorLine()
	lower := strings.ToLower(before)
	list := requiresParameter().FindAllStringSubmatchIndex(before, -1)
	if strings.Contains(lower, " -runasadministrator") || len(list) == 0 {
		return c.cursor, c.cursor, nil
	}
	last := list[len(list)-1]
	parameter := before[last[2]:last[3]]
	if last[3] == len(before) {
		left := slices.DeleteFunc(slices.Clone(requiresParameters), func(name string) bool {
			return strings.Contains(strings.ToLower(line), " -"+strings.ToLower(name))
		})
		return c.cursor - len(parameter), c.cursor, words(left, parameter, ParameterName)
	}
	word := ""
	if list := requiresValue().FindAllStringSubmatch(before, -1); len(list) > 0 {
		word = list[len(list)-1][1]
	}
	switch strings.ToLower(parameter) {
	case "psedition":
		matches = words(editions, word, ParameterValue)
	case "modules":
		open := strings.LastIndex(before, "@{")
		if open < 0 || strings.LastIndexByte(before, '}') > open {
			matches = c.modules(word, "")
			break
		}
		matches = c.specification(before[open:], word)
	}
	return c.cursor - len(word), c.cursor, matches
}

// specification completes a module specification: a key, or the name of a
// module.
func (c *completer) specification(text, word string) []Match {
	left := slices.Clone(specificationKeys)
	without := func(names ...string) {
		left = slices.DeleteFunc(left, func(key string) bool {
			return slices.ContainsFunc(names, func(name string) bool { return strings.EqualFold(key, name) })
		})
	}
	name, keys := false, specificationKey().FindAllStringIndex(text, -1)
	for _, at := range keys {
		key := strings.TrimLeft(text[at[0]:at[1]], specificationPrefix)
		if key == "" {
			continue
		}
		left = slices.DeleteFunc(left, func(k string) bool { return k == key })
		name = false
		switch strings.ToLower(key) {
		case "modulename":
			name = true
		case "moduleversion", "maximumversion":
			without("RequiredVersion")
		case "requiredversion":
			without("ModuleVersion", "MaximumVersion")
		}
	}
	switch {
	case keys[len(keys)-1][1] == len(text):
		return words(left, word, ParameterValue)
	case name:
		return c.modules(word, "")
	}
	return nil
}

// cursorLine is the line that the cursor stands in, and its part up to the
// cursor.
func (c *completer) cursorLine() (line, before string) {
	from := strings.LastIndexByte(c.text[:c.cursor], '\n') + 1
	to := len(c.text)
	if i := strings.IndexByte(c.text[c.cursor:], '\n'); i >= 0 {
		to = c.cursor + i
	}
	return strings.TrimSuffix(c.text[from:to], "\r"), c.text[from:c.cursor]
}

var (
	helpKeywords = strings.Fields(`COMPONENT DESCRIPTION EXAMPLE EXTERNALHELP FORWARDHELPCATEGORY FORWARDHELPTARGETNAME FUNCTIONALITY
		INPUTS LINK NOTES OUTPUTS PARAMETER REMOTEHELPRUNSPACE ROLE SYNOPSIS`)
	repeatedKeywords = strings.Fields("EXAMPLE LINK PARAMETER")
	helpCategories   = strings.Fields("Alias All Cmdlet ExternalScript FAQ Filter Function General Glossary HelpFile Provider ScriptCommand")
	helpKeyword      = regex(`(?m)^\s*\.(\w*)`)
	helpArgument     = regex(`^\s*\.\w+\s+(\S(?:.*\S)?)`)
	helpParameter    = regex(`(?mi)^\s*\.parameter\s+(\w(?:.*\S)?)`)
)

// commentHelp completes a keyword of comment-based help, or what stands behind
// one.
func (c *completer) commentHelp(t token) (from, to int, matches []Match) {
	text, here := c.text[t.Start:t.End], c.cursor-t.Start
	used := helpKeyword().FindAllStringSubmatchIndex(text, -1)
	current := -1
	for i, at := range used {
		if at[2] <= here {
			current = i
		}
	}
	if current < 0 {
		return t.Start, t.End, nil
	}
	at := used[current]
	keyword := strings.ToUpper(text[at[2]:at[3]])
	if here <= at[3] {
		left := slices.DeleteFunc(slices.Clone(helpKeywords), func(name string) bool {
			return !slices.Contains(repeatedKeywords, name) && slices.ContainsFunc(used, func(other []int) bool {
				return other[2] != at[2] && strings.EqualFold(text[other[2]:other[3]], name)
			})
		})
		return t.Start + at[2], t.Start + at[3], words(left, keyword, Keyword)
	}
	line, before := c.cursorLine()
	from, word := c.cursor, ""
	if m := helpArgument().FindStringSubmatchIndex(line); m != nil {
		from, word = c.cursor-len(before)+m[2], line[m[2]:m[3]]
	}
	return from, from + len(word), c.helpValue(t, keyword, word)
}

// helpValue completes what stands behind a keyword of comment-based help.
func (c *completer) helpValue(t token, keyword, word string) []Match {
	switch keyword {
	case "PARAMETER":
		left := c.documented(t)
		for _, m := range helpParameter().FindAllStringSubmatch(c.text[t.Start:t.End], -1) {
			if !strings.EqualFold(m[1], word) {
				left = slices.DeleteFunc(left, func(name string) bool { return strings.EqualFold(name, m[1]) })
			}
		}
		return words(left, word, Text)
	case "FORWARDHELPTARGETNAME":
		return commandMatches(c.commandNames(word), "")
	case "FORWARDHELPCATEGORY":
		return words(helpCategories, word, Text)
	case "REMOTEHELPRUNSPACE":
		matches := c.variables("$" + word)
		for i := range matches {
			matches[i].Text = matches[i].ListItem
		}
		return matches
	case "EXTERNALHELP":
		return c.paths(word, pathOptions{extensions: []string{".xml"}})
	}
	return nil
}

// helpDistance is how many lines below its help a function may begin.
const helpDistance = 2

// documented lists the parameters of what a comment documents: the function
// that follows at once, else the one that it stands in, else the script.
func (c *completer) documented(t token) []string {
	i := c.indexAt(t.Start)
	next := i + 1
	for c.kind(next) == parser.KindNewLine || c.kind(next) == parser.KindComment {
		next++
	}
	if c.isFunction(next) && strings.Count(c.text[t.End:c.tokens[next].Start], "\n") <= helpDistance {
		return c.parametersOf(next + 2)
	}
	for open := c.outer(i); open >= 0; open = c.outer(open) {
		if c.bodyOfFunction(open) {
			head := open
			for !c.isFunction(head) {
				head--
			}
			return c.parametersOf(head + 2)
		}
	}
	return c.parametersOf(0)
}

func (c *completer) isFunction(i int) bool {
	return c.kind(i) == parser.KindKeyword && (strings.EqualFold(c.tokens[i].Text, "function") || strings.EqualFold(c.tokens[i].Text, "filter"))
}

// parametersOf lists the parameters that are declared from token i on: between
// parentheses behind a name, or by the param block of the body.
func (c *completer) parametersOf(i int) []string {
	if c.kind(i) == parser.KindLCurly {
		i++
	}
	if c.kind(i) != parser.KindLParen {
		i = c.paramBlock(i)
	}
	var names []string
	expected := true
	for depth := 0; i < len(c.tokens); i++ {
		t := c.tokens[i]
		if depth -= nesting(t.Kind); depth <= 0 {
			break
		}
		if depth > 1 {
			continue
		}
		switch t.Kind {
		case parser.KindComma:
			expected = true
		case parser.KindVariable:
			if expected {
				names = append(names, t.Text[1:])
			}
			expected = false
		}
	}
	return names
}

// paramBlock is the parenthesis of the param block that stands in the same
// block as token i, behind the last token if there is none.
func (c *completer) paramBlock(i int) int {
	for depth := 0; depth >= 0 && i < len(c.tokens); i++ {
		depth -= nesting(c.kind(i))
		if depth == 0 && c.kind(i) == parser.KindKeyword && strings.EqualFold(c.tokens[i].Text, "param") {
			return i + 1
		}
	}
	return len(c.tokens)
}
