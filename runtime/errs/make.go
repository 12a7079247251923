package errs

import "exolab/runtime/value"

// New returns a record whose exception has the type of that full name.
func New(exceptionType, message, id string, category value.Category, target value.Value) *Record {
	return &Record{Exception: value.NewException(exceptionType, message), ID: id, Category: category, Target: target}
}

// FromException returns the record that PowerShell makes for an exception
// that nobody gave a record.
func FromException(e *value.Exception) *Record {
	if rec, ok := e.Record.(*Record); ok {
		return rec
	}
	id := e.ErrorID
	if id == "" {
		id = e.T.Name
	}
	rec := &Record{Exception: e, ID: id, Category: e.Category, Target: e.Target}
	e.Record = rec
	return rec
}

// Terminating returns the record as an error that ends the command.
func Terminating(rec *Record) *Error {
	return &Error{Record: rec, Statement: true, Thrown: rec.Exception != nil && rec.Exception.Final}
}
