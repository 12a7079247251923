package completion

import (
	"strings"

	"exolab/parser"
)

// inferStatement is what a statement yields.
func (c *completer) inferStatement(s parser.Statement) *shape {
	switch s := s.(type) {
	case *parser.Pipeline:
		return c.inferPipeline(s.Elements)
	case *parser.PipelineChain:
		return union(c.inferStatement(s.Left), c.inferPipeline(s.Right.Elements))
	case *parser.AssignmentStatement:
		return c.inferStatement(s.Right)
	case *parser.CommandExpression:
		return c.infer(s.Expression)
	case *parser.Command:
		return c.inferCommand(s, nil)
	case *parser.ReturnStatement:
		if s.Value != nil {
			return c.inferStatement(s.Value)
		}
		return nil
	}
	return c.inferBlocks(s)
}

// inferBlocks is what the blocks of a statement yield.
func (c *completer) inferBlocks(s parser.Statement) *shape {
	switch s := s.(type) {
	case *parser.IfStatement:
		var out []*shape
		for _, clause := range s.Clauses {
			out = append(out, c.inferStatements(clause.Body))
		}
		return union(append(out, c.inferStatements(s.Else))...)
	case *parser.SwitchStatement:
		var out []*shape
		for _, clause := range s.Clauses {
			out = append(out, c.inferStatements(clause.Body))
		}
		return union(append(out, c.inferStatements(s.Default))...)
	case *parser.TryStatement:
		out := []*shape{c.inferStatements(s.Body)}
		for _, catch := range s.Catches {
			out = append(out, c.inferStatements(catch.Body))
		}
		return union(append(out, c.inferStatements(s.Finally))...)
	case *parser.ForEachStatement:
		return c.inferStatements(s.Body)
	case *parser.ForStatement:
		return c.inferStatements(s.Body)
	case *parser.WhileStatement:
		return c.inferStatements(s.Body)
	case *parser.DoWhileStatement:
		return c.inferStatements(s.Body)
	case *parser.DoUntilStatement:
		return c.inferStatements(s.Body)
	case *parser.DataStatement:
		return c.inferStatements(s.Body)
	}
	return nil
}

// inferStatements is what a list of statements yields.
func (c *completer) inferStatements(b *parser.StatementBlock) *shape {
	if b == nil {
		return nil
	}
	return c.inferList(b.Statements)
}

func (c *completer) inferList(list []parser.Statement) *shape {
	var out []*shape
	for _, s := range list {
		if !silent(s) {
			out = append(out, c.inferStatement(s))
		}
	}
	return union(out...)
}

// silent reports whether a statement puts nothing out: an assignment, or one
// that only counts up or down.
func silent(s parser.Statement) bool {
	switch s := s.(type) {
	case *parser.AssignmentStatement:
		return true
	case *parser.Pipeline:
		if len(s.Elements) != 1 {
			return false
		}
		e, ok := s.Elements[0].(*parser.CommandExpression)
		if !ok {
			return false
		}
		u, ok := e.Expression.(*parser.UnaryExpression)
		return ok && (u.Operator == "++" || u.Operator == "--")
	}
	return false
}

// inferPipeline is what the last of the elements of a pipeline yields.
func (c *completer) inferPipeline(elements []parser.PipelineElement) *shape {
	var out *shape
	for _, e := range elements {
		switch e := e.(type) {
		case *parser.CommandExpression:
			out = c.infer(e.Expression)
		case *parser.Command:
			out = c.inferCommand(e, out)
		}
	}
	return out
}

// inferScript is what a script block yields that nobody has run.
func (c *completer) inferScript(b *parser.ScriptBlock) *shape {
	var out []*shape
	for _, block := range []*parser.NamedBlock{b.Begin, b.Process, b.End} {
		if block != nil {
			out = append(out, c.inferList(block.Statements))
		}
	}
	return union(out...)
}

// inferBody is what a function without a declared output yields. Each body is
// looked at once, so that functions may call themselves.
func (c *completer) inferBody(b *parser.ScriptBlock) *shape {
	if c.analyzed[b] {
		return nil
	}
	if c.analyzed == nil {
		c.analyzed = map[*parser.ScriptBlock]bool{}
	}
	c.analyzed[b] = true
	saved := c.foreign
	c.foreign = b
	defer func() { c.foreign = saved }()
	return c.inferScript(b)
}

// streamTypes are the types of what the streams carry, the output's aside.
var streamTypes = map[parser.Stream]string{parser.StreamError: "ErrorRecord", parser.StreamWarning: "WarningRecord",
	parser.StreamVerbose: "VerboseRecord", parser.StreamDebug: "DebugRecord", parser.StreamInformation: "InformationRecord"}

// merged is what the redirections of a command add to its output; hidden tells
// that the output itself goes elsewhere.
func (c *completer) merged(e *parser.Command) (more *shape, hidden bool) {
	var out []*shape
	for _, r := range e.Redirections {
		switch r := r.(type) {
		case *parser.FileRedirection:
			if r.From == parser.StreamAll || r.From == parser.StreamOutput {
				return nil, true
			}
		case *parser.MergingRedirection:
			for stream := parser.StreamError; stream <= parser.StreamInformation; stream++ {
				if r.To == parser.StreamOutput && (r.From == stream || r.From == parser.StreamAll) {
					out = append(out, c.typeNamed(automation+streamTypes[stream]))
				}
			}
		}
	}
	return union(out...), false
}

// constantText is an expression that is a text written out.
func constantText(e parser.Expression) (string, bool) {
	s, ok := e.(*parser.StringConstant)
	if !ok {
		return "", false
	}
	return s.Value, true
}

// constantTexts are the texts of an expression that is one or a list of them.
func constantTexts(e parser.Expression) []string {
	list, ok := e.(*parser.ArrayLiteral)
	if !ok {
		list = &parser.ArrayLiteral{Elements: []parser.Expression{e}}
	}
	var texts []string
	for _, element := range list.Elements {
		if text, ok := constantText(element); ok {
			texts = append(texts, strings.TrimSpace(text))
		}
	}
	return texts
}
