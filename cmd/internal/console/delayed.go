package console

import (
	"bufio"
	"io"
	"sync"
	"time"
)

const (
	bufferSize = 64 << 10
	// flushDelay is how long output may wait for more before it is written.
	flushDelay = 50 * time.Millisecond
)

// delayedWriter gathers output and writes it when there is much of it, when it
// is told to, or a moment after it came, so that whoever reads it sees what a
// long command has printed so far.
type delayedWriter struct {
	mu    sync.Mutex
	to    *bufio.Writer
	timer *time.Timer
	// waiting is set while the timer runs.
	waiting bool
}

func newDelayedWriter(w io.Writer) *delayedWriter {
	return &delayedWriter{to: bufio.NewWriterSize(w, bufferSize)}
}

// Write gathers p.
func (d *delayedWriter) Write(p []byte) (int, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if !d.waiting {
		d.waiting = true
		if d.timer == nil {
			d.timer = time.AfterFunc(flushDelay, d.late)
		} else {
			d.timer.Reset(flushDelay)
		}
	}
	return d.to.Write(p)
}

// late writes what waited long enough. An error shows at the next Flush.
func (d *delayedWriter) late() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.waiting = false
	_ = d.to.Flush()
}

// Flush writes everything at once.
func (d *delayedWriter) Flush() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.to.Flush()
}

// alone runs change while nothing is written.
func (d *delayedWriter) alone(change func()) {
	d.mu.Lock()
	defer d.mu.Unlock()
	change()
}
