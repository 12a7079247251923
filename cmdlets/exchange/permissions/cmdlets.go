// Package permissions holds the cmdlets that show, give and take permissions on
// mailboxes, addresses and folders.
package permissions

import (
	"slices"

	"exolab/cmdlets/exchange/task"
)

// Cmdlets lists the emulated cmdlets of the package.
func Cmdlets() []task.Cmdlet {
	return slices.Concat(permissionCmdlets, folderPermissionCmdlets, directoryPermissionCmdlets)
}
