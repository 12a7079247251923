package parser

import (
	"slices"
	"strings"
)

// restricted finds what a data section, or a text in restricted language, may
// not hold.
type restricted struct {
	p *parser
	// commands are the names that may be called; nil allows all.
	commands []string
	// variables are the names that may be read; nil allows all.
	variables []string
	// environment allows $env: variables.
	environment bool
}

// defaultVariables are the variables that restricted language always knows, as
// messages list them.
const defaultVariables = "$PSCulture, $PSUICulture, $true, $false, $null"

var defaultVariableNames = []string{"PSCulture", "PSUICulture", "true", "false", "null"}

// allowedCommands lists what the commands of a data section may be; nil when
// the list is computed at run time.
func allowedCommands(n *DataStatement) []string {
	names := []string{"ConvertFrom-StringData"}
	for _, e := range n.Commands {
		s, ok := e.(*StringConstant)
		if !ok {
			return nil
		}
		names = append(names, s.Value)
	}
	return names
}

func restrict(p *parser, body Node, commands []string) {
	r := &restricted{p: p, commands: commands, variables: defaultVariableNames}
	Walk(body, func(n Node) bool {
		r.node(n)
		return true
	})
}

// CheckRestricted returns the errors that a block has as restricted language,
// where only the commands (nil: all) and, besides the usual ones, the
// variables ("*": all) may be used.
func CheckRestricted(b *ScriptBlock, commands, variables []string, environment bool) error {
	p := newParser(b.Source)
	r := &restricted{p: p, commands: commands, variables: append(slices.Clone(defaultVariableNames), variables...), environment: environment}
	if len(variables) == 1 && variables[0] == "*" {
		r.variables = nil
	}
	for _, block := range []*NamedBlock{b.DynamicParam, b.Begin, b.Process, b.End, b.Clean} {
		Walk(block, func(n Node) bool {
			r.node(n)
			return true
		})
	}
	if len(*p.errors) > 0 {
		return &ParseErrors{Source: b.Source, Errors: *p.errors}
	}
	return nil
}

func (r *restricted) fail(at Span, id string, args ...any) { r.p.failWith(at, id, false, args...) }

// refusedNodes are the ids of the errors for what restricted language does not
// have at all, by the kind of node.
var refusedNodes = map[string]string{
	"ScriptBlock": "ScriptBlockNotSupportedInDataSection", "ScriptBlockExpression": "ScriptBlockNotSupportedInDataSection",
	"ParamBlock": "ParameterDeclarationNotSupportedInDataSection", "Attribute": "AttributeNotSupportedInDataSection",
	"FunctionDefinition": "FunctionDeclarationNotSupportedInDataSection", "TrapStatement": "TrapStatementNotSupportedInDataSection",
	"SwitchStatement": "SwitchStatementNotSupportedInDataSection", "DataStatement": "DataSectionStatementNotSupportedInDataSection",
	"ForEachStatement": "ForeachStatementNotSupportedInDataSection", "DoWhileStatement": "DoWhileStatementNotSupportedInDataSection",
	"DoUntilStatement": "DoWhileStatementNotSupportedInDataSection", "ForStatement": "ForWhileStatementNotSupportedInDataSection",
	"WhileStatement": "ForWhileStatementNotSupportedInDataSection", "TryStatement": "TryStatementNotSupportedInDataSection",
	"BreakStatement": "FlowControlStatementNotSupportedInDataSection", "ContinueStatement": "FlowControlStatementNotSupportedInDataSection",
	"ReturnStatement": "FlowControlStatementNotSupportedInDataSection", "ExitStatement": "FlowControlStatementNotSupportedInDataSection",
	"ThrowStatement": "FlowControlStatementNotSupportedInDataSection", "AssignmentStatement": "AssignmentStatementNotSupportedInDataSection",
	"MergingRedirection": "RedirectionNotSupportedInDataSection", "FileRedirection": "RedirectionNotSupportedInDataSection",
	"MemberExpression": "PropertyReferenceNotSupportedInDataSection", "InvokeMemberExpression": "MethodCallNotSupportedInDataSection",
	"IndexExpression": "ArrayReferenceNotSupportedInDataSection", "BlockStatement": "ParallelAndSequenceBlockNotSupportedInDataSection",
}

