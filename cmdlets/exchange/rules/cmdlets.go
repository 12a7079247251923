// Package rules holds the cmdlets of inbox rules.
package rules

import (
	"slices"

	"exolab/cmdlets/exchange/task"
)

// Cmdlets lists the emulated cmdlets of the package.
func Cmdlets() []task.Cmdlet {
	return slices.Concat(inboxRuleCmdlets)
}
