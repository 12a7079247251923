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
// can define its own.
func NewTypeTable() *value.TypeTable {
	buildCatalogueOnce()
	t := value.NewTypeTable(nil)
	t.Fallback = builtinType
	return t
}

func buildCatalogueOnce() {
	catalogue.once.Do(func() {
		catalogue.made = map[string]*value.Type{}
		catalogue.rows = map[string]func() *value.Type{}
		catalogue.accelerators = map[string]string{}
		for _, row := range typeRows() {
			if row.load != nil {
				load := row.load
				row.t.Load = func(t *value.Type, m *value.Members) {
					load(t, m)
					arrange(t, m)
				}
			}
			catalogue.made[value.Fold(row.t.FullName)] = row.t
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
	})
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
	buildCatalogueOnce()
	if full, ok := catalogue.accelerators[folded]; ok {
		folded = full
	}
	catalogue.mu.Lock()
	t, row := catalogue.made[folded], catalogue.rows[folded]
	catalogue.mu.Unlock()
	if t != nil || row == nil {
		return t
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

// mustType returns a built-in type that the package's own tables name; it is
// Object for a name that is not in the catalogue.
func mustType(name string) *value.Type {
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

// typeRow ties a type to the function that fills its table.
type typeRow struct {
	t    *value.Type
	load func(t *value.Type, m *value.Members)
}
