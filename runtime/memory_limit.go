package runtime

import (
	"fmt"
	"sync/atomic"

	"exolab/runtime/value"
)

// memoryLimit is how many bytes the live data of the process may take, 0 for no
// limit; memoryExceeded is set while it takes more.
var (
	memoryLimit    atomic.Uint64
	memoryExceeded atomic.Bool
)

// LimitMemory sets the limit in bytes; 0 takes it away. It holds for the process,
// as memory does.
func LimitMemory(bytes uint64) { memoryLimit.Store(bytes) }

// MemoryInUse tells how many bytes the process takes by its latest collection.
// Scripts that hold too much then fail with an OutOfMemoryException, where the
// system would end the process.
func MemoryInUse(bytes uint64) {
	limit := memoryLimit.Load()
	memoryExceeded.Store(limit > 0 && bytes > limit)
}

// outOfMemory is the error of a script that holds too much. It is raised once;
// the next collection tells whether the script let go of enough.
func outOfMemory() error {
	if !memoryExceeded.CompareAndSwap(true, false) {
		return nil
	}
	e := value.NewException("System.OutOfMemoryException", fmt.Sprintf(
		"The script holds more than %d MB, the limit of this process; EXOLAB_MEMORY_LIMIT sets another.", memoryLimit.Load()>>20))
	e.ErrorID = e.T.FullName
	return e
}
