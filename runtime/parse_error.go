package runtime

import (
	"strings"

	"exolab/parser"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// maxParseErrors is how many errors the message of a ParseException holds.
const maxParseErrors = 10

// parseErrorRecord makes the ErrorRecord of text that does not parse.
func parseErrorRecord(e *parser.ParseErrors) *errs.Record {
	list := e.Errors
	if len(list) > maxParseErrors {
		list = list[:maxParseErrors-1]
	}
	parts := make([]string, len(list))
	for i, one := range list {
		parts[i] = errs.PositionMessage(e.Source, one.Span) + "\n" + one.Message
	}
	message := strings.Join(parts, "\n\n")
	if len(list) < len(e.Errors) {
		message += "\n\nNot all parse errors were reported.  Correct the reported errors and try again."
	}
	rec := errs.New("System.Management.Automation.ParseException", message, e.Errors[0].ID, value.ParserError, value.Null)
	rec.Invocation = &errs.Invocation{Source: e.Source, Span: e.Errors[0].Span}
	return rec
}
