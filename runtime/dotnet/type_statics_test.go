package dotnet_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/runtime/dotnet"
	"exolab/runtime/dotnet/types"
	"exolab/runtime/value"
)

func TestTypeLookUps(t *testing.T) {
	types.NewTable()
	static := func(name string, args ...value.Value) (value.Value, error) {
		return dotnet.InvokeStaticCall(&value.Call{Args: args}, value.TypeType, dotnet.NameOf(name))
	}
	found := func(args ...value.Value) any {
		v, err := static("GetType", args...)
		require.NoError(t, err)
		if v.IsNull() {
			return nil
		}
		return v.Object()
	}
	require.Equal(t, value.TypeString, found(value.Str("System.String")))
	require.Nil(t, found(value.Str("string")))
	require.Nil(t, found(value.Str("system.string"), value.False))
	require.Equal(t, value.TypeString, found(value.Str("system.string"), value.False, value.True))
	_, err := static("GetType", value.Str("No.Such"), value.True)
	require.ErrorContains(t, err, "Could not load type 'No.Such'")

	for want, of := range map[int64]*value.Type{18: value.TypeString, 9: value.TypeInt32, 16: value.TypeDateTime, 1: value.TypeHashtable} {
		code, err := static("GetTypeCode", value.Obj(of))
		require.NoError(t, err)
		require.Equal(t, want, code.Int64(), of.FullName)
	}
	all, err := static("GetTypeArray", value.List(value.Int(1), value.Str("a")))
	require.NoError(t, err)
	require.Equal(t, []value.Value{value.Obj(value.TypeInt32), value.Obj(value.TypeString)}, dotnet.ItemsOf(all))

	find := func(args ...value.Value) value.Value {
		v, err := dotnet.InvokeMethod(nil, value.Obj(value.TypeHashtable), dotnet.NameOf("GetInterface"), args, nil)
		require.NoError(t, err)
		return v
	}
	require.False(t, find(value.Str("IDictionary")).IsNull())
	require.True(t, find(value.Str("idictionary")).IsNull())
	require.False(t, find(value.Str("idictionary"), value.True).IsNull())
}
