package completion

import (
	"sort"
	"strings"

	"exolab/parser"
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// Namespace is the kind of a namespace behind `using namespace`.
const Namespace Kind = "Namespace"

// usingWord completes the word behind using, or the name behind `using
// namespace`.
func (c *completer) usingWord(word string) ([]Match, bool) {
	if c.afterUsing() {
		return words(usingKinds, word, Keyword), true
	}
	keyword := c.before - 1
	if c.before < 1 || c.kind(keyword) != parser.KindKeyword || !strings.EqualFold(c.tokens[keyword].Text, "using") {
		return nil, false
	}
	if strings.EqualFold(c.tokens[c.before].Text, "namespace") {
		return namespaces(word), true
	}
	return nil, false
}

// namespaces lists the namespaces of the known types that begin with a word
// and have as many parts as it.
func namespaces(word string) []Match {
	parts := strings.Count(word, ".") + 1
	seen := map[string]bool{}
	var list []string
	for _, name := range dotnet.KnownTypeNames() {
		names := strings.Split(name, ".")
		if len(names) <= parts {
			continue
		}
		space := strings.Join(names[:parts], ".")
		if !seen[space] && strings.HasPrefix(value.Fold(space), value.Fold(word)) {
			seen[space] = true
			list = append(list, space)
		}
	}
	sort.Strings(list)
	matches := make([]Match, len(list))
	for i, space := range list {
		matches[i] = Match{Text: space, ListItem: space[strings.LastIndexByte(space, '.')+1:], Kind: Namespace, ToolTip: "Namespace " + space}
	}
	return matches
}
