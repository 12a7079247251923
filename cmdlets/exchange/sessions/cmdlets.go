// Package sessions holds the cmdlets that connect to the emulated service.
package sessions

import (
	"slices"

	"exolab/cmdlets/exchange/task"
)

// Cmdlets lists the emulated cmdlets of the package.
func Cmdlets() []task.Cmdlet {
	return slices.Concat(connectionCmdlets)
}
