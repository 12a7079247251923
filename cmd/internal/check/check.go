// Package check reads scripts without running them and reports what would go
// wrong: syntax errors, commands and parameters that do not exist, cmdlets
// that are not emulated, and the typical mistakes of audit scripts. Each kind
// of finding is a rule with an id; Rules lists them.
package check

import (
	"errors"
	"sort"

	"exolab/parser"
	"exolab/runtime"
)

// Severity says how bad a finding is, in the words of SARIF.
type Severity string

// The severities.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Note    Severity = "note"
)

// Finding is one thing found in a script. Lines and columns count from 1,
// columns in UTF-16 units; the end is the place behind the last character.
type Finding struct {
	Rule      string   `json:"rule"`
	Severity  Severity `json:"severity"`
	Message   string   `json:"message"`
	File      string   `json:"file"`
	Line      int      `json:"line"`
	Column    int      `json:"column"`
	EndLine   int      `json:"endLine"`
	EndColumn int      `json:"endColumn"`
}

// Commands finds what a command name means without a script: a cmdlet, a
// built-in function, or the target of an alias; nil when it means nothing.
type Commands func(name string) *runtime.Command

// Options say what scripts are checked against.
type Options struct {
	Commands Commands
	// Defined are the functions that other scripts give, by folded name.
	Defined map[string]bool
	// Flavours says which kinds of Exchange have a cmdlet; nil knows of none.
	Flavours func(cmdlet string) (online, onPremises bool)
	// Wanted is the flavour that the scripts are for.
	Wanted Flavour
}

// syntaxRule is the id of findings that stop a script from being read.
const syntaxRule = "syntax-error"

// Script checks the text of one script.
func Script(file, text string, o Options) ([]Finding, error) {
	tree, err := parser.Parse(file, text)
	var wrong *parser.ParseErrors
	if err != nil && !errors.As(err, &wrong) {
		return nil, err
	}
	c := &checker{file: file, commands: o.Commands, defined: o.Defined, wanted: o.Wanted, flavours: o.Flavours, exempt: map[parser.Node]bool{}}
	if c.flavours == nil {
		c.flavours = func(string) (bool, bool) { return true, true }
	}
	if wrong != nil {
		c.source = wrong.Source
		for _, e := range wrong.Errors {
			c.add(syntaxRule, Error, e.Span, e.ID+": "+e.Message)
		}
		return c.findings, nil
	}
	c.source = tree.Source
	c.collect(tree)
	parser.Walk(tree, func(n parser.Node) bool {
		for i := range Rules {
			if visit := Rules[i].visit; visit != nil {
				c.rule = &Rules[i]
				visit(c, n)
			}
		}
		return true
	})
	sort.SliceStable(c.findings, func(i, j int) bool {
		a, b := &c.findings[i], &c.findings[j]
		return a.Line < b.Line || a.Line == b.Line && a.Column < b.Column
	})
	return c.findings, nil
}

// checker is the state of one script's check.
type checker struct {
	file     string
	source   *parser.Source
	commands Commands
	// defined are the functions and aliases that scripts define, by folded name.
	defined map[string]bool
	// assigned counts for each variable, by folded name, what it is given;
	// single counts the pipelines among it that may yield one object or none.
	assigned, single map[string]int
	// exempt are strings that are patterns or code on purpose.
	exempt map[parser.Node]bool
	// flavours and wanted are those of the options; usesOnline is a cmdlet of
	// the script that only Exchange Online has.
	flavours   func(cmdlet string) (online, onPremises bool)
	wanted     Flavour
	usesOnline string
	rule       *Rule
	findings   []Finding
}

// found reports what the rule that is at work found.
func (c *checker) found(at parser.Node, message string) {
	c.add(c.rule.ID, c.rule.Severity, at.Extent(), message)
}

func (c *checker) add(rule string, severity Severity, at parser.Span, message string) {
	from, to := c.source.Position(at.Start), c.source.Position(at.End)
	c.findings = append(c.findings, Finding{Rule: rule, Severity: severity, Message: message, File: c.file,
		Line: from.Line, Column: from.Column, EndLine: to.Line, EndColumn: to.Column})
}
