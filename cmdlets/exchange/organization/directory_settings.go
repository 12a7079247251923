package organization

import (
	"exolab/cmdlets/exchange/task"
)

var directoryCmdlets = []task.Cmdlet{
	task.New("Set-ADServerSettings", "Says which part of the directory cmdlets see; the organization has one part only.", "Set-ADServerSettings -ViewEntireForest $true", "", setDirectoryScope),
}

// setDirectoryScope accepts what scripts for several domains ask for: the
// whole directory is in view anyway.
func setDirectoryScope(c *task.Call) error {
	_, err := c.Confirm("Setting the Active Directory server settings.")
	return err
}
