package runtime

import (
	"exolab/parser"
	"exolab/runtime/value"
)

// functionDefinition compiles `function` and `filter`: running the statement
// defines the command in the scope it runs in.
func (c *compiler) functionDefinition(s *parser.FunctionDefinition) stmtFunc {
	body := functionBody(s)
	shared := &code{ast: body}
	scope, name := qualified(s.Name)
	aliases := functionAliases(body)
	return func(f *Frame) error {
		b := &ScriptBlock{AST: body, code: shared, state: f.scope.state, isFilter: s.IsFilter, usings: f.block.usings, function: s.Name, definition: s}
		cmd := &Command{Name: name, Kind: FunctionCommand, Block: b}
		if s.IsFilter {
			cmd.Kind = FilterCommand
		}
		cmd.Metadata = func() *Metadata { return b.Metadata(f.session) }
		in := f.scope.named(scope)
		in.SetFunction(cmd)
		for _, alias := range aliases {
			in.SetAlias(&Command{Name: alias, Kind: AliasCommand, Target: name})
		}
		return nil
	}
}

// functionAliases are the names that [Alias()] before a function's parameters
// gives it.
func functionAliases(body *parser.ScriptBlock) []string {
	if body.Params == nil {
		return nil
	}
	var names []string
	for _, a := range body.Params.Attributes {
		if attributeName(a.Type) != "alias" {
			continue
		}
		for _, e := range a.Positional {
			if s, ok := e.(*parser.StringConstant); ok {
				names = append(names, s.Value)
			}
		}
	}
	return names
}

// functionBody is a function's block with the parameters written after its
// name as its param block.
func functionBody(s *parser.FunctionDefinition) *parser.ScriptBlock {
	body := *s.Body
	if s.Parameters != nil && body.Params == nil {
		body.Params = &parser.ParamBlock{Span: s.Span, Parameters: s.Parameters}
	}
	if s.IsFilter && body.Process == nil && body.End != nil && body.End.Unnamed {
		body.Process, body.End = body.End, nil
	}
	return &body
}

// dataStatement compiles data { }: the value of its body, in a variable if it
// is named.
func (c *compiler) dataStatement(s *parser.DataStatement) stmtFunc {
	body := c.block(s.Body)
	if s.Variable == "" {
		return body.run
	}
	set := c.assignVariable(&parser.VariableExpression{Span: s.Span, Name: s.Variable})
	return func(f *Frame) error {
		out, err := f.collect(body.run)
		if err != nil {
			return err
		}
		v := out.Value()
		if v.IsVoid() {
			v = value.Null
		}
		return set(f, v)
	}
}
