package exchange

import (
	"fmt"

	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

var bypassCmdlets = []cmdlet{
	permissionCmdlet("Get-MailboxAuditBypassAssociation", "Gives whose actions are not logged.", "(Get-MailboxAuditBypassAssociation test1).AuditBypassEnabled", "False", getBypass),
	permissionCmdlet("Set-MailboxAuditBypassAssociation", "Says whose actions are not logged.", "Set-MailboxAuditBypassAssociation test1 -AuditBypassEnabled $true; (Get-MailboxAuditBypassAssociation test1).AuditBypassEnabled", "True", setBypass),
}

func bypassObject(org *tenant.Organization, m *tenant.Mailbox) value.Value {
	o := newObject("MailboxAuditBypassAssociation")
	o.set("AuditBypassEnabled", value.Bool(m.AuditBypassEnabled))
	o.text("ObjectId", m.Name, "Identity", m.Name, "Id", m.Name, "Name", m.Name, "DistinguishedName", m.DistinguishedName, "Guid", m.GUID.String(), "OrganizationId", organizationID(org))
	return o.value()
}

func getBypass(c *call) error {
	var list []value.Value
	err := c.view(func(r store.Reader) error {
		org, err := r.Organization()
		if err != nil {
			return err
		}
		found, err := c.findMailboxes(r)
		for _, m := range found {
			list = append(list, bypassObject(org, m))
		}
		return err
	})
	if err == nil {
		err = c.emitList(list)
	}
	return c.report(err)
}

func setBypass(c *call) error {
	identity, changed, name := c.identity("Identity"), false, ""
	if ok, err := c.confirm(fmt.Sprintf("Setting mailbox audit bypass association Identity:\"%s\".", identity)); !ok || err != nil {
		return err
	}
	err := c.update(func(w store.Writer) error {
		m, err := c.mailbox(w, identity)
		if err != nil {
			return err
		}
		name = m.Name
		if changed = m.AuditBypassEnabled != c.on("AuditBypassEnabled"); !changed {
			return nil
		}
		m.AuditBypassEnabled = c.on("AuditBypassEnabled")
		return firstOf(w.PutMailbox(m), c.logChange(w, m.Name))
	})
	if err == nil && !changed {
		return c.unchanged(name)
	}
	return c.report(err)
}
