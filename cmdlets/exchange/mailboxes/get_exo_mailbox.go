package mailboxes

import (
	"exolab/cmdlets"
	"exolab/cmdlets/exchange/task"
)

var exoMailboxCmdlets = []task.Cmdlet{{
	Name: "Get-EXOMailbox", Class: "Microsoft.Exchange.Management.RestApiClient.GetExoMailbox", Synopsis: "Gives mailboxes, with few properties unless told otherwise.",
	Examples: []cmdlets.Example{{Code: "(Get-EXOMailbox sales -PropertySets Audit).AuditEnabled", Output: "True"}},
	Run:      getEXOMailbox,
}}

// getEXOMailbox emits mailboxes with the properties of -Properties and
// -PropertySets.
func getEXOMailbox(c *task.Call) error {
	if err := c.CheckProperties(); err != nil {
		return c.Report(err)
	}
	list, err := objects(c, Object)
	if err == nil {
		list, err = c.Filtered(list)
	}
	if err == nil {
		wanted := c.WantedProperties()
		for i := range list {
			list[i] = task.Reduced(list[i], wanted)
		}
		err = c.EmitSized(list)
	}
	return c.Report(err)
}
