package shell

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/cmdlets"
	"exolab/cmdlets/core"
	"exolab/cmdlets/graph"
	"exolab/cmdlets/help"
	"exolab/cmdlets/lab"
	"exolab/cmdlets/management"
	"exolab/cmdlets/modules"
	"exolab/cmdlets/pester"
	"exolab/cmdlets/typedata"
	"exolab/cmdlets/utility"
	"exolab/runtime"
)

// A tag that cannot be read would leave its cmdlet without parameters.
func TestTagsOfAllCmdlets(t *testing.T) {
	s, err := runtime.NewSession(runtime.Options{Directory: t.TempDir()})
	require.NoError(t, err)
	for _, wrong := range cmdlets.Check(s, slices.Concat(core.Specs(), typedata.Specs(), utility.Specs(), management.Specs(), modules.Specs(), pester.Specs(), graph.Specs(), lab.Specs(), help.Specs())) {
		t.Error(wrong)
	}
}
