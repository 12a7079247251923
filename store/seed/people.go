package seed

import "exolab/store/tenant"

// mailboxRow is one mailbox of the seeded organization.
type mailboxRow struct {
	name, alias, domain, kind string
	office, department        string
	onBehalf                  []string // aliases of who may send on its behalf
}

const (
	contoso   = "contoso.com"
	contosoMS = "contoso.onmicrosoft.com"

	userMailbox      = "UserMailbox"
	sharedMailbox    = "SharedMailbox"
	roomMailbox      = "RoomMailbox"
	equipmentMailbox = "EquipmentMailbox"
)

var mailboxes = []mailboxRow{
	{"Pilar Pinilla", "pilarp", contoso, userMailbox, "18/2107", "Sales", nil},
	{"Don Hall", "donh", contoso, userMailbox, "18/2109", "Sales", nil},
	{"Test User 1", "test1", contoso, userMailbox, "", "IT", nil},
	{"Adele Vance", "adelev", contoso, userMailbox, "18/2111", "Retail", nil},
	{"Alex Wilber", "AlexW", contosoMS, userMailbox, "131/1104", "Marketing", nil},
	{"Megan Bowen", "MeganB", contosoMS, userMailbox, "12/1110", "Marketing", []string{"adelev"}},
	{"Lee Gu", "LeeG", contosoMS, userMailbox, "23/3101", "Manufacturing", nil},
	{"Isaiah Langer", "isaiahl", contoso, userMailbox, "20/1101", "Sales", nil},
	{"Nestor Wilke", "nestorw", contoso, userMailbox, "36/2121", "Operations", nil},
	{"Lidia Holloway", "lidiah", contoso, userMailbox, "20/2107", "Engineering", nil},
	{"Grady Archie", "gradya", contoso, userMailbox, "19/2109", "R&D", nil},
	{"Miriam Graham", "miriamg", contoso, userMailbox, "131/2103", "Marketing", []string{"pilarp"}},
	{"Zoë Lindqvist", "zoel", contoso, userMailbox, "12/2204", "Legal", nil},
	{"Łukasz Zieliński", "lukaszz", contoso, userMailbox, "12/2206", "Finance", nil},
	{"Ana Duarte", "anad", contoso, userMailbox, "12/2208", "Finance", nil},
	{"Samir Haddad", "samirh", contoso, userMailbox, "20/1107", "Human Resources", nil},
	{"Greta Olsen", "gretao", contoso, userMailbox, "36/1003", "Operations", nil},
	{"Exchange Admin", "admin", contosoMS, userMailbox, "", "IT", nil},
	{"Sales", "sales", contosoMS, sharedMailbox, "", "Sales", []string{"AlexW"}},
	{"Finance", "finance", contoso, sharedMailbox, "", "Finance", []string{"anad"}},
	{"Support", "support", contoso, sharedMailbox, "", "Operations", nil},
	{"Recruiting", "recruiting", contoso, sharedMailbox, "", "Human Resources", nil},
	{"Conf Room Adams", "adams", contoso, roomMailbox, "18/2nd floor", "", nil},
	{"Conf Room Baker", "baker", contoso, roomMailbox, "20/1st floor", "", nil},
	{"Conf Room Crystal", "crystal", contoso, roomMailbox, "12/2nd floor", "", nil},
	{"Projector 1", "projector1", contoso, equipmentMailbox, "18/2nd floor", "", nil},
}

// permissionRow is what a user may do in a mailbox, both by alias.
type permissionRow struct{ mailbox, user, scope, folder, right string }

// permissions are who may do what in whose mailbox, by alias.
var permissions = []permissionRow{
	{"sales", "LeeG", tenant.ScopeMailbox, "", "FullAccess"},
	{"sales", "pilarp", tenant.ScopeMailbox, "", "FullAccess"},
	{"sales", "isaiahl", tenant.ScopeMailbox, "", "FullAccess"},
	{"sales", "pilarp", tenant.ScopeRecipient, "", "SendAs"},
	{"finance", "lukaszz", tenant.ScopeMailbox, "", "FullAccess"},
	{"finance", "anad", tenant.ScopeMailbox, "", "FullAccess"},
	{"finance", "donh", tenant.ScopeMailbox, "", "FullAccess"},
	{"finance", "lukaszz", tenant.ScopeRecipient, "", "SendAs"},
	{"support", "nestorw", tenant.ScopeMailbox, "", "FullAccess"},
	{"support", "gretao", tenant.ScopeMailbox, "", "FullAccess"},
	{"support", "gretao", tenant.ScopeRecipient, "", "SendAs"},
	{"recruiting", "samirh", tenant.ScopeMailbox, "", "FullAccess"},
	{"recruiting", "samirh", tenant.ScopeRecipient, "", "SendAs"},
	{"MeganB", "adelev", tenant.ScopeMailbox, "", "FullAccess"},
	{"pilarp", "donh", tenant.ScopeMailbox, "", "FullAccess"},
	{"test1", "admin", tenant.ScopeMailbox, "", "FullAccess"},
	{"AlexW", "MeganB", tenant.ScopeFolder, `\Calendar`, "Reviewer"},
	{"nestorw", "gretao", tenant.ScopeFolder, `\Calendar`, "Editor"},
	{"gradya", "lidiah", tenant.ScopeFolder, `\Inbox`, "Reviewer"},
}

