package parser

import "sort"

// Tokens cuts a text into tokens as the parser reads them, comments included,
// in order of position. Tokens inside an expandable string follow the string's
// own token and lie within its range. Text that could not be read has none.
func Tokens(text string) (tokens []Token) {
	p := newParser(NewSource("", text))
	p.trace = &tokens
	defer func() {
		_ = recover() // too deeply nested: what was read so far is good
		tokens = append(tokens, commentTokens(p)...)
		sort.SliceStable(tokens, func(i, j int) bool { return tokens[i].Start < tokens[j].Start })
	}()
	p.script()
	return tokens
}

func commentTokens(p *parser) []Token {
	var list []Token
	for _, span := range *p.comments {
		list = append(list, Token{Span: span, Kind: KindComment, Text: p.source.Slice(span)})
	}
	return list
}

// note remembers a token that was consumed. Tokens that an attempt read
// before, at or behind this place, are forgotten.
func (p *parser) note(t *token, kind TokenKind) {
	p.last = t.Span
	if p.trace == nil || t.kind == KindEOF {
		return
	}
	list := *p.trace
	for len(list) > 0 && list[len(list)-1].Start >= t.Start {
		list = list[:len(list)-1]
	}
	*p.trace = append(list, Token{Span: t.Span, Kind: kind, Text: p.source.Slice(t.Span)})
}

// renote changes the kind of the token at a place, once its role is known.
func (p *parser) renote(at Span, kind TokenKind) {
	if p.trace == nil {
		return
	}
	list := *p.trace
	for i := len(list) - 1; i >= 0 && list[i].Start >= at.Start; i-- {
		if list[i].Span == at {
			list[i].Kind = kind
		}
	}
}
