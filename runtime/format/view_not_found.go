package format

import (
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// ViewNotFound says that an object's type has no view of that name and shape.
type ViewNotFound struct {
	View, TypeName string
	Shape          Shape
	// Valid are the views of the shape that the type has, Others the shapes in
	// which it has a view of that name.
	Valid  []string
	Others []Shape
}

var shapeNames = map[Shape]string{Table: "Table", List: "List", Wide: "Wide", Custom: "Custom"}

// Error says what views there are.
func (e *ViewNotFound) Error() string {
	shape := shapeNames[e.Shape]
	switch {
	case len(e.Valid) > 0:
		return "The view name " + e.View + " cannot be found. Specify one of the following " + shape + " views and try again: " + strings.Join(e.Valid, ", ") + "."
	case len(e.Others) > 0:
		commands := make([]string, len(e.Others))
		for i, other := range e.Others {
			commands[i] = "Format-" + shapeNames[other]
		}
		return " The view name " + e.View + " cannot be found in the " + shape + " formatting. Try using one of these other format cmdlets: " + strings.Join(commands, ", ")
	}
	return "The view name " + e.View + " cannot be found. There are no existing " + shape + " views for " + e.TypeName + " objects."
}

// viewNotFound gathers the views of an object's own type. Those of files and
// folders are given to a set of types, which PowerShell does not look into here.
func (f *Formatter) viewNotFound(v value.Value) error {
	e := &ViewNotFound{View: f.options.View, TypeName: dotnet.TypeString(value.TypeOf(value.Unwrap(v))), Shape: f.options.Shape}
	if name := f.names.of(v)[0]; f.findView([]string{name}, func(*view) bool { return true }) != nil {
		e.TypeName = name
	}
	f.findView([]string{e.TypeName}, func(w *view) bool {
		switch {
		case strings.HasPrefix(w.name, "children"):
		case viewShapes[w.kind] == e.Shape:
			e.Valid = append(e.Valid, w.name)
		case strings.EqualFold(w.name, e.View):
			e.Others = append(e.Others, viewShapes[w.kind])
		}
		return false
	})
	return e
}
