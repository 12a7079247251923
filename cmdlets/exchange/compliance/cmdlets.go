// Package compliance holds the cmdlets that search the content of mailboxes and
// act on what they find.
package compliance

import (
	"slices"

	"exolab/cmdlets/exchange/task"
)

// Cmdlets lists the emulated cmdlets of the package.
func Cmdlets() []task.Cmdlet {
	return slices.Concat(searchCmdlets, mailboxSearchCmdlets, recoverableCmdlets)
}
