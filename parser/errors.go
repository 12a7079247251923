package parser

import "errors"

// ParseError is one syntax error, with PowerShell's id and message.
type ParseError struct {
	Span
	// ID is PowerShell's error id, such as "MissingEndCurlyBrace".
	ID string
	// Message is PowerShell's message in English.
	Message string
	// Incomplete is set when more input could complete the text: the prompt
	// then asks for it with `>> `.
	Incomplete bool
}

// Error returns the message.
func (e *ParseError) Error() string { return e.Message }

// ParseErrors is all errors of one text, in the order in which PowerShell
// finds them. It is the error that Parse returns.
type ParseErrors struct {
	Source *Source
	Errors []*ParseError
}

// Error returns the first error's message.
func (e *ParseErrors) Error() string { return e.Errors[0].Message }

// Incomplete reports whether err says that the text is unfinished rather than
// wrong.
func Incomplete(err error) bool {
	var all *ParseErrors
	return errors.As(err, &all) && all.Errors[0].Incomplete
}
