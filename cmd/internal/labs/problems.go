package labs

import (
	"exolab/runtime/errs"
	"exolab/runtime/value"
	"exolab/store/lab"
)

// scriptProblem is what went wrong in a script of a lab, with its line.
func scriptProblem(file string, v value.Value) error {
	rec, ok := value.As[*errs.Record](value.Unwrap(v))
	if !ok {
		return &lab.Problem{File: file, Text: value.ToString(nil, v)}
	}
	p := &lab.Problem{File: file, Text: rec.Message()}
	if inv := rec.Invocation; inv != nil && inv.Source != nil && inv.Source.Name == file {
		p.Line = inv.Source.Position(inv.Span.Start).Line
	}
	return p
}
