package fileio

import (
	"os"
	"path/filepath"
	"time"

	"exolab/runtime/dotnet"
	"exolab/runtime/netfmt"
	"exolab/runtime/sandbox"
	"exolab/runtime/value"
)

// setTimes changes the time of the last change, which stands for all times
// here; a date of no kind is local.
func setTimes(path string, to value.Value) error {
	d := dotnet.NetDate(to).ToUniversal()
	at := d.Time()
	if err := sandbox.Chtimes(path, time.Time{}, at); err != nil {
		return IOError(err, path)
	}
	return nil
}

// loadFileTimes adds Get- and SetXxxTime, which File and Directory share.
func loadFileTimes(b dotnet.Rows) {
	for _, what := range [...]string{"CreationTime", "LastAccessTime", "LastWriteTime"} {
		for suffix, local := range map[string]bool{"": true, "Utc": false} {
			b.Static("datetime Get"+what+suffix+"(string path)", OnFile(func(path string, _ *value.Call) (value.Value, error) { return fileTime(path, local) }))
			b.Static("void Set"+what+suffix+"(string path, datetime "+"time)", OnFile(func(path string, c *value.Call) (value.Value, error) {
				to := c.Args[1]
				if d := dotnet.NetDate(to); !local && d.Kind != netfmt.UTC {
					to = dotnet.DateValue(netfmt.DateTime{Ticks: d.Ticks, Kind: netfmt.UTC})
				}
				return value.Void, setTimes(path, to)
			}))
		}
	}
}

// loadDirectoryMore adds moving, parents and the working directory.
func loadDirectoryMore(b dotnet.Rows) {
	loadFileTimes(b)
	b.Static("System.IO.DirectoryInfo GetParent(string path)", OnFile(func(path string, _ *value.Call) (value.Value, error) {
		if parent := filepath.Dir(path); parent != path {
			return value.Obj(NewFileItem(parent, true, nil)), nil
		}
		return value.Null, nil
	}))
	b.Static("string GetDirectoryRoot(string path)", OnFile(func(path string, _ *value.Call) (value.Value, error) {
		return value.Str(filepath.VolumeName(path) + "/"), nil
	}))
	b.Static("void Move(string sourceDirName, string destDirName)", OnFile(func(path string, c *value.Call) (value.Value, error) {
		to, err := pathArgument(c, 1)
		if err != nil {
			return value.Null, err
		}
		if _, err := os.Stat(to); err == nil {
			return value.Null, dotnet.Throw("System.IO.IOException", "Cannot create '%s' because a file or directory with the same name already exists.", to)
		}
		if err := sandbox.Rename(path, to); err != nil {
			return value.Null, IOError(err, path)
		}
		return value.Void, nil
	}))
}

// loadFileMore adds links, attributes and replacement.
func loadFileMore(b dotnet.Rows) {
	loadFileOpening(b)
	b.Static("void Replace(string sourceFileName, string destinationFileName, string destinationBackupFileName, bool ignoreMetadataErrors = false)", OnFile(func(path string, c *value.Call) (value.Value, error) {
		to, err := pathArgument(c, 1)
		if err != nil {
			return value.Null, err
		}
		if _, err := os.Stat(to); err != nil {
			return value.Null, IOError(err, to)
		}
		if !c.Args[2].IsNull() && c.Args[2].Text() != "" {
			backup, err := pathArgument(c, 2)
			if err != nil {
				return value.Null, err
			}
			if err := sandbox.Rename(to, backup); err != nil {
				return value.Null, IOError(err, to)
			}
		}
		if err := sandbox.Rename(path, to); err != nil {
			return value.Null, IOError(err, path)
		}
		return value.Void, nil
	}))
	b.Static("void SetAttributes(string path, System.IO.FileAttributes fileAttributes)", OnFile(func(path string, c *value.Call) (value.Value, error) {
		info, err := os.Stat(path)
		if err != nil {
			return value.Null, IOError(err, path)
		}
		mode := info.Mode() | 0o200
		if c.Args[1].Int64()&1 != 0 {
			mode = info.Mode() &^ 0o222
		}
		if err := sandbox.Chmod(path, mode); err != nil {
			return value.Null, IOError(err, path)
		}
		return value.Void, nil
	}))
	appendBytes := OnFile(func(path string, c *value.Call) (value.Value, error) {
		return value.Void, WriteFile(path, os.O_CREATE|os.O_APPEND, byteItems(c.Args[1]))
	})
	b.Static("void AppendAllBytes(string path, byte[] bytes)", appendBytes)
}
