package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"strconv"
	"strings"

	engine "exolab/runtime"
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
	engine.LimitMemory(memoryLimit())
	runtime.SetFinalizer(s, (*gcSentinel).collected)
}

// memoryLimit is what EXOLAB_MEMORY_LIMIT says, as 800MB, 2GB or 0 for no limit;
// else three quarters of the machine's memory.
func memoryLimit() uint64 {
	text := strings.ToUpper(strings.TrimSpace(os.Getenv("EXOLAB_MEMORY_LIMIT")))
	shift := 0
	for suffix, bits := range map[string]int{"KB": 10, "MB": 20, "GB": 30} {
		if rest, ok := strings.CutSuffix(text, suffix); ok {
			text, shift = strings.TrimSpace(rest), bits
		}
	}
	if n, err := strconv.ParseUint(text, 10, 32); err == nil {
		return n << shift
	}
	return physicalMemory() / 4 * 3
}

func (s *gcSentinel) collected() {
	metrics.Read(s.live)
	live := max(s.live[0].Value.Uint64(), 1)
	// Until the next collection the heap grows by half again.
	engine.MemoryInUse(live * (100 + minimalPercent) / 100)
	debug.SetGCPercent(int(min(max(headroom*100/live, minimalPercent), maximalPercent)))
	runtime.SetFinalizer(s, (*gcSentinel).collected)
}
