package system

import (
	"os"
	"runtime"
	"strconv"
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// loadProcess fills what Environment tells of the process and its drives.
func loadProcess(b dotnet.Rows) {
	b.StaticGet("bool IsPrivilegedProcess", func(value.Env) value.Value { return value.Bool(os.Geteuid() == 0) })
	b.StaticGet("string ProcessPath", func(value.Env) value.Value {
		path, err := os.Executable()
		if err != nil {
			return value.Null
		}
		return value.Str(path)
	})
	b.StaticGet("long WorkingSet", func(value.Env) value.Value { return value.Long(workingSet()) })
	b.Static("string[] GetLogicalDrives()", dotnet.Give(func(*value.Call) value.Value { return value.Strings(mountPoints()...) }))
}

// workingSet is the resident memory of the process in bytes: the system's
// figure where it keeps one, else what Go took from it.
func workingSet() int64 {
	raw, err := os.ReadFile("/proc/self/statm")
	if fields := strings.Fields(string(raw)); err == nil && len(fields) > 1 {
		if pages, err := strconv.ParseInt(fields[1], 10, 64); err == nil {
			return pages * int64(os.Getpagesize())
		}
	}
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return int64(stats.Sys)
}

// mountPoints are the drives of a system without drive letters.
func mountPoints() []string {
	raw, err := os.ReadFile("/proc/self/mounts")
	if err != nil {
		return []string{"/"}
	}
	var out []string
	for line := range strings.Lines(string(raw)) {
		if fields := strings.Fields(line); len(fields) > 1 {
			out = append(out, fields[1])
		}
	}
	return out
}
