package operator

import (
	"strings"

	"github.com/dlclark/regexp2"

	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// The flags of -split's options.
const (
	splitSimple = 1 << iota
	splitRegex
	splitCulture
	splitWhitespace
	splitMultiline
	splitSingleline
	splitIgnoreCase
	splitExplicit
)

var splitFlags = map[string]int{"simplematch": splitSimple, "regexmatch": splitRegex, "cultureinvariant": splitCulture,
	"ignorepatternwhitespace": splitWhitespace, "multiline": splitMultiline, "singleline": splitSingleline,
	"ignorecase": splitIgnoreCase, "explicitcapture": splitExplicit}

// splitOptions are the flags that the regex engine knows.
var splitOptions = [...]struct {
	flag   int
	option regexp2.RegexOptions
}{
	{splitWhitespace, regexp2.IgnorePatternWhitespace},
	{splitMultiline, regexp2.Multiline},
	{splitSingleline, regexp2.Singleline},
	{splitIgnoreCase, regexp2.IgnoreCase},
	{splitExplicit, regexp2.ExplicitCapture},
}

// splitting makes -split with a pattern or script block, an optional limit
// (negative: from the end) and options.
func splitting(ignoreCase bool) Func {
	return func(env value.Env, l, r value.Value) (value.Value, error) {
		s, err := newSplitter(env, value.Unwrap(r), ignoreCase)
		if err != nil {
			return value.Null, err
		}
		out := []value.Value{}
		items := Elements(value.Unwrap(l))
		if items == nil {
			items = []value.Value{l}
		}
		for _, e := range items {
			parts, err := s.split(value.ToString(env, e))
			if err != nil {
				return value.Null, err
			}
			if err := value.CheckArrayLength(int64(len(out) + len(parts))); err != nil {
				return value.Null, err
			}
			for _, p := range parts {
				out = append(out, value.Str(p))
			}
		}
		return value.Obj(&value.Array{Elem: value.TypeString, Items: out}), nil
	}
}

// SplitWords is the unary -split: the words between white space.
func SplitWords(env value.Env, v value.Value) (value.Value, error) {
	items := Elements(value.Unwrap(v))
	if items == nil {
		items = []value.Value{v}
	}
	out := []value.Value{}
	for _, e := range items {
		words := strings.Fields(value.ToString(env, e))
		if len(words) == 0 {
			words = []string{""}
		}
		for _, word := range words {
			out = append(out, value.Str(word))
		}
	}
	return value.Obj(&value.Array{Elem: value.TypeString, Items: out}), nil
}

type splitter struct {
	env    value.Env
	re     netfmt.Regex
	script value.Invoker
	limit  int
}

func newSplitter(env value.Env, r value.Value, ignoreCase bool) (*splitter, error) {
	args, ok := value.ListItems(r)
	if !ok {
		args = []value.Value{r}
	}
	if len(args) == 0 {
		return nil, fault("BadOperatorArgument", "The argument to operator '%s' is not valid: %s.", splitName(ignoreCase), value.CultureText(r))
	}
	s := &splitter{env: env}
	if len(args) > 1 {
		n, err := value.Convert(env, args[1], value.TypeInt32)
		if err != nil {
			return nil, wrapped(err)
		}
		s.limit = int(n.Int64())
	}
	flags := 0
	if ignoreCase {
		flags = splitIgnoreCase
	}
	pattern := value.Unwrap(args[0])
	s.script, _ = pattern.Object().(value.Invoker)
	if len(args) > 2 && !args[2].IsNull() {
		var err error
		if flags, err = s.optionsOf(value.Unwrap(args[2]), flags); err != nil {
			return nil, err
		}
	}
	if s.script != nil {
		return s, nil
	}
	return s, s.compile(value.ToString(env, pattern), flags)
}

func wrapped(err error) error {
	e := fault("RuntimeException", "%s", err.Error())
	e.Category, e.Inner = value.InvalidArgument, asException(err)
	return e
}

func splitName(ignoreCase bool) string {
	if ignoreCase {
		return "-split"
	}
	return "-csplit"
}

// optionsOf reads the options, beside which of is what the operator itself asks
// for. Options without a letter take even that away, as in PowerShell.
func (s *splitter) optionsOf(v value.Value, of int) (int, error) {
	if v.Kind() == value.KindString && v.Text() == "" {
		return 0, nil
	}
	flags, err := flagsOf(s.env, v)
	if err != nil {
		return 0, err
	}
	if s.script != nil {
		return 0, fault("InvalidSplitOptionWithPredicate", "Options are not allowed on the -split operator with a predicate.")
	}
	simple, other := flags&splitSimple != 0, flags&^(splitSimple|splitIgnoreCase) != 0
	if simple && other {
		return 0, fault("InvalidSplitOptionCombination", "The combination of options with the -split operator is not valid.")
	}
	return flags | of, nil
}

func flagsOf(env value.Env, v value.Value) (int, error) {
	if v.Kind() != value.KindString {
		n, err := value.Convert(env, v, value.TypeInt32)
		if err != nil {
			return 0, wrapped(err)
		}
		return int(n.Int64()), nil
	}
	flags := 0
	for name := range strings.SplitSeq(v.Text(), ",") {
		flag, ok := splitFlags[value.Fold(strings.TrimSpace(name))]
		if !ok {
			return 0, badSplitOption(v.Text())
		}
		flags |= flag
	}
	return flags, nil
}

func badSplitOption(text string) error {
	return fault("RuntimeException", "Cannot convert value \"%s\" to type \"System.Management.Automation.SplitOptions\". Error: \"Unable to match the "+
		"identifier name %s to a valid enumerator name. Specify one of the following enumerator names and try again:\n%s\"", text, text,
		"SimpleMatch, RegexMatch, CultureInvariant, IgnorePatternWhitespace, Multiline, Singleline, IgnoreCase, ExplicitCapture")
}

func (s *splitter) compile(pattern string, flags int) error {
	var options regexp2.RegexOptions
	for _, o := range splitOptions {
		if flags&o.flag != 0 {
			options |= o.option
		}
	}
	if flags&splitSimple != 0 {
		pattern = regexp2.Escape(pattern)
	}
	if s.limit < 0 {
		options |= regexp2.RightToLeft
	}
	re, err := netfmt.LoadRegex(pattern, options)
	if err != nil {
		return netError("System.Text.RegularExpressions.RegexParseException", "%s", err.Error())
	}
	s.re = re
	return nil
}

func (s *splitter) split(text string) ([]string, error) {
	switch {
	case s.limit == 1 || s.limit == -1:
		return []string{text}, nil
	case s.script != nil && s.limit < 0:
		return s.byScriptFromEnd(text)
	case s.script != nil:
		return s.byScript(text)
	case s.limit < 0:
		return s.fromEnd(text)
	case s.re.Quick != nil && netfmt.IsASCII(text):
		return s.quick(text)
	}
	if err := value.CheckRoom(runeSize * int64(len(text))); err != nil {
		return nil, err
	}
	runes := []rune(text)
	var parts []string
	at, count := 0, 1
	m, err := s.re.FindRunesMatch(runes)
	for ; m != nil && err == nil && (s.limit == 0 || count < s.limit); m, err = s.re.FindNextMatch(m) {
		parts = append(append(parts, string(runes[at:m.Index])), captured(m)...)
		at = m.Index + m.Length
		count++
		if err = value.CheckGrowth(parts); err != nil {
			return nil, err
		}
	}
	return append(parts, string(runes[at:])), matchError(err)
}

// quick splits an ASCII text from its beginning.
func (s *splitter) quick(text string) ([]string, error) {
	var parts []string
	at, count := 0, 1
	var m netfmt.QuickMatcher
	for m.Start(s.re.Quick, text); (s.limit == 0 || count < s.limit) && m.Next(); count++ {
		spans := m.Spans()
		parts = append(parts, text[at:spans[0]])
		for i := 2; i < len(spans); i += 2 {
			if spans[i] >= 0 {
				parts = append(parts, text[spans[i]:spans[i+1]])
			}
		}
		at = spans[1]
		if err := value.CheckGrowth(parts); err != nil {
			return nil, err
		}
	}
	return append(parts, text[at:]), m.Err()
}

// captured are the texts of the groups that took part in a match.
func captured(m *regexp2.Match) []string {
	var out []string
	for _, g := range m.Groups()[1:] {
		if len(g.Captures) > 0 {
			out = append(out, g.String())
		}
	}
	return out
}

// fromEnd splits at the last delimiters and leaves the rest in front.
func (s *splitter) fromEnd(text string) ([]string, error) {
	runes := []rune(text)
	var parts []string
	end, count := len(runes), 1
	m, err := s.re.FindRunesMatch(runes)
	for ; m != nil && err == nil && count < -s.limit; m, err = s.re.FindNextMatch(m) {
		piece := append(captured(m), string(runes[m.Index+m.Length:end]))
		parts = append(piece, parts...)
		end = m.Index
		count++
	}
	return append([]string{string(runes[:end])}, parts...), matchError(err)
}
