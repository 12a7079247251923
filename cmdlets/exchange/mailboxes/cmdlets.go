// Package mailboxes holds the cmdlets that show, make, change and remove mailboxes and
// what belongs to them.
package mailboxes

import (
	"slices"

	"exolab/cmdlets/exchange/task"
)

// Cmdlets lists the emulated cmdlets of the package.
func Cmdlets() []task.Cmdlet {
	return slices.Concat(mailboxCmdlets, exoMailboxCmdlets, statisticsCmdlets, bypassCmdlets, newMailboxCmdlets, enableMailboxCmdlets, folderCmdlets, exportRequestCmdlets, deviceCmdlets, diagnosticCmdlets,
		databaseCmdlets, settingsCmdlets, placeCmdlets)
}
