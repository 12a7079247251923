package value

import "slices"

// MemberKind is PowerShell's PSMemberTypes, as Get-Member shows it.
type MemberKind uint8

// The kinds of member.
const (
	Property MemberKind = iota
	NoteProperty
	AliasProperty
	ScriptProperty
	CodeProperty
	ParameterizedProperty
	PropertySet
	DotNetMethod
	ScriptMethod
	CodeMethod
	MemberSet
	Event
)

// Env is what computed members may ask of the session that uses them.
type Env interface {
	// LookupType finds a type by its written name (full name, accelerator or
	// name below System).
	LookupType(name string) (*Type, bool)
	// Variable returns the value of a variable by name, or Null.
	Variable(name string) Value
	// WorkingDirectory is the absolute path of the current location.
	WorkingDirectory() string
	// NowTicks is the present on the session's clock, in UTC, in 100 ns ticks
	// since the year 1.
	NowTicks() int64
}

// Member is one member of an object or type as scripts see it.
type Member struct {
	Name string
	Kind MemberKind
	// Type is the type of a property as Get-Member prints it ("string", "int").
	Type string
	// Value is the content of a note property.
	Value Value
	// Get and Set compute a property; a nil Set means read-only.
	Get func(env Env, this Value) (Value, error)
	Set func(env Env, this, to Value) error
	// Method is set for the method kinds.
	Method *Method
	// Target is the property an alias stands for.
	Target string
	// Definition is what Get-Member shows where it is not derived.
	Definition string
	Hidden     bool
	// Raw marks a property of an adapter that takes any value: it converts by
	// rules of its own.
	Raw bool
}

// Method is a named group of overloads.
type Method struct {
	Name      string
	Overloads []*Overload
	// Last is the choice made last that holds for all arguments of the same
	// types, or nil.
	Last *Choice
}

// Choice is the overload chosen for arguments of certain types.
type Choice struct {
	*Overload
	// Expanded tells that the last arguments go one by one into the params array.
	Expanded bool
	// Types are those of the parameters, for a generic method as inferred.
	Types []*Type
	// Args are the types of the arguments, and Exact tells that they need no
	// conversion.
	Args  []*Type
	Exact bool
}

// Overload is one signature of a method or constructor.
type Overload struct {
	Params []Param
	// Returns is the return type as Get-Member prints it.
	Returns string
	Static  bool
	// Call runs the method with arguments already converted to Params.
	Call func(c *Call) (Value, error)
}

// Param is one parameter of an overload. Rest marks a `params` array.
type Param struct {
	Name     string
	Type     *Type
	Optional bool
	Default  Value
	Rest     bool
	// ByRef marks `ref` and `out` parameters.
	ByRef bool
}

// Call is one invocation of an overload. Neither it nor Args may be kept after
// the overload has returned: the next call uses them again.
type Call struct {
	Env  Env
	This Value
	// Type is the type on which a static method or constructor was called.
	Type *Type
	Args []Value
	// TypeArgs are the type arguments of a generic method, as in Empty[int]().
	TypeArgs []*Type
}

// Members is the member table of one type; names are in order of declaration.
type Members struct {
	instance, static table
	// Constructors is nil when the type cannot be constructed.
	Constructors *Method
}

type table struct {
	list  []*Member
	index map[string]*Member
}

func (t *table) add(m *Member) {
	if t.index == nil {
		t.index = map[string]*Member{}
	}
	name := Fold(m.Name)
	if before := t.index[name]; before != nil {
		t.list[slices.Index(t.list, before)] = m
	} else {
		t.list = append(t.list, m)
	}
	t.index[name] = m
}

// Add puts an instance member into the table, replacing one of that name.
func (m *Members) Add(member *Member) { m.instance.add(member) }

// AddStatic puts a static member into the table.
func (m *Members) AddStatic(member *Member) { m.static.add(member) }

// Lookup finds an instance member by its folded name.
func (m *Members) Lookup(folded string) *Member { return m.instance.index[folded] }

// LookupStatic finds a static member by its folded name.
func (m *Members) LookupStatic(folded string) *Member { return m.static.index[folded] }

// Instance and Static list the members in order of declaration.
func (m *Members) Instance() []*Member { return m.instance.list }

// Static lists the static members in order of declaration.
func (m *Members) Static() []*Member { return m.static.list }

// Invoker is a value that can be called: a script block or a method group.
type Invoker interface {
	Object
	// Invoke calls it with arguments and $_ set to the first one.
	Invoke(env Env, args ...Value) (Value, error)
}
