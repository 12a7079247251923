package dotnet

import "exolab/runtime/value"

func loadArray(t *value.Type, m *value.Members) {
	b := table{t, m}
	items := func(v value.Value) []value.Value { return of[*value.Array](v).Items }
	b.alias("Count", "Length")
	b.get("int Length", func(v value.Value) value.Value { return value.Int(len(items(v))) })
}
