package main

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// Between two collections the heap may grow by headroom, within these bounds
// in percent: scripts with little live data would otherwise collect all the
// time, and those with much would take twice its size. (The upper bound also
// sets Go's minimal heap: 4 MB at 100 percent.)
const (
	headroom       = 6 << 20
	minimalPercent = 50
	maximalPercent = 300
)

// gcSentinel is a garbage object whose finalizer runs after each collection.
type gcSentinel struct{ live []metrics.Sample }

// tuneCollector sets the garbage collector's target now and after each
// collection.
func tuneCollector() {
	s := &gcSentinel{live: []metrics.Sample{{Name: "/gc/heap/live:bytes"}}}
	debug.SetGCPercent(maximalPercent)
	runtime.SetFinalizer(s, (*gcSentinel).collected)
}

func (s *gcSentinel) collected() {
	metrics.Read(s.live)
	live := max(s.live[0].Value.Uint64(), 1)
	debug.SetGCPercent(int(min(max(headroom*100/live, minimalPercent), maximalPercent)))
	runtime.SetFinalizer(s, (*gcSentinel).collected)
}
