package record

import (
	"bytes"
	"errors"
	"io"
	"iter"
	"strings"
)

const (
	// blockSize is how much of a file is read at once; its lines share that memory.
	blockSize = 256 << 10
	// longestLine bounds the memory that one line may take, in bytes.
	longestLine = 64 << 20
)

// errTooLong is a line that no record is as long as.
var errTooLong = errors.New("it is too long")

// LineError is a line that is no record.
type LineError struct {
	Line int // 1 is the first
	Err  error
}

// Error says what is wrong, without the line.
func (e *LineError) Error() string { return e.Err.Error() }

// Unwrap returns what is wrong.
func (e *LineError) Unwrap() error { return e.Err }

// Numbered is a record and the line it stands in; 1 is the first.
type Numbered struct {
	Line int
	Record
}

// ReadAll yields the records of a text, whose empty lines count and are passed
// over. A *LineError, or one of reading, ends it.
func ReadAll(in io.Reader) iter.Seq2[Numbered, error] {
	return func(yield func(Numbered, error) bool) {
		reader, number := NewReader(), 0
		for text, err := range lines(in) {
			number++
			if number == 1 {
				text = strings.TrimPrefix(text, "\ufeff")
			}
			var r Record
			if err == nil {
				if strings.TrimSpace(text) == "" {
					continue
				}
				if r, err = reader.Read(text); err != nil {
					err = &LineError{number, err}
				}
			} else if errors.Is(err, errTooLong) {
				err = &LineError{number, err}
			}
			if !yield(Numbered{number, r}, err) || err != nil {
				return
			}
		}
	}
}

// lines yields the lines of a text without their ends.
func lines(in io.Reader) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		block, rest := make([]byte, blockSize), 0
		for {
			n, err := io.ReadFull(in, block[rest:])
			filled := block[:rest+n]
			ended := errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
			if err != nil && !ended {
				yield("", err)
				return
			}
			whole := len(filled)
			if !ended {
				whole = bytes.LastIndexByte(filled, '\n') + 1
			}
			for line := range strings.Lines(string(filled[:whole])) {
				if !yield(strings.TrimSuffix(strings.TrimSuffix(line, "\n"), "\r"), nil) {
					return
				}
			}
			if ended {
				return
			}
			if rest = copy(block, filled[whole:]); rest > longestLine {
				yield("", errTooLong)
				return
			}
			if rest == len(block) {
				block = append(block, make([]byte, len(block))...)
			}
		}
	}
}
