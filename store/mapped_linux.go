package store

import (
	"bufio"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"

	"github.com/dgraph-io/badger/v4/table"
)

// releaseTables gives back the memory into which tables of a directory are mapped.
// Their contents stay in the system's cache and are mapped again when needed. The
// tables must stay mapped during the call.
func releaseTables(dir string, tables map[uint64]bool) {
	maps, err := os.Open("/proc/self/maps")
	if err != nil {
		return
	}
	defer maps.Close()
	if dir, err = filepath.Abs(dir); err == nil {
		dir, err = filepath.EvalSymlinks(dir)
	}
	if err != nil {
		return
	}
	for lines := bufio.NewScanner(maps); lines.Scan(); {
		// 7f1c2a000000-7f1c2a400000 rw-s 00000000 fe:00 1234   /data/000012.sst
		place := strings.IndexByte(lines.Text(), '/')
		if place < 0 || filepath.Dir(lines.Text()[place:]) != dir {
			continue
		}
		if id, ok := table.ParseFileID(filepath.Base(lines.Text()[place:])); ok && tables[id] {
			releaseRange(lines.Text())
		}
	}
}

// releaseRange gives back the range that a line of maps begins with.
func releaseRange(line string) {
	addresses, _, _ := strings.Cut(line, " ")
	from, to, _ := strings.Cut(addresses, "-")
	start, startErr := strconv.ParseUint(from, 16, 64)
	end, endErr := strconv.ParseUint(to, 16, 64)
	if startErr == nil && endErr == nil {
		_, _, _ = syscall.Syscall(syscall.SYS_MADVISE, uintptr(start), uintptr(end-start), syscall.MADV_DONTNEED)
	}
}
