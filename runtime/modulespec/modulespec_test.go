package modulespec

import (
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/runtime/value"
)

func TestSpecAccepts(t *testing.T) {
	const guid = "9b945229-65fd-4629-ae99-88e2618377ff"
	for _, c := range []struct {
		spec Spec
		want bool
	}{
		{Spec{}, true},
		{Spec{Version: "2.0"}, true},
		{Spec{Version: "2.4"}, false},
		{Spec{Maximum: "2.*"}, true},
		{Spec{Maximum: "2.2"}, false},
		{Spec{Version: "1.0", Maximum: "3.0"}, true},
		{Spec{Required: "2.3"}, true},
		{Spec{Required: "2.3.0"}, false},
		{Spec{Required: "2.3", GUID: "9B945229-65FD-4629-AE99-88E2618377FF"}, true},
		{Spec{GUID: "00000000-0000-0000-0000-000000000001"}, false},
	} {
		require.Equal(t, c.want, c.spec.Accepts("2.3", guid), c.spec.String())
	}
	require.False(t, (&Spec{Version: "1.0"}).Accepts("none", ""))
}

func TestSpecOfHashtable(t *testing.T) {
	table := func(pairs ...string) value.Value {
		d := value.NewHashtable()
		for i := 0; i < len(pairs); i += 2 {
			d.Set(value.Str(pairs[i]), value.Str(pairs[i+1]))
		}
		return value.Obj(d)
	}
	spec, err := New(nil, table("ModuleName", "A", "ModuleVersion", "1.0", "MaximumVersion", "2.*"))
	require.NoError(t, err)
	require.Equal(t, "@{ ModuleName = 'A'; ModuleVersion = '1.0'; MaximumVersion = '2.*' }", spec.String())
	for want, bad := range map[string]value.Value{
		"The 'ModuleName' member does not exist":                          table("ModuleVersion", "1.0"),
		"The 'ModuleVersion', 'MaximumVersion' and 'RequiredVersion' mem": table("ModuleName", "A"),
		"The parameters ModuleVersion and RequiredVersion cannot be used": table("ModuleName", "A", "ModuleVersion", "1.0", "RequiredVersion", "1.0"),
		"Remove the members that are not valid ('Colour')":                table("ModuleName", "A", "ModuleVersion", "1.0", "Colour", "red"),
		"The specified MaximumVersion '*.1' was incorrect.":               table("ModuleName", "A", "MaximumVersion", "*.1"),
	} {
		_, err := New(nil, bad)
		require.ErrorContains(t, err, want)
	}
}
