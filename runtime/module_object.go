package runtime

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// AsCustomObject makes an object whose methods are the functions that a module
// exports, and whose properties are its variables.
func (m *Module) AsCustomObject() value.Value {
	m.settle()
	object := value.Obj(value.NewObject(4))
	for _, c := range sortedCommands(m.scope.functions) {
		if c.Block != nil && matchesAny(m.functions, c.Name) {
			dotnet.AddMember(object, dotnet.NewScriptMethod(c.Name, c.Block.Bind(m.scope)))
		}
	}
	for _, v := range m.scope.Variables() {
		if matchesAny(m.variables, v.Name) {
			dotnet.AddMember(object, variableProperty(v))
		}
	}
	return object
}

// variableProperty is a property that reads and writes a variable.
func variableProperty(v *Variable) *value.Member {
	return &value.Member{Name: v.Name, Kind: value.NoteProperty, Definition: "System.Object " + v.Name + "=" + value.ToString(nil, v.Read()),
		Get: func(value.Env, value.Value) (value.Value, error) { return v.Read(), nil },
		Set: func(_ value.Env, _, to value.Value) error { return v.Assign(to) }}
}
