package fileio

import (
	"io/fs"
	"os"
	"time"

	"exolab/runtime/dotnet"
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// UnixStat is what PowerShell reads by lstat and puts on each item of the file
// system. Here it is read when first asked for.
type UnixStat struct {
	value.Extended
	path string
	stat *fileStat
}

// fileStat holds lstat's answer; the times are zero where they are unknown.
type fileStat struct {
	inode           int64
	mode            int
	user, group     int
	links           int
	size            int64
	access, change  time.Time
	written         time.Time
	blockSize       int64
	device, blocks  int
	kind            fs.FileMode
	setUser, setGrp bool
	sticky          bool
}

var typeUnixStat = &value.Type{Name: "CommonStat", FullName: "System.Management.Automation.Platform+Unix+CommonStat", Kind: value.KindObject, Base: value.TypeObject, Load: loadUnixStat}

// NewUnixStat returns the UnixStat of a path.
func NewUnixStat(path string) value.Value { return value.Obj(&UnixStat{path: path}) }

// PSType returns Platform+Unix+CommonStat.
func (*UnixStat) PSType() *value.Type { return typeUnixStat }

// String names the type, as .NET does.
func (*UnixStat) String() string { return typeUnixStat.FullName }

func (s *UnixStat) read() *fileStat {
	if s.stat == nil {
		s.stat = &fileStat{}
		if info, err := os.Lstat(s.path); err == nil {
			*s.stat, _ = rawStat(info)
			s.stat.size, s.stat.written, s.stat.kind = info.Size(), info.ModTime(), info.Mode()
			s.stat.setUser, s.stat.setGrp, s.stat.sticky = info.Mode()&fs.ModeSetuid != 0, info.Mode()&fs.ModeSetgid != 0, info.Mode()&fs.ModeSticky != 0
		}
	}
	return s.stat
}

// itemTypes are the members of ItemType in its order, with the letter that ls
// shows for each.
var itemTypes = [...]struct {
	kind   fs.FileMode
	letter byte
}{{fs.ModeDir, 'd'}, {0, '-'}, {fs.ModeSymlink, 'l'}, {fs.ModeDevice, 'b'}, {fs.ModeDevice | fs.ModeCharDevice, 'c'}, {fs.ModeNamedPipe, 'p'}, {fs.ModeSocket, 's'}}

func (s *UnixStat) itemType() int {
	kind := s.read().kind.Type()
	for i, t := range itemTypes {
		if t.kind == kind {
			return i
		}
	}
	return 1
}

// modeString is the ten letters by which ls shows kind and permissions.
func (s *UnixStat) modeString() string {
	stat := s.read()
	out := []byte(stat.kind.Perm().String())
	out[0] = itemTypes[s.itemType()].letter
	for _, special := range []struct {
		set          bool
		at           int
		exec, noExec byte
	}{{stat.setUser, 3, 's', 'S'}, {stat.setGrp, 6, 's', 'S'}, {stat.sticky, 9, 't', 'T'}} {
		switch {
		case special.set && out[special.at] == 'x':
			out[special.at] = special.exec
		case special.set:
			out[special.at] = special.noExec
		}
	}
	return string(out)
}

func loadUnixStat(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	field := func(sig string, f func(s *fileStat) value.Value) {
		b.Get(sig, func(v value.Value) value.Value { return f(dotnet.Of[*UnixStat](v).read()) })
	}
	when := func(t time.Time) value.Value { return dotnet.DateValue(netfmt.FromTime(t.UTC(), netfmt.UTC).ToLocal()) }
	field("long Inode", func(s *fileStat) value.Value { return value.Long(s.inode) })
	field("int Mode", func(s *fileStat) value.Value { return value.Int(s.mode) })
	field("int UserId", func(s *fileStat) value.Value { return value.Int(s.user) })
	field("int GroupId", func(s *fileStat) value.Value { return value.Int(s.group) })
	field("int HardlinkCount", func(s *fileStat) value.Value { return value.Int(s.links) })
	field("long Size", func(s *fileStat) value.Value { return value.Long(s.size) })
	field("datetime AccessTime", func(s *fileStat) value.Value { return when(s.access) })
	field("datetime ModifiedTime", func(s *fileStat) value.Value { return when(s.written) })
	field("datetime StatusChangeTime", func(s *fileStat) value.Value { return when(s.change) })
	field("long BlockSize", func(s *fileStat) value.Value { return value.Long(s.blockSize) })
	field("int DeviceId", func(s *fileStat) value.Value { return value.Int(s.device) })
	field("int NumberOfBlocks", func(s *fileStat) value.Value { return value.Int(s.blocks) })
	b.Get("System.Management.Automation.Platform+Unix+ItemType ItemType", func(v value.Value) value.Value {
		return value.Enum(dotnet.MustType("System.Management.Automation.Platform+Unix+ItemType"), int64(dotnet.Of[*UnixStat](v).itemType()))
	})
	field("bool IsSetUid", func(s *fileStat) value.Value { return value.Bool(s.setUser) })
	field("bool IsSetGid", func(s *fileStat) value.Value { return value.Bool(s.setGrp) })
	field("bool IsSticky", func(s *fileStat) value.Value { return value.Bool(s.sticky) })
	text := func(name string, f func(s *UnixStat) string) {
		b.Method("string "+name+"()", dotnet.Give(func(c *value.Call) value.Value { return value.Str(f(dotnet.Of[*UnixStat](c.This))) }))
	}
	text("GetModeString", (*UnixStat).modeString)
	text("GetUserName", func(s *UnixStat) string { return userNames.of(s.read().user) })
	text("GetGroupName", func(s *UnixStat) string { return groupNames.of(s.read().group) })
}
