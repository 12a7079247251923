package memory

import (
	"runtime"
	"sync/atomic"
	"time"
)

const (
	// watchPercent of the limit, alive after a collection, starts the watch.
	watchPercent = 25
	// watchPause is how often the watch looks. Go code fills some ten megabytes
	// in that time.
	watchPause = 5 * time.Millisecond
)

var (
	watching atomic.Bool
	// ended is called in the place of a return when the limit is far behind.
	ended atomic.Pointer[func()]
)

// collected is called after each collection with the bytes that are alive.
func collected(live uint64) {
	if top := limit.Load(); top > 0 && live > top/100*watchPercent && watching.CompareAndSwap(false, true) {
		go watch()
	}
}

// watch looks at the memory in use until that is little again.
func watch() {
	defer watching.Store(false)
	for {
		used, top := InUse(), limit.Load()
		if used < top/100*watchPercent || top == 0 {
			return
		}
		if used > allowed.Load() {
			tight.Store(true)
		}
		if fatal := top / 100 * fatalPercent; used > fatal {
			runtime.GC()
			if InUse() > fatal {
				(*ended.Load())()
			}
		}
		time.Sleep(watchPause)
	}
}