func (r *restricted) node(n Node) {
	if id := refusedNodes[kindName(n)]; id != "" {
		r.fail(n.Extent(), id)
		return
	}
	switch n := n.(type) {
	case *Command:
		r.command(n)
	case *VariableExpression:
		r.variable(n)
	case *BinaryExpression:
		if refusedOperator(n.Operator) {
			r.fail(n.OperatorSpan, "OperatorNotSupportedInDataSection", n.Operator)
		}
	case *UnaryExpression:
		if refusedOperator(n.Operator) {
			r.fail(n.Span, "OperatorNotSupportedInDataSection", n.Operator)
		}
	case *TypeConstraint:
		r.typeName(n.Span, n.Type)
	case *TypeExpression:
		r.typeName(n.Span, n.Type)
	}
}

func refusedOperator(op string) bool {
	switch op {
	case "++", "--", "..", "-f", "-join", "-as":
		return true
	}
	name := strings.TrimPrefix(op, "-")
	if name != op && len(name) > 1 && (name[0] == 'c' || name[0] == 'i') && caseVariants[name[1:]] {
		name = name[1:]
	}
	switch name {
	case "match", "notmatch", "replace", "split":
		return true
	}
	return false
}

func (r *restricted) command(n *Command) {
	if n.Invocation == InvokeDot {
		r.fail(n.Span, "DotSourcingNotSupportedInDataSection")
		return
	}
	if r.commands == nil {
		return
	}
	name, ok := n.Elements[0].(*StringConstant)
	switch {
	case !ok && n.Invocation == InvokeCall:
		r.fail(n.Span, "OperatorNotSupportedInDataSection", "&")
	case !ok:
		r.fail(n.Span, "CmdletNotInAllowedListForDataSection", r.p.source.Slice(n.Span))
	case !slices.ContainsFunc(r.commands, func(known string) bool { return strings.EqualFold(known, name.Value) }):
		r.fail(n.Span, "CmdletNotInAllowedListForDataSection", name.Value)
	}
}

func (r *restricted) variable(n *VariableExpression) {
	if r.variables == nil || slices.ContainsFunc(r.variables, func(known string) bool { return strings.EqualFold(known, n.Name) }) {
		return
	}
	if r.environment && strings.HasPrefix(strings.ToLower(n.Name), "env:") {
		return
	}
	list := defaultVariables
	if len(r.variables) > len(defaultVariableNames) {
		list = "$" + strings.Join(r.variables, ", $")
	}
	r.fail(n.Span, "VariableReferenceNotSupportedInDataSection", list)
}

// simpleTypes are the types that restricted language may name, by their short
// .NET names.
var simpleTypes = map[string]bool{"bool": true, "boolean": true, "char": true, "sbyte": true, "byte": true, "int16": true, "short": true,
	"uint16": true, "ushort": true, "int": true, "int32": true, "uint": true, "uint32": true, "long": true, "int64": true, "ulong": true,
	"uint64": true, "single": true, "float": true, "double": true, "decimal": true, "datetime": true, "string": true, "dbnull": true}

func (r *restricted) typeName(at Span, t *TypeName) {
	element := t
	if t.ElementOf != nil && t.Rank > 0 {
		element = t.ElementOf
	}
	name := strings.TrimPrefix(strings.ToLower(element.Name), "system.")
	if element.ElementOf != nil || len(element.Args) > 0 || !simpleTypes[name] {
		r.fail(at, "TypeNotAllowedInDataSection", t.String())
	}
}
