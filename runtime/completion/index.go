package completion

import (
	"strings"

	"exolab/parser"
	"exolab/runtime/value"
)

// indexKeys completes the key of a dictionary behind the bracket at token i.
func (c *completer) indexKeys(i int, word string) []Match {
	if i < 1 || c.tokens[i-1].End != c.tokens[i].Start || c.kind(i-1) == parser.KindType {
		return nil
	}
	s := c.inferRange(c.targetStart(i-1), c.tokens[i].Start)
	if s == nil {
		return nil
	}
	var matches []Match
	for _, key := range s.keys() {
		if strings.HasPrefix(value.Fold(key), value.Fold(word)) {
			matches = append(matches, Match{Text: "'" + key + "'", ListItem: key, Kind: Property, ToolTip: key})
		}
	}
	return matches
}

// indexWord completes a word or the text of a string that stands right
// behind a bracket.
func (c *completer) indexWord(word string) []Match {
	if k := c.kind(c.before); k != parser.KindLBracket && k != parser.KindQuestionBracket {
		return nil
	}
	return c.indexKeys(c.before, word)
}

// indexes reports whether token i is a bracket right behind what it indexes.
func (c *completer) indexes(i int) bool {
	k := c.kind(i)
	return (k == parser.KindLBracket || k == parser.KindQuestionBracket) && i > 0 && c.tokens[i-1].End == c.tokens[i].Start
}

// keys are the keys of a dictionary that are texts.
func (s *shape) keys() []string {
	var keys []string
	if s.known {
		d, ok := value.As[*value.Dict](s.sample)
		if !ok {
			return nil
		}
		for _, key := range d.Keys() {
			if key.Kind() == value.KindString {
				keys = append(keys, key.Text())
			}
		}
		return keys
	}
	for _, f := range s.fields {
		keys = append(keys, f.name)
	}
	return keys
}

// labels completes the label of a loop around the cursor, the outermost first.
func (c *completer) labels(word string) []Match {
	var names []string
	for i := c.outer(c.cursorToken()); i >= 0; i = c.outer(i) {
		if c.kind(i) != parser.KindLCurly {
			continue
		}
		k := i - 1
		if c.kind(k) == parser.KindRParen {
			k = c.indexAt(c.opening(k)) - 1
		}
		if label := c.labelBefore(k); label != "" {
			names = append([]string{label}, names...)
		}
	}
	return words(names, word, Text)
}

// labelBefore is the label of the loop whose keyword is token k.
func (c *completer) labelBefore(k int) string {
	if k < 1 || c.kind(k) != parser.KindKeyword {
		return ""
	}
	if c.kind(k-1) != parser.KindLabel {
		return ""
	}
	return strings.TrimPrefix(c.tokens[k-1].Text, ":")
}

// indexAt is the index of the token that begins at a place of the text.
func (c *completer) indexAt(start int) int {
	for i, t := range c.tokens {
		if t.Start == start {
			return i
		}
	}
	return -1
}
