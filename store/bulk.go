package store

import (
	"errors"
	"slices"
	"strings"
	"sync/atomic"

	"github.com/dgraph-io/badger/v4"
)

// bulk collects the records of an organization that is being made. Log entries
// and their indexes go to the database at once, under a number that no
// organization has yet; the rest stays in memory until the end, because it is
// read back and changed.
type bulk struct {
	store   *badgerStore
	small   map[string][]byte
	out     *batchWriter
	written int
}

func newBulk(s *badgerStore) *bulk {
	return &bulk{store: s, small: map[string][]byte{}, out: newBatchWriter(s.db.NewWriteBatch())}
}

// isLog reports whether keys of a record type are only written while an
// organization is made.
func isLog(recordType byte) bool {
	switch recordType {
	case typeAudit, typeUnified, typeAdminLog, typeDay, typeDayByOp, typeDayByActor:
		return true
	}
	return false
}

// spaceCheckEvery is the number of written bytes between two looks at free space.
const spaceCheckEvery = 8 << 20

func (b *bulk) set(key, value []byte) error {
	if !isLog(key[4]) {
		b.small[string(key)] = value
		return nil
	}
	before := b.written / spaceCheckEvery
	b.written += len(key) + len(value)
	if b.written/spaceCheckEvery != before {
		if err := checkSpace(b.store.dir); err != nil {
			return err
		}
	}
	return b.out.set(key, value)
}

func (b *bulk) get(key []byte) ([]byte, error) { return slices.Clone(b.small[string(key)]), nil }

func (b *bulk) remove(key []byte) error {
	delete(b.small, string(key))
	return nil
}

func (b *bulk) scan(prefix []byte, f func(key, value []byte) error) error {
	var keys []string
	for key := range b.small {
		if strings.HasPrefix(key, string(prefix)) {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	for _, key := range keys {
		err := f([]byte(key), b.small[key])
		if errors.Is(err, errStop) {
			return nil
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// flush writes what is still in memory, in the order of the keys.
func (b *bulk) flush() error {
	keys := make([]string, 0, len(b.small))
	for key := range b.small {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	for _, key := range keys {
		if err := b.out.set([]byte(key), b.small[key]); err != nil {
			return err
		}
	}
	return b.out.finish()
}

// pair is a key and its value.
type pair struct{ key, value []byte }

// batchWriter feeds a WriteBatch from a goroutine of its own: committing one part
// of the batch then goes on while the next one is read and encoded.
type batchWriter struct {
	batch   *badger.WriteBatch
	pending []pair
	queue   chan []pair
	stopped chan struct{}
	closed  bool
	err     error // of the goroutine; to be read once stopped is closed
	failed  atomic.Bool
}

const (
	pairsTogether = 512
	queueLength   = 16
)

func newBatchWriter(batch *badger.WriteBatch) *batchWriter {
	w := &batchWriter{batch: batch, queue: make(chan []pair, queueLength), stopped: make(chan struct{})}
	go w.run()
	return w
}

func (w *batchWriter) run() {
	defer close(w.stopped)
	for pairs := range w.queue {
		for _, p := range pairs {
			if w.err == nil {
				w.err = w.batch.Set(p.key, p.value)
			}
		}
		if w.err != nil {
			w.failed.Store(true)
		}
	}
}

func (w *batchWriter) set(key, value []byte) error {
	w.pending = append(w.pending, pair{key, value})
	if len(w.pending) < pairsTogether {
		return nil
	}
	if w.failed.Load() {
		return w.stop()
	}
	w.queue <- w.pending
	w.pending = make([]pair, 0, pairsTogether)
	return nil
}

// stop ends the goroutine and returns its error.
func (w *batchWriter) stop() error {
	if !w.closed {
		w.closed = true
		close(w.queue)
	}
	<-w.stopped
	return w.err
}

// finish writes all that was set.
func (w *batchWriter) finish() error {
	w.queue <- w.pending
	w.pending = nil
	if err := w.stop(); err != nil {
		return err
	}
	return w.batch.Flush()
}

// cancel gives up what is not written yet.
func (w *batchWriter) cancel() {
	_ = w.stop() // the error that led here is the one to tell
	w.batch.Cancel()
}
