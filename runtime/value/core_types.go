package value

func structType(kind Kind, name string) *Type {
	return &Type{Name: name, FullName: "System." + name, Kind: kind, Base: TypeValueType, IsValueType: true}
}

func classType(fullName, name string, base *Type) *Type {
	return &Type{Name: name, FullName: fullName, Kind: KindObject, Base: base}
}

func interfaceType(fullName, name string) *Type {
	return &Type{Name: name, FullName: fullName, Kind: KindObject, IsInterface: true}
}

// The types that the engine itself needs. All others live in runtime/dotnet
// or are made where their values are made.
var (
	TypeObject    = classType("System.Object", "Object", nil)
	TypeValueType = classType("System.ValueType", "ValueType", TypeObject)
	TypeEnum      = classType("System.Enum", "Enum", TypeValueType)
	TypeVoid      = structType(KindVoid, "Void")

	TypeBoolean  = structType(KindBool, "Boolean")
	TypeChar     = structType(KindChar, "Char")
	TypeSByte    = structType(KindSByte, "SByte")
	TypeByte     = structType(KindByte, "Byte")
	TypeInt16    = structType(KindInt16, "Int16")
	TypeUInt16   = structType(KindUInt16, "UInt16")
	TypeInt32    = structType(KindInt32, "Int32")
	TypeUInt32   = structType(KindUInt32, "UInt32")
	TypeInt64    = structType(KindInt64, "Int64")
	TypeUInt64   = structType(KindUInt64, "UInt64")
	TypeSingle   = structType(KindSingle, "Single")
	TypeDouble   = structType(KindDouble, "Double")
	TypeDecimal  = structType(KindDecimal, "Decimal")
	TypeDateTime = structType(KindDateTime, "DateTime")
	TypeTimeSpan = structType(KindTimeSpan, "TimeSpan")

	TypeString      = &Type{Name: "String", FullName: "System.String", Kind: KindString, Base: TypeObject}
	TypeRuntimeType = classType("System.RuntimeType", "RuntimeType", classType("System.Type", "Type", TypeObject))
	TypeType        = TypeRuntimeType.Base
	TypeArray       = classType("System.Array", "Array", TypeObject)
	TypeException   = classType("System.Exception", "Exception", TypeObject)

	TypeIEnumerable = interfaceType("System.Collections.IEnumerable", "IEnumerable")
	TypeICollection = interfaceType("System.Collections.ICollection", "ICollection")
	TypeIList       = interfaceType("System.Collections.IList", "IList")
	TypeIDictionary = interfaceType("System.Collections.IDictionary", "IDictionary")

	TypeHashtable = &Type{Name: "Hashtable", FullName: "System.Collections.Hashtable", Kind: KindObject, Base: TypeObject,
		Interfaces: []*Type{TypeIDictionary, TypeICollection, TypeIEnumerable}}
	TypeOrdered = &Type{Name: "OrderedDictionary", FullName: "System.Collections.Specialized.OrderedDictionary", Kind: KindObject, Base: TypeObject,
		Interfaces: []*Type{TypeIDictionary, TypeICollection, TypeIEnumerable}}
	TypeDictionaryEntry = &Type{Name: "DictionaryEntry", FullName: "System.Collections.DictionaryEntry", Kind: KindObject, Base: TypeValueType, IsValueType: true}
	TypeArrayList       = &Type{Name: "ArrayList", FullName: "System.Collections.ArrayList", Kind: KindObject, Base: TypeObject,
		Interfaces: []*Type{TypeIList, TypeICollection, TypeIEnumerable}}

	TypePSObject       = classType("System.Management.Automation.PSObject", "PSObject", TypeObject)
	TypePSCustomObject = classType("System.Management.Automation.PSCustomObject", "PSCustomObject", TypeObject)
	TypeScriptBlock    = classType("System.Management.Automation.ScriptBlock", "ScriptBlock", TypeObject)
	TypeSwitch         = &Type{Name: "SwitchParameter", FullName: "System.Management.Automation.SwitchParameter", Kind: KindObject, Base: TypeValueType, IsValueType: true}

	// TypeObjectArray is Object[], the type of @() and a, b.
	TypeObjectArray = ArrayOf(TypeObject)
)

var kindTypes = [...]*Type{KindBool: TypeBoolean, KindChar: TypeChar, KindSByte: TypeSByte, KindByte: TypeByte, KindInt16: TypeInt16,
	KindUInt16: TypeUInt16, KindInt32: TypeInt32, KindUInt32: TypeUInt32, KindInt64: TypeInt64, KindUInt64: TypeUInt64,
	KindSingle: TypeSingle, KindDouble: TypeDouble, KindDecimal: TypeDecimal, KindDateTime: TypeDateTime,
	KindTimeSpan: TypeTimeSpan, KindString: TypeString}

// TypeOf returns the .NET type of a value as GetType() gives it, or nil for
// $null. A decorated scalar has the type of what it decorates.
func TypeOf(v Value) *Type {
	switch v.Kind() {
	case KindNull, KindVoid:
		return nil
	case KindEnum:
		return v.enumType()
	case KindObject:
		if d, ok := v.Object().(*Decorated); ok {
			return TypeOf(d.Inner)
		}
		return v.Object().PSType()
	}
	return kindTypes[v.Kind()]
}
