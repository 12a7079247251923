package scenario

import (
	"exolab/store/activity"
	"exolab/store/tenant"
)

// admin is the administrator of the organization.
const admin = "admin@contoso.onmicrosoft.com"

var delegateSnooping = Scenario{
	Name: "delegate-snooping", Title: "Somebody knows too much",
	Brief: "Megan Bowen suspects that somebody reads her mail: a colleague knew of her new contract before she had told anybody. Find out who reads what in her mailbox.",
	Questions: []Question{
		{"Who read Megan's messages?", "Adele Vance (adelev@contoso.com), a delegate with FullAccess."},
		{"By which right, and since when?", "FullAccess, which the administrator granted long ago for a holiday and never took back."},
		{"What did she read, and how often?", "Messages about salary and contract, on several evenings in Outlook on the web (MailItemsAccessed, MailAccessType=Bind)."},
		{"Why are there no records of folders being opened?", "FolderBind is not in the default set for delegates."},
		{"Did she take anything along?", "She copied the contract into her own mailbox; Copy cannot be logged for delegates, so only the reading shows."},
	},
	play: func(s *stage) {
		s.day(24, 9)
		for _, subject := range []string{"Your salary from next year", "Contract: confidential", "RE: Contract: confidential"} {
			s.receive(activity.Message{From: "samirh@contoso.com", To: []string{"MeganB"}, Subject: subject, Attachments: "contract.pdf (88211b)"})
			s.later(60)
		}
		adele := activity.Activity{User: "adelev", Mailbox: "MeganB", Client: "OWA"}
		for _, before := range []int{20, 17, 13, 6, 3} {
			s.day(before, 19)
			a := adele
			a.Activity = "OpenFolder"
			s.do("Adele opens Megan's inbox.", a)
			s.later(2)
			a.Activity, a.Subject = "ReadItem", []string{"*salary*", "*contract*"}
			s.do("Adele reads Megan's messages about salary and contract.", a)
		}
		s.later(4)
		a := adele
		a.Activity, a.Subject, a.DestinationMailbox, a.Destination = "CopyItem", []string{"Contract: confidential"}, "adelev", `\Archive`
		s.do("Adele copies the contract into her own mailbox.", a)
		s.later(2)
		a.Activity, a.DestinationMailbox, a.Destination = "UpdateItem", "", ""
		s.do("Adele marks the message as unread again, which changes it.", a)
	},
}

var massDeletion = Scenario{
	Name: "mass-deletion", Title: "The shared mailbox is empty",
	Brief: "Messages of customers have gone from the shared mailbox Sales. Isaiah Langer left the company last week. Find out what was deleted, by whom, how, and what can be recovered.",
	Questions: []Question{
		{"Who deleted the messages?", "Isaiah Langer (isaiahl@contoso.com), a delegate with FullAccess to Sales."},
		{"In which ways?", "First to Deleted Items, then soft-deleted from there, and the offers for Fabrikam purged (HardDelete)."},
		{"What can be recovered?", "What was soft-deleted lies in Recoverable Items\\Deletions; what was purged lies in Purges and is kept under a hold only."},
		{"From where did he do it?", "With Outlook on his workstation WS-ISAIAHL, on his last evening."},
	},
	play: func(s *stage) {
		s.day(30, 8)
		for _, customer := range []string{"Fabrikam", "Northwind", "Adatum", "Litware", "Proseware", "Tailspin"} {
			for _, kind := range []string{"Order from ", "Offer for ", "Complaint of ", "Visit at "} {
				s.receive(activity.Message{From: "orders@example.com", To: []string{"sales"}, Subject: kind + customer})
				s.later(15)
			}
		}
		isaiah := activity.Activity{User: "isaiahl", Mailbox: "sales", Client: "Outlook"}
		s.day(7, 18)
		step := func(what, kind, folder string, subjects ...string) {
			a := isaiah
			a.Activity, a.Folder, a.Subject = kind, folder, subjects
			s.do(what, a)
			s.later(3)
		}
		step("Isaiah deletes the orders.", "DeleteItem", `\Inbox`, "Order from *")
		step("Isaiah deletes the complaints.", "DeleteItem", `\Inbox`, "Complaint of *")
		step("Isaiah deletes the notes on visits.", "DeleteItem", `\Inbox`, "Visit at *")
		step("Isaiah empties Deleted Items.", "SoftDelete", `\Deleted Items`, "Order from *", "Complaint of *", "Visit at *")
		step("Isaiah purges the offers with Shift+Delete.", "HardDelete", `\Inbox`, "Offer for *")
	},
}

var auditBypass = Scenario{
	Name: "audit-bypass", Title: "The log that says nothing",
	Brief: "Messages are missing from the mailbox Finance, but its audit log shows no deletion. Find out why, and who is behind it.",
	Questions: []Question{
		{"Why does the audit log of Finance show no deletion?", "The account donh@contoso.com had an audit bypass association while it acted."},
		{"Who set it, and when was it taken back?", "The account test1@contoso.com, a member of Recipient Management: set in the evening, taken back within an hour."},
		{"Where is that to be seen?", "In the admin audit log and the unified log: Set-MailboxAuditBypassAssociation with AuditBypassEnabled True, then False."},
		{"What was done in between?", "Don Hall, a delegate of Finance, purged invoices; that is known from the missing messages alone."},
	},
	play: func(s *stage) {
		s.day(15, 10)
		for _, number := range []string{"3301", "3302", "3303", "3304", "3305"} {
			s.receive(activity.Message{From: "billing@northwindtraders.com", To: []string{"finance"}, Subject: "Invoice " + number, Attachments: "invoice-" + number + ".pdf (70112b)"})
			s.later(90)
		}
		bypass := func(what, value string, on bool) {
			s.setMailbox(what, "test1@contoso.com", "10.5.11.20", "Set-MailboxAuditBypassAssociation", "donh@contoso.com",
				[]tenant.Parameter{{Name: "AuditBypassEnabled", Value: value}}, func(m *tenant.Mailbox) { m.AuditBypassEnabled = on })
		}
		s.day(4, 20)
		bypass("Test User 1 takes Don Hall's account out of auditing.", "True", true)
		// The play goes on with the account as it is stored now.
		s.later(6)
		s.do("Don purges the invoices of Northwind from Finance.", activity.Activity{Activity: "HardDelete", User: "donh", Mailbox: "finance", Subject: []string{"Invoice 330*"}})
		s.later(6)
		bypass("Test User 1 puts Don Hall's account back under auditing.", "False", false)
	},
}
