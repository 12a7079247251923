package lab

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// The kinds of events in a progress log.
const (
	EventStart  = "start"
	EventCheck  = "check"
	EventHint   = "hint"
	EventTask   = "task"
	EventPass   = "pass"
	EventReset  = "reset"
	EventGiveUp = "giveup"
	EventSkip   = "skip"
)

// Event is one line of a progress log. Logs of two machines are merged by
// putting one behind the other: the order of lines does not matter.
type Event struct {
	Time    time.Time `json:"time"`
	Learner string    `json:"learner"`
	Lab     string    `json:"lab"`
	Hash    string    `json:"hash,omitempty"`
	Variant int       `json:"variant,omitempty"`
	Event   string    `json:"event"`
	// Task counts from 1; 0 where no task is meant.
	Task int `json:"task,omitempty"`
	// Seconds is the time spent in the lab so far, for pass.
	Seconds int `json:"seconds,omitempty"`
	// Failed names the test that a check failed first.
	Failed string `json:"failed,omitempty"`
}

// Log is a progress log in a file.
type Log struct {
	Path string
}

// Append adds an event. A line torn by an interruption stays by itself.
func (l *Log) Append(e Event) error {
	if l == nil || l.Path == "" {
		return nil
	}
	line, err := json.Marshal(e)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(l.Path), 0o700); err != nil {
		return unwritable(l.Path)
	}
	f, err := os.OpenFile(l.Path, os.O_RDWR|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return unwritable(l.Path)
	}
	defer f.Close()
	if torn(f) {
		line = append([]byte{'\n'}, line...)
	}
	if _, err := f.Write(append(line, '\n')); err != nil {
		return unwritable(l.Path)
	}
	return nil
}

// torn reports whether a file ends inside of a line.
func torn(f *os.File) bool {
	info, err := f.Stat()
	if err != nil || info.Size() == 0 {
		return false
	}
	last := make([]byte, 1)
	_, err = f.ReadAt(last, info.Size()-1)
	return err == nil && last[0] != '\n'
}

func unwritable(path string) error { return fmt.Errorf("the progress log %s cannot be written", path) }

// Read returns the events of the log, and how many lines could not be read:
// those that an interruption tore, or that somebody edited.
func (l *Log) Read() (events []Event, bad int, err error) {
	if l == nil || l.Path == "" {
		return nil, 0, nil
	}
	raw, err := os.ReadFile(l.Path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, 0, nil
	}
	if err != nil {
		return nil, 0, fmt.Errorf("the progress log %s cannot be read", l.Path)
	}
	events, bad = ParseEvents(raw)
	return events, bad, nil
}

// ParseEvents reads the lines of a log.
func ParseEvents(raw []byte) (events []Event, bad int) {
	lines := bufio.NewScanner(bytes.NewReader(raw))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		if len(bytes.TrimSpace(lines.Bytes())) == 0 {
			continue
		}
		var e Event
		if err := json.Unmarshal(lines.Bytes(), &e); err != nil || e.Lab == "" || e.Event == "" {
			bad++
			continue
		}
		events = append(events, e)
	}
	return events, bad
}
