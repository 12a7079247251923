// Package parser turns PowerShell source text into a syntax tree.
//
// The tree mirrors System.Management.Automation.Language: one struct per
// construct, named as PowerShell names it without the "Ast" ending, so that
// node counts, extents and error positions can be compared with PowerShell's.
// Token and grammar types stay inside the package; only the clean tree and
// ParseError cross its border.
//
// The scanner reads a word of a command and a part of an expression
// differently, and only the parser knows which one comes next: it asks for each
// token in a mode and has a token read again when the mode changes. That, and
// PowerShell's several errors per text with their places, is why the language
// is parsed by hand, one file per group of constructs, with precedence climbing
// for operators. The small language of #requires lines is a participle grammar
// over the same scanner.
package parser

// Node is any part of the syntax tree.
type Node interface {
	// Extent returns the source range of the node.
	Extent() Span
}

// Span is a half-open byte range of the source text. Line and column are
// computed on demand by Source.
type Span struct {
	Start, End int32
}

// Extent makes every struct that embeds a Span a Node.
func (s Span) Extent() Span { return s }

// Statement is a node that can stand in a statement list.
type Statement interface {
	Node
	statement()
}

// Expression is a node that yields a value inside a pipeline element.
type Expression interface {
	Node
	expression()
}

// CommandElement is a name, argument or parameter of a command.
type CommandElement interface {
	Node
	commandElement()
}

// PipelineElement is one stage of a pipeline: *Command or *CommandExpression.
type PipelineElement interface {
	Node
	pipelineElement()
}

// Redirection is *FileRedirection or *MergingRedirection.
type Redirection interface {
	Node
	redirection()
}

// AttributeBase is *Attribute or *TypeConstraint.
type AttributeBase interface {
	Node
	attributeBase()
}

// Stream names an output stream in a redirection. The numbers are
// PowerShell's; StreamAll is `*`.
type Stream int

// The streams that a redirection can name.
const (
	StreamAll         Stream = 0
	StreamOutput      Stream = 1
	StreamError       Stream = 2
	StreamWarning     Stream = 3
	StreamVerbose     Stream = 4
	StreamDebug       Stream = 5
	StreamInformation Stream = 6
)

// ScriptBlock is a script file, a function body or the inside of braces.
type ScriptBlock struct {
	Span
	// Body is the range between the braces (the whole text for a file): what
	// ScriptBlock.ToString returns.
	Body                       Span
	Usings                     []*UsingStatement
	Attributes                 []*Attribute
	Params                     *ParamBlock
	Begin, Process, End, Clean *NamedBlock
	DynamicParam               *NamedBlock
	Requires                   *Requirements
	Source                     *Source
	// DefinesTypes is set for a whole text that has classes or enums.
	DefinesTypes bool
}

// NamedBlock is a begin, process, end, clean or dynamicparam block. An
// unnamed body is the End block (the Process block in a filter).
type NamedBlock struct {
	Span
	Unnamed    bool
	Statements []Statement
	Traps      []*TrapStatement
}

// ParamBlock is `param(...)` with the attributes before it.
type ParamBlock struct {
	Span
	Attributes []*Attribute
	Parameters []*Parameter
}

// Parameter is one formal parameter of a script block, function or method.
type Parameter struct {
	Span
	Attributes []AttributeBase
	Name       *VariableExpression
	Default    Expression
}

// Requirements is what `#requires` lines ask for.
type Requirements struct {
	Version    string
	Modules    []RequiredModule
	Editions   []string
	RunAsAdmin bool
	// Lines holds the #requires lines as written, in order.
	Lines []string
}

// RequiredModule is one module of a `#requires -Modules` line.
type RequiredModule struct {
	Name, Version, MaximumVersion, RequiredVersion, GUID string
}

// Attribute is `[Name(positional, Named = value)]`.
type Attribute struct {
	Span
	Type       *TypeName
	Positional []Expression
	Named      []*NamedAttributeArgument
}

// NamedAttributeArgument is `Name = value` in an attribute. Value is nil when
// the value was omitted, which means $true.
type NamedAttributeArgument struct {
	Span
	Name     string
	NameSpan Span
	Value    Expression
}

// TypeConstraint is `[type]` before a variable or parameter, the type of a
// cast or a base type of a class.
type TypeConstraint struct {
	Span
	Type *TypeName
}

func (*Attribute) attributeBase()      {}
func (*TypeConstraint) attributeBase() {}

// TypeName is a type as written: `int`, `string[]`, `hashtable[,]`,
// `System.Collections.Generic.List[string]`.
type TypeName struct {
	Span
	// Name is the name without generic arguments and array brackets.
	Name string
	// Args are the generic arguments.
	Args []*TypeName
	// ElementOf is set for an array type: the element type. Then Name and
	// Args are empty and Rank is the number of dimensions.
	ElementOf *TypeName
	Rank      int
	// Assembly is the part after a comma in `[Name, Assembly]`.
	Assembly string
}

// String returns the type name as PowerShell prints it.
func (t *TypeName) String() string {
	if t.ElementOf != nil {
		commas := ""
		for i := 1; i < t.Rank; i++ {
			commas += ","
		}
		return t.ElementOf.String() + "[" + commas + "]"
	}
	s := t.Name
	if len(t.Args) > 0 {
		s += "["
		for i, a := range t.Args {
			if i > 0 {
				s += ","
			}
			s += a.String()
		}
		s += "]"
	}
	return s
}
