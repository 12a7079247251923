package xmldom

import (
	"encoding/xml"
	"regexp"
	"strings"
	"sync"

	"exolab/runtime/dotnet"
)

// mostEntityText is how many characters an entity may stand for: the
// MaxCharactersFromEntities with which PowerShell reads a text that it does not
// trust.
const mostEntityText = 1024

var entityDeclaration = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`<!ENTITY\s+([^\s%"']+)\s+(?:"([^"]*)"|'([^']*)')\s*>`)
})

// declareEntities makes the entities known whose text a document type declares.
// Those that stand somewhere else stay unknown: nothing outside the text is read.
func declareEntities(d *xml.Decoder, directive string) error {
	for _, m := range entityDeclaration().FindAllStringSubmatch("<!"+directive+">", -1) {
		text := m[2] + m[3]
		for name, known := range d.Entity {
			text = strings.ReplaceAll(text, "&"+name+";", known)
		}
		if len(text) > mostEntityText {
			return dotnet.Throw("System.Xml.XmlException", "The input document has exceeded a limit set by MaxCharactersFromEntities.")
		}
		if d.Entity == nil {
			d.Entity = map[string]string{}
		}
		d.Entity[m[1]] = text
	}
	return nil
}
