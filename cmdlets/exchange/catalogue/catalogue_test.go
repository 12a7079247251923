package catalogue

import (
	"encoding/json"
	"os"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/runtime"
	"exolab/runtime/value"
)

// facts is the file that the catalogue was made of; where it does not lie
// beside the project, only the catalogue itself is tested.
const facts = "../../../../shared/exchange/catalogue.json"

func testSession(t *testing.T) *runtime.Session {
	s, err := runtime.NewSession(runtime.Options{Directory: t.TempDir()})
	require.NoError(t, err)
	return s
}

// Every line of the catalogue is found by its name and can be read.
func TestCatalogueIsComplete(t *testing.T) {
	s := testSession(t)
	count := 0
	for name := range Names {
		count++
		entry := Find(value.Fold(name))
		require.NotNil(t, entry, name)
		require.Equal(t, name, entry.Name)
		require.True(t, entry.Cloud() || entry.OnPremises() || entry.flags == "" || entry.ShouldProcess(), name)
		require.NotEmpty(t, Metadata(s, entry).Params, name)
	}
	require.Equal(t, 1437, count)
	require.Nil(t, Find("get-nothing"))
	require.Nil(t, Find("zzz"))
	require.Nil(t, Find(""))
}

// Names, sets, positions and aliases of all parameters are those of the facts.
func TestParametersAgreeWithTheFacts(t *testing.T) {
	text, err := os.ReadFile(facts)
	if os.IsNotExist(err) {
		t.Skip("the fact files are not part of the project")
	}
	require.NoError(t, err)
	var file struct {
		Cmdlets []struct {
			Name       string
			Sets       map[string][]string
			Parameters []struct {
				Name, Type string
				Aliases    []string
				Sets       []string
				Pos        *int
			}
		}
	}
	require.NoError(t, json.Unmarshal(text, &file))
	s := testSession(t)
	for _, known := range file.Cmdlets {
		meta := Metadata(s, Find(value.Fold(known.Name)))
		for _, p := range known.Parameters {
			i := meta.Index(value.Fold(p.Name))
			require.GreaterOrEqual(t, i, 0, "%s -%s", known.Name, p.Name)
			have := meta.Params[i]
			if p.Type == "SwitchParameter" && !have.Common && p.Name != "Confirm" && p.Name != "WhatIf" {
				require.True(t, have.Switch, "%s -%s", known.Name, p.Name)
			}
			if p.Pos != nil {
				require.True(t, slices.ContainsFunc(have.Sets, func(in runtime.ParamSet) bool { return in.Position == *p.Pos }), "%s -%s", known.Name, p.Name)
			}
			if len(p.Aliases) > 0 && p.Name != "Confirm" && p.Name != "WhatIf" {
				require.Equal(t, p.Aliases, have.Aliases, "%s -%s", known.Name, p.Name)
			}
			if len(p.Sets) > 0 && len(p.Sets) < len(known.Sets) && p.Name != "Confirm" && p.Name != "WhatIf" {
				require.Len(t, have.Sets, len(p.Sets), "%s -%s", known.Name, p.Name)
			}
		}
	}
}

func BenchmarkFindEntry(b *testing.B) {
	for b.Loop() {
		Find("search-mailboxauditlog")
	}
}
