package jsonschema

import (
	"errors"
	"fmt"
	"maps"
	"strconv"
	"strings"

	"exolab/runtime/netfmt"
)

const falseSchema = "All values fail against the false schema"

var errEndless = errors.New("the schema refers to itself without end")

// result is what a schema says of a value.
type result struct {
	faults []Fault
	valid  bool
	// details are the results of the schemas in the schema.
	details []*result
	// seen are the members or items that some schema answered for, by their
	// part of a JSON pointer.
	seen map[string]bool
}

// collect adds the faults of a result and of those below it. A result that is
// valid hides what lies below, and only that does: as PowerShell does, it tells
// the faults of an alternative that failed beside one that did not if
// something else is wrong with the value.
func (r *result) collect(faults *[]Fault) {
	if r.valid {
		return
	}
	*faults = append(*faults, r.faults...)
	for _, d := range r.details {
		d.collect(faults)
	}
}

// visit is a schema that a value is being checked against.
type visit struct {
	schema *object
	at     string
}

// checker checks one text. The first error ends it.
type checker struct {
	known  *library
	active map[visit]bool
	err    error
}

// check checks the value at a JSON pointer against a schema.
func (c *checker) check(schema, value any, at string) *result {
	r := &result{valid: true}
	o, ok := schema.(*object)
	if !ok {
		if schema == false {
			r.faults, r.valid = []Fault{{falseSchema, at}}, false
		}
		return r
	}
	here := visit{o, at}
	if c.active[here] {
		c.err = errEndless
	}
	if c.err != nil {
		return r
	}
	c.active[here] = true
	defer delete(c.active, here)
	f := &frame{c, o, value, at, r}
	f.run(false)
	f.run(true)
	return r
}

// frame is the check of one value against one schema.
type frame struct {
	*checker
	schema *object
	value  any
	at     string
	*result
}

// run applies the keywords: those that look at what others have seen come last.
func (f *frame) run(last bool) {
	for _, name := range f.schema.names {
		if k, ok := f.known.keywords[name]; ok && k.check != nil && k.last == last {
			k.check(f, f.schema.members[name])
		}
	}
}

// fail tells a fault of the value itself.
func (f *frame) fail(format string, args ...any) {
	f.faults = append(f.faults, Fault{fmt.Sprintf(format, args...), f.at})
	f.valid = false
}

// try checks a value against a schema in this one; whether that decides
// anything is the caller's.
func (f *frame) try(schema, value any, at string) *result {
	r := f.checker.check(schema, value, at)
	f.details = append(f.details, r)
	return r
}

// here checks the value itself against a schema in this one and takes over what
// that has seen.
func (f *frame) here(schema any) bool {
	r := f.try(schema, f.value, f.at)
	if r.valid {
		for key := range r.seen {
			f.see(key)
		}
	}
	return r.valid
}

// require is here for a schema that has to be followed.
func (f *frame) require(schema any) {
	if !f.here(schema) {
		f.valid = false
	}
}

// member checks a member of an object, which has to follow the schema.
func (f *frame) member(schema any, name string, value any) {
	f.child(schema, pointerPart(name), value)
}

// item is member for an item of an array.
func (f *frame) item(schema any, index int, value any) {
	f.child(schema, strconv.Itoa(index), value)
}

// pointerPart is a name as JSON pointers have it.
func pointerPart(name string) string {
	return strings.NewReplacer("~", "~0", "/", "~1").Replace(name)
}

func (f *frame) child(schema any, key string, value any) {
	f.see(key)
	if !f.try(schema, value, f.at+"/"+key).valid {
		f.valid = false
	}
}

func (f *frame) see(key string) {
	if f.seen == nil {
		f.seen = map[string]bool{}
	}
	f.seen[key] = true
}

// unseen are the keys that nothing answered for up to now.
func (f *frame) unseen() func(key string) bool {
	before := maps.Clone(f.seen)
	return func(key string) bool { return !before[key] }
}

// matches reports whether a text has a match of a .NET regular expression.
func (f *frame) matches(pattern, text string) bool {
	re, err := netfmt.LoadRegex(pattern, netfmt.RegexNone)
	if err != nil {
		f.err = err
		return false
	}
	found, err := re.MatchString(text)
	if err != nil {
		f.err = err
	}
	return found
}
