package shell

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/cmdlets/core"
	"exolab/cmdlets/graph"
	"exolab/cmdlets/management"
	"exolab/cmdlets/modules"
	"exolab/cmdlets/pester"
	"exolab/cmdlets/typedata"
	"exolab/cmdlets/utility"
)

// The examples of PowerShell's own cmdlets give the output that they show.
func TestPowerShellExamples(t *testing.T) {
	for _, spec := range slices.Concat(core.Specs(), typedata.Specs(), utility.Specs(), management.Specs(), modules.Specs(), pester.Specs(), graph.Specs()) {
		require.NotEmpty(t, spec.Synopsis, spec.Name)
		require.NotEmpty(t, spec.Examples, spec.Name)
		for _, example := range spec.Examples {
			t.Run(spec.Name, func(t *testing.T) {
				require.Equal(t, strings.TrimSpace(example.Output), runText(t, example.Code))
			})
		}
	}
}
