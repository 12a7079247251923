package runtime_test

import (
	"encoding/json"
	"os"
	"sort"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"exolab/runtime"
	"exolab/runtime/dotnet"
)

// TestRecordedTypesHaveTheirInterfaces compares what types implement with what
// .NET's own said of themselves.
func TestRecordedTypesHaveTheirInterfaces(t *testing.T) {
	raw, err := os.ReadFile("../testdata/powershell/types.json")
	require.NoError(t, err)
	var recorded []struct {
		Type       string
		Interfaces oneOrMany
	}
	require.NoError(t, json.Unmarshal(raw, &recorded))
	session, err := runtime.NewSession(runtime.Options{})
	require.NoError(t, err)
	for _, r := range recorded {
		known, ok := dotnet.ResolveType(session.Types, r.Type)
		if !ok {
			continue // the session of a test has no cmdlets, which bring these types
		}
		have := []string{}
		for _, i := range known.Implements() {
			have = append(have, i.Name)
		}
		sort.Strings(have)
		want := append([]string{}, r.Interfaces...)
		sort.Strings(want)
		assert.Equal(t, want, have, r.Type)
	}
}

// What the C# language's rules of conversion say of generic interfaces.
func TestInterfacesConvert(t *testing.T) {
	session, err := runtime.NewSession(runtime.Options{})
	require.NoError(t, err)
	for _, row := range []struct {
		to, from string
		want     bool
	}{
		{"System.Collections.Generic.IEnumerable[object]", "string[]", true},
		{"System.Collections.Generic.IEnumerable[object]", "int[]", false},
		{"System.Collections.Generic.IList[object]", "string[]", true},
		{"System.Collections.Generic.IList[object]", "System.Collections.Generic.List[string]", false},
		{"System.Collections.Generic.IEnumerable[object]", "System.Collections.Generic.List[string]", true},
		{"System.Collections.Generic.IEnumerable[char]", "string", true},
		{"System.Collections.Generic.IComparer[string]", "System.Collections.Generic.IComparer[object]", true},
		{"System.Collections.IEnumerable", "System.Collections.Generic.IList[int]", true},
		{"System.IFormattable", "int", true},
		{"System.IFormattable", "string", false},
		{"System.IComparable[int]", "int", true},
		{"System.IComparable[int]", "long", false},
		{"System.IConvertible", "System.DayOfWeek", true},
		{"System.IConvertible", "timespan", false},
		{"System.IDisposable", "System.IO.MemoryStream", true},
		{"System.Collections.IDictionary", "System.Collections.Generic.Dictionary[string,int]", true},
		{"System.Collections.ICollection", "System.Collections.Generic.HashSet[string]", false},
	} {
		to, ok := dotnet.ResolveType(session.Types, row.to)
		require.True(t, ok, row.to)
		from, ok := dotnet.ResolveType(session.Types, row.from)
		require.True(t, ok, row.from)
		assert.Equal(t, row.want, to.IsAssignableFrom(from), "%s from %s", row.to, row.from)
	}
}
