// Package roles holds the cmdlets of management roles and role groups.
package roles

import (
	"slices"

	"exolab/cmdlets/exchange/task"
)

// Cmdlets lists the emulated cmdlets of the package.
func Cmdlets() []task.Cmdlet {
	return slices.Concat(roleCmdlets, getRoleCmdlets, roleEntryCmdlets)
}
