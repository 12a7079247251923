package dotnet

import (
	"os"
	"path/filepath"
	"strings"

	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

var (
	typeAssembly     = EngineType("System.Reflection.Assembly")
	typeAssemblyName = EngineType("System.Reflection.AssemblyName")
)

// assembly is a System.Reflection.Assembly, the file that types come from, and
// its own AssemblyName. All of .NET counts as one.
type assembly struct {
	name    string
	version netfmt.Version
	token   string
}

var (
	coreLibrary       = &assembly{"System.Private.CoreLib", netfmt.Version{Major: 10, Build: 0, Revision: 0}, "7cec85d7bea7798e"}
	automationLibrary = &assembly{"System.Management.Automation", netfmt.Version{Major: 7, Minor: 6, Build: 5, Revision: 500}, "31bf3856ad364e35"}
	classLibrary      = &assembly{"PowerShell Class Assembly", netfmt.Version{Major: 1, Build: 0, Revision: 1}, "null"}
)

// PSType returns Assembly.
func (*assembly) PSType() *value.Type { return typeAssembly }

// String is the assembly's full name.
func (a *assembly) String() string {
	return a.name + ", Version=" + a.version.String() + ", Culture=neutral, PublicKeyToken=" + a.token
}

// assemblyName is what Assembly.GetName gives.
type assemblyName struct{ *assembly }

// PSType returns AssemblyName.
func (assemblyName) PSType() *value.Type { return typeAssemblyName }

// assemblyOf tells which assembly a type is from.
func assemblyOf(t *value.Type) *assembly {
	switch space := namespaceOf(t); {
	case strings.HasPrefix(space, "System.Management.Automation"), strings.HasPrefix(space, "Microsoft.PowerShell"):
		return automationLibrary
	case space == "":
		return classLibrary
	}
	return coreLibrary
}

// typeNamed is Assembly.GetType: nil unless the assembly has the type.
func (a *assembly) typeNamed(name string, anyCase bool) *value.Type {
	t := builtinType(value.Fold(name))
	if t == nil || assemblyOf(t) != a || !anyCase && t.FullName != name {
		return nil
	}
	return t
}

func (a *assembly) getType(c *value.Call) (value.Value, error) {
	asked := func(i int) bool { return len(c.Args) > i && c.Args[i] == value.True }
	t := a.typeNamed(TextArg(c, 0), asked(2))
	if t == nil && asked(1) {
		return value.Null, Throw("System.TypeLoadException", "Could not load type '%s' from assembly '%s'.", TextArg(c, 0), a.String())
	}
	return typeOrNull(t), nil
}

func (a *assembly) location() string {
	if a == classLibrary {
		return ""
	}
	file, _ := os.Executable()
	return filepath.Join(filepath.Dir(file), a.name+".dll")
}

func loadAssemblyName(t *value.Type, m *value.Members) {
	b := NewRows(t, m)
	of := Of[assemblyName]
	b.Get("string Name", func(v value.Value) value.Value { return value.Str(of(v).name) })
	b.Get("version Version", func(v value.Value) value.Value { return value.Obj(value.Version{Version: of(v).version}) })
	b.Get("string FullName", func(v value.Value) value.Value { return value.Str(of(v).String()) })
	b.Get("string CultureName", func(value.Value) value.Value { return value.Str("") })
	b.Method("string ToString()", Give(func(c *value.Call) value.Value { return value.Str(of(c.This).String()) }))
}

// loadAssembly fills Assembly: what scripts ask of the one that a type is from.
// They also load more of .NET with it, of which there is none here.
func loadAssembly(t *value.Type, m *value.Members) {
	b := NewRows(t, m)
	of := Of[*assembly]
	b.Get("string FullName", func(v value.Value) value.Value { return value.Str(of(v).String()) })
	b.Get("string Location", func(v value.Value) value.Value { return value.Str(of(v).location()) })
	b.Get("string ImageRuntimeVersion", func(value.Value) value.Value { return value.Str("v4.0.30319") })
	b.Get("bool IsDynamic", func(v value.Value) value.Value { return value.Bool(of(v) == classLibrary) })
	b.Get("bool GlobalAssemblyCache", func(value.Value) value.Value { return value.False })
	b.Method("System.Reflection.AssemblyName GetName()", Give(func(c *value.Call) value.Value { return value.Obj(assemblyName{of(c.This)}) }))
	for _, params := range [...]string{"string name", "string name, bool throwOnError", "string name, bool throwOnError, bool ignoreCase"} {
		b.Method("type GetType("+params+")", func(c *value.Call) (value.Value, error) { return of(c.This).getType(c) })
	}
	b.Method("string ToString()", Give(func(c *value.Call) value.Value { return value.Str(of(c.This).String()) }))
	missing := func(more string) Body {
		return func(c *value.Call) (value.Value, error) {
			return value.Null, Throw("System.IO.FileNotFoundException", "Could not load file or assembly '%s': %s.", TextArg(c, 0)+more, Refusal("System.Reflection.Assembly"))
		}
	}
	b.Static("System.Reflection.Assembly Load(string assemblyString)", missing(", Culture=neutral, PublicKeyToken=null"))
	b.Static("System.Reflection.Assembly LoadFrom(string assemblyFile)", missing(""))
	b.Static("System.Reflection.Assembly LoadFile(string path)", missing(""))
	b.Static("System.Reflection.Assembly LoadWithPartialName(string partialName)", Give(func(*value.Call) value.Value { return value.Null }))
}
