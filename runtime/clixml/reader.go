package clixml

import (
	"encoding/base64"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/dotnet/numbers"
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// node is an element of the document.
type node struct {
	tag, name, ref string
	text           string
	kids           []*node
}

// ErrNotCLIXML says that a text is no CLIXML document.
var ErrNotCLIXML = errors.New("Data at the root level is invalid. Line 1, position 1.")

// parse reads a document into nodes.
func parse(text string) (*node, error) {
	decoder := xml.NewDecoder(strings.NewReader(strings.TrimPrefix(text, "\uFEFF")))
	decoder.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	root := &node{}
	stack := []*node{root}
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, ErrNotCLIXML
		}
		top := stack[len(stack)-1]
		switch t := token.(type) {
		case xml.StartElement:
			n := &node{tag: t.Name.Local}
			for _, a := range t.Attr {
				switch a.Name.Local {
				case "N":
					n.name = unescape(a.Value)
				case "RefId":
					n.ref = a.Value
				}
			}
			top.kids = append(top.kids, n)
			stack = append(stack, n)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			top.text += string(t)
		}
	}
	if len(root.kids) != 1 || root.kids[0].tag != "Objs" {
		return nil, ErrNotCLIXML
	}
	return root.kids[0], nil
}

// reader makes values of nodes.
type reader struct {
	env     value.Env
	objects map[string]value.Value
	types   map[string][]string
}

// Read returns the objects of a document.
func Read(env value.Env, text string) ([]value.Value, error) {
	root, err := parse(text)
	if err != nil {
		return nil, err
	}
	r := reader{env: env, objects: map[string]value.Value{}, types: map[string][]string{}}
	out := make([]value.Value, len(root.kids))
	for i, n := range root.kids {
		out[i] = r.value(n)
	}
	return out, nil
}

var tagTypes = map[string]*value.Type{"SB": value.TypeSByte, "By": value.TypeByte, "I16": value.TypeInt16, "U16": value.TypeUInt16,
	"I32": value.TypeInt32, "U32": value.TypeUInt32, "I64": value.TypeInt64, "U64": value.TypeUInt64, "Sg": value.TypeSingle,
	"Db": value.TypeDouble, "D": value.TypeDecimal, "G": value.TypeGuid, "Version": value.TypeVersion, "URI": value.TypeURI}

func (r *reader) value(n *node) value.Value {
	switch n.tag {
	case "Nil":
		return value.Null
	case "Ref":
		return r.objects[n.ref]
	case "Obj":
		return r.object(n)
	case "S", "SBK", "XD", "ToString", "SemanticVersion":
		return value.Str(unescape(n.text))
	case "B":
		return value.Bool(n.text == "true")
	case "C":
		c, _ := strconv.ParseUint(n.text, 10, 16)
		return value.Char(uint16(c))
	case "DT":
		return readDate(n.text)
	case "TS":
		return value.Span(readDuration(n.text))
	case "BA":
		raw, _ := base64.StdEncoding.DecodeString(n.text)
		return numbers.ByteArray(raw)
	}
	if t := tagTypes[n.tag]; t != nil {
		text := strings.NewReplacer("-INF", "-Infinity", "INF", "Infinity").Replace(n.text)
		if v, err := value.Convert(r.env, value.Str(text), t); err == nil {
			return v
		}
	}
	return value.Str(unescape(n.text))
}

func readDate(text string) value.Value {
	kind := netfmt.Unspecified
	if strings.HasSuffix(text, "Z") {
		kind = netfmt.UTC
	} else if len(text) > 6 && (text[len(text)-6] == '+' || text[len(text)-6] == '-') && text[len(text)-3] == ':' {
		kind = netfmt.Local
	}
	d, err := netfmt.ParseDateTimeExact(text, []string{"yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"}, netfmt.Invariant, netfmt.RoundtripKind)
	if err != nil {
		return value.Str(text)
	}
	if d.Kind != kind && kind == netfmt.Local {
		d = d.ToLocal()
	}
	return value.Date(d.Ticks, uint8(d.Kind))
}

