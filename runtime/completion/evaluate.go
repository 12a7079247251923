package completion

import (
	"sort"
	"strings"

	"exolab/parser"
	"exolab/runtime"
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// evaluate reads the value of the expression between two places of the text if
// that can change nothing: variables, constants, and what properties, places
// and operators make of them, but no commands and no methods.
func (c *completer) evaluate(from, to int) (value.Value, bool) {
	text := c.text[from:to]
	tree, err := parser.Parse("", text)
	if err != nil || !isSafe(tree) {
		return value.Null, false
	}
	// The comma keeps a list from being taken apart.
	tree, err = parser.Parse("", ",("+text+")")
	if err != nil {
		return value.Null, false
	}
	ok := c.session.OK()
	defer c.session.SetOK(ok)
	var out runtime.Collector
	if err := c.session.InvokeBlock(runtime.NewScriptBlock(tree), runtime.Invocation{Scope: c.scope, Quiet: true, Out: &out}); err != nil || len(out.Items) != 1 {
		return value.Null, false
	}
	return out.Items[0], !out.Items[0].IsNull()
}

// isSafe reports whether a tree is one expression that can be evaluated without
// changing anything.
func isSafe(tree *parser.ScriptBlock) bool {
	if tree.Params != nil || tree.Begin != nil || tree.Process != nil || tree.End == nil || len(tree.End.Statements) != 1 {
		return false
	}
	safe := true
	parser.Walk(tree.End, func(n parser.Node) bool {
		switch n := n.(type) {
		case *parser.ScriptBlockExpression:
			return false
		case *parser.UnaryExpression:
			safe = safe && n.Operator != "++" && n.Operator != "--"
		case *parser.NamedBlock, *parser.StatementBlock, *parser.Pipeline, *parser.CommandExpression, *parser.BinaryExpression,
			*parser.TernaryExpression, *parser.ConvertExpression, *parser.StringConstant, *parser.NumberConstant, *parser.SubExpression,
			*parser.VariableExpression, *parser.TypeExpression, *parser.MemberExpression, *parser.IndexExpression, *parser.ArrayExpression,
			*parser.ArrayLiteral, *parser.Hashtable, *parser.ParenExpression, *parser.TypeConstraint:
		default:
			safe = false
		}
		return safe
	})
	return safe
}

// membersOfValue lists the members of a value that is at hand, by their kinds
// and then their names; the keys of a dictionary and the methods that
// collections have in PowerShell stand behind them.
func (c *completer) membersOfValue(v value.Value, prefix string) []Match {
	var members []*value.Member
	fits := pattern(prefix)
	seen := map[string]bool{}
	add := func(m *value.Member) {
		folded := value.Fold(m.Name)
		if !m.Hidden && !seen[folded] && fits(m.Name) && !strings.HasPrefix(m.Name, "get_") && !strings.HasPrefix(m.Name, "set_") {
			seen[folded] = true
			members = append(members, m)
		}
	}
	for _, m := range dotnet.Members(c.session.Env(), v) {
		add(m)
	}
	for _, m := range extraMembers(value.TypeOf(v)) {
		add(m)
	}
	sort.SliceStable(members, func(i, j int) bool {
		a, b := members[i], members[j]
		if kindRank[a.Kind] != kindRank[b.Kind] {
			return kindRank[a.Kind] < kindRank[b.Kind]
		}
		return value.Fold(a.Name) < value.Fold(b.Name)
	})
	matches := make([]Match, 0, len(members))
	for _, m := range members {
		matches = append(matches, memberMatch(m))
	}
	if d, ok := value.As[*value.Dict](v); ok {
		matches = append(matches, keyMatches(d, fits)...)
	}
	if isCollection(v) {
		matches = append(matches, extensionMatches(fits)...)
	}
	return matches
}

// kindRank is the order of PSMemberTypes.
var kindRank = map[value.MemberKind]int{value.AliasProperty: 1, value.CodeProperty: 2, value.Property: 4, value.NoteProperty: 8, value.ScriptProperty: 16,
	value.PropertySet: 32, value.DotNetMethod: 64, value.CodeMethod: 128, value.ScriptMethod: 256, value.ParameterizedProperty: 512, value.MemberSet: 1024}

func memberMatch(m *value.Member) Match {
	if isMethod(m) || m.Kind == value.ParameterizedProperty {
		return Match{Text: m.Name + "(", ListItem: m.Name, Kind: Method, ToolTip: m.Name}
	}
	return Match{Text: m.Name, ListItem: m.Name, Kind: Property, ToolTip: strings.TrimSpace(m.Type + " " + m.Name)}
}

func keyMatches(d *value.Dict, fits func(string) bool) []Match {
	var matches []Match
	for _, key := range d.Keys() {
		if key.Kind() == value.KindString && fits(key.Text()) {
			matches = append(matches, Match{Text: key.Text(), ListItem: key.Text(), Kind: Property, ToolTip: key.Text()})
		}
	}
	return matches
}

// extensionMethods are those that every collection has in PowerShell.
var extensionMethods = strings.Fields("Where ForEach PSWhere PSForEach")

func extensionMatches(fits func(string) bool) []Match {
	var matches []Match
	for _, name := range extensionMethods {
		if fits(name) {
			matches = append(matches, Match{Text: name + "(", ListItem: name, Kind: Method, ToolTip: name})
		}
	}
	return matches
}

// isCollection reports whether PowerShell enumerates a value.
func isCollection(v value.Value) bool {
	if _, ok := value.As[*value.Dict](v); ok {
		return false
	}
	_, ok := value.ListItems(v)
	return ok
}
