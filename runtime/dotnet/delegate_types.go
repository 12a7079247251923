package dotnet

import "exolab/runtime/value"

func delegateDefinition(fullName, name string) *value.Type {
	return &value.Type{Name: name, FullName: fullName, Kind: value.KindObject, Base: value.TypeDelegate, IsGenericDefinition: true}
}

func plainDelegate(fullName, name string) *value.Type {
	return &value.Type{Name: name, FullName: fullName, Kind: value.KindObject, Base: value.TypeDelegate}
}

var (
	typePredicate  = delegateDefinition("System.Predicate`1", "Predicate`1")
	typeComparison = delegateDefinition("System.Comparison`1", "Comparison`1")
	typeConverter  = delegateDefinition("System.Converter`2", "Converter`2")
)
