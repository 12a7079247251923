package operator

import (
	"strings"

	"github.com/dlclark/regexp2"

	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// replacing makes -replace: by a pattern, or a pattern and a replacement that
// is text with $1 and ${name}, or a script block that gets the match as $_.
func replacing(ignoreCase bool) Func {
	return func(env value.Env, l, r value.Value) (value.Value, error) {
		var pattern, with value.Value
		if parts, ok := value.ListItems(value.Unwrap(r)); ok {
			if len(parts) > 2 {
				return value.Null, fault("BadReplaceArgument", "The %s operator allows only two elements to follow it, not %d.", replaceName(ignoreCase), len(parts))
			}
			if len(parts) > 0 {
				pattern = value.Unwrap(parts[0])
			}
			if len(parts) > 1 {
				with = value.Unwrap(parts[1])
			}
		} else {
			pattern = value.Unwrap(r)
		}
		re, err := regexOf(env, pattern, ignoreCase, 0)
		if err != nil {
			e := asException(err)
			e.ErrorID, e.T = "InvalidRegularExpression", value.ExceptionType(runtimeException)
			e.Message = "The regular expression pattern " + value.ToString(env, pattern) + " is not valid."
			return value.Null, e
		}
		return replaceAll(env, value.Unwrap(l), re, with)
	}
}

func replaceName(ignoreCase bool) string {
	if ignoreCase {
		return "-replace"
	}
	return "-creplace"
}

func replaceAll(env value.Env, l value.Value, re netfmt.Regex, with value.Value) (value.Value, error) {
	r := replacement{env: env, re: re}
	var ok bool
	if r.script, ok = with.Object().(value.Invoker); !ok {
		r.text = value.ToString(env, with)
	}
	items := Elements(l)
	if items == nil {
		s, err := r.in(value.ToString(env, l))
		return value.Str(s), err
	}
	out := make([]value.Value, len(items))
	for i, e := range items {
		s, err := r.in(value.ToString(env, e))
		if err != nil {
			return value.Null, err
		}
		out[i] = value.Str(s)
	}
	return value.Obj(value.NewArray(out)), nil
}

// replacement is what -replace does to each text: with the result of a script,
// or with a text.
type replacement struct {
	env    value.Env
	re     netfmt.Regex
	script value.Invoker
	text   string
}

func (r *replacement) in(s string) (string, error) {
	if r.script != nil {
		return r.byScript(s)
	}
	if r.re.Quick != nil && netfmt.IsASCII(s) {
		if out, ok, err := r.re.Quick.Replace(s, r.text); ok {
			return out, nil
		} else if err != nil {
			return "", matchError(err)
		}
	}
	out, err := r.re.ReplaceText(s, r.text, -1, -1)
	return out, matchError(err)
}

// MatchMaker is an Env that gives scripts the matches of regular expressions
// as .NET's Match.
type MatchMaker interface {
	// NewMatch describes the match m that re found in input.
	NewMatch(input string, re netfmt.Regex, m *regexp2.Match) value.Value
	// NewQuickMatch describes a match by the begin and end of each group.
	NewQuickMatch(input string, re netfmt.Regex, spans []int) value.Value
}

func (r *replacement) byScript(s string) (string, error) {
	maker, ok := r.env.(MatchMaker)
	if !ok {
		return "", fault("RuntimeException", "A script block can replace in a session only.")
	}
	if r.re.Quick != nil && netfmt.IsASCII(s) {
		return r.quickByScript(maker, s)
	}
	if err := value.CheckRoom(runeSize * int64(len(s))); err != nil {
		return "", err
	}
	runes := []rune(s)
	var out strings.Builder
	at := 0
	m, err := r.re.FindRunesMatch(runes)
	for ; m != nil && err == nil; m, err = r.re.FindNextMatch(m) {
		result, failed := r.script.Invoke(r.env, maker.NewMatch(s, r.re, m))
		if failed != nil {
			return "", failed
		}
		if failed = r.write(&out, string(runes[at:m.Index]), result); failed != nil {
			return "", failed
		}
		at = m.Index + m.Length
	}
	out.WriteString(string(runes[at:]))
	return out.String(), matchError(err)
}

func (r *replacement) quickByScript(maker MatchMaker, s string) (string, error) {
	var out strings.Builder
	var m netfmt.QuickMatcher
	at := 0
	for m.Start(r.re.Quick, s); m.Next(); {
		spans := m.Spans()
		from, to := spans[0], spans[1]
		result, err := r.script.Invoke(r.env, maker.NewQuickMatch(s, r.re, spans))
		if err != nil {
			return "", err
		}
		if err := r.write(&out, s[at:from], result); err != nil {
			return "", err
		}
		at = to
	}
	out.WriteString(s[at:])
	return out.String(), m.Err()
}

// write adds the text up to a match and what replaces the match.
func (r *replacement) write(out *strings.Builder, before string, result value.Value) error {
	with := value.ToString(r.env, result)
	if err := value.GrowText(out, len(before)+len(with)); err != nil {
		return err
	}
	out.WriteString(before)
	out.WriteString(with)
	return nil
}
