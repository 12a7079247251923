package text

import (
	"strings"

	"github.com/dlclark/regexp2"

	"exolab/runtime/dotnet"
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// compile returns the engine's form of an expression.
func compile(r *value.Regex) (*regexp2.Regexp, error) {
	re, err := netfmt.CompileRegex(r.Pattern, regexp2.RegexOptions(r.Options))
	return re, dotnet.Error(err)
}

// regexOf is a pattern and an optional RegexOptions argument.
func regexOf(pattern value.Value, options ...value.Value) *value.Regex {
	r := &value.Regex{Pattern: pattern.Text()}
	for _, o := range options {
		if o.Kind() == value.KindEnum {
			r.Options = int(o.Int64())
		}
	}
	return r
}

func loadRegex(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	re := dotnet.Of[*value.Regex]
	b.Get("System.Text.RegularExpressions.RegexOptions Options", func(v value.Value) value.Value {
		return value.Enum(dotnet.MustType("System.Text.RegularExpressions.RegexOptions"), int64(re(v).Options))
	})
	b.Get("bool RightToLeft", func(v value.Value) value.Value { return value.Bool(re(v).Options&64 != 0) })
	b.Get("timespan MatchTimeout", func(value.Value) value.Value { return value.Span(-dotnet.TicksPerMillisecond) })
	b.Method("string ToString()", dotnet.Give(func(c *value.Call) value.Value { return value.Str(re(c.This).Pattern) }))
	b.Method("string[] GetGroupNames()", func(c *value.Call) (value.Value, error) {
		compiled, err := compile(re(c.This))
		if err != nil {
			return value.Null, err
		}
		return value.Strings(compiled.GetGroupNames()...), nil
	})
	instance := func(sig string, f func(r *value.Regex, c *value.Call) (value.Value, error)) {
		b.Method(sig, func(c *value.Call) (value.Value, error) { return f(re(c.This), c) })
	}
	instance("bool IsMatch(string input)", regexIsMatch(0))
	instance("bool IsMatch(string input, int startat)", regexIsMatch(0))
	instance("System.Text.RegularExpressions.Match Match(string input)", regexMatch(0))
	instance("System.Text.RegularExpressions.Match Match(string input, int startat)", regexMatch(0))
	instance("System.Text.RegularExpressions.MatchCollection Matches(string input)", regexMatches(0))
	instance("string Replace(string input, string replacement)", regexReplace(0, 1))
	instance("string Replace(string input, string replacement, int count)", regexReplace(0, 1))
	instance("string Replace(string input, System.Text.RegularExpressions.MatchEvaluator evaluator)", regexReplace(0, 1))
	instance("string Replace(string input, System.Text.RegularExpressions.MatchEvaluator evaluator, int count)", regexReplace(0, 1))
	instance("string[] Split(string input)", regexSplit(0))
	instance("string[] Split(string input, int count)", regexSplit(0))
	instance("int Count(string input)", regexCount(0))
	loadRegexStatics(b)
	b.Constructor("(string pattern)", newRegex)
	b.Constructor("(string pattern, System.Text.RegularExpressions.RegexOptions options)", newRegex)
}

func newRegex(c *value.Call) (value.Value, error) {
	r := regexOf(c.Args[0], c.Args[1:]...)
	if _, err := compile(r); err != nil {
		return value.Null, err
	}
	return value.Obj(r), nil
}

func loadRegexStatics(b dotnet.Rows) {
	const options = "System.Text.RegularExpressions.RegexOptions options"
	static := func(returns, name, more string, f func(r *value.Regex, c *value.Call) (value.Value, error)) {
		run := func(c *value.Call) (value.Value, error) { return f(regexOf(c.Args[1], c.Args[2:]...), c) }
		b.Static(returns+" "+name+"(string input, string pattern"+more+")", run)
		b.Static(returns+" "+name+"(string input, string pattern"+more+", "+options+")", run)
	}
	static("bool", "IsMatch", "", regexIsMatch(0))
	static("System.Text.RegularExpressions.Match", "Match", "", regexMatch(0))
	static("System.Text.RegularExpressions.MatchCollection", "Matches", "", regexMatches(0))
	static("string", "Replace", ", string replacement", regexReplace(0, 2))
	static("string", "Replace", ", System.Text.RegularExpressions.MatchEvaluator evaluator", regexReplace(0, 2))
	static("string[]", "Split", "", regexSplit(0))
	static("int", "Count", "", regexCount(0))
	b.Static("string Escape(string str)", dotnet.Give(func(c *value.Call) value.Value { return value.Str(EscapeRegex(dotnet.TextArg(c, 0))) }))
	b.Static("string Unescape(string str)", func(c *value.Call) (value.Value, error) {
		s, err := regexp2.Unescape(dotnet.TextArg(c, 0))
		if err != nil {
			return value.Null, dotnet.Throw(dotnet.ExArgument, "Unrecognized escape sequence.")
		}
		return value.Str(s), nil
	})
}

// EscapeRegex is Regex.Escape.
func EscapeRegex(s string) string {
	var out strings.Builder
	for _, r := range s {
		switch r {
		case '\n':
			out.WriteString(`\n`)
		case '\r':
			out.WriteString(`\r`)
		case '\t':
			out.WriteString(`\t`)
		case '\f':
			out.WriteString(`\f`)
		case '\\', '*', '+', '?', '|', '{', '[', '(', ')', '^', '$', '.', '#', ' ':
			out.WriteByte('\\')
			fallthrough
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}

type regexFunc = func(r *value.Regex, c *value.Call) (value.Value, error)

// withMatches runs f with the matches of the input argument.
func withMatches(input int, f func(s string, re *regexp2.Regexp, c *value.Call) (value.Value, error)) regexFunc {
	return func(r *value.Regex, c *value.Call) (value.Value, error) {
		re, err := compile(r)
		if err != nil {
			return value.Null, err
		}
		return f(dotnet.TextArg(c, input), re, c)
	}
}

// startAt is the optional start position of an instance method.
func startAt(c *value.Call, input int) int {
	if len(c.Args) > input+1 && c.Args[input+1].Kind() == value.KindInt32 {
		return dotnet.IntArg(c, input+1)
	}
	return 0
}

func regexIsMatch(input int) regexFunc {
	return withMatches(input, func(s string, re *regexp2.Regexp, c *value.Call) (value.Value, error) {
		m, err := re.FindStringMatchStartingAt(s, startAt(c, input))
		return value.Bool(m != nil), dotnet.Error(err)
	})
}

func regexMatch(input int) regexFunc {
	return withMatches(input, func(s string, re *regexp2.Regexp, c *value.Call) (value.Value, error) {
		m, err := re.FindStringMatchStartingAt(s, startAt(c, input))
		if err != nil {
			return value.Null, dotnet.Error(err)
		}
		return value.Obj(newMatch(s, re, m)), nil
	})
}

func allMatches(s string, re *regexp2.Regexp) ([]*regexp2.Match, error) {
	var out []*regexp2.Match
	m, err := re.FindStringMatch(s)
	for m != nil && err == nil {
		out = append(out, m)
		m, err = re.FindNextMatch(m)
	}
	return out, dotnet.Error(err)
}

func regexMatches(input int) regexFunc {
	return withMatches(input, func(s string, re *regexp2.Regexp, _ *value.Call) (value.Value, error) {
		found, err := allMatches(s, re)
		if err != nil {
			return value.Null, err
		}
		list := &value.Sequence{T: typeMatchCollection, ReadOnly: true}
		for _, m := range found {
			list.Items = append(list.Items, value.Obj(newMatch(s, re, m)))
		}
		return value.Obj(list), nil
	})
}

func regexCount(input int) regexFunc {
	return withMatches(input, func(s string, re *regexp2.Regexp, _ *value.Call) (value.Value, error) {
		found, err := allMatches(s, re)
		return value.Int(len(found)), err
	})
}

func regexReplace(input, replacement int) regexFunc {
	return withMatches(input, func(s string, re *regexp2.Regexp, c *value.Call) (value.Value, error) {
		count := -1
		if len(c.Args) > replacement+1 && c.Args[replacement+1].Kind() == value.KindInt32 {
			count = dotnet.IntArg(c, replacement+1)
		}
		f := dotnet.Invoker(c.Args[replacement])
		if f == nil {
			out, err := re.Replace(s, dotnet.TextArg(c, replacement), -1, count)
			return value.Str(out), dotnet.Error(err)
		}
		var failed error
		out, err := re.ReplaceFunc(s, func(m regexp2.Match) string {
			if failed != nil {
				return ""
			}
			v, err := f.Invoke(c.Env, value.Obj(newMatch(s, re, &m)))
			failed = err
			return dotnet.ToText(c.Env, v)
		}, -1, count)
		if failed != nil {
			return value.Null, failed
		}
		return value.Str(out), dotnet.Error(err)
	})
}

// regexSplit cuts at the matches; what groups captured goes between.
func regexSplit(input int) regexFunc {
	return withMatches(input, func(s string, re *regexp2.Regexp, c *value.Call) (value.Value, error) {
		found, err := allMatches(s, re)
		if err != nil {
			return value.Null, err
		}
		limit := startAt(c, input)
		runes := []rune(s)
		var out []string
		at := 0
		for i, m := range found {
			if limit > 0 && i >= limit-1 {
				break
			}
			out = append(out, string(runes[at:m.Index]))
			for _, g := range m.Groups()[1:] {
				if len(g.Captures) > 0 {
					out = append(out, g.String())
				}
			}
			at = m.Index + m.Length
		}
		return value.Strings(append(out, string(runes[at:]))...), nil
	})
}
