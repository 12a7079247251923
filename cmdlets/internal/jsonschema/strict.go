package jsonschema

import "strings"

// Strict takes the comments or the commas before closing brackets out of a JSON
// text, as far as they are allowed.
func Strict(text string, comments, commas bool) string {
	if !comments && !commas {
		return text
	}
	var out strings.Builder
	for i := 0; i < len(text); {
		end := i + 1
		switch {
		case text[i] == '"':
			end = stringEnd(text, i)
		case comments && strings.HasPrefix(text[i:], "//"):
			i = after(text, i, "\n")
			continue
		case comments && strings.HasPrefix(text[i:], "/*"):
			i = after(text, i, "*/")
			continue
		case commas && text[i] == ',' && closes(text[i+1:], comments):
			i++
			continue
		}
		out.WriteString(text[i:end])
		i = end
	}
	return out.String()
}

// stringEnd is the place behind the string that begins at i.
func stringEnd(text string, i int) int {
	for k := i + 1; k < len(text); k++ {
		switch text[k] {
		case '\\':
			k++
		case '"':
			return k + 1
		}
	}
	return len(text)
}

// after is the place behind the next mark.
func after(text string, i int, mark string) int {
	if at := strings.Index(text[i:], mark); at >= 0 {
		return i + at + len(mark)
	}
	return len(text)
}

// closes reports whether the next thing in a text is a closing bracket.
func closes(text string, comments bool) bool {
	for i := 0; i < len(text); {
		switch {
		case strings.IndexByte(" \t\r\n", text[i]) >= 0:
			i++
		case comments && strings.HasPrefix(text[i:], "//"):
			i = after(text, i, "\n")
		case comments && strings.HasPrefix(text[i:], "/*"):
			i = after(text, i, "*/")
		default:
			return text[i] == ']' || text[i] == '}'
		}
	}
	return false
}
