package xmldom

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestFaultsOfXML(t *testing.T) {
	for text, want := range map[string]string{
		"<a>":           "Unexpected end of file has occurred. The following elements are not closed: a. Line 1, position 4.",
		"<a>\n<b>":      "Unexpected end of file has occurred. The following elements are not closed: b, a. Line 2, position 4.",
		"<a><b></a>":    "The 'b' start tag on line 1 position 5 does not match the end tag of 'a'. Line 1, position 9.",
		"<a/></a>":      "Unexpected end tag. Line 1, position 6.",
		"< a/>":         "Name cannot begin with the ' ' character, hexadecimal value 0x20. Line 1, position 2.",
		"<1a/>":         "Name cannot begin with the '1' character, hexadecimal value 0x31. Line 1, position 2.",
		"<a>\n<b c=d/>": `'d' is an unexpected token. The expected token is '"' or '''. Line 2, position 6.`,
		"<a b/>":        "'/' is an unexpected token. The expected token is '='. Line 1, position 5.",
		`<a b="<"/>`:    "'<', hexadecimal value 0x3C, is an invalid attribute character. Line 1, position 7.",
		"<a>x & y</a>":  "An error occurred while parsing EntityName. Line 1, position 7.",
		"<a>&amp</a>":   "'<' is an unexpected token. The expected token is ';'. Line 1, position 8.",
		`<a b="&c;"/>`:  "Reference to undeclared entity 'c'. Line 1, position 8.",
		"<a>]]></a>":    "']]>' is not allowed in character data. Line 1, position 4.",
		"<a><![CDATA[":  "Unexpected end of file while parsing CDATA has occurred. Line 1, position 13.",
	} {
		_, err := ParseXML(text)
		require.EqualError(t, err, want, text)
	}
}

func TestEntitiesOfXML(t *testing.T) {
	doc, err := ParseXML(`<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c '&b;y'>]><a d="&b;">&c;&lt;</a>`)
	require.NoError(t, err)
	require.Equal(t, `<a d="x">xy&lt;</a>`, doc.OuterXML())
	_, err = ParseXML(`<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>`)
	require.ErrorContains(t, err, "entity")
	laughs := `<!ENTITY e0 "ha">`
	for i := range 9 {
		laughs += fmt.Sprintf(`<!ENTITY e%d "%s">`, i+1, strings.Repeat(fmt.Sprintf("&e%d;", i), 10))
	}
	_, err = ParseXML("<!DOCTYPE a [" + laughs + "]><a>&e9;</a>")
	require.ErrorContains(t, err, "MaxCharactersFromEntities")
}
