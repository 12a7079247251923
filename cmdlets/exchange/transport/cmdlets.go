// Package transport holds the cmdlets of the mail flow.
package transport

import (
	"slices"

	"exolab/cmdlets/exchange/task"
)

// Cmdlets lists the emulated cmdlets of the package.
func Cmdlets() []task.Cmdlet {
	return slices.Concat(messageTraceCmdlets, traceDetailCmdlets, trackingCmdlets)
}
