package system

import (
	"cmp"
	"strconv"
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// SemanticVersion is PowerShell's own version type: major.minor.patch with an
// optional label before a release and one of the build.
type SemanticVersion struct {
	Major, Minor, Patch int
	PreRelease, Build   string
}

var typeSemanticVersion = &value.Type{Name: "SemanticVersion", FullName: "System.Management.Automation.SemanticVersion",
	Kind: value.KindObject, Base: value.TypeObject, Interfaces: []*value.Type{value.TypeIComparable}}

// PSType returns SemanticVersion.
func (SemanticVersion) PSType() *value.Type { return typeSemanticVersion }

// HashKey makes equal versions one key.
func (v SemanticVersion) HashKey() any { return v }

// String is the text that Parse reads.
func (v SemanticVersion) String() string {
	s := strconv.Itoa(v.Major) + "." + strconv.Itoa(v.Minor) + "." + strconv.Itoa(v.Patch)
	if v.PreRelease != "" {
		s += "-" + v.PreRelease
	}
	if v.Build != "" {
		s += "+" + v.Build
	}
	return s
}

// CompareTo orders versions; one with a label before its release comes before
// the release.
func (v SemanticVersion) CompareTo(other value.Object) (int, bool) {
	o, ok := other.(SemanticVersion)
	if !ok {
		return 0, false
	}
	n := cmp.Or(cmp.Compare(v.Major, o.Major), cmp.Compare(v.Minor, o.Minor), cmp.Compare(v.Patch, o.Patch))
	if n == 0 && v.PreRelease != o.PreRelease {
		if v.PreRelease == "" || o.PreRelease != "" && v.PreRelease > o.PreRelease {
			return 1, true
		}
		return -1, true
	}
	return n, true
}

// parseSemanticVersion reads major[.minor[.patch]][-label][+build].
func parseSemanticVersion(text string) (SemanticVersion, bool) {
	var v SemanticVersion
	rest, build, _ := strings.Cut(text, "+")
	numbers, label, _ := strings.Cut(rest, "-")
	v.PreRelease, v.Build = label, build
	parts := strings.Split(numbers, ".")
	if len(parts) > 3 {
		return v, false
	}
	for i, to := range []*int{&v.Major, &v.Minor, &v.Patch}[:len(parts)] {
		n, err := strconv.ParseUint(parts[i], 10, 31)
		if err != nil {
			return v, false
		}
		*to = int(n)
	}
	return v, true
}

func loadSemanticVersion(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	version := dotnet.Of[SemanticVersion]
	b.Get("int Major", func(v value.Value) value.Value { return value.Int(version(v).Major) })
	b.Get("int Minor", func(v value.Value) value.Value { return value.Int(version(v).Minor) })
	b.Get("int Patch", func(v value.Value) value.Value { return value.Int(version(v).Patch) })
	b.Get("string PreReleaseLabel", func(v value.Value) value.Value { return textOrNull(version(v).PreRelease) })
	b.Get("string BuildLabel", func(v value.Value) value.Value { return textOrNull(version(v).Build) })
	b.Method("string ToString()", dotnet.Give(func(c *value.Call) value.Value { return value.Str(version(c.This).String()) }))
	parse := func(c *value.Call) (value.Value, error) {
		v, ok := parseSemanticVersion(dotnet.TextArg(c, 0))
		if !ok {
			return value.Null, dotnet.Throw("System.FormatException", "Input string was not in a correct format.")
		}
		return value.Obj(v), nil
	}
	b.Static("System.Management.Automation.SemanticVersion Parse(string version)", parse)
	b.Static("version op_Implicit(System.Management.Automation.SemanticVersion semver)", dotnet.Give(func(c *value.Call) value.Value {
		v := version(c.Args[0])
		return versionOf(v.Major, v.Minor, v.Patch, -1)
	}))
	b.Constructor("(string version)", parse)
	b.Constructor("(int major, int minor, int patch)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Obj(SemanticVersion{Major: dotnet.IntArg(c, 0), Minor: dotnet.IntArg(c, 1), Patch: dotnet.IntArg(c, 2)})
	}))
	b.Constructor("(version version)", dotnet.Give(func(c *value.Call) value.Value {
		v := dotnet.Of[value.Version](c.Args[0])
		return value.Obj(SemanticVersion{Major: v.Major, Minor: max(0, v.Minor), Patch: max(0, v.Build)})
	}))
}

func textOrNull(s string) value.Value {
	if s == "" {
		return value.Null
	}
	return value.Str(s)
}