// readDuration reads an XML Schema duration of days and smaller units.
func readDuration(text string) int64 {
	negative := strings.HasPrefix(text, "-")
	text = strings.TrimPrefix(strings.TrimPrefix(text, "-"), "P")
	const second = 10_000_000
	units := map[byte]int64{'D': netfmt.TicksPerDay, 'H': 3600 * second, 'M': 60 * second, 'S': second}
	var ticks int64
	for text = strings.Replace(text, "T", "", 1); text != ""; {
		i := strings.IndexAny(text, "DHMS")
		if i < 0 {
			break
		}
		whole, fraction, _ := strings.Cut(text[:i], ".")
		n, _ := strconv.ParseInt(whole, 10, 64)
		ticks += n * units[text[i]]
		if fraction != "" {
			f, _ := strconv.ParseInt((fraction + "0000000")[:7], 10, 64)
			ticks += f
		}
		text = text[i+1:]
	}
	if negative {
		return -ticks
	}
	return ticks
}

const deserialized = "Deserialized."

// typeNames returns the type names of an Obj element, marked as deserialized.
func (r *reader) typeNames(n *node) []string {
	for _, kid := range n.kids {
		switch kid.tag {
		case "TN":
			var names []string
			for _, t := range kid.kids {
				name := unescape(t.text)
				if !strings.HasPrefix(name, deserialized) {
					name = deserialized + name
				}
				names = append(names, name)
			}
			r.types[kid.ref] = names
			return names
		case "TNRef":
			return r.types[kid.ref]
		}
	}
	return nil
}

func (r *reader) object(n *node) value.Value {
	names := r.typeNames(n)
	bag := &value.PSObject{Bag: value.NewBag(len(n.kids)), TypeNames: names}
	if names == nil {
		bag.TypeNames = []string{deserialized + "System.Management.Automation.PSCustomObject", deserialized + "System.Object"}
	}
	result := value.Obj(bag)
	r.objects[n.ref] = result
	text := ""
	for _, kid := range n.kids {
		switch kid.tag {
		case "TN", "TNRef":
		case "ToString":
			text = unescape(kid.text)
		case "Props", "MS":
			r.notes(&bag.Bag, kid)
		case "LST", "IE", "STK", "QUE", "DCT":
			result = r.container(kid, names)
			r.objects[n.ref] = result
		default:
			result = r.primitive(kid, names, n)
			r.objects[n.ref] = result
			return result
		}
	}
	if text != "" && result.Object() == value.Object(bag) {
		bag.SetMember(toStringMethod(text))
	}
	return result
}

// toStringMethod gives back the text that an object had.
func toStringMethod(text string) *value.Member {
	o := &value.Overload{Returns: "string", Call: func(*value.Call) (value.Value, error) { return value.Str(text), nil }}
	return &value.Member{Name: "ToString", Kind: value.DotNetMethod, Hidden: true, Method: &value.Method{Name: "ToString", Overloads: []*value.Overload{o}}}
}

func (r *reader) notes(b *value.Bag, n *node) {
	for _, kid := range n.kids {
		b.Set(kid.name, r.value(kid))
	}
}

// primitive is a scalar with type names or members of its own.
func (r *reader) primitive(kid *node, names []string, n *node) value.Value {
	d := &value.Decorated{Inner: r.value(kid)}
	if names != nil {
		d.Extend().TypeNames = names
	}
	for _, other := range n.kids {
		if other.tag == "MS" {
			r.notes(&d.Extend().Members, other)
		}
	}
	return value.Obj(d)
}

func (r *reader) container(n *node, names []string) value.Value {
	if n.tag == "DCT" {
		return r.dictionary(n, names)
	}
	items := make([]value.Value, len(n.kids))
	for i, kid := range n.kids {
		items[i] = r.value(kid)
	}
	if n.tag == "QUE" || n.tag == "STK" {
		name := map[string]string{"QUE": "System.Collections.Queue", "STK": "System.Collections.Stack"}[n.tag]
		if t, ok := r.env.LookupType(name); ok {
			if v, err := dotnet.New(r.env, t, []value.Value{value.List(items...)}); err == nil {
				return v
			}
		}
	}
	list := value.NewArrayList(items)
	list.Extend().TypeNames = names
	return value.Obj(list)
}

func (r *reader) dictionary(n *node, names []string) value.Value {
	d := value.NewHashtable()
	if len(names) > 0 && strings.HasSuffix(names[0], "OrderedDictionary") {
		d = value.NewOrdered()
	}
	for _, entry := range n.kids {
		var key, v value.Value
		for _, part := range entry.kids {
			if part.name == "Key" {
				key = r.value(part)
			} else {
				v = r.value(part)
			}
		}
		d.Set(key, v)
	}
	d.Extend().TypeNames = names
	return value.Obj(d)
}
