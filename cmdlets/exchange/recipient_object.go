package exchange

import (
	"strings"

	"exolab/runtime/value"
	"exolab/store/tenant"
)

// recipientData is what objects show of a recipient of any kind.
type recipientData struct {
	bag                          tenant.Bag
	name, kind, primary, dn, upn string
	guid                         tenant.GUID
	mailbox                      *tenant.Mailbox   // nil without one
	recipient                    *tenant.Recipient // nil for a mailbox
}

func mailboxData(m *tenant.Mailbox) recipientData {
	return recipientData{bag: m.Bag(), name: m.Name, kind: m.RecipientTypeDetails, primary: m.PrimarySMTPAddress, dn: m.DistinguishedName,
		upn: m.UserPrincipalName, guid: m.GUID, mailbox: m}
}

func otherData(r *tenant.Recipient) recipientData {
	return recipientData{bag: r.Bag(), name: r.Name, kind: r.RecipientTypeDetails, primary: r.PrimarySMTPAddress, dn: r.DistinguishedName,
		upn: r.UserPrincipalName, guid: r.GUID, recipient: r}
}

// recipientTypeOf is the RecipientType that belongs to RecipientTypeDetails.
func recipientTypeOf(details string) string {
	switch {
	case details == "GroupMailbox" || details == "RoomList":
		return "MailUniversalDistributionGroup"
	case details == "GuestMailUser":
		return "MailUser"
	case strings.HasSuffix(details, "Mailbox"):
		return "UserMailbox"
	}
	return details
}

// recipientObject shows a recipient in a shape.
func recipientObject(shapeName string, org *tenant.Organization, d recipientData) value.Value {
	o := newObject(shapeName)
	o.putKnown(d.bag)
	known := func(pairs ...string) {
		for i := 0; i+1 < len(pairs); i += 2 {
			if o.out.IndexOf(value.Fold(pairs[i])) >= 0 {
				o.put(pairs[i], pairs[i+1])
			}
		}
	}
	first, last, _ := strings.Cut(d.name, " ")
	if d.mailbox != nil && d.kind == "UserMailbox" || d.kind == "User" {
		known("FirstName", first, "LastName", last)
	}
	domain, _, _ := strings.Cut(org.DefaultDomain(), ".")
	known("Identity", d.name, "Id", d.name, "Name", d.name, "RecipientType", recipientTypeOf(d.kind), "RecipientTypeDetails", d.kind,
		"PrimarySmtpAddress", d.primary, "WindowsEmailAddress", d.primary, "DistinguishedName", d.dn, "Guid", d.guid.String(),
		"ExchangeObjectId", d.guid.String(), "OrganizationId", organizationID(org), "OrganizationalUnit", org.DefaultDomain()+"/Users",
		"WindowsLiveID", d.upn, "ObjectState", "Unchanged", "ServerName", serverName, "MailboxMoveFlags", "None", "SamAccountName", d.bag.Text("SamAccountName"))
	if d.recipient != nil {
		groupProperties(o, d.recipient, domain)
	}
	return o.value()
}

// groupProperties are those that groups have beyond other recipients.
func groupProperties(o object, r *tenant.Recipient, domain string) {
	set := func(name string, v value.Value) {
		if o.out.IndexOf(value.Fold(name)) >= 0 {
			o.set(name, v)
		}
	}
	if r.RecipientTypeDetails == "MailUniversalSecurityGroup" {
		set("GroupType", value.Str("Universal, SecurityEnabled"))
	}
	set("GroupMemberCount", value.Int(len(r.Members)))
	if r.RecipientTypeDetails == "GroupMailbox" {
		set("SharePointSiteUrl", value.Str("https://"+strings.ToLower(domain)+".sharepoint.com/sites/"+r.Alias))
	}
}
