package providers

import (
	"os"
	"sort"
	"strings"

	"exolab/runtime"
	"exolab/runtime/dotnet/collections"
	"exolab/runtime/value"
)

// Store holds the items of a drive without folders.
type Store interface {
	// Get returns the item of that name, Void where there is none.
	Get(name string) value.Value
	// List returns all items, by name.
	List() []value.Value
	// NameOf is an item's name.
	NameOf(item value.Value) string
	// Content is what Get-Content gives for an item.
	Content(item value.Value) value.Value
	// Set makes an item or gives it another value.
	Set(env value.Env, name string, to value.Value) error
	// Remove takes an item away.
	Remove(name string) error
}

type environmentStore struct{}

func environmentEntry(name, text string) value.Value {
	return value.Obj(&collections.Entry{T: value.TypeDictionaryEntry, Key: value.Str(name), Val: value.Str(text)})
}

func (environmentStore) Get(name string) value.Value {
	if text, ok := os.LookupEnv(name); ok {
		return environmentEntry(name, text)
	}
	return value.Void
}

func (environmentStore) List() []value.Value {
	lines := os.Environ()
	sort.Slice(lines, func(i, j int) bool { return strings.ToLower(lines[i]) < strings.ToLower(lines[j]) })
	out := make([]value.Value, 0, len(lines))
	for _, line := range lines {
		if name, text, ok := strings.Cut(line, "="); ok {
			out = append(out, environmentEntry(name, text))
		}
	}
	return out
}

func (environmentStore) NameOf(item value.Value) string {
	if e, ok := value.As[*collections.Entry](item); ok {
		return e.Key.Text()
	}
	return ""
}

func (environmentStore) Content(item value.Value) value.Value {
	if e, ok := value.As[*collections.Entry](item); ok {
		return e.Val
	}
	return value.Null
}

func (environmentStore) Set(env value.Env, name string, to value.Value) error {
	text := value.ToString(env, to)
	if text == "" {
		return os.Unsetenv(name)
	}
	return os.Setenv(name, text)
}

func (environmentStore) Remove(name string) error { return os.Unsetenv(name) }

type variableStore struct{ s *runtime.Session }

func (v variableStore) Get(name string) value.Value {
	if found := v.s.Current().Lookup(value.Fold(name)); found != nil {
		return value.Obj(found)
	}
	return value.Void
}

func (v variableStore) List() []value.Value {
	seen := map[string]bool{}
	var out []value.Value
	for at := v.s.Current(); at != nil; at = at.Parent() {
		for _, found := range at.Variables() {
			if folded := value.Fold(found.Name); !seen[folded] {
				seen[folded] = true
				out = append(out, value.Obj(found))
			}
		}
	}
	return byName(v, out)
}

func (variableStore) NameOf(item value.Value) string {
	if found, ok := value.As[*runtime.Variable](item); ok {
		return found.Name
	}
	return ""
}

func (variableStore) Content(item value.Value) value.Value {
	if found, ok := value.As[*runtime.Variable](item); ok {
		return found.Read()
	}
	return value.Null
}

func (v variableStore) Set(_ value.Env, name string, to value.Value) error {
	return v.s.Current().Set(name, to)
}

func (v variableStore) Remove(name string) error {
	for at := v.s.Current(); at != nil; at = at.Parent() {
		if at.Remove(value.Fold(name)) {
			break
		}
	}
	return nil
}

// byName sorts items by their names.
func byName(s Store, items []value.Value) []value.Value {
	sort.SliceStable(items, func(i, j int) bool { return value.Fold(s.NameOf(items[i])) < value.Fold(s.NameOf(items[j])) })
	return items
}
