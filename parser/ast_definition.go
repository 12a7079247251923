package parser

// FunctionDefinition is `function name(params) { }` or `filter name { }`.
type FunctionDefinition struct {
	Span
	Name       string
	NameSpan   Span
	IsFilter   bool
	IsWorkflow bool
	// Parameters is the list in parentheses after the name; nil when absent.
	Parameters []*Parameter
	Body       *ScriptBlock
}

// TypeDefinition is a class, enum or interface.
type TypeDefinition struct {
	Span
	Kind       TypeKind
	Name       string
	NameSpan   Span
	Attributes []*Attribute
	Bases      []*TypeConstraint
	Members    []Member
}

// TypeKind tells classes from enums.
type TypeKind int

// The kinds of type definition.
const (
	ClassType TypeKind = iota
	EnumType
	InterfaceType
)

// Member is *PropertyMember or *FunctionMember.
type Member interface {
	Node
	member()
}

// PropertyMember is a property of a class or a value of an enum.
type PropertyMember struct {
	Span
	Name       string
	Attributes []*Attribute
	Type       *TypeConstraint
	Initial    Expression
	Static     bool
	Hidden     bool
}

// FunctionMember is a method or constructor of a class.
type FunctionMember struct {
	Span
	Name        string
	NameSpan    Span
	Attributes  []*Attribute
	ReturnType  *TypeConstraint
	Parameters  []*Parameter
	Body        *ScriptBlock
	Static      bool
	Hidden      bool
	Constructor bool
}

func (*PropertyMember) member() {}
func (*FunctionMember) member() {}

// UsingKind is the word after `using`.
type UsingKind int

// The kinds of using statement.
const (
	UsingNamespace UsingKind = iota
	UsingModule
	UsingAssembly
	UsingType
	UsingCommand
)

// UsingStatement is `using namespace|module|assembly name`.
type UsingStatement struct {
	Span
	Kind UsingKind
	// Name is the string as written, or nil when Module is a hashtable.
	Name  *StringConstant
	Alias *StringConstant
	// Module is the module specification of `using module @{...}`.
	Module *Hashtable
}
