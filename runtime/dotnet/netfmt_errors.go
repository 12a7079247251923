package dotnet

import (
	"errors"

	"exolab/runtime/memory"
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

var netfmtExceptions = map[netfmt.Kind]string{
	netfmt.KindFormat: ExFormat, netfmt.KindOverflow: ExOverflow, netfmt.KindArgument: ExArgument, netfmt.KindOutOfRange: ExArgumentRange,
	netfmt.KindDivideByZero: "System.DivideByZeroException", netfmt.KindRegexParse: "System.Text.RegularExpressions.RegexParseException",
	netfmt.KindRegexTimeout: "System.Text.RegularExpressions.RegexMatchTimeoutException",
	netfmt.KindWildcard:     "System.Management.Automation.WildcardPatternException",
}

// Error turns an error of package netfmt or memory into the exception it stands
// for; other errors pass.
func Error(err error) error {
	var e *netfmt.Error
	if errors.As(err, &e) {
		return value.NewException(netfmtExceptions[e.Kind], e.Message)
	}
	if errors.Is(err, memory.ErrExceeded) {
		return value.OutOfMemory()
	}
	return err
}
