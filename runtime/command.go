package runtime

import (
	"exolab/runtime/value"
)

// CommandKind is PowerShell's CommandTypes.
type CommandKind int

// The kinds of command.
const (
	CmdletCommand CommandKind = iota
	FunctionCommand
	FilterCommand
	AliasCommand
	ScriptFileCommand
	ApplicationCommand
)

// Command is anything that can be invoked by name.
type Command struct {
	Name    string
	Kind    CommandKind
	Module  string
	Version string
	// Target is the command that an alias stands for.
	Target string
	// Block is the body of a function, filter or script file.
	Block *ScriptBlock
	// Path is the file of a script command.
	Path string
	// New makes one invocation of a cmdlet.
	New func() Executable
	// Metadata describes the parameters; it is computed on first use.
	Metadata func() *Metadata
	// Options are ReadOnly, Constant, AllScope as in .NET's ScopedItemOptions.
	Options     int
	Description string
	// ClassName is the .NET class of a cmdlet, which error ids name.
	ClassName string
	// Synopsis is one line of help; Info is what Get-Help and Get-Command
	// read beyond this, as the registering package keeps it.
	Synopsis string
	Info     any
	// Complete lists what could stand as the value of a parameter; known is
	// false where the command cannot tell. It may be nil.
	Complete func(s *Session, parameter, word string) (list []string, known bool)
	// NotEmulated is set for cmdlets that are known by name and parameters
	// only, and answer any call with an error that says so.
	NotEmulated bool
	// Remote is set for cmdlets that run in the session of another machine, which
	// cannot be suspended: their questions do not offer it.
	Remote bool
	// Absent tells that the command is not there at present, as the cmdlets of a
	// service to which the session is not connected; nil where it always is.
	Absent func() bool
	// private is set where the command's Visibility hides it from users.
	private bool
	// resolved is what an alias stands for, once Get-Command asked.
	resolved *Command
}

// Executable is one invocation of a command inside a pipeline. Parameters are
// bound by their index in Metadata.Params before Begin (and again before each
// Process for those bound from the pipeline).
type Executable interface {
	// Bind stores the converted value of parameter i.
	Bind(i int, v value.Value) error
	Begin(ctx *Context) error
	Process(ctx *Context) error
	End(ctx *Context) error
	// Clean runs at the end in any case, also after an error or stop.
	Clean(ctx *Context) error
}

// Metadata describes a command's parameters: binder, help, completion and
// Get-Command read it.
type Metadata struct {
	// Fault is what is wrong with the param block; it is raised by the call.
	Fault      error
	Params     []*Param
	DefaultSet string
	// CmdletBinding is set for cmdlets and advanced functions: they take the
	// common parameters and no surplus arguments.
	CmdletBinding         bool
	PositionalBinding     bool
	SupportsShouldProcess bool
	// TakesFirstSet is set where the parameter sets are known from their
	// documentation alone: when several fit, the first is taken.
	TakesFirstSet bool
	// ConfirmImpact is 0 none, 1 low, 2 medium, 3 high.
	ConfirmImpact int
	OutputTypes   []string
	HelpURI       string
	// Obsolete is the message of [Obsolete()], nil without one.
	Obsolete *string
	// SupportsPaging brings -IncludeTotalCount, -Skip and -First.
	SupportsPaging bool

	plan *bindPlan
}

// AllSets is the name of the set that a parameter belongs to when it names none.
const AllSets = "__AllParameterSets"

// Param is one formal parameter.
type Param struct {
	Name    string
	Aliases []string
	// Type is the declared type; TypeObject when none was declared.
	Type *value.Type
	// Switch is set for [switch] parameters.
	Switch bool
	// Sets says in which parameter sets it stands, and how.
	Sets []ParamSet
	// Attributes are transformations and validations, in order of declaration.
	Attributes           []ParamAttribute
	AllowNull            bool
	AllowEmptyString     bool
	AllowEmptyCollection bool
	// Default is the default expression of a script parameter, or nil.
	Default func(f *Frame) (value.Value, error)
	// DefaultText is its source text, for help.
	DefaultText string
	Help        string
	DontShow    bool
	Dynamic     bool
	// Common marks -Verbose, -ErrorAction and their kin.
	Common bool
	// Completions are the values that [ArgumentCompletions] suggests; Completer
	// is the block of [ArgumentCompleter].
	Completions []string
	Completer   *ScriptBlock
	// HasType is set when a type was declared.
	HasType bool
	// Several is set for a parameter of any type that is asked for as a list.
	Several bool
	// PSTypeName is one of the type names that an argument must have, if any.
	PSTypeName string
	// Obsolete is the message of [Obsolete()], nil without one.
	Obsolete *string
	folded   string
}

// foldedName is the name as scopes look it up.
func (p *Param) foldedName() string {
	if p.folded == "" {
		p.folded = value.Fold(p.Name)
	}
	return p.folded
}

// ParamSet is a parameter's place in one parameter set.
type ParamSet struct {
	Name           string
	Mandatory      bool
	Position       int // -1 when named only
	Pipeline       bool
	PipelineByName bool
	Remaining      bool
	HelpMessage    string
}

// ParamAttribute transforms or validates an argument: ValidateSet,
// ValidateRange, a class derived from ArgumentTransformationAttribute, ...
type ParamAttribute interface {
	// Name is the attribute's name without "Attribute".
	Name() string
	// Apply returns the value to bind; the error is a ValidationMetadataException
	// or ArgumentTransformationMetadataException.
	Apply(env value.Env, v value.Value) (value.Value, error)
}
