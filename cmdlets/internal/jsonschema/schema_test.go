package jsonschema

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestFaults(t *testing.T) {
	s, err := Compile("", `{"type": "object", "required": ["name", "size"], "additionalProperties": false,
		"properties": {"name": {"type": "string", "maxLength": 5}, "size": {"type": "integer", "minimum": 1}, "kind": {"enum": ["user", "shared"]}}}`)
	require.NoError(t, err)
	for text, want := range map[string][]Fault{
		`{"name": "adele", "size": 5}`:                            nil,
		`{"name": 7, "size": 5}`:                                  {{`Value is "integer" but should be "string"`, "/name"}},
		`{"name": "adele vance"}`:                                 {{`Required properties ["size"] are not present`, ""}, {"Value should be at most 5 characters", "/name"}},
		`{"name": "lee", "size": 0}`:                              {{"0 should be at least 1", "/size"}},
		`{"name": "lee", "size": 1, "kind": "x", "other": false}`: {{falseSchema, "/other"}, {"Value should match one of the values specified by the enum", "/kind"}},
	} {
		got, err := s.Faults(text)
		require.NoError(t, err)
		require.ElementsMatch(t, want, got, text)
	}
}

func TestSchemasThatAreNone(t *testing.T) {
	_, err := Compile("", `{"type": "strin"}`)
	require.Error(t, err)
	s, err := Compile("", `{"$ref": "http://example.com/x.json"}`)
	require.NoError(t, err)
	_, err = s.Faults(`1`)
	require.ErrorContains(t, err, "no network connection")
}

func TestStrict(t *testing.T) {
	const text = "{\"a\": \"// no\", /* x */ \"b\": [1, 2,], // y\n}"
	require.Equal(t, "{\"a\": \"// no\",  \"b\": [1, 2] }", Strict(text, true, true))
	require.Equal(t, text, Strict(text, false, false))
}
