package fileio

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"exolab/runtime/dotnet"
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// loadFileTypeData adds what PowerShell's type data puts onto files and
// folders.
func loadFileTypeData(b dotnet.Rows) {
	code := func(sig string, f func(f *FileItem) value.Value) {
		typeName, name := dotnet.CutLast(sig)
		b.Table.Add(&value.Member{Name: name, Kind: value.CodeProperty, Type: typeName, Get: func(_ value.Env, v value.Value) (value.Value, error) {
			return f(dotnet.Of[*FileItem](value.Unwrap(v))), nil
		}})
	}
	script := func(sig, definition string, f func(f *FileItem) value.Value) {
		b.Script(sig, definition, func(_ value.Env, v value.Value) (value.Value, error) {
			return f(dotnet.Of[*FileItem](value.Unwrap(v))), nil
		})
	}
	b.Alias("Target", "LinkTarget")
	code("string LinkType", func(f *FileItem) value.Value {
		if f.LinkTarget() != "" {
			return value.Str("SymbolicLink")
		}
		return value.Null
	})
	code("string Mode", func(f *FileItem) value.Value { return value.Str(modeText(f)) })
	code("string ModeWithoutHardLink", func(f *FileItem) value.Value { return value.Str(modeText(f)) })
	code("string ResolvedTarget", func(f *FileItem) value.Value {
		if real, err := filepath.EvalSymlinks(f.Path); err == nil {
			return value.Str(real)
		}
		return value.Str(f.Path)
	})
	code("string LastWriteTimeString", func(f *FileItem) value.Value {
		when := f.LastWrite(true)
		day, _ := netfmt.FormatDateTime(when, "d", netfmt.EnUS)
		clock, _ := netfmt.FormatDateTime(when, "t", netfmt.EnUS)
		return value.Str(fmt.Sprintf("%10s %8s", day, clock))
	})
	code("string LengthString", func(f *FileItem) value.Value {
		if info := f.Stat(); info != nil && !f.Directory {
			return value.Str(fmt.Sprint(info.Size()))
		}
		return value.Str("")
	})
	code("string NameString", func(f *FileItem) value.Value {
		if target := f.LinkTarget(); target != "" {
			return value.Str(f.Name() + " -> " + target)
		}
		return value.Str(f.Name())
	})
	script("System.Object BaseName", "System.Object BaseName {get=if ($this.Extension.Length -gt 0){$this.Name.Remove($this.Name.Length - $this.Extension.Length)}else{$this.Name};}",
		func(f *FileItem) value.Value { return value.Str(baseName(f)) })
	script("System.Object VersionInfo", "System.Object VersionInfo {get=[System.Diagnostics.FileVersionInfo]::GetVersionInfo($this.FullName);}",
		func(f *FileItem) value.Value { return value.Obj(&FileVersion{Path: f.Path}) })
	script("System.Object UnixMode", "System.Object UnixMode {get=$this.UnixStat.GetModeString();}", func(f *FileItem) value.Value { return value.Str(unixMode(f)) })
	script("System.Object User", "System.Object User {get=$this.UnixStat.GetUserName();}", func(f *FileItem) value.Value {
		user, _ := fileOwner(f.Stat())
		return value.Str(user)
	})
	script("System.Object Group", "System.Object Group {get=$this.UnixStat.GetGroupName();}", func(f *FileItem) value.Value {
		_, group := fileOwner(f.Stat())
		return value.Str(group)
	})
	script("System.Object Size", "System.Object Size {get=$this.UnixStat.Size;}", func(f *FileItem) value.Value {
		if info := f.Stat(); info != nil {
			return value.Long(info.Size())
		}
		return value.Null
	})
}

// unixMode is the ten letters by which ls shows kind and permissions.
func unixMode(f *FileItem) string {
	info, err := os.Lstat(f.Path)
	if err != nil {
		return ""
	}
	kind := "-"
	switch {
	case info.Mode()&fs.ModeSymlink != 0:
		kind = "l"
	case info.IsDir():
		kind = "d"
	}
	return kind + info.Mode().Perm().String()[1:]
}
