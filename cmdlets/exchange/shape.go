package exchange

import (
	_ "embed"
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

// shape is what objects of one kind look like: the properties in order, with
// their types and the values of a fresh object.
type shape struct {
	typeNames []string
	types     []string
	fresh     value.Bag
}

var shapes sync.Map // name -> *shape

// shapeNamed returns a shape, reading it on first use.
func shapeNamed(name string) *shape {
	if s, ok := shapes.Load(name); ok {
		return s.(*shape)
	}
	s, _ := shapes.LoadOrStore(name, readShape(name))
	return s.(*shape)
}

func readShape(name string) *shape {
	s := &shape{fresh: value.NewBag(0)}
	_, block, found := strings.Cut("\n"+shapesText, "\n="+name+"\t")
	if !found {
		return s
	}
	block, _, _ = strings.Cut(block, "\n=")
	header, rows, _ := strings.Cut(block, "\n")
	s.typeNames = []string{"Deserialized." + header, "Deserialized.System.Object"}
	for row := range strings.SplitSeq(strings.TrimSuffix(rows, "\n"), "\n") {
		f := append(strings.Split(row, "\t"), "", "")
		s.types = append(s.types, f[1])
		s.fresh.Set(f[0], freshValue(f[1], f[2]))
	}
	return s
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
	return typed(typeName, text)
}

// typed gives a text the type of its property where that type is not text.
func typed(typeName, text string) value.Value {
	switch strings.TrimSuffix(typeName, "?") {
	case "Unlimited<ByteQuantifiedSize>":
		return limitText(text)
	case "ByteQuantifiedSize":
		if q, err := tenant.ParseQuota(text); err == nil && !q.Unlimited {
			return sizeValue(q.Bytes)
		}
	case "EnhancedTimeSpan":
		if d, err := tenant.ParseTimeSpan(text); err == nil {
			return spanOf(d)
		}
	case "Guid":
		if g, err := tenant.ParseGUID(text); err == nil {
			return guidOf(g)
		}
	case "datetime":
		if t, err := tenant.ParseTime(text); err == nil {
			return dateOf(t)
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

// object is an object under construction.
type object struct {
	shape *shape
	out   *value.PSObject
}

// newObject starts a fresh object of a shape.
func newObject(name string) object {
	s := shapeNamed(name)
	return object{s, &value.PSObject{Bag: s.fresh.Clone(), TypeNames: s.typeNames}}
}

// set gives a property a value; one that the shape does not have goes to the end.
func (o object) set(name string, v value.Value) {
	if i := o.out.IndexOf(value.Fold(name)); i >= 0 {
		o.out.SetAt(i, v)
		return
	}
	o.out.Set(name, v)
}

// put gives a property a value of the store, in the property's type.
func (o object) put(name string, v any) {
	i := o.out.IndexOf(value.Fold(name))
	if i < 0 {
		o.out.Set(name, valueOf(v))
		return
	}
	if i < len(o.shape.types) {
		if text, ok := v.(string); ok {
			if text == "" {
				return
			}
			if _, several := value.ListItems(o.shape.fresh.At(i)); several {
				o.out.SetAt(i, value.Strings(text))
				return
			}
			o.out.SetAt(i, typed(o.shape.types[i], text))
			return
		}
	}
	if v != nil {
		o.out.SetAt(i, valueOf(v))
	}
}

// putKnown gives the object those properties of a bag that its shape has.
func (o object) putKnown(b tenant.Bag) {
	for name, v := range b.All() {
		if o.out.IndexOf(value.Fold(name)) >= 0 {
			o.put(name, v)
		}
	}
}

// text sets several properties to texts: name, value, name, value …
func (o object) text(pairs ...string) {
	for i := 0; i+1 < len(pairs); i += 2 {
		o.put(pairs[i], pairs[i+1])
	}
}

// value is the finished object.
func (o object) value() value.Value { return value.Obj(o.out) }
