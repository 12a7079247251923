package completion

import (
	"exolab/runtime"
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// completerOf asks the completer that a parameter declares.
func (c *completer) completerOf(p *runtime.Param, word string) ([]Match, bool) {
	if len(p.Completions) > 0 {
		return words(p.Completions, word, ParameterValue), true
	}
	if p.Completer == nil {
		return nil, false
	}
	var out runtime.Collector
	err := c.session.InvokeBlock(p.Completer, runtime.Invocation{NewScope: true, Scope: runtime.NewScope(c.scope), Out: &out,
		Args: []value.Value{value.Str(""), value.Str(p.Name), value.Str(word), value.Null, value.Obj(value.NewHashtable())}})
	if err != nil {
		return nil, true
	}
	var matches []Match
	for _, v := range out.Items {
		matches = append(matches, c.fromScript(v))
	}
	return matches, true
}

// fromScript reads what a completer returned: a text or a CompletionResult.
func (c *completer) fromScript(v value.Value) Match {
	read := func(name string) string {
		got, found, err := dotnet.Property(c.session.Env(), v, dotnet.NameOf(name))
		if !found || err != nil {
			return ""
		}
		return value.ToString(c.session.Env(), got)
	}
	if text := read("CompletionText"); text != "" {
		return Match{Text: text, ListItem: read("ListItemText"), Kind: Kind(read("ResultType")), ToolTip: read("ToolTip")}
	}
	text := value.ToString(c.session.Env(), v)
	return Match{Text: text, ListItem: text, Kind: Text, ToolTip: text}
}
