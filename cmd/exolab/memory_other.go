//go:build !linux

package main

// physicalMemory is 0: it is not known here.
func physicalMemory() uint64 { return 0 }
