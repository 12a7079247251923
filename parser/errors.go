package parser

import (
	"errors"
	"fmt"
	"strings"
)

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

// NewError returns the error of an id, for those who check a tree further.
func NewError(at Span, id string, args ...any) *ParseError {
	return &ParseError{Span: at, ID: id, Message: message(id, args)}
}

// message is the text of an error id with its arguments.
func message(id string, args []any) string {
	text := messages()[id]
	if len(args) > 0 && strings.Contains(text, "%") {
		return fmt.Sprintf(text, args...)
	}
	return text
}

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
