package exchange

var directoryCmdlets = []cmdlet{
	permissionCmdlet("Set-ADServerSettings", "Says which part of the directory cmdlets see; the organization has one part only.", "Set-ADServerSettings -ViewEntireForest $true", "", setDirectoryScope),
}

// setDirectoryScope accepts what scripts for several domains ask for: the
// whole directory is in view anyway.
func setDirectoryScope(c *call) error {
	_, err := c.confirm("Setting the Active Directory server settings.")
	return err
}
