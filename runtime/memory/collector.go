package memory

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
	headroom       = 5 << 20
	minimalPercent = 40
	maximalPercent = 300
)

// gcSentinel is a garbage object whose finalizer runs after each collection.
type gcSentinel struct{ live []metrics.Sample }

// Manage sets the collector's target now and after each collection, and the
// limit, 0 for none. At the limit the collector works harder; end is called
// when a loop that asks nothing passes it by far, and must end the process.
func Manage(bytes uint64, end func()) {
	s := &gcSentinel{live: []metrics.Sample{{Name: "/gc/heap/live:bytes"}}}
	debug.SetGCPercent(maximalPercent)
	if bytes > 0 {
		debug.SetMemoryLimit(int64(bytes))
	}
	ended.Store(&end)
	Limit(bytes)
	runtime.SetFinalizer(s, (*gcSentinel).collected)
}

func (s *gcSentinel) collected() {
	metrics.Read(s.live)
	live := max(s.live[0].Value.Uint64(), 1)
	collected(live)
	debug.SetGCPercent(int(min(max(headroom*100/live, minimalPercent), maximalPercent)))
	runtime.SetFinalizer(s, (*gcSentinel).collected)
}
