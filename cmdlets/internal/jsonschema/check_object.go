package jsonschema

import "slices"

func checkRequired(f *frame, operand any) {
	if missing := f.missing(operand); missing != nil {
		f.fail("Required properties %s are not present", compact(missing))
	}
}

// missing are those of a list of names that an object has no member for.
func (f *frame) missing(names any) []any {
	o, ok := f.value.(*object)
	list, _ := names.([]any)
	if !ok {
		return nil
	}
	var missing []any
	for _, name := range list {
		text, _ := name.(string)
		if _, ok := o.members[text]; !ok {
			missing = append(missing, name)
		}
	}
	return missing
}

func checkProperties(f *frame, operand any) {
	o, ok := f.value.(*object)
	schemas, _ := operand.(*object)
	if !ok {
		return
	}
	for _, name := range schemas.names {
		if value, ok := o.members[name]; ok {
			f.member(schemas.members[name], name, value)
		}
	}
}

func checkPatternProperties(f *frame, operand any) {
	schemas, _ := operand.(*object)
	for _, pattern := range schemas.names {
		f.members(schemas.members[pattern], func(name string) bool { return f.matches(pattern, name) })
	}
}

// members checks the members of an object whose names are chosen.
func (f *frame) members(schema any, chosen func(name string) bool) {
	o, ok := f.value.(*object)
	if !ok {
		return
	}
	for _, name := range o.names {
		if chosen(name) {
			f.member(schema, name, o.members[name])
		}
	}
}

// checkAdditionalProperties checks the members that neither properties nor
// patternProperties names.
func checkAdditionalProperties(f *frame, operand any) {
	known := &object{}
	if o, ok := f.schema.members["properties"].(*object); ok {
		known = o
	}
	patterns, _ := f.schema.members["patternProperties"].(*object)
	f.members(operand, func(name string) bool {
		if _, ok := known.members[name]; ok {
			return false
		}
		return patterns == nil || !slices.ContainsFunc(patterns.names, func(p string) bool { return f.matches(p, name) })
	})
}

// checkPropertyNames checks the names themselves.
func checkPropertyNames(f *frame, operand any) {
	o, ok := f.value.(*object)
	if !ok {
		return
	}
	for _, name := range o.names {
		if !f.try(operand, name, f.at+"/"+pointerPart(name)).valid {
			f.valid = false
		}
	}
}

// checkDependencies checks what has to be there, or to be followed, if a member
// is there.
func checkDependencies(f *frame, operand any) {
	o, ok := f.value.(*object)
	dependencies, _ := operand.(*object)
	if !ok {
		return
	}
	lacking := &object{members: map[string]any{}}
	for _, name := range dependencies.names {
		if _, ok := o.members[name]; !ok {
			continue
		}
		needed := dependencies.members[name]
		if _, names := needed.([]any); !names {
			f.require(needed)
		} else if missing := f.missing(needed); missing != nil {
			lacking.names = append(lacking.names, name)
			lacking.members[name] = missing
		}
	}
	if len(lacking.names) > 0 {
		f.fail("Some required property dependencies are missing: %s", compact(lacking))
	}
}

func checkUnevaluatedProperties(f *frame, operand any) {
	unseen := f.unseen()
	f.members(operand, func(name string) bool { return unseen(pointerPart(name)) })
}
