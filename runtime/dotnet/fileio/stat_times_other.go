//go:build unix && !linux

package fileio

import (
	"syscall"
	"time"
)

// statTimes is unknown where the fields of stat have other names.
func statTimes(*syscall.Stat_t) (access, change time.Time) { return }
