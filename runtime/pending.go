package runtime

import (
	"exolab/parser"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// Declarations that the files of this package are still to fill in.

func parseErrorRecord(e *parser.ParseErrors) *errs.Record {
	return errs.New("System.Management.Automation.ParseException", e.Errors[0].Message, e.Errors[0].ID, value.ParserError, value.Null)
}
