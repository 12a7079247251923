package runtime

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestMemoryLimitStopsALoopOnce(t *testing.T) {
	s := &Session{}
	LimitMemory(100 << 20)
	t.Cleanup(func() { LimitMemory(0); MemoryInUse(0) })
	MemoryInUse(99 << 20)
	require.NoError(t, s.poll())
	MemoryInUse(101 << 20)
	require.EqualError(t, s.poll(), "The script holds more than 100 MB, the limit of this process; EXOLAB_MEMORY_LIMIT sets another.")
	require.NoError(t, s.poll(), "said once until the next collection")
	LimitMemory(0)
	MemoryInUse(1 << 40)
	require.NoError(t, s.poll())
}
