//go:build linux || darwin || freebsd

package store

import "syscall"

// spaceReserve is the free space without which nothing is written: files are
// mapped into memory, and running out in the middle would end the process.
const spaceReserve = 48 << 20

// checkSpace refuses to write to a file system that is as good as full.
func checkSpace(dir string) error {
	if dir == "" {
		return nil
	}
	var stat syscall.Statfs_t
	if err := syscall.Statfs(dir, &stat); err != nil {
		return nil // what cannot be asked cannot be refused
	}
	if uint64(stat.Bavail)*uint64(stat.Bsize) < spaceReserve {
		return noSpace(dir)
	}
	return nil
}
