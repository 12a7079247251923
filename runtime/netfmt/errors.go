package netfmt

// Kind tells which .NET exception an error stands for.
type Kind int

// The kinds of error that formatting, parsing and arithmetic raise.
const (
	// KindFormat is System.FormatException.
	KindFormat Kind = iota
	// KindOverflow is System.OverflowException.
	KindOverflow
	// KindArgument is System.ArgumentException.
	KindArgument
	// KindOutOfRange is System.ArgumentOutOfRangeException.
	KindOutOfRange
	// KindDivideByZero is System.DivideByZeroException.
	KindDivideByZero
	// KindRegexParse is System.Text.RegularExpressions.RegexParseException.
	KindRegexParse
	// KindRegexTimeout is System.Text.RegularExpressions.RegexMatchTimeoutException.
	KindRegexTimeout
	// KindWildcard is System.Management.Automation.WildcardPatternException.
	KindWildcard
)

// Error carries the text of the .NET exception that the operation throws.
type Error struct {
	Kind    Kind
	Message string
}

// Error returns the exception's message.
func (e *Error) Error() string { return e.Message }

func formatError(message string) error   { return &Error{KindFormat, message} }
func overflowError(message string) error { return &Error{KindOverflow, message} }

var errBadSpecifier = formatError("Format specifier was invalid.")

var errInputFormat = formatError("Input string was not in a correct format.")
