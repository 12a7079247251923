package jsonschema

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"exolab/runtime/sandbox"
)

// document is a schema that references can name by an address of its own: a
// text, or a part of one that has an $id.
type document struct {
	address *url.URL
	root    any
	anchors map[string]*object
}

// library holds the documents that were read.
type library struct {
	keywords  map[string]keyword
	documents map[string]*document
	// homes is the document of each schema whose shape was examined.
	homes map[*object]*document
}

func newLibrary() *library {
	return &library{keywords(), map[string]*document{}, map[*object]*document{}}
}

// fileAddress is the address of a file; a schema without one has an empty
// address.
func fileAddress(path string) *url.URL {
	if path == "" {
		return &url.URL{}
	}
	return &url.URL{Scheme: "file", Path: path}
}

// add examines a document and keeps it under its address.
func (l *library) add(address *url.URL, root any) error {
	d := &document{address, root, map[string]*object{}}
	if err := l.examine(root, d); err != nil {
		return err
	}
	l.documents[address.String()] = d
	return nil
}

// identify is the document that a schema belongs to: one of its own if it has
// an $id.
func (l *library) identify(schema *object, d *document) (*document, error) {
	id, ok := schema.members["$id"].(string)
	if !ok {
		id, ok = schema.members["id"].(string)
	}
	if ok && id != "" {
		address, err := d.address.Parse(id)
		if err != nil {
			return nil, fmt.Errorf("$id %q is no address", id)
		}
		if address.Fragment != "" {
			d.anchors[address.Fragment] = schema
		}
		if address.Fragment == "" || !strings.HasPrefix(id, "#") {
			address.Fragment = ""
			d = &document{address, schema, map[string]*object{}}
			l.documents[address.String()] = d
		}
	}
	for _, name := range [...]string{"$anchor", "$dynamicAnchor"} {
		if anchor, ok := schema.members[name].(string); ok {
			d.anchors[anchor] = schema
		}
	}
	return d, nil
}

// resolve is the schema that a reference in a schema leads to.
func (l *library) resolve(from *object, ref string) (any, error) {
	address, err := l.homes[from].address.Parse(ref)
	if err != nil {
		return nil, fmt.Errorf("$ref %q is no address", ref)
	}
	fragment := address.Fragment
	address.Fragment, address.RawFragment = "", ""
	d, err := l.load(address)
	if err != nil {
		return nil, err
	}
	target, ok := d.find(fragment)
	if !ok {
		return nil, fmt.Errorf("$ref %q leads nowhere", ref)
	}
	return target, l.examine(target, d)
}

// load is the document at an address. Those in files are read when they are
// first needed; no network connection is made.
func (l *library) load(address *url.URL) (*document, error) {
	name := address.String()
	if d, ok := l.documents[name]; ok {
		return d, nil
	}
	if address.Scheme != "file" {
		return nil, fmt.Errorf("no network connection is made to %s", name)
	}
	text, err := sandbox.ReadFile(address.Path)
	if err != nil {
		return nil, fmt.Errorf("cannot read %s", address.Path)
	}
	root, err := parse(string(text))
	if err != nil {
		return nil, err
	}
	if err := l.add(address, root); err != nil {
		return nil, err
	}
	return l.documents[name], nil
}

// find is the part of a document that a fragment names: a JSON pointer, an
// anchor, or nothing for all of it.
func (d *document) find(fragment string) (any, bool) {
	if fragment == "" {
		return d.root, true
	}
	if !strings.HasPrefix(fragment, "/") {
		schema, ok := d.anchors[fragment]
		return schema, ok
	}
	at := d.root
	for part := range strings.SplitSeq(fragment[1:], "/") {
		switch v := at.(type) {
		case *object:
			member, ok := v.members[strings.NewReplacer("~1", "/", "~0", "~").Replace(part)]
			if !ok {
				return nil, false
			}
			at = member
		case []any:
			i, err := strconv.Atoi(part)
			if err != nil || i < 0 || i >= len(v) {
				return nil, false
			}
			at = v[i]
		default:
			return nil, false
		}
	}
	return at, true
}
