package collections

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// TypeOrderedHashtable is PowerShell's hashtable that keeps the order of its
// keys: ConvertFrom-Json -AsHashtable gives it.
var TypeOrderedHashtable = &value.Type{Name: "OrderedHashtable", FullName: "System.Management.Automation.OrderedHashtable",
	Kind: value.KindObject, Base: value.TypeHashtable, Interfaces: value.TypeHashtable.Interfaces}

func loadOrderedHashtable(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	b.Constructor("()", dotnet.Give(emptyDict))
	b.Constructor("(int capacity)", dotnet.Give(emptyDict))
	b.Constructor("(System.Collections.IDictionary d)", dotnet.Give(copyDict))
}
