package completion

import (
	"path/filepath"
	"slices"
	"strings"

	"exolab/runtime"
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// Completers are the blocks that scripts register as completers of arguments:
// by "command:parameter" or ":parameter", folded.
type Completers map[string]*runtime.ScriptBlock

// completersKey is the key of the completers among a session's services.
type completersKey struct{}

// RegisteredCompleters are those of a session.
func RegisteredCompleters(s *runtime.Session) Completers {
	registered, _ := s.Services[completersKey{}].(Completers)
	if registered == nil {
		registered = Completers{}
		s.Services[completersKey{}] = registered
	}
	return registered
}

// Add registers a block for a parameter of a command; "" stands for every
// command.
func (r Completers) Add(command, parameter string, block *runtime.ScriptBlock) {
	r[value.Fold(command+":"+parameter)] = block
}

// AddNative registers a block for the arguments of a program.
func (r Completers) AddNative(command string, block *runtime.ScriptBlock) {
	r[nativeKey(command)] = block
}

// nativeKey cannot be that of a parameter: their names have no space.
func nativeKey(command string) string { return "native " + value.Fold(command) }

// native completes an argument of something that is no command of PowerShell.
func (c *completer) native(e *element, word string) ([]Match, bool) {
	name := c.tokens[e.first].Text
	registered := RegisteredCompleters(c.session)
	block := registered[nativeKey(strings.TrimSuffix(filepath.Base(name), filepath.Ext(name)))]
	if block == nil {
		block = registered[nativeKey("")]
	}
	if block == nil {
		return nil, false
	}
	text := c.text[c.tokens[e.first].Start:c.tokens[max(e.end, e.first)].End]
	all := c.ask(block, value.Str(word), value.Str(text), value.Int(c.cursor))
	some := slices.DeleteFunc(slices.Clone(all), func(m Match) bool { return m.Text == "" })
	// A single null or empty text says that there is nothing; no answer, and
	// several empty ones, leave the rest to the names of files.
	return some, len(some) > 0 || len(all) == 1
}

func (r Completers) find(command, parameter string) *runtime.ScriptBlock {
	if block := r[value.Fold(command+":"+parameter)]; block != nil {
		return block
	}
	return r[value.Fold(":"+parameter)]
}

// completerOf asks the completer that a script registered, that a parameter
// declares, or that its command has.
func (c *completer) completerOf(e *element, p *runtime.Param, word, quote string) ([]Match, bool) {
	block := RegisteredCompleters(c.session).find(e.command.Name, p.Name)
	if block == nil {
		block = p.Completer
	}
	if block != nil {
		return c.askBlock(block, e, p, quote+word), true
	}
	if len(p.Completions) > 0 {
		return words(p.Completions, quote+word, ParameterValue), true
	}
	if e.command.Complete == nil {
		return nil, false
	}
	list, known := e.command.Complete(c.session, p.Name, word)
	return texts(list, quote, ParameterValue), known
}

// askBlock runs a completer with what the command line says so far.
func (c *completer) askBlock(block *runtime.ScriptBlock, e *element, p *runtime.Param, word string) []Match {
	bound := value.NewHashtable()
	for _, q := range e.meta.Params {
		if list := c.boundTexts(e, q.Name); len(list) == 1 && q != p {
			bound.Set(value.Str(q.Name), value.Str(list[0]))
		} else if len(list) > 1 && q != p {
			bound.Set(value.Str(q.Name), value.Strings(list...))
		}
	}
	return c.ask(block, value.Str(e.command.Name), value.Str(p.Name), value.Str(word), value.Null, value.Obj(bound))
}

// ask runs a completer.
func (c *completer) ask(block *runtime.ScriptBlock, args ...value.Value) []Match {
	var out runtime.Collector
	if err := c.session.InvokeBlock(block, runtime.Invocation{NewScope: true, Scope: runtime.NewScope(c.scope), Out: &out, Args: args}); err != nil {
		return nil
	}
	var matches []Match
	for _, v := range out.Items {
		matches = append(matches, c.fromScript(v))
	}
	return matches
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
