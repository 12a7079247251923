package xmldom_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/runtime/dotnet/xmldom"
)

const library = `<lib xmlns:p="urn:p"><book id="1" lang="en"><title>One</title><price>5</price></book>
<book id="2"><title>Two</title><price>12.5</price><!--note--></book><p:book id="3"><title>Three</title></p:book></lib>`

func TestXPath(t *testing.T) {
	doc, err := xmldom.ParseXML(library)
	require.NoError(t, err)
	for path, want := range map[string]string{
		"/lib/book/title":          "One Two",
		"//title":                  "One Two Three",
		"//p:book/title":           "Three",
		"//p:*/@id":                "3",
		"//book[2]/title":          "Two",
		"//book[last()]/@id":       "2",
		"//book[@lang]/@id":        "1",
		"//book[not(@lang)]/@id":   "2",
		"//book[price > 10]/title": "Two",
		"//book[price * 2 = 10 or @id = '9']/title":                         "One",
		"//*[local-name() = 'book'][position() > 1]/@id":                    "2 3",
		"//*[name() = 'p:book']/title":                                      "Three",
		"//title[starts-with(., 'T')]":                                      "Two Three",
		"//title[contains(., 'o') and not(. = 'Two')]":                      "",
		"//title[string-length() = 5]":                                      "Three",
		"//title[substring(., 2, 2) = 'wo']":                                "Two",
		"//title[translate(., 'ONE', 'one') = 'one']":                       "One",
		"//price/following-sibling::comment()":                              "note",
		"//price/ancestor::book/@id":                                        "1 2",
		"//book[@id = '2']/preceding-sibling::book/title":                   "One",
		"//book[@id = '1']/following::title":                                "Two Three",
		"//price | //title":                                                 "One 5 Two 12.5 Three",
		"(//title)[2]":                                                      "Two",
		"/lib/book[sum(../book/price) = 17.5][1]/title":                     "One",
		"//book[count(*) = 2]/title/text()":                                 "One Two",
		"/*/*/@*[. mod 2 = 1]":                                              "1 3",
		"//book[normalize-space(concat(' ', title)) = 'One' ]/price":        "5",
		"descendant::price[round(. div 3) = 4]/../title/parent::node()/@id": "2",
	} {
		found, err := doc.SelectNodes(path, map[string]string{"p": "urn:p"})
		require.NoError(t, err, path)
		var texts []string
		for _, n := range found {
			text := n.InnerText()
			if n.Kind == xmldom.XMLComment {
				text = n.Text
			}
			texts = append(texts, text)
		}
		require.Equal(t, want, strings.Join(texts, " "), path)
	}
}

func TestWrongXPath(t *testing.T) {
	doc, err := xmldom.ParseXML(library)
	require.NoError(t, err)
	for path, want := range map[string]string{
		"//[":          "'//[' has an invalid token.",
		"//book[1":     "'//book[1' has an invalid token.",
		"'open":        "''open' has an invalid token.",
		"book!":        "'book!' has an invalid token.",
		"wrong::book":  "'wrong::book' has an invalid token.",
		"1 + 1":        "Expression must evaluate to a node-set.",
		"//q:book":     "Namespace prefix 'q' is not defined.",
		"//book[$v]":   "Namespace Manager or XsltContext needed.",
		"nonsense()":   "Namespace Manager or XsltContext needed.",
		"contains(.)":  "Function 'contains' in 'contains(.)' has an invalid number of arguments.",
		"'a' | //book": "Expression must evaluate to a node-set.",
	} {
		_, err := doc.SelectNodes(path, map[string]string{})
		require.ErrorContains(t, err, want, path)
	}
}
