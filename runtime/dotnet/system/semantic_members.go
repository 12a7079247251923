package system

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// Names under which a System.Version made of a semantic version keeps the
// labels that it has no room for.
const (
	releaseLabelNote = "PSSemVerPreReleaseLabel"
	buildLabelNote   = "PSSemVerBuildLabel"
)

func loadSemanticVersion(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	version := dotnet.Of[SemanticVersion]
	b.Get("int Major", func(v value.Value) value.Value { return value.Int(version(v).Major) })
	b.Get("int Minor", func(v value.Value) value.Value { return value.Int(version(v).Minor) })
	b.Get("int Patch", func(v value.Value) value.Value { return value.Int(version(v).Patch) })
	b.Get("string PreReleaseLabel", func(v value.Value) value.Value { return textOrNull(version(v).PreRelease) })
	b.Get("string BuildLabel", func(v value.Value) value.Value { return textOrNull(version(v).Build) })
	b.Method("string ToString()", dotnet.Give(func(c *value.Call) value.Value { return value.Str(version(c.This).String()) }))
	b.Static("System.Management.Automation.SemanticVersion Parse(string version)", parseSemantic)
	b.Static("bool TryParse(string version, out System.Management.Automation.SemanticVersion result)", func(c *value.Call) (value.Value, error) {
		result := value.Null
		v, ok := parseSemanticVersion(dotnet.TextArg(c, 0))
		if ok {
			result = value.Obj(v)
		}
		return value.Bool(ok), dotnet.SetOut(c, 1, result)
	})
	b.Static("int Compare(System.Management.Automation.SemanticVersion versionA, System.Management.Automation.SemanticVersion versionB)",
		func(c *value.Call) (value.Value, error) {
			n, err := value.Compare(c.Env, c.Args[0], c.Args[1], false)
			return value.Int(n), err
		})
	b.Static("version op_Implicit(System.Management.Automation.SemanticVersion semver)", dotnet.Give(func(c *value.Call) value.Value {
		return version(c.Args[0]).plain()
	}))
	loadSemanticConstructors(b)
}

func parseSemantic(c *value.Call) (value.Value, error) {
	text := dotnet.TextArg(c, 0)
	v, ok := parseSemanticVersion(text)
	switch {
	case c.Args[0].IsNull():
		return value.Null, dotnet.ThrowParam("System.Management.Automation.PSArgumentNullException", "version",
			"Cannot process argument because the value of argument \"version\" is null. Change the value of argument \"version\" to a non-null value.")
	case text == "":
		return value.Null, dotnet.Throw("System.FormatException", "version")
	case !ok:
		return value.Null, dotnet.Throw("System.FormatException", "The input string '' was not in a correct format.")
	}
	return value.Obj(v), nil
}

func loadSemanticConstructors(b dotnet.Rows) {
	b.Constructor("(string version)", parseSemantic)
	for _, params := range [...]string{"int major, int minor, int patch, string preReleaseLabel, string buildLabel", "int major, int minor, int patch, string label",
		"int major, int minor, int patch", "int major, int minor", "int major"} {
		b.Constructor("("+params+")", newSemanticVersion)
	}
	b.Constructor("(version version)", func(c *value.Call) (value.Value, error) {
		v, ok := value.As[value.Version](c.Args[0])
		if !ok || v.Revision > 0 {
			return value.Null, invalidPart("version")
		}
		note := func(name string) string {
			d, ok := c.Args[0].Object().(*value.Decorated)
			if !ok {
				return ""
			}
			label, _ := d.Extend().Members.Get(value.Fold(name))
			return value.ToString(c.Env, label)
		}
		return value.Obj(SemanticVersion{Major: v.Major, Minor: max(0, v.Minor), Patch: max(0, v.Build), PreRelease: note(releaseLabelNote), Build: note(buildLabelNote)}), nil
	})
}

// newSemanticVersion makes a version of its numbers and labels; a single label
// holds both of them.
func newSemanticVersion(c *value.Call) (value.Value, error) {
	var v SemanticVersion
	numbers := [...]*int{&v.Major, &v.Minor, &v.Patch}
	for i, name := range []string{"major", "minor", "patch"}[:min(3, len(c.Args))] {
		if *numbers[i] = dotnet.IntArg(c, i); *numbers[i] < 0 {
			return value.Null, invalidPart(name)
		}
	}
	labels := ""
	switch len(c.Args) {
	case 4:
		if labels = dotnet.TextArg(c, 3); labels != "" && labels[0] != '+' {
			labels = "-" + labels
		}
	case 5:
		if label := dotnet.TextArg(c, 3); label != "" {
			labels = "-" + label
		}
		if label := dotnet.TextArg(c, 4); label != "" {
			labels += "+" + label
		}
	}
	parsed, ok := parseSemanticVersion("0" + labels)
	if !ok {
		return value.Null, dotnet.Throw("System.FormatException", "label")
	}
	v.PreRelease, v.Build = parsed.PreRelease, parsed.Build
	return value.Obj(v), nil
}

func invalidPart(name string) error {
	return dotnet.ThrowParam("System.Management.Automation.PSArgumentException", name,
		"Cannot process argument because the value of argument \""+name+"\" is not valid. Change the value of the \""+name+"\" argument and run the operation again.")
}

// plain is the version as a System.Version, which carries the labels as notes.
func (v SemanticVersion) plain() value.Value {
	out := versionOf(v.Major, v.Minor, v.Patch, -1)
	if v.PreRelease == "" && v.Build == "" {
		return out
	}
	d := &value.Decorated{Inner: out}
	for _, note := range [...]struct{ name, label string }{{releaseLabelNote, v.PreRelease}, {buildLabelNote, v.Build}} {
		if note.label != "" {
			d.Extend().Members.Set(note.name, value.Str(note.label))
		}
	}
	d.Extend().TypeNames = []string{"System.Version#IncludeLabel", "System.Version", "System.Object"}
	return value.Obj(d)
}

func textOrNull(s string) value.Value {
	if s == "" {
		return value.Null
	}
	return value.Str(s)
}
