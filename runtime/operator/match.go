package operator

import (
	"errors"
	"strconv"

	"github.com/dlclark/regexp2"

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
			found, err := re.MatchString(value.ToString(env, e))
			return found == want, matchError(err)
		})
		return result, nil, err
	}
	m, err := re.FindStringMatch(value.ToString(env, l))
	if err != nil {
		return value.Null, nil, matchError(err)
	}
	if m != nil {
		groups = groupsOf(m)
	}
	return value.Bool((m != nil) == want), groups, nil
}

// groupsOf lists the groups that took part, by name or number.
func groupsOf(m *regexp2.Match) *value.Dict {
	d := value.NewHashtable()
	all := m.Groups()
	for i := len(all) - 1; i >= 0; i-- {
		if len(all[i].Captures) == 0 {
			continue
		}
		key := value.Str(all[i].Name)
		if n, err := strconv.Atoi(all[i].Name); err == nil {
			key = value.Int(n)
		}
		d.Set(key, value.Str(all[i].String()))
	}
	return d
}

// regexOf compiles the right operand; a [regex] keeps its own options.
func regexOf(env value.Env, r value.Value, ignoreCase bool, options regexp2.RegexOptions) (*regexp2.Regexp, error) {
	pattern := ""
	if known, ok := value.As[*value.Regex](r); ok {
		pattern, options = known.Pattern, RegexOptions(known.Options)
	} else {
		pattern = value.ToString(env, r)
		if ignoreCase {
			options |= regexp2.IgnoreCase
		}
	}
	re, err := netfmt.CompileRegex(pattern, options)
	if err != nil {
		return nil, netError("System.Text.RegularExpressions.RegexParseException", "%s", err.Error())
	}
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
	if errors.As(err, &known) {
		return err
	}
	return netError("System.Text.RegularExpressions.RegexMatchTimeoutException", "%s", netfmt.ErrRegexTimeout.Error())
}
