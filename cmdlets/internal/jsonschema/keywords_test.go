package jsonschema

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// faultsOf lists the faults of a text as "MESSAGE at 'LOCATION'".
func faultsOf(t *testing.T, schema, text string) []string {
	t.Helper()
	s, err := Compile("", schema)
	require.NoError(t, err, schema)
	faults, err := s.Faults(text)
	require.NoError(t, err, schema)
	var lines []string
	for _, f := range faults {
		lines = append(lines, f.Message+" at '"+f.Location+"'")
	}
	return lines
}

type keywordCase struct{ schema, valid, invalid, want string }

// run checks that each text of a list apart by spaces follows the schema, and
// what is wrong with the invalid one.
func run(t *testing.T, cases []keywordCase) {
	t.Helper()
	for _, c := range cases {
		for text := range strings.FieldsSeq(c.valid) {
			require.Empty(t, faultsOf(t, c.schema, text), "%s against %s", text, c.schema)
		}
		require.Equal(t, c.want, strings.Join(faultsOf(t, c.schema, c.invalid), "; "), "%s against %s", c.invalid, c.schema)
	}
}

func TestValueKeywords(t *testing.T) {
	run(t, []keywordCase{
		{`{"type":"integer"}`, `1 1.0 -3 2e2`, `1.5`, `Value is "number" but should be "integer" at ''`},
		{`{"type":"number"}`, `1 1.5`, `"1"`, `Value is "string" but should be "number" at ''`},
		{`{"type":["string","null"]}`, `"a" null`, `5`, `Value is "integer" but should be ["string","null"] at ''`},
		{`{"type":["object"]}`, `{}`, `[]`, `Value is "array" but should be "object" at ''`},
		{`{"type":"boolean"}`, `true false`, `null`, `Value is "null" but should be "boolean" at ''`},
		{`{"enum":[1,"a",null,[1],{"b":2,"c":3}]}`, `1.0 "a" null [1] {"c":3,"b":2}`, `2`, `Value should match one of the values specified by the enum at ''`},
		{`{"const":{"z":1,"a":[true]}}`, `{"a":[true],"z":1}`, `{}`, `Expected {"z":1,"a":[true]} at ''`},
		{`{"const":null}`, `null`, `false`, `Expected null at ''`},
		{`{"minimum":1.5}`, `1.5 2 "x"`, `1`, `1 should be at least 1.5 at ''`},
		{`{"maximum":3}`, `3 -1e300`, `1e999999999`, `1` + strings.Repeat("0", 400) + ` should be at most 3 at ''`},
		{`{"exclusiveMinimum":0}`, `1e-10`, `0.0`, `0 should be greater than 0 at ''`},
		{`{"exclusiveMaximum":0}`, `-1`, `0`, `0 should be less than 0 at ''`},
		{`{"minimum":1,"exclusiveMinimum":true}`, `2`, `1`, `1 should be greater than 1 at ''`},
		{`{"maximum":1,"exclusiveMaximum":true}`, `0`, `1`, `1 should be less than 1 at ''`},
		{`{"maximum":1,"exclusiveMaximum":false}`, `1`, `2`, `2 should be at most 1 at ''`},
		{`{"multipleOf":0.1}`, `0.3 7 0 0e999999999`, `0.35`, `0.35 should be a multiple of 0.1 at ''`},
		{`{"minLength":2}`, `"éé" 5`, `"é"`, `Value should be at least 2 characters at ''`},
		{`{"maxLength":2.0}`, `"" "ab"`, `"abc"`, `Value should be at most 2 characters at ''`},
		{`{"pattern":"^(?!no)\\w+$"}`, `"yes" 7`, `"nope"`, `The string value is not a match for the indicated regular expression at ''`},
	})
}

func TestObjectKeywords(t *testing.T) {
	run(t, []keywordCase{
		{`{"properties":{"b":{"type":"string"},"a":{"type":"null"}}}`, `{} {"c":1} 5`, `{"a":1,"b":2}`,
			`Value is "integer" but should be "string" at '/b'; Value is "integer" but should be "null" at '/a'`},
		{`{"patternProperties":{"^n":{"type":"number"}}}`, `{"n1":1,"s":""}`, `{"n/~":""}`, `Value is "string" but should be "number" at '/n~1~0'`},
		{`{"properties":{"a":true},"patternProperties":{"^b":true},"additionalProperties":false}`, `{"a":1,"bb":2}`, `{"x":1,"a":1,"y":1}`,
			falseSchema + ` at '/x'; ` + falseSchema + ` at '/y'`},
		{`{"additionalProperties":{"type":"string"}}`, `{"a":"b"}`, `{"a":1}`, `Value is "integer" but should be "string" at '/a'`},
		{`{"required":["b","a","c"]}`, `{"a":1,"b":1,"c":null} []`, `{"a":1}`, `Required properties ["b","c"] are not present at ''`},
		{`{"propertyNames":{"maxLength":2}}`, `{"ab":1}`, `{"abc":1}`, `Value should be at most 2 characters at '/abc'`},
		{`{"minProperties":1}`, `{"a":1} []`, `{}`, `Value has fewer than 1 properties at ''`},
		{`{"maxProperties":1}`, `{"a":1,"a":2}`, `{"a":1,"b":1}`, `Value has more than 1 properties at ''`},
		{`{"dependentRequired":{"a":["b","c"]}}`, `{"b":1} {"a":1,"b":1,"c":1}`, `{"a":1,"c":1}`, `Some required property dependencies are missing: {"a":["b"]} at ''`},
		{`{"dependencies":{"a":["b"],"c":{"minProperties":2}}}`, `{"a":1,"b":1}`, `{"c":1}`, `Value has fewer than 2 properties at ''`},
		{`{"dependentSchemas":{"c":{"required":["d"]}}}`, `{"d":1} {"c":1,"d":1}`, `{"c":1}`, `Required properties ["d"] are not present at ''`},
		{`{"allOf":[{"properties":{"a":true}}],"unevaluatedProperties":false}`, `{"a":1}`, `{"b":1}`, falseSchema + ` at '/b'`},
	})
}

