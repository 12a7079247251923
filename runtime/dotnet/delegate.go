package dotnet

import "exolab/runtime/value"

// loadDelegate fills what every delegate has.
func loadDelegate(t *value.Type, m *value.Members) {
	b := NewRows(t, m)
	call := func(c *value.Call) (value.Value, error) {
		return Of[*value.Delegate](c.This).Invoke(c.Env, ItemsOf(c.Args[0])...)
	}
	b.Method("System.Object Invoke(params System.Object[] args)", call)
	b.Method("System.Object DynamicInvoke(params System.Object[] args)", call)
	b.Get("System.Object Target", func(v value.Value) value.Value { return value.Obj(Of[*value.Delegate](v).Block) })
}
