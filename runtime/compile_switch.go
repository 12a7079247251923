package runtime

import (
	"bufio"
	"os"
	"strings"

	"exolab/parser"
	"exolab/runtime/value"
)

// switchClause is one compiled clause: test says whether the item matches.
type switchClause struct {
	test func(f *Frame, item value.Value) (bool, error)
	body *stmtList
	span parser.Span
}

// switchStatement compiles switch in all its forms.
func (c *compiler) switchStatement(s *parser.SwitchStatement) stmtFunc {
	of := c.valueOf(s.Condition)
	clauses := make([]switchClause, len(s.Clauses))
	for i, cl := range s.Clauses {
		clauses[i] = switchClause{test: c.switchTest(s.Flags, cl.Pattern), body: c.block(cl.Body), span: cl.Pattern.Extent()}
	}
	otherwise, label := c.block(s.Default), value.Fold(s.Label)
	c.slot("switch")
	return func(f *Frame) error {
		f.pos = s.Condition.Extent()
		v, err := of(f)
		if err != nil {
			return err
		}
		items, err := f.switchItems(v, s.Flags.File)
		if err != nil {
			return err
		}
		return f.runSwitch(items, clauses, otherwise, label)
	}
}

// switchItems returns what a switch tests one after another.
func (f *Frame) switchItems(v value.Value, file bool) ([]value.Value, error) {
	if file {
		path, err := f.text(v)
		if err != nil {
			return nil, err
		}
		return f.fileLines(path)
	}
	if v.IsVoid() {
		return nil, nil
	}
	if v.IsNull() {
		return []value.Value{value.Null}, nil
	}
	return listOf(v)
}

func (f *Frame) fileLines(path string) ([]value.Value, error) {
	full := f.session.FilePath(path)
	file, err := os.Open(full)
	if err != nil {
		return nil, fileNotFound(full)
	}
	defer file.Close()
	var lines []value.Value
	scan := bufio.NewScanner(file)
	scan.Buffer(nil, 1<<26)
	for scan.Scan() {
		lines = append(lines, value.Str(strings.TrimSuffix(scan.Text(), "\r")))
	}
	return lines, nil
}

func (f *Frame) runSwitch(items []value.Value, clauses []switchClause, otherwise *stmtList, label string) error {
	e := newEnumerator(items)
	cell := f.scope.ensure("switch", "switch")
	underscore := f.scope.ensure("_", "_")
	savedSwitch, saved := *cell, *underscore
	cell.Value, cell.mode = value.Obj(e), varPlain
	defer func() {
		cell.Value, cell.mode = savedSwitch.Value, savedSwitch.mode
		underscore.Value, underscore.mode = saved.Value, saved.mode
	}()
	for e.moveNext() {
		if err := f.session.poll(); err != nil {
			return err
		}
		underscore.Value, underscore.mode = e.current(), varPlain
		if err := f.switchItem(e.current(), clauses, otherwise); err != nil {
			switch afterBody(err, label) {
			case loopLeave:
				return nil
			case loopFail:
				return err
			}
		}
	}
	return nil
}

func (f *Frame) switchItem(item value.Value, clauses []switchClause, otherwise *stmtList) error {
	matched := false
	for i := range clauses {
		cl := &clauses[i]
		f.pos = cl.span
		ok, err := cl.test(f, item)
		if err != nil {
			return err
		}
		if !ok {
			continue
		}
		matched = true
		if err := cl.body.run(f); err != nil {
			return err
		}
	}
	if !matched && otherwise != nil {
		return otherwise.run(f)
	}
	return nil
}

// switchTest compiles the pattern of one clause.
func (c *compiler) switchTest(flags parser.SwitchFlags, pattern parser.Expression) func(*Frame, value.Value) (bool, error) {
	if b, ok := pattern.(*parser.ScriptBlockExpression); ok {
		return c.switchBlock(b)
	}
	of, op := c.expr(pattern), switchOperator(flags)
	compare := binaryOperator(op)
	textual := flags.Regex || flags.Wildcard
	return func(f *Frame, item value.Value) (bool, error) {
		p, err := of(f)
		if err != nil {
			return false, err
		}
		if textual {
			return f.switchText(op, item, p)
		}
		if a, ok := value.As[*value.Array](item); ok {
			// An array as an item is compared as text, not element by element.
			text, err := f.text(value.Obj(a))
			if err != nil {
				return false, err
			}
			item = value.Str(text)
		}
		r, err := compare(f, item, p)
		if err != nil {
			return false, err
		}
		return value.Truth(r), nil
	}
}

// switchText tests an item with -match or -like.
func (f *Frame) switchText(op string, item, pattern value.Value) (bool, error) {
	text, err := f.text(item)
	if err != nil {
		return false, err
	}
	if op == "-like" || op == "-clike" {
		return f.compareWith(op, value.Str(text), pattern)
	}
	return f.match(value.Str(text), pattern, op == "-cmatch")
}

func (f *Frame) compareWith(op string, l, r value.Value) (bool, error) {
	v, err := binaryOperator(op)(f, l, r)
	if err != nil {
		return false, err
	}
	return value.Truth(v), nil
}

// switchBlock compiles a script block as a pattern: it is run with $_.
func (c *compiler) switchBlock(e *parser.ScriptBlockExpression) func(*Frame, value.Value) (bool, error) {
	of := c.expr(e)
	return func(f *Frame, item value.Value) (bool, error) {
		v, err := of(f)
		if err != nil {
			return false, err
		}
		b, _ := value.As[*ScriptBlock](v)
		var out Collector
		err = f.session.InvokeBlock(b, Invocation{Underscore: item, HasUnderscore: true, Scope: f.scope, Out: &out})
		return value.Truth(out.Value()), err
	}
}

func switchOperator(flags parser.SwitchFlags) string {
	op := "-eq"
	switch {
	case flags.Regex:
		op = "-match"
	case flags.Wildcard:
		op = "-like"
	}
	if flags.CaseSensitive {
		op = "-c" + op[1:]
	}
	return op
}
