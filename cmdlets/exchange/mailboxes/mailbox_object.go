package mailboxes

import (
	"strings"

	"exolab/cmdlets/exchange/shapes"
	"exolab/runtime/value"
	"exolab/store/tenant"
)

// Object is what Get-Mailbox shows of a mailbox.
func Object(org *tenant.Organization, m *tenant.Mailbox) value.Value {
	o := shapes.New("Mailbox")
	o.PutKnown(m.Bag())
	o.Set("Sid", value.Str(m.SID))
	o.Set("AuditLogAgeLimit", shapes.SpanOf(m.AuditLogAgeLimit))
	for _, logon := range tenant.LogonTypes {
		o.Set("Audit"+logon.String(), value.Strings(m.Audited(org.Profile(), logon).Names()...))
	}
	if org.Profile().Name == tenant.ProfileCurrent && org.Flavour == tenant.FlavourCloud && m.RecipientTypeDetails == "UserMailbox" {
		o.Set("PersistedCapabilities", shapes.ValueOf(m.Plans()))
	}
	if m.ForwardingSMTPAddress != "" {
		o.Set("ForwardingSmtpAddress", value.Str("smtp:"+strings.TrimPrefix(m.ForwardingSMTPAddress, "smtp:")))
	}
	kind := m.RecipientTypeDetails
	o.Set("IsShared", value.Bool(kind == "SharedMailbox"))
	o.Set("IsResource", value.Bool(kind == "RoomMailbox" || kind == "EquipmentMailbox"))
	switch kind {
	case "RoomMailbox":
		o.Text("ResourceType", "Room")
	case "EquipmentMailbox":
		o.Text("ResourceType", "Equipment")
	}
	for _, pair := range [][2]string{{"WhenCreated", "WhenCreatedUTC"}, {"WhenChanged", "WhenChangedUTC"}, {"WhenCreated", "WhenMailboxCreated"}} {
		if v, ok := o.Out.Get(value.Fold(pair[0])); ok {
			o.Set(pair[1], v)
		}
	}
	o.Text("WindowsEmailAddress", m.PrimarySMTPAddress, "WindowsLiveID", m.UserPrincipalName, "MicrosoftOnlineServicesID", m.UserPrincipalName,
		"Identity", m.Name, "Id", m.Name, "OrganizationalUnit", strings.ToLower(org.DefaultDomain())+"/Users",
		"OrganizationId", shapes.OrganizationID(org), "ExchangeObjectId", m.GUID.String(), "OriginatingServer", strings.ToLower(shapes.DirectoryServer),
		"ServerName", shapes.ServerName)
	if lacksDatabase(m) {
		o.Set("IsValid", value.Bool(false))
		o.Set("Database", value.Null)
	}
	return o.Value()
}
