package dotnet_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/runtime/dotnet"
	"exolab/runtime/dotnet/types"
	"exolab/runtime/dotnet/xmldom"
	"exolab/runtime/value"
)

func TestPropertyOfCustomObjectAndMemberEnumeration(t *testing.T) {
	types.NewTable()
	o := value.NewObject(2)
	o.Set("Name", value.Str("Adele"))
	v, found, err := dotnet.Property(nil, value.Obj(o), dotnet.NameOf("nAME"))
	require.NoError(t, err)
	require.True(t, found)
	require.Equal(t, "Adele", v.Text())
	list := value.List(value.Obj(o), value.Obj(o))
	v, _, _ = dotnet.Property(nil, list, dotnet.NameOf("Name"))
	require.Len(t, v.Object().(*value.Array).Items, 2)
	n, _, _ := dotnet.Property(nil, list, dotnet.NameOf("Count"))
	require.Equal(t, value.Int(2), n)
	n, _, _ = dotnet.Property(nil, value.Str("abc"), dotnet.NameOf("Length"))
	require.Equal(t, value.Int(3), n)
	names, _, _ := dotnet.Property(nil, value.Obj(o), dotnet.NameOf("psobject"))
	props, _, _ := dotnet.Property(nil, names, dotnet.NameOf("Properties"))
	n, _, _ = dotnet.Property(nil, props, dotnet.NameOf("Name"))
	require.Equal(t, "Name", n.Text())
}

func TestResolveType(t *testing.T) {
	table := types.NewTable()
	for name, full := range map[string]string{
		"int": "System.Int32", "string[]": "System.String[]", "Collections.Generic.List[string]": "System.Collections.Generic.List`1[System.String]",
		"System.Collections.Generic.Dictionary[string, int[]]": "System.Collections.Generic.Dictionary`2[System.String,System.Int32[]]",
		"int[,]": "System.Int32[,]", "DayOfWeek": "System.DayOfWeek", "System.Nullable[datetime]": "System.Nullable`1[System.DateTime]",
	} {
		got, ok := dotnet.ResolveType(table, name)
		require.True(t, ok, name)
		require.Equal(t, full, got.FullName)
	}
	_, ok := dotnet.ResolveType(table, "No.Such[")
	require.False(t, ok)
}

func BenchmarkPropertyOfCustomObject(b *testing.B) {
	o := value.NewObject(2)
	o.Set("Name", value.Str("Adele"))
	v, name := value.Obj(o), dotnet.NameOf("Name")
	b.ReportAllocs()
	for range b.N {
		_, _, _ = dotnet.Property(nil, v, name)
	}
}

func TestErrorsOfCalls(t *testing.T) {
	types.NewTable()
	for _, c := range []struct {
		target  value.Value
		method  string
		args    []value.Value
		id, msg string
	}{
		{value.Str("abc"), "Substring", nil, "MethodCountCouldNotFindBest", `Cannot find an overload for "Substring" and the argument count: "0".`},
		{value.Str("abc"), "Shout", []value.Value{value.Int(1)}, "MethodNotFound", "Method invocation failed because [System.String] does not contain a method named 'Shout'."},
		{value.Str("abc"), "Substring", []value.Value{value.Str("x")}, "MethodArgumentConversionInvalidCastArgument",
			`Cannot convert argument "startIndex", with value: "x", for "Substring" to type "System.Int32": "Cannot convert value "x" to type "System.Int32". Error: "The input string 'x' was not in a correct format.""`},
		{value.Str("abc"), "Substring", []value.Value{value.Int(1), value.Int(9)}, "ArgumentOutOfRangeException",
			`Exception calling "Substring" with "2" argument(s): "Index and length must refer to a location within the string. (Parameter 'length')"`},
		{value.List(value.Int(1), value.Int(2)), "Add", []value.Value{value.Int(3)}, "NotSupportedException", `Exception calling "Add" with "1" argument(s): "Collection was of a fixed size."`},
		{value.Null, "Foo", nil, "InvokeMethodOnNull", "You cannot call a method on a null-valued expression."},
	} {
		_, err := dotnet.InvokeMethod(nil, c.target, dotnet.NameOf(c.method), c.args, nil)
		require.EqualError(t, err, c.msg)
		require.Equal(t, c.id, err.(*value.Exception).ErrorID)
	}
}

func TestOverloadsOfRound(t *testing.T) {
	mathType, _ := dotnet.ResolveType(types.NewTable(), "Math")
	for want, arg := range map[*value.Type]value.Value{value.TypeDecimal: value.Int(5), value.TypeDouble: value.Double(5)} {
		got, err := dotnet.InvokeStatic(nil, mathType, dotnet.NameOf("Round"), []value.Value{arg}, nil)
		require.NoError(t, err)
		require.Equal(t, want, value.TypeOf(got))
	}
}

func TestErrorsOfAssignments(t *testing.T) {
	types.NewTable()
	custom := value.NewObject(1)
	custom.Set("A", value.Int(1))
	for _, c := range []struct {
		target        value.Value
		name, id, msg string
	}{
		{value.Str("abc"), "Length", "PropertyAssignmentException", "'Length' is a ReadOnly property."},
		{value.Obj(custom), "B", "ExceptionWhenSetting", `Exception setting "B": "The property 'B' cannot be found on this object. Verify that the property exists and can be set."`},
		{value.Null, "A", "PropertyNotFound", "The property 'A' cannot be found on this object. Verify that the property exists and can be set."},
	} {
		err := dotnet.SetProperty(nil, c.target, dotnet.NameOf(c.name), value.Int(1))
		require.EqualError(t, err, c.msg)
		require.Equal(t, c.id, err.(*value.Exception).ErrorID)
	}
}

func TestXMLSelection(t *testing.T) {
	types.NewTable()
	doc, err := xmldom.ParseXML(`<users><user id="1" dept="IT"/><user id="2" dept="HR"/><user id="3" dept="IT"/></users>`)
	require.NoError(t, err)
	for path, want := range map[string][]string{`//user[@dept="IT"]`: {"1", "3"}, `/users/user[@id="2"]`: {"2"}} {
		found, err := dotnet.InvokeMethod(nil, value.Obj(doc), dotnet.NameOf("SelectNodes"), []value.Value{value.Str(path)}, nil)
		require.NoError(t, err)
		var ids []string
		require.NoError(t, found.Object().(value.Enumerable).Enumerate(func(n value.Value) error {
			id, _, err := dotnet.Property(nil, n, dotnet.NameOf("id"))
			ids = append(ids, id.Text())
			return err
		}))
		require.Equal(t, want, ids)
	}
}
