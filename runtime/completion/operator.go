package completion

import (
	"sort"
	"strings"

	"exolab/runtime/value"
)

// comparisons have a case-sensitive (c) and an insensitive (i) form.
var comparisons = strings.Fields("contains eq ge gt in le like lt match ne notcontains notin notlike notmatch replace split")

var plainOperators = strings.Fields("and as band bnot bor bxor f is isnot join not or shl shr xor")

// operators completes an operator behind an expression.
func operators(prefix string) []Match {
	names := append([]string(nil), plainOperators...)
	for _, name := range comparisons {
		names = append(names, name, "c"+name, "i"+name)
	}
	sort.Strings(names)
	return dashedNames(names, prefix)
}

func dashedNames(names []string, prefix string) []Match {
	var matches []Match
	for _, name := range names {
		if strings.HasPrefix(value.Fold(name), value.Fold(prefix)) {
			matches = append(matches, Match{Text: "-" + name, ListItem: name, Kind: ParameterName, ToolTip: name})
		}
	}
	return matches
}

// keywordFlags completes the flags of a statement.
func keywordFlags(keyword, prefix string) []Match {
	if !strings.EqualFold(keyword, "switch") {
		return nil
	}
	return dashedNames(strings.Fields("CaseSensitive Exact File Parallel Regex Wildcard"), prefix)
}
