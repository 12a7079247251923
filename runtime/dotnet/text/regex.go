package text

import (
	"math"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/dlclark/regexp2"

	"exolab/runtime/dotnet"
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// compile returns the engine's form of an expression.
func compile(r *value.Regex) (netfmt.Regex, error) {
	re, err := netfmt.LoadRegex(r.Pattern, regexp2.RegexOptions(r.Options))
	re.Limit = r.MatchTimeout
	return re, dotnet.Error(err)
}

// infiniteTimeout is Regex.InfiniteMatchTimeout in ticks.
const infiniteTimeout = -dotnet.TicksPerMillisecond

// regexOf is a pattern and optional arguments for RegexOptions and the match
// timeout.
func regexOf(pattern value.Value, more ...value.Value) (*value.Regex, error) {
	r := &value.Regex{Pattern: pattern.Text()}
	for _, a := range more {
		switch a.Kind() {
		case value.KindEnum:
			r.Options = int(a.Int64())
		case value.KindTimeSpan:
			ticks := a.Ticks()
			if ticks == infiniteTimeout {
				break
			}
			if ticks <= 0 || ticks > math.MaxInt32*dotnet.TicksPerMillisecond {
				return nil, dotnet.ThrowParam(dotnet.ExArgumentRange, "matchTimeout", "Specified argument was out of the range of valid values.")
			}
			r.MatchTimeout = time.Duration(ticks) * 100
		}
	}
	return r, nil
}

func loadRegex(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	re := dotnet.Of[*value.Regex]
	b.Get("System.Text.RegularExpressions.RegexOptions Options", func(v value.Value) value.Value {
		return value.Enum(dotnet.MustType("System.Text.RegularExpressions.RegexOptions"), int64(re(v).Options))
	})
	b.Get("bool RightToLeft", func(v value.Value) value.Value { return value.Bool(re(v).Options&64 != 0) })
	b.Get("timespan MatchTimeout", func(v value.Value) value.Value {
		if limit := re(v).MatchTimeout; limit > 0 {
			return value.Span(int64(limit / 100))
		}
		return value.Span(infiniteTimeout)
	})
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
	instance("string[] Split(string input, int count, int startat)", regexSplit(0))
	loadRegexParts(instance)
	instance("int Count(string input)", regexCount(0))
	instance("System.Text.RegularExpressions.MatchCollection Matches(string input, int startat)", regexMatches(0))
	loadRegexGroups(b)
	loadRegexStatics(b)
	b.Constructor("(string pattern, System.Text.RegularExpressions.RegexOptions options, timespan matchTimeout)", newRegex)
	b.Constructor("(string pattern)", newRegex)
	b.Constructor("(string pattern, System.Text.RegularExpressions.RegexOptions options)", newRegex)
}

func newRegex(c *value.Call) (value.Value, error) {
	r, err := regexOf(c.Args[0], c.Args[1:]...)
	if err == nil {
		_, err = compile(r)
	}
	if err != nil {
		return value.Null, err
	}
	return value.Obj(r), nil
}

func loadRegexStatics(b dotnet.Rows) {
	const options = "System.Text.RegularExpressions.RegexOptions options"
	static := func(returns, name, more string, f func(r *value.Regex, c *value.Call) (value.Value, error)) {
		run := func(c *value.Call) (value.Value, error) {
			r, err := regexOf(c.Args[1], c.Args[2:]...)
			if err != nil {
				return value.Null, err
			}
			return f(r, c)
		}
		b.Static(returns+" "+name+"(string input, string pattern"+more+")", run)
		b.Static(returns+" "+name+"(string input, string pattern"+more+", "+options+")", run)
		b.Static(returns+" "+name+"(string input, string pattern"+more+", "+options+", timespan matchTimeout)", run)
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

// onInput runs f with the compiled expression and the text of the input argument.
func onInput(input int, f func(s string, re netfmt.Regex, c *value.Call) (value.Value, error)) regexFunc {
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

// characterAt turns a position of .NET, which is one of UTF-16, into the number
// of the character.
func characterAt(s string, unit int) (int, error) {
	if unit < 0 || unit > UTF16Length(s) {
		return 0, dotnet.ThrowParam(dotnet.ExArgumentRange, "startat", "Start index cannot be less than 0 or greater than input length.")
	}
	return utf8.RuneCountInString(s[:byteOffsets(s)(unit)]), nil
}

// matchFrom finds the first match from a position on.
func matchFrom(s string, re netfmt.Regex, from int) (*regexp2.Match, error) {
	if from == 0 && re.RightToLeft() {
		return re.MatchText(s, -1)
	}
	at, err := characterAt(s, from)
	if err != nil {
		return nil, err
	}
	return re.MatchText(s, at)
}

// eachMatch calls visit for the matches from a position on until it returns
// false.
func eachMatch(s string, re netfmt.Regex, from int, visit func(m *Match) bool) error {
	if re.Quick != nil && from == 0 && ascii(s) {
		var m netfmt.QuickMatcher
		for m.Start(re.Quick, s); m.Next() && visit(newQuickMatch(s, re, m.Spans())); {
			if err := value.CheckMemory(); err != nil {
				return err
			}
		}
		return m.Err()
	}
	m, err := matchFrom(s, re, from)
	for m != nil && err == nil && visit(newMatch(s, re, m)) {
		if m, err = re.FindNextMatch(m); err == nil {
			err = value.CheckMemory()
		}
	}
	return dotnet.Error(err)
}

func regexIsMatch(input int) regexFunc {
	return onInput(input, func(s string, re netfmt.Regex, c *value.Call) (value.Value, error) {
		from := startAt(c, input)
		if re.Quick != nil && from == 0 && ascii(s) {
			found, err := re.Quick.Matches(s)
			return value.Bool(found), err
		}
		m, err := matchFrom(s, re, from)
		return value.Bool(m != nil), dotnet.Error(err)
	})
}

func regexMatch(input int) regexFunc {
	return onInput(input, func(s string, re netfmt.Regex, c *value.Call) (value.Value, error) {
		var first *Match
		err := eachMatch(s, re, startAt(c, input), func(m *Match) bool {
			first = m
			return false
		})
		if first == nil {
			first = newMatch(s, re, nil)
		}
		return value.Obj(first), err
	})
}

func regexMatches(input int) regexFunc {
	return onInput(input, func(s string, re netfmt.Regex, c *value.Call) (value.Value, error) {
		list := &value.Sequence{T: typeMatchCollection, ReadOnly: true}
		err := eachMatch(s, re, startAt(c, input), func(m *Match) bool {
			list.Append(value.Obj(m))
			return true
		})
		return value.Obj(list), err
	})
}

func regexCount(input int) regexFunc {
	return onInput(input, func(s string, re netfmt.Regex, _ *value.Call) (value.Value, error) {
		n := 0
		err := eachMatch(s, re, 0, func(*Match) bool { n++; return true })
		return value.Int(n), err
	})
}

func regexReplace(input, replacement int) regexFunc {
	return onInput(input, func(s string, re netfmt.Regex, c *value.Call) (value.Value, error) {
		count := -1
		if len(c.Args) > replacement+1 && c.Args[replacement+1].Kind() == value.KindInt32 {
			count = dotnet.IntArg(c, replacement+1)
		}
		if f := dotnet.Invoker(c.Args[replacement]); f != nil {
			return replaceByEvaluator(s, re, f, count, c)
		}
		with := dotnet.TextArg(c, replacement)
		if re.Quick != nil && count < 0 && ascii(s) {
			if out, ok, err := re.Quick.Replace(s, with); ok || err != nil {
				return value.Str(out), dotnet.Error(err)
			}
		}
		out, err := re.ReplaceText(s, with, -1, count)
		return value.Str(out), dotnet.Error(err)
	})
}

// replaceByEvaluator replaces up to count matches (all if it is negative) with
// what f gives for each.
func replaceByEvaluator(s string, re netfmt.Regex, f value.Invoker, count int, c *value.Call) (value.Value, error) {
	if re.RightToLeft() {
		return replaceByFunc(s, re, f, -1, count, c)
	}
	var out strings.Builder
	var failed error
	offset, at := byteOffsets(s), 0
	err := eachMatch(s, re, 0, func(m *Match) bool {
		if count == 0 {
			return false
		}
		count--
		var v value.Value
		if v, failed = f.Invoke(c.Env, value.Obj(m)); failed != nil {
			return false
		}
		out.WriteString(s[at:offset(m.Index)])
		out.WriteString(dotnet.ToText(c.Env, v))
		at = offset(m.Index + m.Length)
		return true
	})
	if failed != nil {
		return value.Null, failed
	}
	out.WriteString(s[at:])
	return value.Str(out.String()), err
}

// replaceByFunc is replaceByEvaluator from a character on, or for an expression
// that matches from right to left.
func replaceByFunc(s string, re netfmt.Regex, f value.Invoker, from, count int, c *value.Call) (value.Value, error) {
	out, err := re.ReplaceEach(s, from, count, func(m *regexp2.Match) (string, error) {
		v, err := f.Invoke(c.Env, value.Obj(newMatch(s, re, m)))
		return dotnet.ToText(c.Env, v), err
	})
	return value.Str(out), dotnet.Error(err)
}

// regexSplit cuts at the matches; what groups captured goes between.
func regexSplit(input int) regexFunc {
	return onInput(input, func(s string, re netfmt.Regex, c *value.Call) (value.Value, error) {
		limit := startAt(c, input)
		var found []*Match
		from := 0
		if len(c.Args) > input+2 {
			from = dotnet.IntArg(c, input+2)
		}
		err := eachMatch(s, re, from, func(m *Match) bool {
			if limit--; limit != 0 {
				found = append(found, m)
			}
			return limit != 0
		})
		if re.RightToLeft() {
			slices.Reverse(found)
		}
		offset, at := byteOffsets(s), 0
		var out []string
		for _, m := range found {
			out = append(out, s[at:offset(m.Index)])
			for _, g := range m.groups[1:] {
				if g := dotnet.Of[*Match](g); g.Success {
					out = append(out, g.Text)
				}
			}
			at = offset(m.Index + m.Length)
		}
		return value.Strings(append(out, s[at:])...), err
	})
}
