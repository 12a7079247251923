package parser

import (
	"io"
	"strings"
	"sync"

	"github.com/alecthomas/participle/v2"
	"github.com/alecthomas/participle/v2/lexer"
)

// The grammar of the words behind #requires.
type (
	requiresLine struct {
		Options []*requiresOption `parser:"@@*"`
	}
	requiresOption struct {
		Pos    lexer.Position
		Name   string           `parser:"@Parameter"`
		Values []*requiresValue `parser:"( @@ ( Comma @@ )* )?"`
	}
	requiresValue struct {
		Pos     lexer.Position
		EndPos  lexer.Position
		Entries []*requiresEntry `parser:"  AtCurly ( @@ Semi? )* RCurly"`
		Word    *string          `parser:"| @( Word | String )"`
	}
	requiresEntry struct {
		Key   string `parser:"@Word Assign"`
		Value string `parser:"@( Word | String )"`
	}
)

// requiresParser builds the grammar's parser when the first script needs it.
var requiresParser = sync.OnceValue(func() *participle.Parser[requiresLine] {
	return participle.MustBuild[requiresLine](participle.Lexer(requiresLexer{}), participle.UseLookahead(1))
})

// requirements reads the #requires lines of a script; nil when it has none.
func (p *parser) requirements() *Requirements {
	var r *Requirements
	for _, comment := range *p.comments {
		text := p.source.Slice(comment)
		if len(text) < len("#requires") || !strings.EqualFold(text[:len("#requires")], "#requires") {
			continue
		}
		if r == nil {
			r = &Requirements{}
		}
		r.Lines = append(r.Lines, text)
		line, err := requiresParser().ParseString("", text[len("#requires"):])
		if err != nil {
			p.requiresUnreadable(comment, err)
			continue
		}
		(&requiresReader{p, r, int(comment.Start) + len("#requires")}).read(line)
	}
	return r
}

func (v *requiresValue) text() string {
	if v.Word == nil {
		return ""
	}
	return *v.Word
}

// module reads a module's name or specification.
func (v *requiresValue) module() RequiredModule {
	m := RequiredModule{Name: v.text()}
	for _, e := range v.Entries {
		switch strings.ToLower(e.Key) {
		case "modulename":
			m.Name = e.Value
		case "moduleversion":
			m.Version = e.Value
		case "maximumversion":
			m.MaximumVersion = e.Value
		case "requiredversion":
			m.RequiredVersion = e.Value
		case "guid":
			m.GUID = e.Value
		}
	}
	return m
}

// requiresLexer gives the scanner's tokens to the grammar.
type requiresLexer struct{}

// The token types of the grammar.
const (
	requiresParameter lexer.TokenType = iota + 1
	requiresWord
	requiresString
	requiresComma
	requiresSemi
	requiresAtCurly
	requiresRCurly
	requiresAssign
	requiresOther
)

// Symbols names the token types.
func (requiresLexer) Symbols() map[string]lexer.TokenType {
	return map[string]lexer.TokenType{"EOF": lexer.EOF, "Parameter": requiresParameter, "Word": requiresWord,
		"String": requiresString, "Comma": requiresComma, "Semi": requiresSemi, "AtCurly": requiresAtCurly,
		"RCurly": requiresRCurly, "Assign": requiresAssign, "Other": requiresOther}
}

// Lex starts scanning a line.
func (requiresLexer) Lex(_ string, r io.Reader) (lexer.Lexer, error) {
	text, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	return &requiresScanner{scanner: scanner{src: string(text), errors: &[]*ParseError{}}}, nil
}

// requiresScanner scans arguments as a command does, and the inside of braces
// as an expression.
type requiresScanner struct{ scanner }

// Next returns the next token.
func (s *requiresScanner) Next() (lexer.Token, error) {
	t := s.scan()
	kind, value := requiresOther, t.value
	switch t.kind {
	case KindEOF:
		kind = lexer.EOF
	case KindParameter:
		kind = requiresParameter
	case KindWord, KindKeyword:
		kind = requiresWord
	case KindNumber:
		kind, value = requiresWord, t.text
	case KindString:
		kind = requiresString
	case KindComma:
		kind = requiresComma
	case KindSemi:
		kind = requiresSemi
	case KindAtCurly:
		kind = requiresAtCurly
		s.mode = expressionMode
	case KindRCurly:
		kind = requiresRCurly
		s.mode = commandMode
	case KindAssign:
		kind = requiresAssign
	}
	return lexer.Token{Type: kind, Value: value, Pos: lexer.Position{Offset: t.pos, Line: 1, Column: t.pos + 1}}, nil
}
