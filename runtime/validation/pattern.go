package validation

import (
	"strings"

	"github.com/dlclark/regexp2"

	"exolab/runtime/dotnet"
	"exolab/runtime/netfmt"
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

// matchRegex reports whether text contains a match of a .NET pattern.
func matchRegex(pattern, text string, caseSensitive bool) (bool, error) {
	var options regexp2.RegexOptions = netfmt.RegexIgnoreCase
	if caseSensitive {
		options = netfmt.RegexNone
	}
	re, err := netfmt.LoadRegex(pattern, options)
	if err != nil {
		return false, dotnet.Error(err)
	}
	found, err := re.MatchString(text)
	return found, dotnet.Error(err)
}
