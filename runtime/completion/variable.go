package completion

import (
	"os"
	"strings"

	"exolab/parser"
	"exolab/runtime/value"
)

// specialVariables exist in some places only; they are offered behind those
// that the session has.
var specialVariables = strings.Fields("_ args input Matches PSBoundParameters PSCmdlet PSItem Sender switch this VerboseHelpErrors")

// variables completes `$name`, `${name}` or `@name`.
func (c *completer) variables(word string) []Match {
	sigil, name := word[:1], word[1:]
	braced := strings.HasPrefix(name, "{")
	name = strings.TrimSuffix(strings.TrimPrefix(name, "{"), "}")
	scope := ""
	if i := strings.IndexByte(name, ':'); i >= 0 {
		scope, name = name[:i+1], name[i+1:]
	}
	var matches []Match
	fits := pattern(name)
	for _, found := range c.variableNames(scope) {
		if !fits(found) {
			continue
		}
		text := sigil + scope + found
		if braced || sigil == "$" && needsBraces(found) {
			text = sigil + "{" + scope + found + "}"
		}
		matches = append(matches, Match{Text: text, ListItem: found, Kind: Variable, ToolTip: text})
	}
	if scope == "" && !braced {
		for _, drive := range drives {
			if name != "" && fits(drive) {
				matches = append(matches, Match{Text: sigil + drive + ":", ListItem: drive, Kind: Variable, ToolTip: drive})
			}
		}
	}
	return matches
}

// drives are those that a variable's name may begin with.
var drives = strings.Fields("Alias Env Function Temp Variable")

func needsBraces(name string) bool {
	if name == "?" {
		return false
	}
	for _, r := range name {
		if r != '_' && !('0' <= r && r <= '9') && !('a' <= r && r <= 'z') && !('A' <= r && r <= 'Z') && r < 0x80 {
			return true
		}
	}
	return name == ""
}

// variableNames lists the variables of a scope prefix, "" for all.
func (c *completer) variableNames(scope string) []string {
	switch value.Fold(scope) {
	case "", "global:", "script:", "local:", "private:", "using:", "variable:":
	case "env:":
		return environmentNames()
	default:
		return nil
	}
	names, seen := []string{}, map[string]bool{}
	add := func(name string) {
		if folded := value.Fold(name); !seen[folded] {
			seen[folded] = true
			names = append(names, name)
		}
	}
	for s := c.scope; s != nil; s = s.Parent() {
		for _, v := range s.Variables() {
			add(v.Name)
		}
	}
	if scope == "" {
		for i, t := range c.tokens {
			if t.Kind == parser.KindVariable && i != c.at && c.introduces(i) {
				add(strings.Trim(t.Text[1:], "{}"))
			}
		}
	}
	if scope == "" {
		for _, name := range []string{"foreach", "PSCommandPath", "PSScriptRoot"} {
			add(name)
		}
	}
	sortFolded(names)
	if scope == "" {
		for _, name := range specialVariables {
			add(name)
		}
	}
	return names
}

// introduces reports whether a variable is assigned, declared as a parameter
// or the variable of a loop at token i.
func (c *completer) introduces(i int) bool {
	return !strings.Contains(c.tokens[i].Text, ":") && (c.kind(i+1) == parser.KindAssign || c.kind(i-1) == parser.KindLParen ||
		c.kind(i-1) == parser.KindComma || c.kind(i-1) == parser.KindRBracket)
}

func environmentNames() []string {
	var names []string
	for _, pair := range os.Environ() {
		name, _, _ := strings.Cut(pair, "=")
		names = append(names, name)
	}
	sortFolded(names)
	return names
}
