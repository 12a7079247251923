// Package jsonschema checks JSON against schemas and words what is wrong as
// PowerShell's Test-Json does.
package jsonschema

// Schema is a schema that was read.
type Schema struct {
	root  any
	known *library
}

// Fault is one way in which a value breaks a schema.
type Fault struct {
	Message string
	// Location is a JSON pointer to the value.
	Location string
}

// Compile reads a schema; the error says that it is none. path is its file, from
// which references start, or empty.
func Compile(path, text string) (*Schema, error) {
	root, err := parse(text)
	if err != nil {
		return nil, err
	}
	known := newLibrary()
	if err := known.add(fileAddress(path), root); err != nil {
		return nil, err
	}
	return &Schema{root, known}, nil
}

// Faults lists what is wrong with a JSON text, nothing if it follows the
// schema. The error says that the schema itself cannot be used.
func (s *Schema) Faults(text string) ([]Fault, error) {
	document, err := parse(text)
	if err != nil {
		return nil, err
	}
	c := &checker{known: s.known, active: map[visit]bool{}}
	found := c.check(s.root, document, "")
	if c.err != nil {
		return nil, c.err
	}
	var faults []Fault
	found.collect(&faults)
	return faults, nil
}
