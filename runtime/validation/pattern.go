package validation

import (
	"strings"
	"sync"

	"github.com/dlclark/regexp2"

	"exolab/runtime/value"
)

// Pattern admits strings that match a regular expression.
type Pattern struct {
	Pattern       string
	CaseSensitive bool
	ErrorMessage  string
}

// Name returns "ValidatePattern".
func (*Pattern) Name() string { return "ValidatePattern" }

// Apply checks every element of the argument.
func (a *Pattern) Apply(env value.Env, v value.Value) (value.Value, error) {
	return v, EachElement(v, func(item value.Value) error {
		text := value.ToString(env, item)
		matched, err := matchRegex(a.Pattern, text, a.CaseSensitive)
		if err != nil {
			return err
		}
		if matched {
			return nil
		}
		if a.ErrorMessage != "" {
			return Invalid("ValidatePatternFailure", "%s", strings.NewReplacer("{0}", text, "{1}", a.Pattern).Replace(a.ErrorMessage))
		}
		return Invalid("ValidatePatternFailure", "The argument \"%s\" does not match the \"%s\" pattern. Supply an argument that matches \"%s\" and try the command again.", text, a.Pattern, a.Pattern)
	})
}

// regexes keeps the compiled patterns of Pattern.
var regexes sync.Map

// matchRegex reports whether text contains a match of a .NET pattern.
func matchRegex(pattern, text string, caseSensitive bool) (bool, error) {
	type key struct {
		pattern string
		exact   bool
	}
	k := key{pattern, caseSensitive}
	known, ok := regexes.Load(k)
	if !ok {
		var options regexp2.RegexOptions
		if !caseSensitive {
			options = regexp2.IgnoreCase
		}
		re, err := regexp2.Compile(pattern, options)
		if err != nil {
			return false, value.NewException("System.Text.RegularExpressions.RegexParseException", "Invalid pattern '"+pattern+"'.")
		}
		regexes.Store(k, re)
		known = re
	}
	return known.(*regexp2.Regexp).MatchString(text)
}
