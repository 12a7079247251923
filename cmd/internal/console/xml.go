package console

import (
	"fmt"
	"io"
	"strings"

	"exolab/runtime/clixml"
	"exolab/runtime/value"
)

// xmlHeader stands before a CLIXML document on a standard stream.
const xmlHeader = "#< CLIXML\n"

// xmlStreams collects what is written as CLIXML when the session ends.
type xmlStreams struct {
	// objects go to standard output, messages to standard error; each may be
	// nil.
	objects, messages *clixml.Writer
}

// SetXML makes the console write its messages, and with objects set its
// objects too, as CLIXML.
func (c *Console) SetXML(env value.Env, objects bool) {
	c.xml.messages = clixml.NewStreams(env)
	if objects {
		c.xml.objects = clixml.NewStreams(env)
	}
}

// XMLMessages reports whether messages are written as CLIXML.
func (c *Console) XMLMessages() bool { return c.xml.messages != nil }

// errorLines adds the lines of an error's text.
func (x *xmlStreams) errorLines(text string) {
	for _, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		x.messages.WriteStream("Error", value.Str(line+"\n"))
	}
}

// Close writes the documents that were collected.
func (c *Console) Close() error {
	for to, doc := range map[io.Writer]*clixml.Writer{c.out: c.xml.objects, c.err: c.xml.messages} {
		if doc == nil || doc.Empty() {
			continue
		}
		if _, err := fmt.Fprint(to, xmlHeader, doc.String()); err != nil {
			return err
		}
	}
	return c.Sync()
}
