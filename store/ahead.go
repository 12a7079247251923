package store

import (
	"iter"
	"sync/atomic"
)

const (
	itemsTogether = 256
	batchesAhead  = 8
)

// item is an element of a sequence.
type item[T any] struct {
	value T
	err   error
}

// ahead runs a sequence in a goroutine of its own, a little ahead of whoever
// takes its elements. If the taking ends early, the goroutine ends with the next
// element.
func ahead[T any](sequence iter.Seq2[T, error]) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var left atomic.Bool
		defer left.Store(true)
		batches := make(chan []item[T], batchesAhead)
		go func() {
			defer close(batches)
			batch := make([]item[T], 0, itemsTogether)
			for value, err := range sequence {
				if left.Load() {
					return
				}
				if batch = append(batch, item[T]{value, err}); len(batch) == itemsTogether {
					batches <- batch
					batch = make([]item[T], 0, itemsTogether)
				}
			}
			batches <- batch
		}()
		for batch := range batches {
			for _, i := range batch {
				if !yield(i.value, i.err) {
					go drain(batches)
					return
				}
			}
		}
	}
}

// drain takes what nobody wants, so that the sender does not wait for ever.
func drain[T any](from <-chan T) {
	for range from {
	}
}
