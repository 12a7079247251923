package value

// TypeTable finds types by name. Types are made on first use.
type TypeTable struct {
	parent *TypeTable
	byName map[string]func() *Type
	made   map[string]*Type
	// Fallback finds a type that was not defined here, by its folded name; nil
	// for none. It serves tables too large to be copied for each session.
	Fallback func(folded string) *Type
}

// NewTypeTable returns a table that falls back to parent, which may be nil.
func NewTypeTable(parent *TypeTable) *TypeTable {
	return &TypeTable{parent: parent, byName: map[string]func() *Type{}, made: map[string]*Type{}}
}

// Define makes a type known under a name (full name or accelerator).
func (t *TypeTable) Define(name string, make func() *Type) {
	folded := Fold(name)
	t.byName[folded] = make
	delete(t.made, folded)
}

// Forget takes back what Define made known.
func (t *TypeTable) Forget(name string) {
	folded := Fold(name)
	delete(t.byName, folded)
	delete(t.made, folded)
}

// Lookup finds a type by exactly that name, without regard to case. Arrays,
// generics and namespace prefixes are the caller's business.
func (t *TypeTable) Lookup(name string) (*Type, bool) {
	folded := Fold(name)
	for ; t != nil; t = t.parent {
		if known := t.made[folded]; known != nil {
			return known, true
		}
		if f := t.byName[folded]; f != nil {
			made := f()
			t.made[folded] = made
			return made, true
		}
		if t.Fallback != nil {
			if known := t.Fallback(folded); known != nil {
				return known, true
			}
		}
	}
	return nil, false
}
