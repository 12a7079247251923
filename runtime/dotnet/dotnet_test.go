package dotnet

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/runtime/value"
)

func TestPropertyOfCustomObjectAndMemberEnumeration(t *testing.T) {
	NewTypeTable()
	o := value.NewObject(2)
	o.Set("Name", value.Str("Adele"))
	v, found, err := Property(nil, value.Obj(o), NameOf("nAME"))
	require.NoError(t, err)
	require.True(t, found)
	require.Equal(t, "Adele", v.Text())
	list := value.List(value.Obj(o), value.Obj(o))
	v, _, _ = Property(nil, list, NameOf("Name"))
	require.Len(t, of[*value.Array](v).Items, 2)
	n, _, _ := Property(nil, list, NameOf("Count"))
	require.Equal(t, value.Int(2), n)
	n, _, _ = Property(nil, value.Str("abc"), NameOf("Length"))
	require.Equal(t, value.Int(3), n)
	names, _, _ := Property(nil, value.Obj(o), NameOf("psobject"))
	props, _, _ := Property(nil, names, NameOf("Properties"))
	n, _, _ = Property(nil, props, NameOf("Name"))
	require.Equal(t, "Name", n.Text())
}

func TestResolveType(t *testing.T) {
	table := NewTypeTable()
	for name, full := range map[string]string{
		"int": "System.Int32", "string[]": "System.String[]", "Collections.Generic.List[string]": "System.Collections.Generic.List`1[System.String]",
		"System.Collections.Generic.Dictionary[string, int[]]": "System.Collections.Generic.Dictionary`2[System.String,System.Int32[]]",
		"int[,]": "System.Int32[,]", "DayOfWeek": "System.DayOfWeek", "System.Nullable[datetime]": "System.Nullable`1[System.DateTime]",
	} {
		got, ok := ResolveType(table, name)
		require.True(t, ok, name)
		require.Equal(t, full, got.FullName)
	}
	_, ok := ResolveType(table, "No.Such[")
	require.False(t, ok)
}

func BenchmarkPropertyOfCustomObject(b *testing.B) {
	o := value.NewObject(2)
	o.Set("Name", value.Str("Adele"))
	v, name := value.Obj(o), NameOf("Name")
	b.ReportAllocs()
	for range b.N {
		_, _, _ = Property(nil, v, name)
	}
}

func TestErrorsOfCalls(t *testing.T) {
	NewTypeTable()
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
		_, err := InvokeMethod(nil, c.target, NameOf(c.method), c.args, nil)
		require.EqualError(t, err, c.msg)
		require.Equal(t, c.id, err.(*value.Exception).ErrorID)
	}
}

func TestOverloadsOfRound(t *testing.T) {
	NewTypeTable()
	for want, arg := range map[*value.Type]value.Value{value.TypeDecimal: value.Int(5), value.TypeDouble: value.Double(5)} {
		got, err := InvokeStatic(nil, mustType("System.Math"), NameOf("Round"), []value.Value{arg}, nil)
		require.NoError(t, err)
		require.Equal(t, want, value.TypeOf(got))
	}
}

func TestErrorsOfAssignments(t *testing.T) {
	NewTypeTable()
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
		err := SetProperty(nil, c.target, NameOf(c.name), value.Int(1))
		require.EqualError(t, err, c.msg)
		require.Equal(t, c.id, err.(*value.Exception).ErrorID)
	}
}

func TestEveryAcceleratorAndTableLoads(t *testing.T) {
	table := NewTypeTable()
	for _, pair := range strings.Fields(acceleratorRows) {
		short, _, _ := strings.Cut(pair, "=")
		_, ok := ResolveType(table, short)
		require.True(t, ok, short)
	}
	for _, known := range catalogue.made {
		require.NotNil(t, known.Members())
	}
}

func TestXMLSelection(t *testing.T) {
	NewTypeTable()
	doc, err := ParseXML(`<users><user id="1" dept="IT"/><user id="2" dept="HR"/><user id="3" dept="IT"/></users>`)
	require.NoError(t, err)
	found, err := selectNodes(doc, `//user[@dept="IT"]`)
	require.NoError(t, err)
	require.Len(t, found, 2)
	one, err := selectNodes(doc, `/users/user[@id="2"]`)
	require.NoError(t, err)
	v, _, _ := Property(nil, value.Obj(one[0]), NameOf("dept"))
	require.Equal(t, "HR", v.Text())
}
