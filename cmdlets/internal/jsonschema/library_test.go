package jsonschema

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestReferences(t *testing.T) {
	run(t, []keywordCase{
		{`{"properties":{"next":{"$ref":"#"}},"type":"object"}`, `{"next":{"next":{}}}`, `{"next":{"next":1}}`, `Value is "integer" but should be "object" at '/next/next'`},
		{`{"$ref":"#/definitions/a","definitions":{"a":{"type":"null"}}}`, `null`, `1`, `Value is "integer" but should be "null" at ''`},
		{`{"$ref":"#/$defs/a~1b%20c","$defs":{"a/b c":{"type":"null"}}}`, `null`, `1`, `Value is "integer" but should be "null" at ''`},
		{`{"items":{"$ref":"#/parts/0"},"parts":[{"type":"null"}]}`, `[null]`, `[1]`, `Value is "integer" but should be "null" at '/0'`},
		{`{"$ref":"#name","$defs":{"a":{"$anchor":"name","type":"null"}}}`, `null`, `1`, `Value is "integer" but should be "null" at ''`},
		{`{"$id":"http://example.com/root.json","$ref":"item.json","$defs":{"i":{"$id":"item.json","$ref":"#/$defs/n","$defs":{"n":{"type":"null"}}}}}`, `null`, `1`,
			`Value is "integer" but should be "null" at ''`},
	})
}

func TestReferencesToFiles(t *testing.T) {
	folder := t.TempDir()
	write := func(name, text string) {
		require.NoError(t, os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600))
	}
	write("name part.json", "\ufeff"+`{"definitions":{"short":{"maxLength":3}},"allOf":[{"$ref":"#/definitions/short"},{"$ref":"other.json"}]}`)
	write("other.json", `{"type":"string"}`)
	write("broken.json", `{"type":"strin"}`)
	main := filepath.Join(folder, "main.json")
	s, err := Compile(main, `{"items":{"$ref":"name%20part.json"}}`)
	require.NoError(t, err)
	faults, err := s.Faults(`["abc", "abcd", 5]`)
	require.NoError(t, err)
	require.Equal(t, []Fault{{"Value should be at most 3 characters", "/1"}, {`Value is "integer" but should be "string"`, "/2"}}, faults)
	for ref, want := range map[string]string{"none.json": "cannot read", "broken.json": `"type" may not be`, "https://example.com/a": "no network connection",
		"#/none": "leads nowhere", "#none": "leads nowhere", "other.json#/type": "is no schema", "%zz": "is no address"} {
		s, err := Compile(main, `{"items":{"$ref":"`+ref+`"}}`)
		require.NoError(t, err)
		for range 2 {
			_, err = s.Faults(`[1]`)
			require.ErrorContains(t, err, want, ref)
		}
		faults, err = s.Faults(`[]`)
		require.NoError(t, err, "a reference that is not needed")
		require.Empty(t, faults)
	}
}

func TestEndlessReferences(t *testing.T) {
	for _, schema := range []string{`{"$ref":"#"}`, `{"allOf":[{"$ref":"#/$defs/a"}],"$defs":{"a":{"not":{"$ref":"#"}}}}`} {
		s, err := Compile("", schema)
		require.NoError(t, err)
		_, err = s.Faults(`1`)
		require.ErrorIs(t, err, errEndless)
	}
}

func TestOddSchemas(t *testing.T) {
	for _, schema := range []string{``, `{`, `{"description", "type": "object"}`, `5`, `"x"`, `null`, `[]`, `{"type":5}`, `{"type":[]}`, `{"enum":1}`, `{"minimum":"1"}`,
		`{"exclusiveMinimum":"1"}`, `{"multipleOf":0}`, `{"multipleOf":-1}`, `{"minLength":-1}`, `{"maxItems":1.5}`, `{"pattern":"("}`, `{"pattern":1}`,
		`{"patternProperties":{"[":true}}`, `{"patternProperties":[]}`, `{"properties":[]}`, `{"properties":{"a":1}}`, `{"required":"a"}`, `{"required":[1]}`,
		`{"dependentRequired":{"a":[1]}}`, `{"dependencies":{"a":1}}`, `{"items":1}`, `{"items":[1]}`, `{"prefixItems":[]}`, `{"allOf":[]}`, `{"anyOf":{}}`, `{"not":1}`,
		`{"if":[]}`, `{"uniqueItems":1}`, `{"additionalProperties":"no"}`, `{"$defs":{"a":[]}}`, `{"$ref":1}`, `{"contains":null}`, `{"$id":"%zz"}`,
		strings.Repeat(`{"not":`, 20000) + `true` + strings.Repeat(`}`, 20000)} {
		_, err := Compile("", schema)
		require.Error(t, err, schema[:min(len(schema), 80)])
	}
}

func TestDeepValues(t *testing.T) {
	const depth = 5000
	s, err := Compile("", `{"items":{"$ref":"#"},"type":"array"}`)
	require.NoError(t, err)
	faults, err := s.Faults(strings.Repeat("[", depth) + "1" + strings.Repeat("]", depth))
	require.NoError(t, err)
	require.Len(t, faults, 1)
	_, err = s.Faults("[1")
	require.ErrorIs(t, err, errNotJSON)
}
