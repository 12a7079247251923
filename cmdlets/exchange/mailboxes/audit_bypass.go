package mailboxes

import (
	"fmt"

	"exolab/cmdlets/exchange/shapes"
	"exolab/cmdlets/exchange/task"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

var bypassCmdlets = []task.Cmdlet{
	task.New("Get-MailboxAuditBypassAssociation", "Gives whose actions are not logged.", "(Get-MailboxAuditBypassAssociation test1).AuditBypassEnabled", "False", getBypass),
	task.New("Set-MailboxAuditBypassAssociation", "Says whose actions are not logged.", "Set-MailboxAuditBypassAssociation test1 -AuditBypassEnabled $true; (Get-MailboxAuditBypassAssociation test1).AuditBypassEnabled", "True", setBypass),
}

func bypassObject(org *tenant.Organization, m *tenant.Mailbox) value.Value {
	o := shapes.New("MailboxAuditBypassAssociation")
	o.Set("AuditBypassEnabled", value.Bool(m.AuditBypassEnabled))
	o.Text("ObjectId", m.Name, "Identity", m.Name, "Id", m.Name, "Name", m.Name, "DistinguishedName", m.DistinguishedName, "Guid", m.GUID.String(), "OrganizationId", shapes.OrganizationID(org))
	return o.Value()
}

func getBypass(c *task.Call) error {
	list, err := objects(c, bypassObject)
	if err == nil {
		err = c.EmitList(list)
	}
	return c.Report(err)
}

func setBypass(c *task.Call) error {
	identity, changed, name := c.Identity("Identity"), false, ""
	if ok, err := c.Confirm(fmt.Sprintf("Setting mailbox audit bypass association Identity:\"%s\".", identity)); !ok || err != nil {
		return err
	}
	err := c.Update(func(w store.Writer) error {
		m, err := c.Mailbox(w, identity)
		if err != nil {
			return err
		}
		name = m.Name
		if changed = m.AuditBypassEnabled != c.On("AuditBypassEnabled"); !changed {
			return nil
		}
		m.AuditBypassEnabled = c.On("AuditBypassEnabled")
		return w.PutMailbox(m)
	})
	if err == nil && !changed {
		return c.Unchanged(name)
	}
	return c.Report(err)
}
