package format

import (
	_ "embed"
	"strings"
	"sync"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

//go:embed display_sets.tsv
var displaySetsText string

// displaySets are the default display properties that PowerShell's type data
// gives to types.
var displaySets = sync.OnceValue(func() map[string][]string {
	sets := map[string][]string{}
	for line := range strings.Lines(displaySetsText) {
		if name, list, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t"); ok {
			sets[name] = strings.Split(list, ",")
		}
	}
	return sets
})

var standardMembers = dotnet.NameOf("PSStandardMembers")

// DefaultDisplaySet is the name of the property set that says which
// properties of an object are shown.
const DefaultDisplaySet = "DefaultDisplayPropertySet"

// defaultSet returns the properties by which an object is shown when no
// others are asked for, or nil.
func defaultSet(env value.Env, v value.Value, names []string) []string {
	if m := dotnet.GetMember(env, v, standardMembers); m != nil {
		if set := memberSetNames(m.Value, DefaultDisplaySet); set != nil {
			return set
		}
	}
	if _, custom := v.Object().(*value.PSObject); custom && len(names) == len(customNames) && names[0] == customNames[0] {
		return nil
	}
	sets := displaySets()
	for _, name := range names {
		if set := sets[name]; set != nil {
			return set
		}
	}
	return nil
}

// memberSetNames finds a property set in the members of a member set.
func memberSetNames(members value.Value, name string) []string {
	var found []string
	look := func(v value.Value) error {
		if info, ok := value.As[*dotnet.MemberInfo](v); ok && strings.EqualFold(info.Member.Name, name) {
			found = texts(info.Member.Value)
		}
		return nil
	}
	if each := enumerate(members); each != nil {
		_ = each(look)
	} else {
		_ = look(members)
	}
	return found
}

// propertySet returns the names in a property set of an object, or nil.
func propertySet(env value.Env, v value.Value, name string) []string {
	if m := dotnet.GetMember(env, v, dotnet.NameOf(name)); m != nil && m.Kind == value.PropertySet {
		return texts(m.Value)
	}
	return nil
}

func texts(v value.Value) []string {
	var out []string
	each := enumerate(v)
	if each == nil {
		return []string{value.ToString(nil, v)}
	}
	_ = each(func(item value.Value) error {
		out = append(out, value.ToString(nil, item))
		return nil
	})
	return out
}
