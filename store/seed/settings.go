package seed

import (
	"fmt"
	"strings"
	"time"

	"exolab/store/internal/random"
	"exolab/store/tenant"
)

// settings are the properties of mailboxes that differ from a fresh one's.
var settings = []struct {
	alias, property string
	value           any
}{
	{"LeeG", "ForwardingAddress", "Rita Moreau (Fabrikam)"},
	{"LeeG", "DeliverToMailboxAndForward", true},
	{"nestorw", "ForwardingSmtpAddress", "smtp:nestor.wilke@northwindtraders.com"},
	{"nestorw", "DeliverToMailboxAndForward", true},
	{"zoel", "LitigationHoldEnabled", true},
	{"zoel", "LitigationHoldOwner", "admin@contoso.onmicrosoft.com"},
	{"zoel", "ArchiveStatus", "Active"},
	{"lukaszz", "RetentionHoldEnabled", true},
	{"projector1", "AuditBypassEnabled", true},
}

// basicLicences are the people, by alias, whose licence brings no advanced auditing.
var basicLicences = []string{"miriamg"}

// putLicences writes their licences, on which what is logged of them depends.
func (g *seeder) putLicences() error {
	for _, alias := range basicLicences {
		m := g.byAlias[alias]
		if err := m.SetProperty("PersistedCapabilities", tenant.BasicPlans()); err != nil {
			return err
		}
		if err := g.PutMailbox(m); err != nil {
			return err
		}
	}
	return nil
}

// putSettings writes what differs; the day of a litigation hold is that of the
// mailbox's making.
func (g *seeder) putSettings() error {
	for _, row := range settings {
		m := g.byAlias[row.alias]
		if err := m.SetProperty(row.property, row.value); err != nil {
			return err
		}
		if row.property == "LitigationHoldEnabled" {
			m.LitigationHoldDate = m.WhenCreated
		}
		if err := g.PutMailbox(m); err != nil {
			return err
		}
	}
	return nil
}

// devices are the phones of people, by alias.
var devices = []struct{ alias, model, name, os, kind, agent string }{
	{"AlexW", "iPhone15C2", "iPhone 15", "iOS 17.4 21E219", "iPhone", "Apple-iPhone15C2/2105.219"},
	{"MeganB", "Outlook for iOS and Android", "Outlook for iOS and Android", "Android 14", "Outlook", "Outlook-iOS-Android/1.0"},
	{"pilarp", "SM-S911B", "Galaxy S23", "Android 14", "Android", "Android-SAMSUNG-SM-S911B/101.140000"},
}

func (g *seeder) putDevices() error {
	for _, row := range devices {
		m := g.byAlias[row.alias]
		id := strings.ToUpper(g.random.Word(20))
		identity := fmt.Sprintf(`%s\ExchangeActiveSyncDevices\%s§%s`, m.Name, row.kind, id)
		first := g.now.AddDate(0, -7, 0).Truncate(time.Second)
		last := g.now.Add(-time.Duration(g.random.Below(86400)) * time.Second).Truncate(time.Second)
		o := &tenant.Object{Kind: "mobileDevice", Identity: identity, Properties: tenant.BagOf(
			"FriendlyName", row.name, "DeviceId", id, "DeviceImei", "", "DeviceMobileOperator", "", "DeviceOS", row.os, "DeviceOSLanguage", "en", "DeviceTelephoneNumber", "",
			"DeviceType", row.kind, "DeviceUserAgent", row.agent, "DeviceModel", row.model, "FirstSyncTime", first, "UserDisplayName", m.DisplayName,
			"DeviceAccessState", "Allowed", "DeviceAccessStateReason", "Global", "DeviceAccessControlRule", nil, "ClientVersion", "16.1", "ClientType", "EAS",
			"IsManaged", false, "IsCompliant", false, "IsDisabled", false, "Name", row.kind+"§"+id,
			"DistinguishedName", "CN="+row.kind+"§"+id+",CN=ExchangeActiveSyncDevices,"+m.DistinguishedName, "OrganizationId", g.org.DefaultDomain(),
			"Mailbox", m.PrimarySMTPAddress, "LastSuccessSync", last, "LastSyncAttemptTime", last, "LastPolicyUpdateTime", first, "Status", "DeviceOk", "DevicePolicyApplied", "Default",
			"DevicePolicyApplicationStatus", "AppliedInFull", "NumberOfFoldersSynced", int64(8), "WhenCreated", first, "WhenChanged", last)}
		if err := g.PutObject(o); err != nil {
			return err
		}
	}
	return nil
}

// traceDays is how far back messages can be traced.
const traceDays = 10

// putTraces writes which messages went through the service in the last days.
func (g *seeder) putTraces() error {
	outside := []string{"rita.moreau@fabrikam.com", "orders@northwindtraders.com", "news@northwindtraders.com"}
	for i := range 60 {
		at := g.now.Add(-time.Duration(g.random.Below(traceDays*86400)) * time.Second).Truncate(time.Second)
		from, to := random.Pick(g.random, g.mailboxes).PrimarySMTPAddress, random.Pick(g.random, g.mailboxes).PrimarySMTPAddress
		switch i % 4 {
		case 0:
			to = random.Pick(g.random, outside)
		case 1:
			from = random.Pick(g.random, outside)
		}
		subject := random.Pick(g.random, subjects)
		if i%20 == 0 {
			subject = "Test message"
		}
		status := "Delivered"
		if i%17 == 0 {
			status = "Failed"
		}
		id := g.random.GUID().String()
		o := &tenant.Object{Kind: "messageTrace", Identity: id, Properties: tenant.BagOf("MessageId", "<"+strings.ToUpper(g.random.Word(16))+"@contoso.com>",
			"Received", tenant.FormatTime(at), "SenderAddress", from, "RecipientAddress", to, "Subject", subject, "Status", status, "ToIP", nil,
			"FromIP", fmt.Sprintf("203.0.113.%d", 20+g.random.Below(200)), "Size", int64(8000+g.random.Below(90000)), "MessageTraceId", id)}
		if err := g.PutObject(o); err != nil {
			return err
		}
	}
	return nil
}
