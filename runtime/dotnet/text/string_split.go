package text

import (
	"strings"
	"unicode"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

func loadStringSplit(b dotnet.Rows) {
	b.Method("string[] Split(params char[] separator)", splitBy(false, false))
	b.Method("string[] Split(char separator, System.StringSplitOptions options = 0)", splitBy(false, true))
	b.Method("string[] Split(char separator, int count, System.StringSplitOptions options = 0)", splitBy(true, true))
	b.Method("string[] Split(char[] separator, int count)", splitBy(true, false))
	b.Method("string[] Split(char[] separator, System.StringSplitOptions options)", splitBy(false, true))
	b.Method("string[] Split(char[] separator, int count, System.StringSplitOptions options)", splitBy(true, true))
	b.Method("string[] Split(string separator, System.StringSplitOptions options = 0)", splitBy(false, true))
	b.Method("string[] Split(string separator, int count, System.StringSplitOptions options = 0)", splitBy(true, true))
	b.Method("string[] Split(string[] separator, System.StringSplitOptions options)", splitBy(false, true))
	b.Method("string[] Split(string[] separator, int count, System.StringSplitOptions options)", splitBy(true, true))
}

// splitBy is String.Split: the first argument holds the separators, then come
// a count and the options as far as the overload has them.
func splitBy(counted, optioned bool) dotnet.Body {
	return func(c *value.Call) (value.Value, error) {
		s := splitter{count: -1, separators: separators(c.Args[0])}
		if counted {
			if s.count = dotnet.IntArg(c, 1); s.count < 0 {
				return value.Null, dotnet.IfNegative("count", s.count)
			}
		}
		if optioned {
			options := c.Args[len(c.Args)-1].Int64()
			s.skipEmpty, s.trim = options&1 != 0, options&2 != 0
		}
		parts := s.split(c.This.Text())
		if err := value.CheckArrayLength(int64(len(parts))); err != nil {
			return value.Null, err
		}
		return value.Strings(parts...), nil
	}
}

// separators lists what to split at; nil means white space.
func separators(v value.Value) []string {
	var out []string
	for _, e := range dotnet.ItemsOf(v) {
		if sep := Needle(e); sep != "" {
			out = append(out, sep)
		}
	}
	if len(out) == 0 && v.Kind() == value.KindString {
		// An empty string separates nothing; an empty list means white space.
		return []string{}
	}
	return out
}

type splitter struct {
	separators      []string
	count           int
	skipEmpty, trim bool
}

func (p *splitter) split(s string) []string {
	out := []string{}
	if p.count == 0 {
		return out
	}
	for {
		at, size := p.next(s)
		if at < 0 || p.count > 0 && len(out) == p.count-1 {
			break
		}
		if piece, keep := p.piece(s[:at]); keep {
			if err := value.CheckGrowth(out); err != nil {
				panic(err)
			}
			out = append(out, piece)
		}
		s = s[at+size:]
	}
	if p.skipEmpty && p.count > 0 {
		s = p.skipLeading(s)
	}
	if piece, keep := p.piece(s); keep {
		out = append(out, piece)
	}
	return out
}

// skipLeading drops separators before the rest that a limited count leaves.
func (p *splitter) skipLeading(s string) string {
	for {
		at, size := p.next(s)
		if at != 0 {
			return s
		}
		s = s[size:]
	}
}

func (p *splitter) piece(s string) (string, bool) {
	if p.trim {
		s = strings.TrimFunc(s, unicode.IsSpace)
	}
	return s, s != "" || !p.skipEmpty
}

// next finds the first separator: its position and length.
func (p *splitter) next(s string) (at, size int) {
	if p.separators == nil {
		at = strings.IndexFunc(s, unicode.IsSpace)
		if at < 0 {
			return -1, 0
		}
		return at, sequenceLength(s[at])
	}
	at = -1
	for _, sep := range p.separators {
		if i := strings.Index(s, sep); i >= 0 && (at < 0 || i < at) {
			at, size = i, len(sep)
		}
	}
	return at, size
}
