package help

import (
	"exolab/runtime/value"
)

// commandHelp is the name of the type of help on commands, of which the parts
// take theirs.
const commandHelp = "MamlCommandHelpInfo"

// prop is a property of a help object.
type prop struct {
	name  string
	value value.Value
}

// object makes a help object.
func object(typeNames []string, props ...prop) *value.PSObject {
	o := value.NewObject(len(props))
	o.TypeNames = typeNames
	for _, p := range props {
		o.Set(p.name, p.value)
	}
	return o
}

// node makes a part of the help on a command.
func node(name string, props ...prop) *value.PSObject {
	return object([]string{commandHelp + "#" + name}, props...)
}

func text(name, s string) prop { return prop{name, value.Str(s)} }

func child(name string, o *value.PSObject) prop { return prop{name, value.Obj(o)} }

// children is a property with the one object that there is, or a list of them.
func children(name string, list []*value.PSObject) prop {
	if len(list) == 1 {
		return child(name, list[0])
	}
	items := make([]value.Value, len(list))
	for i, o := range list {
		items[i] = value.Obj(o)
	}
	return prop{name, value.List(items...)}
}

// paragraphs is a property with paragraphs of text.
func paragraphs(name string, list ...string) prop {
	items := make([]value.Value, len(list))
	for i, s := range list {
		items[i] = value.Obj(object([]string{"MamlParaTextItem", "MamlTextItem"}, text("Text", s)))
	}
	return prop{name, value.List(items...)}
}
