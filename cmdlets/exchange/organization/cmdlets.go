// Package organization holds the cmdlets of the organization's configuration.
package organization

import (
	"slices"

	"exolab/cmdlets/exchange/task"
)

// Cmdlets lists the emulated cmdlets of the package.
func Cmdlets() []task.Cmdlet {
	return slices.Concat(nounCmdlets(), singletonCmdlets(), directoryCmdlets, publicFolderCmdlets, publicFolderRightCmdlets, customizationCmdlets)
}
