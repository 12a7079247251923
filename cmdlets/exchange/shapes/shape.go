package shapes

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"sync"

	"exolab/runtime/value"
	"exolab/store/tenant"
)

// shapesText holds the objects of Exchange: a line with name and type for
// each, then its properties with type and default.
//
//go:embed shapes.txt
var shapesText string

// Shape is what objects of one kind look like: the properties in order, with
// their types and the values of a fresh object.
type Shape struct {
	Name      string
	TypeNames []string
	Types     []string
	Fresh     value.Bag
}

var shapes sync.Map // name -> *shape

// Named returns a shape, reading it on first use.
func Named(name string) *Shape {
	if s, ok := shapes.Load(name); ok {
		return s.(*Shape)
	}
	s, _ := shapes.LoadOrStore(name, readShape(name))
	return s.(*Shape)
}

func readShape(name string) *Shape {
	s := &Shape{Name: name, Fresh: value.NewBag(0)}
	_, block, found := strings.Cut("\n"+shapesText, "\n="+name+"\t")
	if !found {
		return s
	}
	block, _, _ = strings.Cut(block, "\n=")
	header, rows, _ := strings.Cut(block, "\n")
	s.TypeNames = []string{"Deserialized." + header, "Deserialized.System.Object"}
	for row := range strings.SplitSeq(strings.TrimSuffix(rows, "\n"), "\n") {
		f := append(strings.Split(row, "\t"), "", "")
		s.Types = append(s.Types, f[1])
		s.Fresh.Set(f[0], freshValue(f[1], f[2]))
	}
	s.Fresh.SetMember(toString)
	return s
}

// FurtherOf is the property in which a record names those of its properties that
// objects of a shape show beyond the shape's own, because somebody set them.
func FurtherOf(shape string) string { return "FurtherPropertiesOf" + shape }

// views are the shapes that show the same record.
var views = []string{"Mailbox", "User", "CASMailbox", "RecipientSummary"}

// IsProperty reports whether a view of recipients has a property.
func IsProperty(name string) bool {
	folded := value.Fold(name)
	return slices.ContainsFunc(views, func(view string) bool { return Named(view).Fresh.IndexOf(folded) >= 0 })
}

// HasKin reports whether another view of the shape's records shows a property.
func (s *Shape) HasKin(property string) bool {
	if !slices.Contains(views, s.Name) {
		return false
	}
	return IsProperty(property)
}

// freshValue reads a default as the type has it.
func freshValue(typeName, text string) value.Value {
	switch {
	case strings.HasPrefix(text, "{") || strings.HasPrefix(typeName, "mvp") || strings.Contains(typeName, "MultiValued") || strings.HasSuffix(typeName, "[]"):
		return listOf(strings.Trim(text, "{}"))
	case text == "" || strings.Contains(text, "<"):
		return value.Null
	}
	switch strings.TrimSuffix(typeName, "?") {
	case "bool", "SwitchParameter":
		return value.Bool(text == "True")
	case "int", "uint32":
		if n, err := strconv.Atoi(text); err == nil {
			return value.Int(n)
		}
	case "int64", "uint64":
		if n, err := strconv.ParseInt(text, 10, 64); err == nil {
			return value.Long(n)
		}
	}
	return Typed(typeName, text)
}

// Typed gives a text the type of its property where that type is not text.
func Typed(typeName, text string) value.Value {
	switch strings.TrimSuffix(typeName, "?") {
	case "Unlimited<ByteQuantifiedSize>":
		return limitText(text)
	case "ByteQuantifiedSize":
		if q, err := tenant.ParseQuota(text); err == nil && !q.Unlimited {
			return SizeValue(q.Bytes)
		}
	case "Guid":
		if g, err := tenant.ParseGUID(text); err == nil {
			return guidOf(g)
		}
	case "datetime":
		if t, err := tenant.ParseTime(text); err == nil {
			return DateOf(t)
		}
	}
	return value.Str(text)
}

func listOf(text string) value.Value {
	if strings.TrimSpace(text) == "" || strings.ContainsAny(text, "<;") || strings.HasSuffix(text, "...") {
		return value.List()
	}
	parts := strings.Split(text, ",")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return value.Strings(parts...)
}

// Object is an object under construction.
type Object struct {
	Shape *Shape
	Out   *value.PSObject
}

// New starts a fresh object of a shape.
func New(name string) Object {
	s := Named(name)
	return Object{s, &value.PSObject{Bag: s.Fresh.Clone(), TypeNames: s.TypeNames}}
}

// Set gives a property a value; one that the shape does not have goes to the end.
func (o Object) Set(name string, v value.Value) {
	if i := o.Out.IndexOf(value.Fold(name)); i >= 0 {
		o.Out.SetAt(i, v)
		return
	}
	o.Out.Set(name, v)
}

// Put gives a property a value of the store, in the property's type.
func (o Object) Put(name string, v any) {
	i := o.Out.IndexOf(value.Fold(name))
	if i < 0 {
		o.Out.Set(name, ValueOf(v))
		return
	}
	if i < len(o.Shape.Types) {
		if text, ok := v.(string); ok {
			if text == "" {
				return
			}
			if _, several := value.ListItems(o.Shape.Fresh.At(i)); several {
				o.Out.SetAt(i, value.Strings(text))
				return
			}
			o.Out.SetAt(i, Typed(o.Shape.Types[i], text))
			return
		}
	}
	if v != nil {
		o.Out.SetAt(i, ValueOf(v))
	}
}

// PutKnown gives the object those properties of a bag that its shape has, and
// those that were set beyond it.
func (o Object) PutKnown(b tenant.Bag) {
	for name, v := range b.All() {
		if o.Out.IndexOf(value.Fold(name)) >= 0 {
			o.Put(name, v)
		}
	}
	further, _ := b.Get(FurtherOf(o.Shape.Name))
	names, _ := further.([]any)
	for _, name := range names {
		text, _ := name.(string)
		if v, ok := b.Get(text); ok {
			o.Put(text, v)
		}
	}
}

// Text sets several properties to texts: name, value, name, value …
func (o Object) Text(pairs ...string) {
	for i := 0; i+1 < len(pairs); i += 2 {
		o.Put(pairs[i], pairs[i+1])
	}
}

// Value is the finished object.
func (o Object) Value() value.Value { return value.Obj(o.Out) }
