package exchange

import (
	"strings"

	"exolab/runtime/value"
	"exolab/store/tenant"
)

// mailboxObject is what Get-Mailbox shows of a mailbox.
func mailboxObject(org *tenant.Organization, m *tenant.Mailbox) value.Value {
	o := newObject("Mailbox")
	o.putKnown(m.Bag())
	o.set("Sid", value.Str(m.SID))
	o.set("AuditLogAgeLimit", spanOf(m.AuditLogAgeLimit))
	for _, logon := range tenant.LogonTypes {
		o.set("Audit"+logon.String(), value.Strings(m.Audited(org.Profile(), logon).Names()...))
	}
	if m.ForwardingSMTPAddress != "" {
		o.set("ForwardingSmtpAddress", value.Str("smtp:"+strings.TrimPrefix(m.ForwardingSMTPAddress, "smtp:")))
	}
	kind := m.RecipientTypeDetails
	o.set("IsShared", value.Bool(kind == "SharedMailbox"))
	o.set("IsResource", value.Bool(kind == "RoomMailbox" || kind == "EquipmentMailbox"))
	switch kind {
	case "RoomMailbox":
		o.text("ResourceType", "Room")
	case "EquipmentMailbox":
		o.text("ResourceType", "Equipment")
	}
	for _, pair := range [][2]string{{"WhenCreated", "WhenCreatedUTC"}, {"WhenChanged", "WhenChangedUTC"}, {"WhenCreated", "WhenMailboxCreated"}} {
		if v, ok := o.out.Get(value.Fold(pair[0])); ok {
			o.set(pair[1], v)
		}
	}
	o.text("WindowsEmailAddress", m.PrimarySMTPAddress, "WindowsLiveID", m.UserPrincipalName, "MicrosoftOnlineServicesID", m.UserPrincipalName,
		"Identity", m.Name, "Id", m.Name, "OrganizationalUnit", strings.ToLower(org.DefaultDomain())+"/Users",
		"OrganizationId", organizationID(org), "ExchangeObjectId", m.GUID.String(), "OriginatingServer", strings.ToLower(directoryServer),
		"ServerName", serverName)
	return o.value()
}

// serverName is the mailbox server that objects name.
const serverName = "cy4pr15mb1234"

func organizationID(org *tenant.Organization) string {
	domain := org.DefaultDomain()
	return "NAMPR15A005.PROD.OUTLOOK.COM/Microsoft Exchange Hosted Organizations/" + domain + " - NAMPR15A005.PROD.OUTLOOK.COM/ConfigurationUnits/" + domain + "/Configuration"
}
