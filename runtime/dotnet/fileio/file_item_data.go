package fileio

import (
	"fmt"
	"path/filepath"

	"exolab/runtime/dotnet"
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// loadFileTypeData adds what PowerShell's type data puts onto files and
// folders, in its order: first what comes from the UnixStat of provider items.
func loadFileTypeData(b dotnet.Rows) {
	loadUnixData(b)
	code := func(sig string, f func(f *FileItem) value.Value) {
		typeName, name := dotnet.CutLast(sig)
		b.Table.Add(&value.Member{Name: name, Kind: value.CodeProperty, Type: typeName, Get: func(_ value.Env, v value.Value) (value.Value, error) {
			return f(dotnet.Of[*FileItem](value.Unwrap(v))), nil
		}})
	}
	code("string Mode", func(f *FileItem) value.Value { return value.Str(modeText(f)) })
	code("string ModeWithoutHardLink", func(f *FileItem) value.Value { return value.Str(modeText(f)) })
	loadNameData(b)
	code("string ResolvedTarget", func(f *FileItem) value.Value {
		if real, err := filepath.EvalSymlinks(f.Path); err == nil {
			return value.Str(real)
		}
		return value.Str(f.Path)
	})
	b.Alias("Target", "LinkTarget")
	code("string LinkType", func(f *FileItem) value.Value {
		if f.LinkTarget() != "" {
			return value.Str("SymbolicLink")
		}
		if info := f.Stat(); info != nil && !f.Directory {
			if stat, ok := rawStat(info); ok && stat.links > 1 {
				return value.Str("HardLink")
			}
		}
		return value.Null
	})
	code("string NameString", func(f *FileItem) value.Value {
		if target := f.LinkTarget(); target != "" {
			return value.Str(f.Name() + " -> " + target)
		}
		return value.Str(f.Name())
	})
	code("string LengthString", func(f *FileItem) value.Value {
		if info := f.Stat(); info != nil && !f.Directory {
			return value.Str(fmt.Sprint(info.Size()))
		}
		return value.Str("")
	})
	code("string LastWriteTimeString", func(f *FileItem) value.Value {
		when := f.LastWrite(true)
		day, _ := netfmt.FormatDateTime(when, "d", netfmt.EnUS)
		clock, _ := netfmt.FormatDateTime(when, "t", netfmt.EnUS)
		return value.Str(fmt.Sprintf("%10s %8s", day, clock))
	})
}

// itemScript adds a ScriptProperty of the type data: Go computes what its
// definition says.
func itemScript(b dotnet.Rows, name, definition string, f func(f *FileItem) value.Value) {
	sig := "System.Object " + name
	b.Script(sig, sig+" {get="+definition+";}", func(_ value.Env, v value.Value) (value.Value, error) {
		return f(dotnet.Of[*FileItem](value.Unwrap(v))), nil
	})
}

// loadNameData adds BaseName, and VersionInfo where it is a file.
func loadNameData(b dotnet.Rows) {
	if b.Type == typeDirectoryInfo {
		itemScript(b, "BaseName", "$this.Name", func(f *FileItem) value.Value { return value.Str(baseName(f)) })
		return
	}
	itemScript(b, "VersionInfo", "[System.Diagnostics.FileVersionInfo]::GetVersionInfo($this.FullName)",
		func(f *FileItem) value.Value { return value.Obj(&FileVersion{Path: f.Path}) })
	itemScript(b, "BaseName", "if ($this.Extension.Length -gt 0){$this.Name.Remove($this.Name.Length - $this.Extension.Length)}else{$this.Name}",
		func(f *FileItem) value.Value { return value.Str(baseName(f)) })
}

// loadUnixData adds what is read from the UnixStat of an item; items that no
// provider made have none.
func loadUnixData(b dotnet.Rows) {
	unix := func(name, definition string, f func(s *UnixStat) value.Value) {
		itemScript(b, name, definition, func(item *FileItem) value.Value {
			note, _ := item.Extend().Members.Get("unixstat")
			if s, ok := value.As[*UnixStat](note); ok {
				return f(s)
			}
			return value.Null
		})
	}
	unix("UnixMode", "if ($this.UnixStat) { $this.UnixStat.GetModeString() }", func(s *UnixStat) value.Value { return value.Str(s.modeString()) })
	unix("User", " if ($this.UnixStat) { $this.UnixStat.GetUserName() } ", func(s *UnixStat) value.Value { return value.Str(userNames.of(s.read().user)) })
	unix("Group", " if ($this.UnixStat) { $this.UnixStat.GetGroupName() } ", func(s *UnixStat) value.Value { return value.Str(groupNames.of(s.read().group)) })
	unix("Size", "$this.UnixStat.Size", func(s *UnixStat) value.Value { return value.Long(s.read().size) })
}
