package value

import "github.com/dlclark/regexp2"

// TypeRegexMatch is System.Text.RegularExpressions.Match.
var TypeRegexMatch = classType("System.Text.RegularExpressions.Match", "Match", TypeObject)

// RegexMatch is one match of a regular expression in a text.
type RegexMatch struct {
	*regexp2.Match
}

// PSType returns Match's type.
func (RegexMatch) PSType() *Type { return TypeRegexMatch }

// String returns the matched text.
func (m RegexMatch) String() string { return m.Match.String() }
