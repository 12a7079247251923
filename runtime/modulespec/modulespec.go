// Package modulespec says which module is meant, as #requires lines, manifests and
// -FullyQualifiedName do.
package modulespec

import (
	"strconv"
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// Spec says which module is meant: its name or path, and what its version
// and GUID must be. Empty fields demand nothing.
type Spec struct {
	value.Extended
	Name string
	// Version is the lowest version, Maximum the highest; its last part may be
	// an asterisk. Required is the only one.
	Version, Maximum, Required string
	GUID                       string
}

// Type is Microsoft.PowerShell.Commands.ModuleSpecification.
var Type = &value.Type{Name: "ModuleSpecification", FullName: "Microsoft.PowerShell.Commands.ModuleSpecification",
	Kind: value.KindObject, Base: value.TypeObject, Load: load}

// PSType returns ModuleSpecification.
func (*Spec) PSType() *value.Type { return Type }

// String is the name, or a hashtable in PowerShell's notation when more is
// asked for.
func (m *Spec) String() string {
	if m.GUID == "" && !m.Versioned() {
		return m.Name
	}
	var b strings.Builder
	b.WriteString("@{ ModuleName = '" + m.Name + "'")
	if m.GUID != "" {
		b.WriteString("; Guid = '{" + m.GUID + "}' ")
	}
	field := func(key, text string) {
		if text != "" {
			b.WriteString("; " + key + " = '" + text + "'")
		}
	}
	if m.Required != "" {
		field("RequiredVersion", m.Required)
	} else {
		field("ModuleVersion", m.Version)
		field("MaximumVersion", m.Maximum)
	}
	b.WriteString(" }")
	return b.String()
}

// Versioned reports whether a version is asked for.
func (m *Spec) Versioned() bool { return m.Version != "" || m.Maximum != "" || m.Required != "" }

// Accepts reports whether a module with that version and GUID is meant, its
// name aside.
func (m *Spec) Accepts(version, guid string) bool {
	if m.GUID != "" && !strings.EqualFold(m.GUID, guid) {
		return false
	}
	if !m.Versioned() {
		return true
	}
	has, err := netfmt.ParseVersion(version)
	if err != nil {
		return false
	}
	compare := func(bound string, fits func(c int) bool) bool {
		v, err := netfmt.ParseVersion(bound)
		return bound == "" || err == nil && fits(has.Compare(v))
	}
	return compare(m.Required, func(c int) bool { return c == 0 }) &&
		compare(m.Version, func(c int) bool { return c >= 0 }) &&
		compare(highest(m.Maximum), func(c int) bool { return c <= 0 })
}

// highest is the highest version that a MaximumVersion allows: an asterisk at
// its end stands for any number.
func highest(maximum string) string {
	if !strings.HasSuffix(maximum, "*") {
		return maximum
	}
	return strings.TrimSuffix(maximum, "*") + strconv.Itoa(1<<31-1)
}

// Module is an object that is itself a module.
type Module interface {
	// Spec names the module with its version and GUID.
	Spec() *Spec
}

// New reads a module specification: a name, or a hashtable with
// ModuleName and at least one version.
func New(env value.Env, v value.Value) (*Spec, error) {
	switch o := value.Unwrap(v).Object().(type) {
	case *Spec:
		return o, nil
	case Module:
		return o.Spec(), nil
	case *value.Dict:
		return ofHashtable(env, o)
	}
	name := value.ToString(env, v)
	if name == "" {
		return nil, dotnet.ThrowParam("System.ArgumentException", "moduleName", "The value cannot be an empty string.")
	}
	return &Spec{Name: name}, nil
}

func ofHashtable(env value.Env, d *value.Dict) (*Spec, error) {
	m := &Spec{}
	var unknown []string
	var failed error
	d.Each(func(key, v value.Value) bool {
		name := value.ToString(env, key)
		known, err := m.set(env, name, v)
		if !known {
			unknown = append(unknown, "'"+name+"'")
		}
		failed = err
		return failed == nil
	})
	if failed != nil {
		return nil, failed
	}
	return m, m.check(unknown)
}

// set fills the field that a key of a hashtable names; it reports whether
// there is one.
func (m *Spec) set(env value.Env, key string, v value.Value) (bool, error) {
	version := func(to *string) (bool, error) {
		out, err := value.Convert(env, v, value.TypeVersion)
		if err == nil {
			*to = value.ToString(env, out)
		}
		return true, err
	}
	switch strings.ToLower(key) {
	case "modulename":
		m.Name = value.ToString(env, v)
	case "moduleversion":
		return version(&m.Version)
	case "requiredversion":
		return version(&m.Required)
	case "maximumversion":
		m.Maximum = value.ToString(env, v)
		return true, CheckMaximum(m.Maximum)
	case "guid":
		out, err := value.Convert(env, v, value.TypeGuid)
		if err == nil {
			m.GUID = value.ToString(env, out)
		}
		return true, err
	default:
		return false, nil
	}
	return true, nil
}

// CheckMaximum refuses a MaximumVersion that is no version, the
// asterisk at its end aside.
func CheckMaximum(text string) error {
	bound := highest(text)
	if _, err := netfmt.ParseVersion(bound); err == nil || text == "" {
		return nil
	}
	return value.NewException("System.Management.Automation.PSArgumentException", "The specified MaximumVersion '"+text+"' was incorrect. "+
		"If you are using '*', MaximumVersion only supports one '*' and should always be placed at the end of MaximumVersion.")
}

// check refuses hashtables that describe no module.
func (m *Spec) check(unknown []string) error {
	const both = "The parameters %s and %s cannot be used together. Please specify only one parameter."
	together := func(a, b string) error {
		return value.NewException("System.ArgumentException", strings.Replace(strings.Replace(both, "%s", a, 1), "%s", b, 1))
	}
	switch {
	case len(unknown) > 0:
		return value.NewException("System.ArgumentException", "The hashtable describing a module contains one or more members that are not valid. "+
			"The valid members are (ModuleName, ModuleVersion, RequiredVersion, GUID). Remove the members that are not valid ("+strings.Join(unknown, ", ")+"), then try again.")
	case m.Name == "":
		return value.NewException("System.MissingMemberException", "The 'ModuleName' member does not exist in the hashtable that describes this module.")
	case !m.Versioned():
		return value.NewException("System.MissingMemberException", "The 'ModuleVersion', 'MaximumVersion' and 'RequiredVersion' members do not exist in the hashtable "+
			"that describes this module. One of these three members must exist, and be assigned a version number in the format 'n.n.n.n'.")
	case m.Required != "" && m.Version != "":
		return together("ModuleVersion", "RequiredVersion")
	case m.Required != "" && m.Maximum != "":
		return together("MaximumVersion", "RequiredVersion")
	}
	return nil
}

func load(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	make := func(c *value.Call) (value.Value, error) {
		spec, err := New(c.Env, c.Args[0])
		return value.Obj(spec), err
	}
	r.Constructor("(string moduleName)", make)
	r.Constructor("(hashtable moduleSpecification)", make)
	get := func(sig string, f func(m *Spec) value.Value) {
		r.Get(sig, func(v value.Value) value.Value {
			spec, _ := value.As[*Spec](v)
			return f(spec)
		})
	}
	get("string Name", func(m *Spec) value.Value { return value.Str(m.Name) })
	get("System.Nullable[guid] Guid", func(m *Spec) value.Value { return dotnet.ParsedOrNull(m.GUID, value.TypeGuid) })
	get("version Version", func(m *Spec) value.Value { return dotnet.ParsedOrNull(m.Version, value.TypeVersion) })
	get("string MaximumVersion", func(m *Spec) value.Value {
		if m.Maximum == "" {
			return value.Null
		}
		return value.Str(m.Maximum)
	})
	get("version RequiredVersion", func(m *Spec) value.Value { return dotnet.ParsedOrNull(m.Required, value.TypeVersion) })
}
