package main

import (
	"encoding/json"
	"strings"
)

type object struct {
	Object     string
	TypeNames  []string
	Properties [][]string
}

// shapes writes one block per object: a line with its name and type, then one
// line per property: name, type and default.
func shapes(facts []byte) (string, error) {
	var file struct{ Objects []object }
	if err := json.Unmarshal(facts, &file); err != nil {
		return "", err
	}
	var out strings.Builder
	for _, o := range file.Objects {
		name, _, _ := strings.Cut(o.TypeNames[0], " ")
		out.WriteString("=" + o.Object + "\t" + strings.TrimPrefix(name, "Deserialized.") + "\n")
		for _, p := range o.Properties {
			out.WriteString(strings.Join(p, "\t") + "\n")
		}
	}
	return out.String(), nil
}
