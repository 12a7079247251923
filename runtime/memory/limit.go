// Package memory keeps the process within a limit of memory that a script may
// not break, and sets the pace of Go's garbage collector.
//
// Three things hold the limit. What is made in one piece asks Room first. Loops
// that gather data ask Tight, one load, which a watch sets that is awake only
// while much is held; then Exceeded counts. And should a loop that asks nothing
// pass the limit by a quarter, the process ends: its store is made to survive
// that.
package memory

import (
	"errors"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync"
	"sync/atomic"
)

// ErrExceeded says that something would not fit below the limit.
var ErrExceeded = errors.New("more than the limit of this process's memory")

// Shares of the limit.
const (
	// A collection is forced where live and dead objects reach tightPercent;
	// more than heldPercent alive after it is too much.
	tightPercent, heldPercent = 90, 85
	// Handlers of the error may use gracePercent more before it comes again.
	gracePercent = 3
	// At fatalPercent the process ends.
	fatalPercent = 125
)

// SmallRequest is the size in bytes from which on Room counts.
const SmallRequest = 1 << 20

var (
	limit atomic.Uint64
	// tight is set by the watch and says that Exceeded has to count.
	tight atomic.Bool
	// allowed is how much may be in use before Exceeded collects and counts.
	allowed atomic.Uint64
	// counting keeps two goroutines from collecting one after the other.
	counting sync.Mutex
)

// Limit sets the limit in bytes, for the whole process; 0 takes it away.
func Limit(bytes uint64) {
	limit.Store(bytes)
	allowed.Store(bytes / 100 * tightPercent)
	tight.Store(false)
}

// Limited returns the limit in bytes, 0 for none.
func Limited() uint64 { return limit.Load() }

// Tight reports whether Exceeded has anything to count. It is one load.
func Tight() bool { return tight.Load() }

// Exceeded reports whether the process holds too much. It does so once; then
// what handles the error has room for a little more, until that is used up too.
func Exceeded() bool { return tight.Load() && exceeded() }

func exceeded() bool {
	counting.Lock()
	defer counting.Unlock()
	top := limit.Load()
	if top == 0 || InUse() <= allowed.Load() {
		tight.Store(false)
		return false
	}
	runtime.GC()
	held := InUse()
	tight.Store(false)
	if held <= top/100*heldPercent {
		allowed.Store(top / 100 * tightPercent)
		return false
	}
	allowed.Store(max(top/100*tightPercent, held+top/100*gracePercent))
	return true
}

// Room reports whether n more bytes may be held, which are to be allocated in
// one piece.
func Room(n int64) bool {
	top := limit.Load()
	if n < SmallRequest || top == 0 {
		return true
	}
	room := top / 100 * tightPercent
	if uint64(n) > room {
		return false
	}
	room -= uint64(n)
	if InUse() <= room {
		return true
	}
	counting.Lock()
	defer counting.Unlock()
	// The pages of what is dead now are not those that n bytes will take.
	debug.FreeOSMemory()
	return InUse() <= room
}

// InUse returns the bytes of the heap's objects, dead ones included until they
// are collected, and of the stacks.
func InUse() uint64 {
	s := samples.Get().(*[2]metrics.Sample)
	metrics.Read(s[:])
	bytes := s[0].Value.Uint64() + s[1].Value.Uint64()
	samples.Put(s)
	return bytes
}

var samples = sync.Pool{New: func() any {
	return &[2]metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}, {Name: "/memory/classes/heap/stacks:bytes"}}
}}
