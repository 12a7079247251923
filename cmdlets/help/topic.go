package help

import (
	"embed"
	"path"
	"strings"

	"exolab/runtime"
	"exolab/runtime/value"
)

// topic is the help on one thing.
type topic struct {
	name, category, module, synopsis string
	// uri is the address of the topic's page, or "".
	uri string
	// full is what Get-Help emits.
	full       value.Value
	parameters []*value.PSObject
}

// short is the topic as a list shows it.
func (t *topic) short() value.Value {
	return value.Obj(object([]string{"HelpInfoShort"}, prop{"Name", value.Str(t.name)}, prop{"Category", value.Str(t.category)},
		prop{"Synopsis", value.Str(t.synopsis)}, prop{"ModuleName", value.Str(t.module)}))
}

// inView is the topic with type names that choose another view.
func (t *topic) inView(view string) value.Value {
	full, ok := t.full.Object().(*value.PSObject)
	if !ok {
		return t.full
	}
	shown := &value.PSObject{Bag: full.Clone(), T: full.T}
	for _, name := range full.TypeNames {
		shown.TypeNames = append(shown.TypeNames, name+"#"+view)
	}
	shown.TypeNames = append(shown.TypeNames, full.TypeNames...)
	return value.Obj(shown)
}

// categoryOf is the help category of a command.
func categoryOf(c *runtime.Command) string {
	switch c.Kind {
	case runtime.AliasCommand:
		return "Alias"
	case runtime.FunctionCommand:
		return "Function"
	case runtime.FilterCommand:
		return "Filter"
	case runtime.ScriptFileCommand:
		return "ExternalScript"
	}
	return "Cmdlet"
}

// aboutFiles are the topics on what exolab adds; the first line of each is its
// synopsis.
//
//go:embed about/*.txt
var aboutFiles embed.FS

// aboutNames lists the about_ topics.
func aboutNames() []string {
	entries, _ := aboutFiles.ReadDir("about")
	names := make([]string, len(entries))
	for i, e := range entries {
		names[i] = strings.TrimSuffix(e.Name(), ".txt")
	}
	return names
}

// aboutTopic finds an about_ topic by name.
func aboutTopic(name string) (topic, bool) {
	folded := strings.ToLower(name)
	text, err := aboutFiles.ReadFile(path.Join("about", folded+".txt"))
	if err != nil {
		return topic{}, false
	}
	synopsis, _, _ := strings.Cut(string(text), "\n")
	return topic{name: folded, category: "HelpFile", synopsis: synopsis, full: value.Str(string(text))}, true
}
