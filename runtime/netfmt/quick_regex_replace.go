package netfmt

import (
	"slices"
	"strings"

	"exolab/runtime/memory"
)

// replaceTemplate is a replacement text taken apart.
type replaceTemplate struct {
	source string
	parts  []templatePart
	// general is set where only the general engine interprets the text.
	general bool
}

// templatePart is a text or, if that is empty, a group.
type templatePart struct {
	text  string
	group int
}

// Replace replaces all matches in an ASCII text; ok is false if the replacement
// needs the general engine. The error is memory.ErrExceeded or
// interrupt.ErrStopped.
func (q *QuickRegex) Replace(s, replacement string) (out string, ok bool, err error) {
	t := q.template(replacement)
	if t.general {
		return "", false, nil
	}
	var m QuickMatcher
	var space [128]byte
	buf, at := space[:0], -1
	for m.Start(q, s); m.Next(); {
		spans := m.Spans()
		if len(buf) > modestResult {
			if buf = withRoom(buf, spans[0]-max(at, 0)+len(replacement)); buf == nil {
				return "", false, memory.ErrExceeded
			}
		}
		buf = append(buf, s[max(at, 0):spans[0]]...)
		for i := range t.parts {
			part := &t.parts[i]
			if part.text != "" {
				buf = append(buf, part.text...)
			} else if from := spans[2*part.group]; from >= 0 {
				buf = append(buf, s[from:spans[2*part.group+1]]...)
			}
		}
		at = spans[1]
	}
	if m.Err() != nil {
		return "", false, m.Err()
	}
	if at < 0 {
		return s, true, nil
	}
	if buf = append(buf, s[at:]...); len(buf) > modestResult && !memory.Room(int64(len(buf))) {
		return "", false, memory.ErrExceeded
	}
	return string(buf), true, nil
}

// withRoom returns a buffer of the same content with room for n more bytes, nil
// if the process has none.
func withRoom(buf []byte, n int) []byte {
	size := len(buf) + n
	switch {
	case size <= cap(buf):
		return buf
	case !memory.Room(2 * int64(size)):
		return nil
	}
	return slices.Grow(buf, 2*size-len(buf))
}

// template takes a replacement apart, or remembers it from the last time: a
// loop replaces with one text over and over.
func (q *QuickRegex) template(text string) *replaceTemplate {
	if t := q.last.Load(); t != nil && t.source == text {
		return t
	}
	t := &replaceTemplate{source: text}
	t.general = !t.parse(q.names)
	q.last.Store(t)
	return t
}

func (t *replaceTemplate) parse(names []string) bool {
	text := t.source
	for {
		before, after, found := strings.Cut(text, "$")
		if before != "" {
			t.parts = append(t.parts, templatePart{text: before})
		}
		if !found {
			return true
		}
		group, rest := templateGroup(names, after)
		if group < 0 {
			return false
		}
		t.parts = append(t.parts, templatePart{group: group})
		text = rest
	}
}

// templateGroup reads the group after a dollar sign: one digit, a name in
// braces, or & for the whole match. It is -1 for anything else.
func templateGroup(names []string, text string) (group int, rest string) {
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
	} else if !isDigit(name[0]) || rest != "" && isDigit(rest[0]) {
		return -1, ""
	} else if n := int(name[0] - '0'); n < len(names) {
		return n, rest
	}
	return slices.Index(names, name), rest
}
