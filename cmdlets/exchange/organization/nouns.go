package organization

import (
	"exolab/store/tenant"
)

// Noun is a kind of configuration object with its cmdlets.
type Noun struct {
	Noun, kind string
	// shape names the objects' shape; "" shows what is stored.
	shape string
	// verbs are those of Get, Set, New, Remove, Enable and Disable that exist,
	// by their first letter.
	verbs string
	// sample are the arguments of New- in the examples, which make an object
	// named Sample; without New it is the name of an object that is there.
	sample string
	// builtIn are the objects that every organization has.
	builtIn []tenant.Bag
	// state is the property that Enable and Disable set.
	state string
}

// Nouns are the configuration objects that the cmdlets of this package keep.
var Nouns = []Noun{
	{Noun: "TransportRule", kind: "transportRule", shape: "TransportRule", verbs: "GSNRED", state: "State", sample: "-Name Sample -SubjectContainsWords Invoice -DeleteMessage $true"},
	{Noun: "JournalRule", kind: "journalRule", shape: "JournalRule", verbs: "GSNRED", state: "Enabled", sample: "-Name Sample -JournalEmailAddress admin@contoso.com -Enabled $true"},
	{Noun: "AcceptedDomain", kind: "acceptedDomain", verbs: "GS", sample: "contoso.com"},
	{Noun: "RemoteDomain", kind: "remoteDomain", verbs: "GSNR", sample: "-Name Sample -DomainName fabrikam.com", builtIn: []tenant.Bag{tenant.BagOf(
		"Name", "Default", "DomainName", "*", "IsInternal", false, "TargetDeliveryDomain", false, "CharacterSet", "iso-8859-1", "NonMimeCharacterSet", "iso-8859-1",
		"AllowedOOFType", "External", "AutoReplyEnabled", true, "AutoForwardEnabled", true, "DeliveryReportEnabled", true, "NDREnabled", true,
		"MeetingForwardNotificationEnabled", false, "ContentType", "MimeHtmlText", "DisplaySenderName", true, "TNEFEnabled", nil, "TrustedMailOutboundEnabled", false,
		"TrustedMailInboundEnabled", false, "UseSimpleDisplayName", false)}},
	{Noun: "HostedOutboundSpamFilterPolicy", kind: "hostedOutboundSpamFilterPolicy", verbs: "GSNR", sample: "-Name Sample", builtIn: []tenant.Bag{tenant.BagOf(
		"Name", "Default", "AutoForwardingMode", "Automatic", "RecipientLimitExternalPerHour", int64(0), "RecipientLimitInternalPerHour", int64(0),
		"RecipientLimitPerDay", int64(0), "ActionWhenThresholdReached", "BlockUserForToday", "NotifyOutboundSpam", false, "BccSuspiciousOutboundMail", false,
		"IsDefault", true, "Enabled", true)}},
	{Noun: "HostedContentFilterPolicy", kind: "hostedContentFilterPolicy", verbs: "GSNR", sample: "-Name Sample", builtIn: []tenant.Bag{tenant.BagOf(
		"Name", "Default", "SpamAction", "MoveToJmf", "HighConfidenceSpamAction", "MoveToJmf", "PhishSpamAction", "MoveToJmf", "HighConfidencePhishAction", "Quarantine",
		"BulkThreshold", int64(7), "AllowedSenders", []any{}, "AllowedSenderDomains", []any{}, "BlockedSenders", []any{}, "IsDefault", true)}},
	{Noun: "MalwareFilterPolicy", kind: "malwareFilterPolicy", verbs: "GSNR", sample: "-Name Sample", builtIn: []tenant.Bag{tenant.BagOf(
		"Name", "Default", "EnableFileFilter", true, "ZapEnabled", true, "IsDefault", true)}},
	{Noun: "AuthenticationPolicy", kind: "authenticationPolicy", verbs: "GSNR", sample: "-Name Sample"},
	{Noun: "OwaMailboxPolicy", kind: "owaMailboxPolicy", verbs: "GSNR", sample: "-Name Sample", builtIn: []tenant.Bag{tenant.BagOf("Name", "OwaMailboxPolicy-Default", "IsDefault", true)}},
	{Noun: "RetentionPolicy", kind: "retentionPolicy", verbs: "GSNR", sample: "-Name Sample", builtIn: []tenant.Bag{tenant.BagOf("Name", "Default MRM Policy", "IsDefault", true)}},
	{Noun: "SharingPolicy", kind: "sharingPolicy", verbs: "GSNR", sample: "-Name Sample -Domains 'fabrikam.com: CalendarSharingFreeBusySimple'", builtIn: []tenant.Bag{tenant.BagOf(
		"Name", "Default Sharing Policy", "Domains", []any{"Anonymous:CalendarSharingFreeBusyReviewer", "*:CalendarSharingFreeBusySimple"}, "Enabled", true, "Default", true)}},
	{Noun: "RoleAssignmentPolicy", kind: "roleAssignmentPolicy", verbs: "GSNR", sample: "-Name Sample", builtIn: []tenant.Bag{tenant.BagOf("Name", "Default Role Assignment Policy", "IsDefault", true)}},
	{Noun: "InboundConnector", kind: "inboundConnector", verbs: "GSNR", sample: "-Name Sample -SenderDomains fabrikam.com"},
	{Noun: "OutboundConnector", kind: "outboundConnector", verbs: "GSNR", sample: "-Name Sample"},
	{Noun: "SweepRule", kind: "sweepRule", verbs: "GSNRED", state: "Enabled", sample: "-Name Sample -Provider Exchange16"},
	{Noun: "MobileDevice", kind: "mobileDevice", verbs: "GR"},
	{Noun: "RoleGroup", kind: "roleGroup", shape: "RoleGroup", verbs: "GSNR", sample: "-Name Sample -Roles 'Audit Logs'"},
	{Noun: "ComplianceSearch", kind: "complianceSearch", shape: "ComplianceSearch", verbs: "GSNR", sample: "-Name Sample -ExchangeLocation All"},
	{Noun: "ComplianceSearchAction", kind: "complianceSearchAction", verbs: "GSR"},
	{Noun: "MailboxSearch", kind: "mailboxSearch", shape: "MailboxSearch", verbs: "GSNR", sample: "-Name Sample -SourceMailboxes sales"},
	{Noun: "UnifiedAuditLogRetentionPolicy", kind: "unifiedAuditLogRetentionPolicy", verbs: "GNR", sample: "-Name Sample -Priority 1 -RetentionDuration SixMonths"},
	{Noun: "ThrottlingPolicy", kind: "throttlingPolicy", verbs: "GSNR", sample: "-Name Sample"},
	{Noun: "MailboxDatabase", kind: "mailboxDatabase", verbs: "GS", sample: "Mailbox Database 1", builtIn: []tenant.Bag{tenant.BagOf(
		"Name", "Mailbox Database 1", "Server", "EX01", "Recovery", false, "ReplicationType", "None", "Mounted", true)}},
	{Noun: "ExchangeServer", kind: "exchangeServer", verbs: "GS", sample: "EX01", builtIn: []tenant.Bag{tenant.BagOf(
		"Name", "EX01", "Site", "contoso.com/Configuration/Sites/Default-First-Site-Name", "ServerRole", "Mailbox, ClientAccess", "Edition", "Standard",
		"AdminDisplayVersion", "Version 15.2 (Build 1118.7)", "Fqdn", "ex01.contoso.com", "IsMailboxServer", true)}},
	{Noun: "ManagementRole", kind: "managementRole", verbs: "GNR", sample: "-Name Sample -Parent 'Audit Logs'", builtIn: roleBags()},
}

// builtInRoles are management roles that every organization has.
var builtInRoles = []string{"Audit Logs", "Compliance Admin", "Distribution Groups", "Journaling", "Legal Hold", "Mail Recipient Creation", "Mail Recipients",
	"Mailbox Import Export", "Mailbox Search", "Message Tracking", "Organization Configuration", "Recipient Policies", "Role Management", "Security Admin",
	"Transport Rules", "View-Only Audit Logs", "View-Only Configuration", "View-Only Recipients", "ApplicationImpersonation"}

func roleBags() []tenant.Bag {
	var out []tenant.Bag
	for _, name := range builtInRoles {
		out = append(out, tenant.BagOf("Name", name, "RoleType", name, "IsRootRole", true, "IsEndUserRole", false))
	}
	return out
}
