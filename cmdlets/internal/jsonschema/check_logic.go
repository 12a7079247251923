package jsonschema

// checkRef checks against the schema elsewhere. Dynamic references lead where
// static ones would.
func checkRef(f *frame, operand any) {
	ref, _ := operand.(string)
	target, err := f.known.resolve(f.schema, ref)
	if err != nil {
		f.err = err
		return
	}
	f.require(target)
}

func checkAllOf(f *frame, operand any) {
	schemas, _ := operand.([]any)
	if f.followed(operand) < len(schemas) {
		f.valid = false
	}
}

func checkAnyOf(f *frame, operand any) {
	if f.followed(operand) == 0 {
		f.valid = false
	}
}

func checkOneOf(f *frame, operand any) {
	if n := f.followed(operand); n != 1 {
		f.fail("Expected 1 matching subschema but found %d", n)
	}
}

// followed is how many of the schemas in a list the value follows.
func (f *frame) followed(operand any) (n int) {
	schemas, _ := operand.([]any)
	for _, schema := range schemas {
		if f.here(schema) {
			n++
		}
	}
	return n
}

func checkNot(f *frame, operand any) {
	if f.try(operand, f.value, f.at).valid {
		f.fail("Expected no matching subschema")
	}
}

func checkIf(f *frame, operand any) {
	branch := "else"
	if f.here(operand) {
		branch = "then"
	}
	if schema, ok := f.schema.members[branch]; ok {
		f.require(schema)
	}
}
