package parser

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/alecthomas/participle/v2"
)

// requiresReader takes over what a #requires line says and reports what of it is
// wrong.
type requiresReader struct {
	p *parser
	r *Requirements
	// at is where the text that the grammar has read begins.
	at int
}

// requiresUnreadable reports a word of a #requires line that stands where none
// can stand.
func (p *parser) requiresUnreadable(comment Span, err error) {
	at := Span{comment.Start + 1, comment.End}
	text := p.source.Slice(comment)
	var where participle.Error
	if rest := text[len("#requires"):]; errors.As(err, &where) && (rest == "" || isSpace(rune(rest[0]))) {
		start := where.Position().Offset
		word := strings.Fields(rest[min(start, len(rest)):] + " ")
		if len(word) > 0 {
			at.Start = comment.Start + int32(len("#requires")+start)
			at.End = at.Start + int32(len(word[0]))
		}
	}
	p.failWith(at, "ScriptRequiresInvalidFormat", false)
}

func (q *requiresReader) read(line *requiresLine) {
	for _, o := range line.Options {
		q.option(o)
	}
}

// option takes over one parameter, whose name may be cut short.
func (q *requiresReader) option(o *requiresOption) {
	name := strings.ToLower(o.Name)
	begins := func(full string) bool { return strings.HasPrefix(full, name) }
	switch {
	case begins("runasadministrator"):
		q.r.RunAsAdmin = true
		if len(o.Values) > 0 {
			q.fail(o.span(), "ParameterCannotHaveArgument", o.Name)
		}
	case len(o.Values) == 0:
		q.fail(o.span(), "ParameterRequiresArgument", o.Name)
	case begins("shellid"), begins("pssnapin"), begins("assembly"):
	case begins("psedition"):
		q.editions(o)
	case begins("version"):
		q.version(o)
	case begins("modules"):
		for _, v := range o.Values {
			q.r.Modules = append(q.r.Modules, v.module())
		}
	default:
		q.fail(o.span(), "ScriptRequiresInvalidFormat")
	}
}

func (q *requiresReader) fail(at Span, id string, args ...any) {
	q.p.failWith(Span{at.Start + int32(q.at), at.End + int32(q.at)}, id, false, args...)
}

func (q *requiresReader) editions(o *requiresOption) {
	for _, v := range o.Values {
		edition := v.text()
		if !strings.EqualFold(edition, "Core") && !strings.EqualFold(edition, "Desktop") {
			q.fail(v.span(), "RequiresPSEditionInvalid", "PSEdition")
		}
		if slices.ContainsFunc(q.r.Editions, func(known string) bool { return strings.EqualFold(known, edition) }) {
			q.fail(v.span(), "RequiresPSEditionValueIsAlreadySpecified", "PSEdition")
			continue
		}
		q.r.Editions = append(q.r.Editions, edition)
	}
}

func (q *requiresReader) version(o *requiresOption) {
	v := o.Values[0]
	if !isVersion(v.text()) {
		q.fail(v.span(), "RequiresVersionInvalid")
		return
	}
	q.r.Version = v.text()
}

// isVersion reports whether a text is a version of one to four numbers.
func isVersion(text string) bool {
	parts := strings.Split(text, ".")
	for _, part := range parts {
		if _, err := strconv.ParseUint(part, 10, 31); err != nil {
			return false
		}
	}
	return len(parts) <= 4
}

// span is the parameter with its dash, in the text that the grammar has read.
func (o *requiresOption) span() Span {
	return Span{int32(o.Pos.Offset), int32(o.Pos.Offset + len("-") + len(o.Name))}
}

func (v *requiresValue) span() Span {
	return Span{int32(v.Pos.Offset), int32(v.EndPos.Offset)}
}
