package dotnet

import "exolab/runtime/value"

// Rows fills the member table of a type that lives outside this package, row
// by row, by signatures as C# would write them with PowerShell's type names.
type Rows struct{ b table }

// NewRows starts the rows of type t; it is called from t's Load function.
func NewRows(t *value.Type, m *value.Members) Rows { return Rows{table{t, m}} }

// Get adds a read-only property that cannot fail: "int Length".
func (r Rows) Get(sig string, get func(this value.Value) value.Value) { r.b.get(sig, get) }

// Property adds a property; a nil set makes it read-only.
func (r Rows) Property(sig string, get func(env value.Env, this value.Value) (value.Value, error), set func(env value.Env, this, to value.Value) error) {
	r.b.property(sig, get, set)
}

// Method adds an overload of an instance method.
func (r Rows) Method(sig string, run func(c *value.Call) (value.Value, error)) { r.b.method(sig, run) }

// Static adds an overload of a static method.
func (r Rows) Static(sig string, run func(c *value.Call) (value.Value, error)) { r.b.static(sig, run) }

// Constructor adds a constructor: "(string s, int count)".
func (r Rows) Constructor(sig string, run func(c *value.Call) (value.Value, error)) {
	r.b.constructor(sig, run)
}
