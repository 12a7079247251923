// Package interrupt lets work that asks nobody while it runs, such as a match of
// a regular expression, end when the running pipeline is stopped.
package interrupt

import (
	"errors"
	"sync/atomic"
)

// ErrStopped says that Ctrl-C stopped the pipeline. Its text is PowerShell's.
var ErrStopped = errors.New("The pipeline has been stopped.") //nolint:staticcheck // PowerShell's sentence

var (
	stop atomic.Pointer[<-chan struct{}]
	// shields counts the finally blocks that are being run.
	shields atomic.Int32
)

// Shield keeps what runs from being stopped until it is called with -1: finally
// blocks run to their end.
func Shield(change int32) { shields.Add(change) }

// Watch sets what is closed when the running pipeline is stopped, nil where none
// runs, for the whole process: one prompt has one Ctrl-C.
func Watch(done <-chan struct{}) { stop.Store(&done) }

// Done returns what is closed when the running pipeline is stopped. It is nil,
// and so never closed, where nothing can be stopped.
func Done() <-chan struct{} {
	if done := stop.Load(); done != nil && shields.Load() == 0 {
		return *done
	}
	return nil
}

// Stopped returns ErrStopped when the running pipeline is being stopped.
func Stopped() error {
	select {
	case <-Done():
		return ErrStopped
	default:
		return nil
	}
}
