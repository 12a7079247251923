package fileio

import (
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"exolab/runtime/dotnet"
	"exolab/runtime/netfmt"
	"exolab/runtime/sandbox"
	"exolab/runtime/value"
)

// fileMoment is one of the three times of a file that .NET knows.
type fileMoment int

const (
	created fileMoment = iota
	accessed
	written
)

// String is the name of the property that holds the moment.
func (m fileMoment) String() string {
	return [...]string{"CreationTime", "LastAccessTime", "LastWriteTime"}[m]
}

// momentOf returns a moment of a file, .NET's earliest one for a file that is
// not there. Linux keeps no time of creation: as in .NET, the older of the last
// changes of the content and of the inode stands for it.
func momentOf(info fs.FileInfo, what fileMoment, local bool) netfmt.DateTime {
	d := netfmt.DateTime{Ticks: dotnet.FileEpoch, Kind: netfmt.UTC}
	if info != nil {
		at := info.ModTime()
		stat, _ := rawStat(info)
		switch {
		case what == accessed && !stat.access.IsZero():
			at = stat.access
		case what == created && !stat.change.IsZero() && stat.change.Before(at):
			at = stat.change
		}
		d = netfmt.FromTime(at.UTC(), netfmt.UTC)
	}
	if local {
		return d.ToLocal()
	}
	return d
}

// setMoment changes a moment; a date of no kind is local. The time of creation
// follows that of the last change.
func setMoment(path string, what fileMoment, to value.Value) error {
	at := dotnet.NetDate(to).ToUniversal().Time()
	if what == accessed {
		return IOError(sandbox.Chtimes(path, at, time.Time{}), path)
	}
	return IOError(sandbox.Chtimes(path, time.Time{}, at), path)
}

// loadFileTimes adds Get- and SetXxxTime, which File and Directory share.
func loadFileTimes(b dotnet.Rows) {
	for _, what := range []fileMoment{created, accessed, written} {
		for suffix, local := range map[string]bool{"": true, "Utc": false} {
			b.Static("datetime Get"+what.String()+suffix+"(string path)", OnFile(func(path string, _ *value.Call) (value.Value, error) {
				info, err := os.Stat(path)
				return dotnet.DateValue(momentOf(info, what, local && err == nil)), nil
			}))
			b.Static("void Set"+what.String()+suffix+"(string path, datetime "+"time)", OnFile(func(path string, c *value.Call) (value.Value, error) {
				to := c.Args[1]
				if d := dotnet.NetDate(to); !local && d.Kind != netfmt.UTC {
					to = dotnet.DateValue(netfmt.DateTime{Ticks: d.Ticks, Kind: netfmt.UTC})
				}
				return value.Void, setMoment(path, what, to)
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

// loadEncryption adds what only Windows can do.
func loadEncryption(add func(sig string, f dotnet.Body), params string) {
	for _, verb := range [...]string{"Encrypt", "Decrypt"} {
		add("void "+verb+"("+params+")", func(*value.Call) (value.Value, error) {
			return value.Null, dotnet.Throw("System.PlatformNotSupportedException", "File encryption is not supported on this platform.")
		})
	}
}

// loadFileMore adds links, attributes and replacement.
func loadFileMore(b dotnet.Rows) {
	loadFileOpening(b)
	loadEncryption(b.Static, "string path")
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
