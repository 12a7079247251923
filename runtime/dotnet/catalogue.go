package dotnet

import (
	"strings"
	"sync"

	"exolab/runtime/value"
)

// catalogue is every built-in type by folded full name or accelerator. It is
// built on first use; types spelled as text rows are made one by one as they
// are asked for.
var catalogue struct {
	once sync.Once
	mu   sync.Mutex
	made map[string]*value.Type
	rows map[string]func() *value.Type
	// accelerators maps folded short names to folded full names.
	accelerators map[string]string
}

// NewTypeTable returns a table in which a session finds the built-in types and
// can define its own. The first call's rows stay the built-in types.
func NewTypeTable(rows func() []TypeRow) *value.TypeTable {
	catalogue.once.Do(func() {
		buildCatalogue(rows())
		value.TypeNamed = builtinType
	})
	t := value.NewTypeTable(nil)
	t.Fallback = builtinType
	return t
}

func buildCatalogue(rows []TypeRow) {
	catalogue.made = map[string]*value.Type{}
	catalogue.rows = map[string]func() *value.Type{}
	catalogue.accelerators = map[string]string{}
	for _, row := range rows {
		if row.Load != nil {
			row.Type.Load = row.Load
		}
		catalogue.made[value.Fold(row.Type.FullName)] = row.Type
	}
	addTextRows(enumRows+cmdletEnumRows, makeEnum)
	for _, name := range value.ExceptionTypeNames() {
		t := value.ExceptionType(name)
		t.Load = loadExceptionType
		catalogue.made[value.Fold(name)] = t
	}
	addTextRows(opaqueRows, makeOpaque)
	for _, pair := range strings.Fields(acceleratorRows) {
		short, full, _ := strings.Cut(pair, "=")
		catalogue.accelerators[value.Fold(short)] = value.Fold(full)
	}
}

// AddTypes makes types of another package built-in: signatures can name them.
// It is to be called after the first table was made.
func AddTypes(types ...*value.Type) {
	catalogue.mu.Lock()
	defer catalogue.mu.Unlock()
	for _, t := range types {
		catalogue.made[value.Fold(t.FullName)] = t
	}
}

// addTextRows indexes rows whose first word is a type's full name.
func addTextRows(text string, make func(row string) *value.Type) {
	for row := range strings.Lines(text) {
		if row = strings.TrimSpace(row); row == "" {
			continue
		}
		name, _, _ := strings.Cut(row, " ")
		catalogue.rows[value.Fold(name)] = func() *value.Type { return make(row) }
	}
}

// builtinType finds a built-in type by folded full name or accelerator; nil if
// there is none.
func builtinType(folded string) *value.Type {
	if full, ok := catalogue.accelerators[folded]; ok {
		folded = full
	}
	catalogue.mu.Lock()
	t, row := catalogue.made[folded], catalogue.rows[folded]
	catalogue.mu.Unlock()
	switch {
	case t != nil:
		return t
	case row == nil:
		return value.InterfaceNamed(folded)
	}
	made := row()
	catalogue.mu.Lock()
	defer catalogue.mu.Unlock()
	if t := catalogue.made[folded]; t != nil {
		return t
	}
	catalogue.made[folded] = made
	return made
}

// MustType returns a built-in type that the package's own tables name; it is
// Object for a name that is not in the catalogue.
func MustType(name string) *value.Type {
	if t, ok := lookupBuiltin(name); ok {
		return t
	}
	return value.TypeObject
}

func lookupBuiltin(name string) (*value.Type, bool) {
	return resolve(func(plain string) (*value.Type, bool) {
		folded := value.Fold(plain)
		if t := builtinType(folded); t != nil {
			return t, true
		}
		t := builtinType("system." + folded)
		return t, t != nil
	}, name)
}

// TypeRow ties a type to the function that fills its table.
type TypeRow struct {
	Type *value.Type
	// Load fills the table; nil for a type without members of its own.
	Load func(t *value.Type, m *value.Members)
}
