package text

import (
	"strings"
	"unicode"

	"exolab/runtime/dotnet"
)

// TitleCase is TextInfo.ToTitleCase: the first letter of each word is raised,
// words all in capitals are kept.
func TitleCase(s string) string {
	var out strings.Builder
	for word := range words(s) {
		if dotnet.Upper(word) == word && len([]rune(word)) > 1 {
			out.WriteString(word)
			continue
		}
		first := true
		for _, r := range word {
			if first {
				out.WriteRune(unicode.ToTitle(r))
				first = false
			} else {
				out.WriteRune(unicode.ToLower(r))
			}
		}
	}
	return out.String()
}

// words yields the words and what stands between them, one after another. An
// apostrophe within a word belongs to it.
func words(s string) func(yield func(string) bool) {
	inWord := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) || r == '\'' || unicode.IsDigit(r) }
	return func(yield func(string) bool) {
		start, word := 0, false
		for i, r := range s {
			if is := inWord(r); i == 0 {
				word = is
			} else if is != word {
				if !yield(s[start:i]) {
					return
				}
				start, word = i, is
			}
		}
		if start < len(s) {
			yield(s[start:])
		}
	}
}
