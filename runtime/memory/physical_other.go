//go:build !linux

package memory

// Physical returns 0: the machine's memory is not known here.
func Physical() uint64 { return 0 }
