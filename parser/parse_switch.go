package parser

import "strings"

// switchParser reads one switch statement and gathers what an error statement
// in its place would hold.
type switchParser struct {
	*parser
	keyword *token
	s       *SwitchStatement
	// end is how far the statement could be read.
	end Span
	// failed is set by any error, unfinished by one that more input could
	// mend: then nothing more is reported.
	failed, unfinished bool
	flags              []ErrorFlag
	conditions, bodies []Node
}

func (p *parser) switchStatement(label string) Statement {
	keyword := p.take()
	w := &switchParser{parser: p, keyword: keyword, s: &SwitchStatement{Label: label}, end: keyword.Span}
	p.skipNewlines()
	for p.is(KindParameter) {
		w.flag(p.take())
	}
	w.condition()
	w.clauses()
	if w.failed {
		return &ErrorStatement{Span: join(keyword.Span, w.end), Keyword: keyword.value, Flags: w.flags,
			Conditions: w.conditions, Bodies: w.bodies}
	}
	w.s.Span = join(keyword.Span, w.end)
	return w.s
}

// absent records an error for what is missing behind what was read.
func (w *switchParser) absent(id string) {
	w.failed = true
	w.unfinished = w.atEnd(w.end.End)
	w.missing(after(w.end), id)
}

// flag notes one parameter of the statement; -File carries the path.
func (w *switchParser) flag(t *token) {
	w.end = t.Span
	name := strings.ToLower(t.value)
	f := &w.s.Flags
	for _, flag := range []struct {
		name string
		set  func()
	}{
		{"regex", func() { f.Regex, f.Wildcard = true, false }},
		{"wildcard", func() { f.Regex, f.Wildcard = false, true }},
		{"exact", func() { f.Regex, f.Wildcard, f.Exact = false, false, true }},
		{"casesensitive", func() { f.CaseSensitive = true }},
		{"parallel", func() { f.Parallel = true }},
		{"file", func() { f.File = true }},
	} {
		if !strings.HasPrefix(flag.name, name) {
			continue
		}
		flag.set()
		given := ErrorFlag{Name: flag.name, At: t.Span}
		if flag.name == "file" {
			given.Argument = w.file()
		}
		w.flags = append(w.flags, given)
		return
	}
	w.failed = true
	w.failWith(t.Span, "InvalidSwitchFlag", false, t.value)
}

// file reads the path behind -File.
func (w *switchParser) file() Node {
	w.skipNewlines()
	e := w.argument(argumentSingle)
	if e == nil {
		w.absent("MissingFilenameOption")
		return nil
	}
	w.end = e.Extent()
	w.s.Condition = &Pipeline{Span: e.Extent(), Elements: []PipelineElement{&CommandExpression{Span: e.Extent(), Expression: e}}}
	return w.s.Condition
}

func (w *switchParser) condition() {
	open := w.accept(KindLParen)
	if open == nil {
		if w.s.Condition == nil && !w.s.Flags.File {
			w.absent("PipelineValueRequired")
		}
		return
	}
	w.end = open.Span
	if w.s.Flags.File {
		w.failed = true
		w.failWith(open.Span, "PipelineValueRequired", false)
	}
	w.skipNewlines()
	if w.s.Condition = w.pipelineInParens(); w.s.Condition == nil {
		w.absent("PipelineValueRequired")
	} else {
		w.end = w.s.Condition.Extent()
		w.conditions = []Node{w.s.Condition}
	}
	w.skipNewlines()
	if c := w.accept(KindRParen); c != nil {
		w.end = c.Span
	} else if !w.unfinished {
		w.absent("MissingEndParenthesisInSwitchStatement")
	}
}

func (w *switchParser) clauses() {
	defer w.restore(w.setMode(commandMode))
	w.skipNewlines()
	open := w.accept(KindLCurly)
	if open == nil {
		if !w.unfinished {
			w.absent("MissingCurlyBraceInSwitchStatement")
		}
		return
	}
	w.end = open.Span
	w.skipNewlines()
	for w.clause() {
		w.skipTerminators()
		if c := w.accept(KindRCurly); c != nil {
			if !w.failed {
				w.end = c.Span
			}
			return
		}
		if t := w.peekTok(); t.kind == KindEOF {
			if !w.unfinished {
				w.failed = true
				w.missingSince(open.Span, t.Span, "MissingEndCurlyBrace")
			}
			return
		}
	}
}

// clause reads a pattern and its block; false when no pattern follows.
func (w *switchParser) clause() bool {
	t := w.peekTok()
	isDefault := t.kind == KindWord && strings.EqualFold(t.text, "default")
	var pattern Expression
	if isDefault {
		w.take()
		w.renote(t.Span, KindKeyword)
		pattern = w.word(t)
	} else if pattern = w.argument(argumentSingle); pattern == nil {
		w.failed = true
		w.missing(after(w.end), "MissingSwitchConditionExpression")
		w.accept(KindRCurly)
		return false
	}
	w.bodies = append(w.bodies, pattern)
	w.end = pattern.Extent()
	body := w.statementBlock()
	if body == nil {
		w.absent("MissingSwitchStatementClause")
		return true
	}
	w.bodies = append(w.bodies, body)
	w.end = body.Span
	switch {
	case !isDefault:
		w.s.Clauses = append(w.s.Clauses, SwitchClause{pattern, body})
	case w.s.Default != nil:
		w.failed = true
		w.failWith(pattern.Extent(), "MultipleSwitchDefaultClauses", false)
		fallthrough
	default:
		w.s.Default = body
	}
	return true
}
