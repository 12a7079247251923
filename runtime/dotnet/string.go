package dotnet

import "exolab/runtime/value"

func loadString(t *value.Type, m *value.Members) {
	b := table{t, m}
	b.get("int Length", func(v value.Value) value.Value { return value.Int(utf16Length(v.Text())) })
}
