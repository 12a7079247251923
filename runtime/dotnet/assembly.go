package dotnet

import "exolab/runtime/value"

var typeAssembly = EngineType("System.Reflection.Assembly")

// loadAssembly fills Assembly: scripts load more of .NET with it, of which there
// is none here.
func loadAssembly(t *value.Type, m *value.Members) {
	b := NewRows(t, m)
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
