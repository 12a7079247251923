package recipients

import (
	"strings"

	"exolab/cmdlets/exchange/shapes"
	"exolab/runtime/value"
	"exolab/store/tenant"
)

// Data is what objects show of a recipient of any kind.
type Data struct {
	bag                          tenant.Bag
	name, kind, primary, dn, upn string
	guid                         tenant.GUID
	mailbox                      *tenant.Mailbox   // nil without one
	recipient                    *tenant.Recipient // nil for a mailbox
}

func mailboxData(m *tenant.Mailbox) Data {
	return Data{bag: m.Bag(), name: m.Name, kind: m.RecipientTypeDetails, primary: m.PrimarySMTPAddress, dn: m.DistinguishedName,
		upn: m.UserPrincipalName, guid: m.GUID, mailbox: m}
}

func otherData(r *tenant.Recipient) Data {
	return Data{bag: r.Bag(), name: r.Name, kind: r.RecipientTypeDetails, primary: r.PrimarySMTPAddress, dn: r.DistinguishedName,
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

// Object shows a recipient in a shape.
func Object(shapeName string, org *tenant.Organization, d Data) value.Value {
	o := shapes.New(shapeName)
	o.PutKnown(d.bag)
	known := func(pairs ...string) {
		for i := 0; i+1 < len(pairs); i += 2 {
			if o.Out.IndexOf(value.Fold(pairs[i])) >= 0 {
				o.Put(pairs[i], pairs[i+1])
			}
		}
	}
	first, last, _ := strings.Cut(d.name, " ")
	if d.mailbox != nil && d.kind == "UserMailbox" || d.kind == "User" {
		for _, p := range [][2]string{{"FirstName", first}, {"LastName", last}} {
			if d.bag.Text(p[0]) == "" {
				known(p[0], p[1])
			}
		}
	}
	domain, _, _ := strings.Cut(org.DefaultDomain(), ".")
	known("Identity", d.name, "Id", d.name, "Name", d.name, "RecipientType", recipientTypeOf(d.kind), "RecipientTypeDetails", d.kind,
		"PrimarySmtpAddress", d.primary, "WindowsEmailAddress", d.primary, "DistinguishedName", d.dn, "Guid", d.guid.String(),
		"ExchangeObjectId", d.guid.String(), "OrganizationId", shapes.OrganizationID(org), "OrganizationalUnit", org.DefaultDomain()+"/Users",
		"WindowsLiveID", d.upn, "ObjectState", "Unchanged", "ServerName", shapes.ServerName, "MailboxMoveFlags", "None", "SamAccountName", d.bag.Text("SamAccountName"))
	if d.recipient != nil {
		groupProperties(o, d.recipient, domain)
	}
	return o.Value()
}

// groupProperties are those that groups have beyond other recipients.
func groupProperties(o shapes.Object, r *tenant.Recipient, domain string) {
	set := func(name string, v value.Value) {
		if o.Out.IndexOf(value.Fold(name)) >= 0 {
			o.Set(name, v)
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
