package check

import "exolab/parser"

// Rule is one kind of finding.
type Rule struct {
	ID       string
	Severity Severity
	// Summary says in a sentence what is wrong and what to write instead.
	Summary string
	// visit looks at one node of the tree; nil for the errors of the parser.
	visit func(c *checker, n parser.Node)
}

// Rules lists all rules.
var Rules = []Rule{
	{syntaxRule, Error, "The script cannot be read.", nil},
	{"unknown-command", Error, "No cmdlet, function or alias has this name.", unknownCommand},
	{"not-emulated", Warning, "The cmdlet exists, but exolab does not emulate it.", notEmulated},
	{"unknown-parameter", Error, "The cmdlet has no such parameter.", unknownParameter},
	{"ambiguous-parameter", Error, "The shortened name fits several parameters; write it out.", ambiguousParameter},
	{"wrong-parameter-set", Error, "The parameters belong to different parameter sets and cannot be used together.", wrongParameterSet},
	{"unknown-value", Error, "The parameter does not take this value.", unknownValue},
	{"deprecated-cmdlet", Note, "The cmdlet is out of use; another one takes its place.", deprecatedCmdlet},
	{"other-flavour", Warning, "The cmdlet does not exist in the kind of Exchange that the script is for.", otherFlavour},
	{"missing-result-size", Warning, "Without -ResultSize Unlimited only the first results come back.", missingResultSize},
	{"end-date-midnight", Warning, "A date without a time means its first moment, so that the day itself is left out; add a day.", endDateMidnight},
	{"format-before-export", Error, "Format- cmdlets make layout, not data; leave them out before other cmdlets.", formatBeforeExport},
	{"single-quoted-variable", Warning, "Nothing is filled in between single quotes; use double quotes.", singleQuotedVariable},
	{"null-on-right", Warning, "Comparing a collection with $null on the right filters it; put $null on the left.", nullOnRight},
	{"count-of-single", Note, "A single result or none is no collection; put @( ) around it before counting.", countOfSingle},
	{"assignment-in-condition", Warning, "= assigns; -eq compares.", assignmentInCondition},
}
