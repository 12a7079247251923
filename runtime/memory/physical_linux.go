package memory

import (
	"os"
	"strconv"
	"strings"
	"syscall"
)

// groupLimit holds the most that the process's control group may take, as
// inside a container; "max" for no limit.
const groupLimit = "/sys/fs/cgroup/memory.max"

// Physical returns the memory that the process could have at all, in bytes: the
// machine's or the control group's; 0 if it is not known.
func Physical() uint64 {
	var total uint64
	var info syscall.Sysinfo_t
	if syscall.Sysinfo(&info) == nil {
		total = uint64(info.Totalram) * uint64(info.Unit)
	}
	if text, err := os.ReadFile(groupLimit); err == nil {
		if n, err := strconv.ParseUint(strings.TrimSpace(string(text)), 10, 64); err == nil && (total == 0 || n < total) {
			return n
		}
	}
	return total
}
