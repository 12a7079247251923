// Package jsonschema checks JSON against schemas and words what is wrong as
// PowerShell's Test-Json does.
package jsonschema

import (
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// Schema is a schema that was read.
type Schema struct {
	compiled *jsonschema.Schema
	// broken is set when the schema refers to one that cannot be loaded, which
	// is an error when it is used.
	broken error
}

// Fault is one way in which a value breaks a schema.
type Fault struct {
	Message string
	// Location is a JSON pointer to the value.
	Location string
}

// files refuses to load schemas from the network; those in files are read.
type files struct{ jsonschema.FileLoader }

// Load reads the schema of a file: URL.
func (f files) Load(address string) (any, error) {
	if !strings.HasPrefix(address, "file:") {
		return nil, fmt.Errorf("no network connection is made to %s", address)
	}
	return f.FileLoader.Load(address)
}

// Compile reads a schema; the error says that it is none. path is its file, from
// which references start, or empty.
func Compile(path, text string) (*Schema, error) {
	document, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		return nil, err
	}
	name := "schema.json"
	if path != "" {
		name = (&url.URL{Scheme: "file", Path: path}).String()
	}
	c := jsonschema.NewCompiler()
	c.UseLoader(files{})
	if err := c.AddResource(name, document); err != nil {
		return nil, err
	}
	compiled, err := c.Compile(name)
	var unloaded *jsonschema.LoadURLError
	if errors.As(err, &unloaded) {
		return &Schema{broken: err}, nil
	}
	if err != nil {
		return nil, err
	}
	return &Schema{compiled: compiled}, nil
}

// Faults lists what is wrong with a JSON text, nothing if it follows the
// schema. The error says that the schema itself cannot be used.
func (s *Schema) Faults(text string) ([]Fault, error) {
	if s.broken != nil {
		return nil, s.broken
	}
	document, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		return nil, err
	}
	var invalid *jsonschema.ValidationError
	if err := s.compiled.Validate(document); !errors.As(err, &invalid) {
		return nil, err
	}
	var faults []Fault
	collect(document, invalid, &faults)
	return faults, nil
}

// collect adds the faults of an error and of those that caused it.
func collect(document any, e *jsonschema.ValidationError, faults *[]Fault) {
	for _, f := range describe(document, e) {
		if !slices.Contains(*faults, f) {
			*faults = append(*faults, f)
		}
	}
	for _, cause := range e.Causes {
		collect(document, cause, faults)
	}
}

// pointer is the JSON pointer of a path.
func pointer(path []string) string {
	var out strings.Builder
	for _, part := range path {
		out.WriteString("/" + strings.NewReplacer("~", "~0", "/", "~1").Replace(part))
	}
	return out.String()
}
