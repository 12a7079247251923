package runtime

import (
	"strings"

	"exolab/parser"
	"exolab/runtime/dotnet"
	"exolab/runtime/errs"
	"exolab/runtime/syntax"
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
	rec.Exception.Record = rec
	dotnet.SetData(rec.Exception, "Errors", value.Obj(syntax.Faults(e)))
	return rec
}

// incompleteInput is the exception with which a hosted script ends whose text
// stops too early; nil for other errors.
func incompleteInput(e *parser.ParseErrors) *value.Exception {
	first := e.Errors[0]
	if !first.Incomplete {
		return nil
	}
	rec := errs.New("System.Management.Automation.IncompleteParseException", first.Message, first.ID, value.ParserError, value.Null)
	rec.Exception.Record = rec
	return rec.Exception
}
