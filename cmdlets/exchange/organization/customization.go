package organization

import (
	"exolab/cmdlets/exchange/task"
	"exolab/store"
	"exolab/store/tenant"
)

var customizationCmdlets = []task.Cmdlet{
	task.New("Enable-OrganizationCustomization", "Lets the configuration of a new organization be changed.",
		"try { Enable-OrganizationCustomization -ErrorAction Stop } catch { 'enabled already' }", "enabled already", enableCustomization),
}

// enableCustomization gives the organization objects of its own in place of those
// that new organizations share.
func enableCustomization(c *task.Call) error {
	if ok, err := c.Confirm("Enabling customization for the organization."); !ok || err != nil {
		return err
	}
	return c.Report(c.Update(func(w store.Writer) error {
		org, err := w.Organization()
		if err != nil {
			return err
		}
		if !org.Has(tenant.QuirkDehydrated) {
			return task.Failure("System.InvalidOperationException", "This operation is not required. Organization is already enabled for customization.")
		}
		org.Show(tenant.QuirkDehydrated, false)
		return w.PutOrganization(org)
	}))
}
