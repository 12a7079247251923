package operator

import (
	"slices"
	"strings"

	"exolab/runtime/netfmt"
)

// replaceTemplate is a replacement text taken apart: each part is a text or,
// if that is empty, a group.
type replaceTemplate []templatePart

type templatePart struct {
	text  string
	group int
}

// quickTemplate takes a replacement text apart for a pattern that the quick
// engine matches; nil if the general engine must interpret it.
func quickTemplate(re *netfmt.QuickRegex, text string) *replaceTemplate {
	if re == nil {
		return nil
	}
	t := replaceTemplate{}
	for {
		before, after, found := strings.Cut(text, "$")
		if before != "" {
			t = append(t, templatePart{text: before})
		}
		if !found {
			return &t
		}
		group, rest := templateGroup(re, after)
		if group < 0 {
			return nil
		}
		t = append(t, templatePart{group: group})
		text = rest
	}
}

// templateGroup reads the group after a dollar sign: one digit, a name in
// braces, or & for the whole match. It is -1 for anything else.
func templateGroup(re *netfmt.QuickRegex, text string) (group int, rest string) {
	if text == "" {
		return -1, ""
	}
	if text[0] == '&' {
		return 0, text[1:]
	}
	name, rest := text[:1], text[1:]
	if text[0] == '{' {
		end := strings.IndexByte(text, '}')
		if end < 2 {
			return -1, ""
		}
		name, rest = text[1:end], text[end+1:]
	} else if name < "0" || name > "9" || rest != "" && rest[0] >= '0' && rest[0] <= '9' {
		return -1, ""
	} else if n := int(name[0] - '0'); n < len(re.Names()) {
		return n, rest
	}
	return slices.Index(re.Names(), name), rest
}

func (t replaceTemplate) replace(re *netfmt.QuickRegex, s string) string {
	var out []byte
	at := 0
	re.Each(s, func(spans []int) bool {
		out = append(out, s[at:spans[0]]...)
		for _, part := range t {
			if part.text != "" {
				out = append(out, part.text...)
			} else if from := spans[2*part.group]; from >= 0 {
				out = append(out, s[from:spans[2*part.group+1]]...)
			}
		}
		at = spans[1]
		return true
	})
	if at == 0 && out == nil {
		return s
	}
	return string(append(out, s[at:]...))
}
