package runtime

import "exolab/parser"

// succeeds reports whether $? is true behind a statement because no command
// decides it: an expression that neither encloses a pipeline in parentheses
// nor statements in $( ) or @( ).
func succeeds(s parser.Statement) bool {
	switch s := s.(type) {
	case *parser.Pipeline:
		if len(s.Elements) == 1 {
			if e, ok := s.Elements[0].(*parser.CommandExpression); ok {
				return expressionSucceeds(e.Expression)
			}
		}
	case *parser.CommandExpression:
		return expressionSucceeds(s.Expression)
	case *parser.AssignmentStatement:
		return succeeds(s.Right)
	}
	return false
}

func expressionSucceeds(e parser.Expression) bool {
	switch e := e.(type) {
	case *parser.ParenExpression:
		return succeeds(e.Pipeline)
	case *parser.SubExpression:
		return len(e.Body.Statements) == 0
	case *parser.ArrayExpression:
		switch len(e.Body.Statements) {
		case 0:
			return true
		case 1:
			return len(e.Body.Traps) == 0 && succeeds(e.Body.Statements[0])
		}
		return false
	}
	return true
}

// succeeding makes a statement set $? behind it.
func succeeding(run stmtFunc) stmtFunc {
	return func(f *Frame) error {
		err := run(f)
		if err == nil {
			f.session.ok = true
		}
		return err
	}
}
