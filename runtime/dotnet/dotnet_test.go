package dotnet

import (
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
