package xmldom

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"exolab/runtime/dotnet"
)

// fault is what is wrong with a text, and the byte where .NET says so.
type fault struct {
	at   int
	what string
}

const endOfFile = "Unexpected end of file has occurred."

// error is the XmlException of a fault.
func (f fault) error(text string) error {
	line, column := place(text, f.at)
	return dotnet.Throw("System.Xml.XmlException", "%s Line %d, position %d.", f.what, line, column)
}

// place is the line and the column of a byte, both from 1.
func place(text string, at int) (line, column int) {
	before := text[:at]
	return 1 + strings.Count(before, "\n"), 1 + utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:])
}

// unclosed is the fault of a text that ends within elements; the innermost comes
// first.
func unclosed(text string, open []string) fault {
	if len(open) == 0 {
		return fault{len(text), endOfFile}
	}
	return fault{len(text), endOfFile + " The following elements are not closed: " + strings.Join(open, ", ") + "."}
}

// faultIn finds what is wrong with the piece of markup, or the text before one,
// that begins at start.
func faultIn(text string, start int) fault {
	rest := text[start:]
	switch {
	case !strings.HasPrefix(rest, "<"):
		return faultInText(text, start, "<")
	case strings.HasPrefix(rest, "<!--"):
		if n := strings.Index(rest[4:], "--"); n >= 0 {
			return fault{start + 4 + n, "An XML comment cannot contain '--', and '-' cannot be the last character."}
		}
		return fault{len(text), "Unexpected end of file while parsing Comment has occurred."}
	case strings.HasPrefix(rest, "<![CDATA["):
		return fault{len(text), "Unexpected end of file while parsing CDATA has occurred."}
	case strings.HasPrefix(rest, "<?"):
		return fault{len(text), "Unexpected end of file while parsing PI has occurred."}
	case strings.HasPrefix(rest, "</"):
		name := nameEnd(text, start+2)
		if name == start+2 {
			return badName(text, name)
		}
		return unexpected(text, skipBlanks(text, name), "The expected token is '>'.")
	}
	at := nameEnd(text, start+1)
	if at == start+1 {
		return badName(text, at)
	}
	return faultInAttributes(text, at)
}

// faultInAttributes goes through what follows the name of an element.
func faultInAttributes(text string, at int) fault {
	for {
		blank := skipBlanks(text, at)
		switch {
		case blank == len(text):
			return fault{blank, endOfFile}
		case text[blank] == '/':
			return unexpected(text, blank+1, "The expected token is '>'.")
		case blank == at:
			return unexpected(text, at, "Expecting white space.")
		}
		name := nameEnd(text, blank)
		if name == blank {
			return badName(text, blank)
		}
		equals := skipBlanks(text, name)
		if equals == len(text) || text[equals] != '=' {
			return unexpected(text, equals, "The expected token is '='.")
		}
		quote := skipBlanks(text, equals+1)
		if quote == len(text) || text[quote] != '"' && text[quote] != '\'' {
			return unexpected(text, quote, `The expected token is '"' or '''.`)
		}
		end := strings.IndexByte(text[quote+1:], text[quote])
		if end < 0 {
			return fault{len(text), "There is an unclosed literal string."}
		}
		at = quote + 1 + end + 1
		if n := strings.IndexByte(text[quote+1:at-1], '<'); n >= 0 {
			return fault{quote + 1 + n, "'<', hexadecimal value 0x3C, is an invalid attribute character."}
		}
		if strings.Contains(text[quote+1:at-1], "&") {
			if f := faultInText(text, quote+1, text[quote:quote+1]); f.at < at {
				return f
			}
		}
	}
}

// faultInText looks at the references of a text that ends with a mark.
func faultInText(text string, start int, end string) fault {
	stop := len(text)
	if n := strings.Index(text[start:], end); n >= 0 {
		stop = start + n
	}
	for at := start; at < stop; at++ {
		if strings.HasPrefix(text[at:], "]]>") && end == "<" {
			return fault{at, "']]>' is not allowed in character data."}
		}
		if text[at] != '&' {
			continue
		}
		name := nameEnd(text, at+1)
		switch known := text[at+1 : name]; {
		case strings.HasPrefix(text[at:], "&#"):
			if f, bad := faultInReference(text, at+2); bad {
				return f
			}
		case name == at+1:
			return fault{at + 1, "An error occurred while parsing EntityName."}
		case name == len(text) || text[name] != ';':
			return unexpected(text, name, "The expected token is ';'.")
		case !strings.Contains(" amp lt gt quot apos ", " "+known+" "):
			return fault{at + 1, "Reference to undeclared entity '" + known + "'."}
		}
	}
	return fault{stop, endOfFile}
}

// faultInReference looks at the number of a character that begins at a byte.
func faultInReference(text string, at int) (fault, bool) {
	digits, _, closed := strings.Cut(text[at:], ";")
	base := 10
	if rest, isHex := strings.CutPrefix(digits, "x"); isHex {
		digits, base = rest, 16
	}
	n, err := strconv.ParseUint(digits, base, 21)
	switch {
	case !closed || err != nil:
		return fault{at, "Invalid syntax for a decimal numeric entity reference."}, true
	case n < ' ' && n != '\t' && n != '\n' && n != '\r' || n > unicode.MaxRune:
		return fault{at, fmt.Sprintf("'%c', hexadecimal value 0x%02X, is an invalid character.", rune(n), n)}, true
	}
	return fault{}, false
}

// unexpected is the fault of what stands where something else should; expected
// is the sentence that says what.
func unexpected(text string, at int, expected string) fault {
	if at >= len(text) {
		return fault{len(text), endOfFile}
	}
	end := nameEnd(text, at)
	if end == at {
		_, size := utf8.DecodeRuneInString(text[at:])
		end += size
	}
	return fault{at, fmt.Sprintf("'%s' is an unexpected token. %s", text[at:end], expected)}
}

// badName is the fault of a name that does not begin as one.
func badName(text string, at int) fault {
	if at >= len(text) {
		return fault{len(text), "Unexpected end of file while parsing Name has occurred."}
	}
	c, _ := utf8.DecodeRuneInString(text[at:])
	return fault{at, fmt.Sprintf("Name cannot begin with the '%c' character, hexadecimal value 0x%02X.", c, c)}
}

func skipBlanks(text string, at int) int {
	for at < len(text) && strings.IndexByte(" \t\r\n", text[at]) >= 0 {
		at++
	}
	return at
}

// nameEnd is where a name that begins at a byte ends; there is none if that is
// the same byte.
func nameEnd(text string, at int) int {
	for i, c := range text[at:] {
		begins := c == '_' || unicode.IsLetter(c)
		if !begins && (i == 0 || c != '-' && c != '.' && c != ':' && !unicode.IsDigit(c)) {
			return at + i
		}
	}
	return len(text)
}
