package dotnet

import (
	"strconv"
	"strings"

	"exolab/runtime/value"
)

// maxDelegateParams is how many parameters Func and Action have at most.
const maxDelegateParams = 16

// delegateRows lists the delegate types that scripts name.
func delegateRows() []TypeRow {
	rows := []TypeRow{{Type: value.TypeDelegate.Base, Load: loadDelegateBase}, {Type: value.TypeDelegate}, {Type: typeEventArgs, Load: loadEventArgs}}
	add := func(t *value.Type) { rows = append(rows, TypeRow{Type: t, Load: loadDelegate}) }
	for _, t := range [...]*value.Type{typePredicate, typeComparison, typeConverter,
		plainDelegate("System.Action", "Action"), plainDelegate("System.Text.RegularExpressions.MatchEvaluator", "MatchEvaluator"),
		plainDelegate("System.EventHandler", "EventHandler"), delegateDefinition("System.EventHandler`1", "EventHandler`1"),
		plainDelegate("System.Threading.ThreadStart", "ThreadStart"), plainDelegate("System.Threading.TimerCallback", "TimerCallback"),
		plainDelegate("System.Net.Security.RemoteCertificateValidationCallback", "RemoteCertificateValidationCallback"),
		plainDelegate("System.Management.Automation.GetSymmetricEncryptionKey", "GetSymmetricEncryptionKey")} {
		add(t)
	}
	for n := 1; n <= maxDelegateParams; n++ {
		name := "Action`" + strconv.Itoa(n)
		add(delegateDefinition("System."+name, name))
	}
	for n := 1; n <= maxDelegateParams+1; n++ {
		name := "Func`" + strconv.Itoa(n)
		add(delegateDefinition("System."+name, name))
	}
	return rows
}

// invokeSignatures are the Invoke methods of the delegates that are not Func or
// Action.
var invokeSignatures = map[string]string{
	"Predicate`1": "bool Invoke(T obj)", "Comparison`1": "int Invoke(T x, T y)", "Converter`2": "T2 Invoke(T1 input)",
	"Action": "void Invoke()", "MatchEvaluator": "string Invoke(System.Text.RegularExpressions.Match match)",
	"EventHandler": "void Invoke(System.Object sender, System.EventArgs e)", "EventHandler`1": "void Invoke(System.Object sender, T e)",
	"ThreadStart": "void Invoke()", "TimerCallback": "void Invoke(System.Object state)",
}

// loadDelegate fills what a delegate type has of its own: Invoke.
func loadDelegate(t *value.Type, m *value.Members) {
	sig := invokeSignature(t)
	if sig == "" {
		return
	}
	NewRows(t, m).Method(sig, func(c *value.Call) (value.Value, error) {
		d := Of[*value.Delegate](c.This)
		return d.Invoke(c.Env, c.Args...)
	})
}

// invokeSignature is how a delegate type's Invoke is written.
func invokeSignature(t *value.Type) string {
	name := t.Name
	if sig, ok := invokeSignatures[name]; ok {
		for i, arg := range t.Args {
			sig = strings.ReplaceAll(sig, "T"+strconv.Itoa(i+1)+" ", ShortName(arg)+" ")
		}
		return sig
	}
	kind, _, _ := strings.Cut(name, "`")
	if kind != "Func" && kind != "Action" || len(t.Args) == 0 {
		return ""
	}
	returns, params := "void", t.Args
	if kind == "Func" {
		returns, params = ShortName(t.Args[len(t.Args)-1]), t.Args[:len(t.Args)-1]
	}
	list := make([]string, len(params))
	for i, p := range params {
		list[i] = ShortName(p) + " arg" + strconv.Itoa(i+1)
		if len(params) == 1 {
			list[i] = ShortName(p) + map[string]string{"Func": " arg", "Action": " obj"}[kind]
		}
	}
	return returns + " Invoke(" + strings.Join(list, ", ") + ")"
}

var typeEventArgs = EngineType("System.EventArgs")

// eventArgs is what an event without anything to tell gives its handlers.
type eventArgs struct{ value.Extended }

// PSType returns EventArgs.
func (*eventArgs) PSType() *value.Type { return typeEventArgs }

func loadEventArgs(t *value.Type, m *value.Members) {
	b := NewRows(t, m)
	b.Constant("System.EventArgs Empty", value.Obj(&eventArgs{}))
	b.Constructor("()", Give(func(*value.Call) value.Value { return value.Obj(&eventArgs{}) }))
}

// loadDelegateBase fills what every delegate has.
func loadDelegateBase(t *value.Type, m *value.Members) {
	b := NewRows(t, m)
	b.Get("System.Object Target", func(v value.Value) value.Value { return value.Obj(Of[*value.Delegate](v).Block) })
	b.Method("System.Object DynamicInvoke(params System.Object[] args)", func(c *value.Call) (value.Value, error) {
		return Of[*value.Delegate](c.This).Invoke(c.Env, ItemsOf(c.Args[0])...)
	})
	b.Method("System.Delegate[] GetInvocationList()", Give(func(c *value.Call) value.Value {
		return value.Obj(&value.Array{Elem: value.TypeDelegate.Base, Items: []value.Value{c.This}})
	}))
}
