// Package recipients holds the cmdlets of recipients of all kinds and of groups.
package recipients

import (
	"slices"

	"exolab/cmdlets/exchange/task"
)

// Cmdlets lists the emulated cmdlets of the package.
func Cmdlets() []task.Cmdlet {
	return slices.Concat(recipientCmdlets, groupCmdlets, groupLinkCmdlets, otherCmdlets)
}
