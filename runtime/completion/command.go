package completion

import (
	"slices"
	"strings"
	"unicode"

	"exolab/parser"
	"exolab/runtime"
	"exolab/runtime/value"
)

// commandNames lists the names of commands that match, sorted.
func (c *completer) commandNames(word string) []string {
	module, name, qualified := strings.Cut(word, "\\")
	if !qualified {
		name = word
	}
	matches := pattern(name)
	seen := map[string]string{}
	add := func(cmd *runtime.Command) {
		folded := value.Fold(cmd.Name)
		switch {
		case qualified && !strings.EqualFold(cmd.Module, module):
		case matches(cmd.Name) || !qualified && abbreviates(name, cmd.Name):
			seen[folded] = cmd.Name
		}
	}
	for scope := c.scope; scope != nil; scope = scope.Parent() {
		for _, cmd := range scope.Functions() {
			add(cmd)
		}
		for _, cmd := range scope.Aliases() {
			add(cmd)
		}
	}
	if c.session.Commands != nil {
		for _, cmd := range c.session.Commands.All() {
			add(cmd)
		}
	}
	names := make([]string, 0, len(seen))
	for _, name := range seen {
		if qualified {
			name = module + "\\" + name
		}
		names = append(names, name)
	}
	sortFolded(names)
	return names
}

// sortFolded sorts names without regard to case.
func sortFolded(names []string) {
	folded := make(map[string]string, len(names))
	for _, name := range names {
		folded[name] = value.Fold(name)
	}
	slices.SortFunc(names, func(a, b string) int { return strings.Compare(folded[a], folded[b]) })
}

// abbreviates reports whether a word such as s-ual is made of the capitals of
// a command's name.
func abbreviates(word, name string) bool {
	verb, noun, ok := strings.Cut(word, "-")
	if !ok || verb == "" || noun == "" || !strings.Contains(name, "-") {
		return false
	}
	capitals := strings.Map(func(r rune) rune {
		if r == '-' || unicode.IsUpper(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, name)
	return capitals == strings.ToLower(word)
}

// commandName completes the word in the place of a command.
func (c *completer) commandName(word string) []Match {
	if isPath(word) {
		return c.paths(word, pathOptions{callable: true})
	}
	return append(c.paths(word, pathOptions{callable: true}), commandMatches(c.commandNames(word), "")...)
}

func commandMatches(names []string, quote string) []Match {
	matches := make([]Match, len(names))
	for i, name := range names {
		short := name[strings.LastIndexByte(name, '\\')+1:]
		matches[i] = Match{Text: quote + name + quote, ListItem: short, Kind: Command, ToolTip: name}
	}
	return matches
}

// element is the command that the cursor stands in.
type element struct {
	// first and last are the range of its tokens up to the cursor, the
	// command's name being first; end is the last of all.
	first, last, end int
	command          *runtime.Command
	meta             *runtime.Metadata
	// upstream is the token before the pipe, -1 for a first element.
	upstream int
}

// enclosing finds the command around token i, which itself is not its name.
func (c *completer) enclosing(i int) *element {
	e := &element{last: i, upstream: -1, first: -1}
	depth := 0
	for k := i; k >= 0; k-- {
		t := c.tokens[k]
		depth += nesting(t.Kind)
		if depth < 0 {
			break
		}
		if depth > 0 {
			continue
		}
		if t.Kind == parser.KindPipe {
			e.upstream = k - 1
		}
		if endsElement(t.Kind) || e.first >= 0 && c.kind(e.first) == parser.KindCommand && !calls(t.Kind) {
			break
		}
		e.first = k
	}
	for e.first >= 0 && e.first < len(c.tokens) && (c.kind(e.first) == parser.KindAmpersand || c.kind(e.first) == parser.KindDot) {
		e.first++
	}
	if e.first < 0 || e.first > i || c.kind(e.first) != parser.KindCommand && c.kind(e.first) != parser.KindWord {
		return nil
	}
	e.end = c.endOf(e.first)
	e.command, e.meta = c.lookup(c.tokens[e.first].Text)
	return e
}

// calls reports whether a token may stand before the name of a command that it
// calls; a command's name behind anything else begins a statement.
func calls(k parser.TokenKind) bool { return k == parser.KindAmpersand || k == parser.KindDot }

func endsElement(k parser.TokenKind) bool {
	return slices.Contains([]parser.TokenKind{parser.KindPipe, parser.KindSemi, parser.KindNewLine, parser.KindAndAnd,
		parser.KindOrOr, parser.KindAssign}, k)
}

// endOf is the last token of the command that begins at token i.
func (c *completer) endOf(i int) int {
	depth := 0
	for ; i < len(c.tokens); i++ {
		depth -= nesting(c.kind(i))
		if depth < 0 || depth == 0 && endsElement(c.kind(i)) {
			return i - 1
		}
	}
	return len(c.tokens) - 1
}

// lookup finds a command through its aliases, with its parameters.
func (c *completer) lookup(name string) (*runtime.Command, *runtime.Metadata) {
	cmd, err := c.session.FindCommand(c.scope, name)
	for range 10 {
		if err != nil || cmd == nil {
			return nil, nil
		}
		if cmd.Kind != runtime.AliasCommand {
			break
		}
		cmd, err = c.session.FindCommand(c.scope, cmd.Target)
	}
	if cmd.Metadata == nil {
		return cmd, nil
	}
	return cmd, cmd.Metadata()
}
