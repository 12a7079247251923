// Package auditlog holds the cmdlets that search the mailbox, admin and unified audit
// logs, at once or in the background.
package auditlog

import (
	"slices"

	"exolab/cmdlets/exchange/task"
)

// Cmdlets lists the emulated cmdlets of the package.
func Cmdlets() []task.Cmdlet {
	return slices.Concat(auditSearchCmdlets, adminAuditCmdlets, unifiedCmdlets, asynchronousCmdlets)
}
