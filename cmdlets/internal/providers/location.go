package providers

import (
	"path/filepath"
	"strings"

	"exolab/runtime"
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// PathInfo is a System.Management.Automation.PathInfo.
type PathInfo struct {
	value.Extended
	Place Place
}

// TypePathInfo is PathInfo's type.
var TypePathInfo = &value.Type{Name: "PathInfo", FullName: "System.Management.Automation.PathInfo", Kind: value.KindObject,
	Base: value.TypeObject, Load: loadPathInfo}

// PSType returns PathInfo.
func (p *PathInfo) PSType() *value.Type { return TypePathInfo }

// String is the path.
func (p *PathInfo) String() string { return p.Place.Text() }

func loadPathInfo(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	of := func(v value.Value) *PathInfo { p, _ := value.As[*PathInfo](v); return p }
	r.Get("System.Management.Automation.PSDriveInfo Drive", func(v value.Value) value.Value { return value.Obj(of(v).Place.Drive) })
	r.Get("string Path", func(v value.Value) value.Value { return value.Str(of(v).Place.Text()) })
	r.Get("System.Management.Automation.ProviderInfo Provider", func(v value.Value) value.Value { return value.Obj(of(v).Place.Drive.Provider) })
	r.Get("string ProviderPath", func(v value.Value) value.Value { return value.Str(of(v).Place.Path) })
	r.Method("string ToString()", func(c *value.Call) (value.Value, error) { return value.Str(of(c.This).String()), nil })
}

// Current is the current location.
func Current(s *runtime.Session) Place {
	st := stateOf(s)
	if st.current == nil {
		return Place{Drive: FindDrive(s, "/"), Path: s.WorkingDirectory()}
	}
	if st.current.Items != nil {
		return Place{Drive: st.current}
	}
	return Place{Drive: st.current, Path: s.WorkingDirectory()}
}

// LocationOf is the current location of a drive.
func LocationOf(s *runtime.Session, d *Drive) Place {
	here := Current(s)
	switch {
	case here.Drive == d:
		return here
	case d.Items != nil:
		return Place{Drive: d}
	case d.Name == "/":
		return Place{Drive: d, Path: s.WorkingDirectory()}
	}
	return Place{Drive: d, Path: filepath.Join(d.Root, d.at)}
}

// relative is a path of the drive without the drive's root.
func (d *Drive) relative(path string) string {
	return strings.TrimPrefix(strings.TrimPrefix(path, strings.TrimSuffix(d.Root, "/")), "/")
}

// GoTo makes a place, which is a container, the current location.
func GoTo(s *runtime.Session, p Place) {
	st := stateOf(s)
	st.current = p.Drive
	if p.Flat() {
		return
	}
	if p.Drive.Name == "/" {
		st.current = nil
	}
	p.Drive.at = p.Drive.relative(p.Path)
	s.SetWorkingDirectory(p.Path)
}

// historyLength is how many locations `cd -` remembers.
const historyLength = 20

// Visit is GoTo, with the location left remembered for `cd -`.
func Visit(s *runtime.Session, p Place) {
	st := stateOf(s)
	st.back = append(st.back, Current(s))
	if len(st.back) > historyLength {
		st.back = st.back[1:]
	}
	st.forward = nil
	GoTo(s, p)
}

// Back goes to the location before this one, Forward to the one that Back
// left; they report whether there is one.
func Back(s *runtime.Session) bool { st := stateOf(s); return step(s, &st.back, &st.forward) }

// Forward undoes Back.
func Forward(s *runtime.Session) bool { st := stateOf(s); return step(s, &st.forward, &st.back) }

func step(s *runtime.Session, from, to *[]Place) bool {
	n := len(*from)
	if n == 0 {
		return false
	}
	target := (*from)[n-1]
	*from = (*from)[:n-1]
	*to = append(*to, Current(s))
	GoTo(s, target)
	return true
}

// Stack returns the locations of a stack, the last pushed one first; "" is the
// default stack.
func Stack(s *runtime.Session, name string) ([]Place, bool) {
	st := stateOf(s)
	if name == "" {
		name = st.stack
	}
	list, ok := st.stacks[name]
	return list, ok || name == st.stack
}

// Push puts the current location onto a stack.
func Push(s *runtime.Session, name string) {
	st := stateOf(s)
	if name == "" {
		name = st.stack
	}
	st.stacks[name] = append([]Place{Current(s)}, st.stacks[name]...)
}

// Pop goes back to the location on top of a stack; ok is false for an empty one.
func Pop(s *runtime.Session, name string) (ok bool) {
	st := stateOf(s)
	if name == "" {
		name = st.stack
	}
	list := st.stacks[name]
	if len(list) == 0 {
		return false
	}
	st.stacks[name] = list[1:]
	GoTo(s, list[0])
	return true
}

// SetDefaultStack makes a stack the one that "" means.
func SetDefaultStack(s *runtime.Session, name string) { stateOf(s).stack = name }