func TestArrayKeywords(t *testing.T) {
	run(t, []keywordCase{
		{`{"items":{"type":"string"}}`, `[] ["a"] {}`, `["a",1]`, `Value is "integer" but should be "string" at '/1'`},
		{`{"items":[{"type":"string"},true],"additionalItems":{"type":"null"}}`, `["a"] ["a",1,null]`, `[1,1,1]`,
			`Value is "integer" but should be "string" at '/0'; Value is "integer" but should be "null" at '/2'`},
		{`{"items":{},"additionalItems":false}`, `[1,2]`, `0`, ``},
		{`{"prefixItems":[{"type":"string"}],"items":false}`, `["a"]`, `["a",1]`, falseSchema + ` at '/1'`},
		{`{"contains":{"const":1}}`, `[2,1] {}`, `[]`, `Expected array to contain at least 1 matching item but found none at ''`},
		{`{"contains":{"type":"null"},"minContains":2}`, `[null,null]`, `[null]`, `Expected array to contain at least 2 matching items but found 1 at ''`},
		{`{"contains":{"type":"null"},"minContains":0,"maxContains":1}`, `[] [null]`, `[null,null]`, `Expected array to contain at most 1 matching item but found 2 at ''`},
		{`{"minItems":1}`, `[1]`, `[]`, `Value has fewer than 1 items at ''`},
		{`{"maxItems":1}`, `[1] "abc"`, `[1,2]`, `Value has more than 1 items at ''`},
		{`{"uniqueItems":true}`, `[1,"1",[1],true,{"a":1},{"a":[1]}]`, `[1,1.0]`, `Value should be an array with unique items at ''`},
		{`{"uniqueItems":false}`, `[1,1]`, `[]`, ``},
		{`{"prefixItems":[true],"unevaluatedItems":false}`, `[1]`, `[1,2]`, falseSchema + ` at '/1'`},
	})
}

func TestLogicKeywords(t *testing.T) {
	run(t, []keywordCase{
		{`{"allOf":[{"minimum":1},{"multipleOf":2}]}`, `2`, `-1`, `-1 should be at least 1 at ''; -1 should be a multiple of 2 at ''`},
		{`{"anyOf":[{"type":"string"},{"minimum":1}]}`, `"a" 1`, `0`, `Value is "integer" but should be "string" at ''; 0 should be at least 1 at ''`},
		{`{"oneOf":[{"type":"integer"},{"minimum":1}]}`, `0 1.5`, `2`, `Expected 1 matching subschema but found 2 at ''`},
		{`{"oneOf":[{"type":"string"},{"minimum":1}]}`, `1`, `0`,
			`Expected 1 matching subschema but found 0 at ''; Value is "integer" but should be "string" at ''; 0 should be at least 1 at ''`},
		{`{"not":{"type":"string"}}`, `1`, `"a"`, `Expected no matching subschema at ''`},
		{`{"if":{"type":"string"},"then":{"minLength":2},"else":{"type":"null"}}`, `"ab" null`, `"a"`, `Value should be at least 2 characters at ''`},
		{`{"then":false,"else":false}`, `1`, `2`, ``},
		{`true`, `1`, `{}`, ``},
		{`false`, ``, `1`, falseSchema + ` at ''`},
		{`{"format":"email","unknown":[1]}`, `"x"`, `1`, ``},
	})
}

// A failed alternative is told if something else is wrong with the same value,
// and not if its value is valid.
func TestFaultsBelowValidSchemasAreNotTold(t *testing.T) {
	run(t, []keywordCase{{`{"items":{"oneOf":[{"type":"integer"},{"type":"string","pattern":"^\\d+-\\d+$"}]}}`, `[80,"1-2"]`, `[80,"x",8080]`,
		`Expected 1 matching subschema but found 0 at '/1'; Value is "string" but should be "integer" at '/1'; ` +
			`The string value is not a match for the indicated regular expression at '/1'`}})
}

func TestNestedLocations(t *testing.T) {
	run(t, []keywordCase{{`{"properties":{"list":{"items":{"properties":{"a%b":{"required":["x"]}}}}}}`, `{"list":[{"a%b":{"x":1}}]}`, `{"list":[{},{"a%b":{}}]}`,
		`Required properties ["x"] are not present at '/list/1/a%b'`}})
}
