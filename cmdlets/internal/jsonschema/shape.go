package jsonschema

import (
	"encoding/json"
	"fmt"
	"slices"

	"exolab/runtime/netfmt"
)

// shape reports whether a keyword's value may be what it is, and lists the
// schemas in it.
type shape func(operand any) (schemas []any, ok bool)

// examine checks the shape of a schema and of all that it holds, and notes
// which document each belongs to.
func (l *library) examine(schema any, d *document) error {
	if _, ok := schema.(bool); ok {
		return nil
	}
	o, ok := schema.(*object)
	if !ok {
		return fmt.Errorf("%s is no schema", compact(schema))
	}
	if l.homes[o] != nil {
		return nil
	}
	d, err := l.identify(o, d)
	if err != nil {
		return err
	}
	l.homes[o] = d
	for _, name := range o.names {
		k, ok := l.keywords[name]
		if !ok {
			continue
		}
		schemas, ok := k.shape(o.members[name])
		if !ok {
			return fmt.Errorf("%q may not be %s", name, compact(o.members[name]))
		}
		for _, s := range schemas {
			if err := l.examine(s, d); err != nil {
				return err
			}
		}
	}
	return nil
}

func anyShape(any) ([]any, bool) { return nil, true }

func textShape(operand any) ([]any, bool) {
	_, ok := operand.(string)
	return nil, ok
}

func numberShape(operand any) ([]any, bool) {
	_, ok := operand.(json.Number)
	return nil, ok
}

// limitShape is a number, or whether the limit beside it is exclusive, as it
// was up to draft 4.
func limitShape(operand any) ([]any, bool) {
	_, draft4 := operand.(bool)
	_, ok := operand.(json.Number)
	return nil, ok || draft4
}

func stepShape(operand any) ([]any, bool) {
	n, ok := operand.(json.Number)
	return nil, ok && exact(n).Sign() > 0
}

func countShape(operand any) ([]any, bool) {
	n, ok := operand.(json.Number)
	return nil, ok && exact(n).IsInt() && exact(n).Sign() >= 0
}

func boolShape(operand any) ([]any, bool) {
	_, ok := operand.(bool)
	return nil, ok
}

func listShape(operand any) ([]any, bool) {
	_, ok := operand.([]any)
	return nil, ok
}

func namesShape(operand any) ([]any, bool) {
	list, ok := operand.([]any)
	return nil, ok && !slices.ContainsFunc(list, func(name any) bool { _, text := name.(string); return !text })
}

func namesByNameShape(operand any) ([]any, bool) {
	o, ok := operand.(*object)
	for _, name := range membersOf(o) {
		if _, names := namesShape(name); !names {
			return nil, false
		}
	}
	return nil, ok
}

func typeShape(operand any) ([]any, bool) {
	types, ok := operand.([]any)
	if !ok {
		types = []any{operand}
	}
	return nil, len(types) > 0 && !slices.ContainsFunc(types, func(t any) bool { return !isType(t) })
}

func isType(name any) bool {
	switch name {
	case "null", "boolean", "integer", "number", "string", "array", "object":
		return true
	}
	return false
}

func patternShape(operand any) ([]any, bool) {
	pattern, ok := operand.(string)
	if !ok {
		return nil, false
	}
	_, err := netfmt.LoadRegex(pattern, netfmt.RegexNone)
	return nil, err == nil
}

func schemaShape(operand any) ([]any, bool) { return []any{operand}, true }

func schemasShape(operand any) ([]any, bool) {
	list, ok := operand.([]any)
	return list, ok && len(list) > 0
}

// itemsShape is a schema for all items, or one for each as it was up to draft
// 2019-09.
func itemsShape(operand any) ([]any, bool) {
	if list, ok := operand.([]any); ok {
		return list, true
	}
	return []any{operand}, true
}

func schemasByNameShape(operand any) ([]any, bool) {
	o, ok := operand.(*object)
	return membersOf(o), ok
}

func schemasByPatternShape(operand any) ([]any, bool) {
	o, ok := operand.(*object)
	if !ok {
		return nil, false
	}
	for _, pattern := range o.names {
		if _, ok := patternShape(pattern); !ok {
			return nil, false
		}
	}
	return membersOf(o), true
}

// dependenciesShape has names or a schema for each name.
func dependenciesShape(operand any) (schemas []any, ok bool) {
	o, ok := operand.(*object)
	for _, member := range membersOf(o) {
		if _, names := namesShape(member); !names {
			schemas = append(schemas, member)
		}
	}
	return schemas, ok
}

// membersOf lists the values of an object in their order.
func membersOf(o *object) []any {
	if o == nil {
		return nil
	}
	list := make([]any, len(o.names))
	for i, name := range o.names {
		list[i] = o.members[name]
	}
	return list
}