// inboxRules are inbox rules, by alias of the mailbox.
var inboxRules = []struct {
	mailbox, name     string
	priority          int64
	condition         string
	words             []any
	folder, forwardTo string
}{
	{"adelev", "Newsletters", 1, "SubjectContainsWords", []any{"newsletter", "digest"}, `\Newsletters`, ""},
	{"adelev", "Shop reports", 2, "SubjectContainsWords", []any{"daily report"}, `\Reports`, ""},
	{"pilarp", "Offers", 1, "SubjectContainsWords", []any{"offer", "quote"}, `\Inbox\Offers`, ""},
	{"lukaszz", "Invoices", 1, "SubjectContainsWords", []any{"invoice"}, `\Inbox\Invoices`, ""},
	{"isaiahl", "Out of office cover", 1, "FromAddressContainsWords", []any{"fabrikam.com"}, "", "pilarp@contoso.com"},
	{"gretao", "Tickets", 1, "SubjectContainsWords", []any{"[ticket]"}, `\Inbox\Tickets`, ""},
}

// recipients are groups and contacts; members by alias, the first manages.
var recipients = []struct {
	name, alias, address, kind string
	external                   bool
	members                    []string
}{
	{"Sales Team", "salesteam", "salesteam@contoso.com", "MailUniversalDistributionGroup", false, []string{"pilarp", "donh", "isaiahl", "LeeG"}},
	{"Finance Approvers", "financeapprovers", "financeapprovers@contoso.com", "MailUniversalSecurityGroup", false, []string{"anad", "lukaszz"}},
	{"All Contoso", "allcontoso", "allcontoso@contoso.com", "MailUniversalDistributionGroup", false, []string{"admin", "pilarp", "donh", "test1", "adelev", "AlexW", "MeganB", "LeeG", "isaiahl", "nestorw", "lidiah", "gradya", "miriamg", "zoel", "lukaszz", "anad", "samirh", "gretao"}},
	{"Product Launch", "productlaunch", "productlaunch@contoso.com", "GroupMailbox", false, []string{"MeganB", "AlexW", "miriamg", "gradya"}},
	{"Rita Moreau (Fabrikam)", "ritamoreau", "rita.moreau@fabrikam.com", "MailContact", true, nil},
	{"Northwind Orders", "northwindorders", "orders@northwindtraders.com", "MailContact", true, nil},
}

// roleGroups are who administers what; members by alias. The groups and the
// roles of each are those that Exchange Online documents as its default.
var roleGroups = []struct {
	name           string
	members, roles []string
}{
	{"Organization Management", []string{"admin"}, []string{"Audit Logs", "Compliance Admin", "Data Loss Prevention", "Distribution Groups", "E-Mail Address Policies", "Federated Sharing",
		"Information Rights Management", "Journaling", "Legal Hold", "Mail Enabled Public Folders", "Mail Recipient Creation", "Mail Recipients", "Mail Tips", "Message Tracking", "Migration",
		"Move Mailboxes", "Org Custom Apps", "Org Marketplace Apps", "Organization Client Access", "Organization Configuration", "Organization Transport Settings", "Public Folders",
		"Recipient Policies", "Remote and Accepted Domains", "Reset Password", "Retention Management", "Role Management", "Security Admin", "Security Group Creation and Membership",
		"Security Reader", "Team Mailboxes", "Transport Hygiene", "Transport Rules", "User Options", "View-Only Audit Logs", "View-Only Configuration", "View-Only Recipients"}},
	{"Records Management", []string{"zoel"}, []string{"Audit Logs", "Journaling", "Message Tracking", "Retention Management", "Transport Rules"}},
	{"Compliance Management", []string{"zoel"}, []string{"Audit Logs", "Compliance Admin", "Data Loss Prevention", "Information Rights Management", "Journaling", "Message Tracking",
		"Retention Management", "Transport Rules", "View-Only Audit Logs", "View-Only Configuration", "View-Only Recipients"}},
	{"Discovery Management", []string{"zoel"}, []string{"Legal Hold", "Mailbox Search"}},
	{"Recipient Management", []string{"admin", "test1"}, []string{"Distribution Groups", "Mail Recipient Creation", "Mail Recipients", "Message Tracking", "Migration", "Move Mailboxes",
		"Recipient Policies", "Reset Password", "Team Mailboxes"}},
	{"Help Desk", nil, []string{"Reset Password", "User Options", "View-Only Recipients"}},
	{"Hygiene Management", nil, []string{"Transport Hygiene", "View-Only Configuration", "View-Only Recipients"}},
	{"View-Only Organization Management", nil, []string{"View-Only Configuration", "View-Only Recipients"}},
}
