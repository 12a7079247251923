package operator

import (
	"errors"
	"strconv"
	"time"

	"github.com/dlclark/regexp2"

	"exolab/runtime/interrupt"
	"exolab/runtime/memory"
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// matching makes -match and -notmatch without $Matches.
func matching(want bool) func(ignoreCase bool) Func {
	return func(ignoreCase bool) Func {
		return func(env value.Env, l, r value.Value) (value.Value, error) {
			out, _, err := Match(env, l, r, ignoreCase, want)
			return out, err
		}
	}
}

// Match is -match (want true) or -notmatch. For a single left operand that
// the pattern matches, groups is the new $Matches; otherwise it is nil and
// $Matches stays as it is.
func Match(env value.Env, l, r value.Value, ignoreCase, want bool) (result value.Value, groups *value.Dict, err error) {
	re, err := regexOf(env, value.Unwrap(r), ignoreCase, 0)
	if err != nil {
		return value.Null, nil, err
	}
	l = value.Unwrap(l)
	if Elements(l) != nil {
		result, err = filter(l, func(e value.Value) (bool, error) {
			text := value.ToString(env, e)
			if re.Quick != nil && netfmt.IsASCII(text) {
				found, err := re.Quick.Matches(text)
				return found == want, err
			}
			found, err := re.MatchString(text)
			return found == want, matchError(err)
		})
		return result, nil, err
	}
	text := value.ToString(env, l)
	if re.Quick != nil && netfmt.IsASCII(text) {
		groups, err = quickGroups(re.Quick, text)
		return value.Bool((groups != nil) == want), groups, err
	}
	m, err := re.FindStringMatch(text)
	if err != nil {
		return value.Null, nil, matchError(err)
	}
	if m != nil {
		groups = groupsOf(m)
	}
	return value.Bool((m != nil) == want), groups, nil
}

// quickGroups is groupsOf the first match in an ASCII text; nil if there is
// none.
func quickGroups(re *netfmt.QuickRegex, text string) (*value.Dict, error) {
	var m netfmt.QuickMatcher
	if m.Start(re, text); !m.Next() {
		return nil, m.Err()
	}
	names, spans := re.Names(), m.Spans()
	d := value.NewHashtable()
	for i := len(names) - 1; i >= 0; i-- {
		if from := spans[2*i]; from >= 0 {
			d.Set(groupKey(names[i]), value.Str(text[from:spans[2*i+1]]))
		}
	}
	return d, nil
}

// groupKey is a group's key in $Matches: its name, or its number as an int.
func groupKey(name string) value.Value {
	if name[0] <= '9' {
		if n, err := strconv.Atoi(name); err == nil {
			return value.Int(n)
		}
	}
	return value.Str(name)
}

// groupsOf lists the groups that took part, by name or number.
func groupsOf(m *regexp2.Match) *value.Dict {
	d := value.NewHashtable()
	all := m.Groups()
	for i := len(all) - 1; i >= 0; i-- {
		if len(all[i].Captures) == 0 {
			continue
		}
		d.Set(groupKey(all[i].Name), value.Str(all[i].String()))
	}
	return d
}

// regexOf compiles the right operand; a [regex] keeps its own options.
func regexOf(env value.Env, r value.Value, ignoreCase bool, options regexp2.RegexOptions) (netfmt.Regex, error) {
	pattern, limit := "", time.Duration(0)
	if known, ok := value.As[*value.Regex](r); ok {
		pattern, options, limit = known.Pattern, RegexOptions(known.Options), known.MatchTimeout
	} else {
		pattern = value.ToString(env, r)
		if ignoreCase {
			options |= regexp2.IgnoreCase
		}
	}
	re, err := netfmt.LoadRegex(pattern, options)
	if err != nil {
		return re, netError("System.Text.RegularExpressions.RegexParseException", "%s", err.Error())
	}
	re.Limit = limit
	return re, nil
}

// RegexOptions turns .NET's RegexOptions into those of the regex engine.
func RegexOptions(net int) regexp2.RegexOptions {
	const supported = regexp2.IgnoreCase | regexp2.Multiline | regexp2.ExplicitCapture | regexp2.Singleline |
		regexp2.IgnorePatternWhitespace | regexp2.RightToLeft | regexp2.ECMAScript
	return regexp2.RegexOptions(net) & supported
}

func matchError(err error) error {
	if err == nil {
		return nil
	}
	var known *value.Exception
	if errors.As(err, &known) || errors.Is(err, interrupt.ErrStopped) {
		return err
	}
	if errors.Is(err, memory.ErrExceeded) {
		return value.OutOfMemory()
	}
	return netError("System.Text.RegularExpressions.RegexMatchTimeoutException", "%s", netfmt.ErrRegexTimeout.Error())
}
