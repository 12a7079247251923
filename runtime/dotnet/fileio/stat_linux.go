package fileio

import (
	"syscall"
	"time"
)

// statTimes returns when a file was last read and its inode last changed.
func statTimes(stat *syscall.Stat_t) (access, change time.Time) {
	return time.Unix(stat.Atim.Unix()), time.Unix(stat.Ctim.Unix())
}
