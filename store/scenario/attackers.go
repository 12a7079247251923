package scenario

import (
	"exolab/store/activity"
	"exolab/store/tenant"
)

var sendAsFraud = Scenario{
	Name: "sendas-fraud", Title: "We never wrote that",
	Brief: "Fabrikam has paid an invoice to an unknown account. The message with the new bank account came from sales@contoso.onmicrosoft.com. Find out who sent it.",
	Questions: []Question{
		{"Which account sent the message?", "pilarp@contoso.com, by her SendAs permission on Sales."},
		{"What speaks for a stolen account?", "The record's client is OWA and its address none of those from which Pilar works; her other doings of that day come from Outlook in the office."},
		{"What was done to hide it?", "The sent message and the answer were purged (HardDelete) from Pilar's mailbox and from Sales."},
		{"What was the subject?", "Change of our bank account."},
	},
	play: func(s *stage) {
		ip := s.foreignAddress()
		pilar := activity.Activity{User: "pilarp", Client: "OWA", ClientIP: ip}
		s.day(11, 4)
		a := pilar
		a.Activity = "SyncFolder"
		s.do("The attacker reads Pilar's inbox as a whole.", a)
		s.later(10)
		a = pilar
		a.Activity, a.Mailbox, a.To, a.Subject, a.Body = "SendAs", "sales", []string{"rita.moreau@fabrikam.com"}, []string{"Change of our bank account"}, "Please pay invoice 2041 to our new account."
		s.do("The attacker writes to Fabrikam as Sales.", a)
		s.later(2)
		a = pilar
		a.Activity, a.Folder, a.Subject = "HardDelete", `\Sent Items`, []string{"Change of our bank account"}
		s.do("The attacker purges the sent message.", a)
		s.day(10, 3)
		s.receive(activity.Message{From: "rita.moreau@fabrikam.com", To: []string{"sales"}, Subject: "RE: Change of our bank account"})
		s.later(20)
		a = pilar
		a.Activity, a.Mailbox, a.Subject = "ReadItem", "sales", []string{"RE: Change of our bank account"}
		s.do("The attacker reads Fabrikam's answer in Sales.", a)
		s.later(2)
		a.Activity = "HardDelete"
		s.do("The attacker purges Fabrikam's answer.", a)
	},
}

var forwardingRule = Scenario{
	Name: "forwarding-rule", Title: "Copies of invoices",
	Brief: "A supplier's invoices reach somebody outside. Łukasz Zieliński swears that he forwards nothing. Find the way by which they leave.",
	Questions: []Question{
		{"By what way do messages leave?", "An inbox rule of Łukasz named \"..\" that forwards messages with invoice or payment in the subject and moves them to Archive."},
		{"Where do they go?", "To lukasz.zielinski@contoso-mail.example, an address outside."},
		{"Who made the rule and from where?", "Łukasz's own account, in Outlook on the web, from a foreign address."},
		{"Which messages have left?", "Those that the message trace shows for that recipient."},
	},
	play: func(s *stage) {
		s.day(19, 2)
		s.do("The attacker makes a rule that forwards invoices.", activity.Activity{Activity: "NewInboxRule", User: "lukaszz", Client: "OWA", ClientIP: s.foreignAddress(), Rule: "..",
			RuleSettings: tenant.BagOf("SubjectContainsWords", []any{"invoice", "payment"}, "ForwardTo", []any{"lukasz.zielinski@contoso-mail.example"},
				"MoveToFolder", `\Archive`, "StopProcessingRules", true)})
		for _, before := range []int{18, 14, 9, 5, 2} {
			s.day(before, 9)
			s.receive(activity.Message{From: "billing@northwindtraders.com", To: []string{"lukaszz"}, Subject: "Invoice of the month", Attachments: "invoice.pdf (60332b)"})
			s.later(100)
			s.receive(activity.Message{From: "gretao@contoso.com", To: []string{"lukaszz"}, Subject: "Shift plan"})
		}
	},
}

var forwardingMailbox = Scenario{
	Name: "forwarding-mailbox", Title: "Everything goes twice",
	Brief: "The competitor answers to what only Ana Duarte was told. She has no inbox rules. Find the leak.",
	Questions: []Question{
		{"How do her messages leave?", "ForwardingSmtpAddress of her mailbox, with DeliverToMailboxAndForward so that she misses nothing."},
		{"Who set it?", "The account admin@contoso.onmicrosoft.com by Set-Mailbox, from a foreign address at night."},
		{"Is it in the audit log of her mailbox?", "No: it is a change by a cmdlet and stands in the admin audit log and the unified log."},
	},
	play: func(s *stage) {
		ip := s.foreignAddress()
		s.day(22, 1)
		s.setMailbox("The attacker lets Ana's mailbox forward everything.", admin, ip, "Set-Mailbox", "anad@contoso.com",
			[]tenant.Parameter{{Name: "ForwardingSmtpAddress", Value: "smtp:archive@mail-backup.example"}, {Name: "DeliverToMailboxAndForward", Value: "True"}},
			func(m *tenant.Mailbox) {
				m.ForwardingSMTPAddress, m.DeliverToMailboxAndForward = "smtp:archive@mail-backup.example", true
			})
		for _, before := range []int{21, 16, 12, 8, 4, 1} {
			s.day(before, 11)
			s.receive(activity.Message{From: "lukaszz@contoso.com", To: []string{"anad"}, Subject: "Price calculation for the tender"})
		}
	},
}

var hiddenRule = Scenario{
	Name: "hidden-rule", Title: "A rule that nobody sees",
	Brief: "Don Hall misses messages from the bank. Get-InboxRule shows no rule. Find out where they go.",
	Questions: []Question{
		{"Why does Get-InboxRule show nothing?", "The rule is hidden; Get-InboxRule -IncludeHidden shows it."},
		{"What does it do?", "It deletes messages from the bank's addresses and forwards them outside."},
		{"How was it made?", "With a MAPI editor, which counts as a logon of an administrator: UpdateInboxRules with LogonType Admin and MFCMAPI.exe as the client."},
	},
	play: func(s *stage) {
		s.day(16, 23)
		s.do("The attacker makes a hidden rule with a MAPI editor.", activity.Activity{Activity: "NewInboxRule", User: "donh", Client: "MAPIEditor", ClientIP: s.foreignAddress(), Rule: "Junk E-mail Rule 2", Hidden: true,
			RuleSettings: tenant.BagOf("FromAddressContainsWords", []any{"@woodgrovebank.com"}, "ForwardTo", []any{"d.hall@freemail.example"}, "DeleteMessage", true)})
		for _, before := range []int{15, 10, 6, 1} {
			s.day(before, 8)
			s.receive(activity.Message{From: "service@woodgrovebank.com", To: []string{"donh"}, Subject: "Please confirm the transfer"})
		}
	},
}

var businessEmailCompromise = Scenario{
	Name: "business-email-compromise", Title: "From a phished password to a paid invoice",
	Brief: "Contoso has paid 48,000 to a wrong account. It began with a message to Łukasz Zieliński in Finance. Write the timeline: how the attacker came in, what was read, what was set, what was sent, and how it was hidden.",
	Questions: []Question{
		{"How did the attacker come in?", "By a phishing message \"Shared document: payroll\" that Łukasz read; then with his password from a foreign address."},
		{"What was read?", "The inboxes of Łukasz and of Finance were synchronized as a whole, single messages about invoices were opened (MailItemsAccessed, Sync and Bind)."},
		{"What was set up?", "An inbox rule named \".\" that moves answers of Northwind to RSS Feeds, and forwarding of Finance to an outside address, done with FullAccess that the attacker's second account got."},
		{"What was sent?", "\"Updated payment details\" to Northwind as Finance (SendAs), and the order to pay to Ana Duarte in Łukasz's name (Send)."},
		{"How was it hidden?", "The sent messages and the phishing message were purged; what was purged shows as HardDelete."},
		{"What does the audit log not show?", "The refused attempt at the mailbox of Zoë Lindqvist: access that was denied is not logged."},
	},
	play: playBusinessEmailCompromise,
}

func playBusinessEmailCompromise(s *stage) {
	ip := s.foreignAddress()
	lukasz := activity.Activity{User: "lukaszz", Client: "OWA", ClientIP: ip}
	with := func(change func(*activity.Activity)) activity.Activity {
		a := lukasz
		change(&a)
		return a
	}
	s.day(13, 9)
	s.receive(activity.Message{From: "it-support@contoso-login.example", To: []string{"lukaszz"}, Subject: "Shared document: payroll"})
	s.receive(activity.Message{From: "billing@northwindtraders.com", To: []string{"finance"}, Subject: "Invoice 4711", Attachments: "invoice-4711.pdf (81221b)"})
	s.later(25)
	s.do("Łukasz reads the phishing message and gives his password away.", activity.Activity{Activity: "ReadItem", User: "lukaszz", Subject: []string{"Shared document*"}})
	s.day(12, 1)
	s.do("The attacker signs in to Łukasz's mailbox by IMAP.", activity.Activity{Activity: "SignIn", User: "lukaszz", Client: "IMAP4", ClientIP: ip})
	s.later(3)
	s.do("The attacker synchronizes Łukasz's inbox.", with(func(a *activity.Activity) { a.Activity = "SyncFolder" }))
	s.later(3)
	s.do("The attacker synchronizes the inbox of Finance, to which Łukasz has FullAccess.", with(func(a *activity.Activity) { a.Activity, a.Mailbox = "SyncFolder", "finance" }))
	s.later(4)
	s.do("The attacker opens the invoice of Northwind.", with(func(a *activity.Activity) {
		a.Activity, a.Mailbox, a.Subject = "ReadItem", "finance", []string{"Invoice 4711"}
	}))
	s.later(3)
	s.refused("The attacker tries the mailbox of Zoë Lindqvist in vain.", with(func(a *activity.Activity) { a.Activity, a.Mailbox = "OpenFolder", "zoel" }))
	s.later(5)
	s.do("The attacker hides answers of Northwind by a rule.", with(func(a *activity.Activity) {
		a.Activity, a.Rule = "NewInboxRule", "."
		a.RuleSettings = tenant.BagOf("FromAddressContainsWords", []any{"northwindtraders.com"}, "MoveToFolder", `\RSS Feeds`, "MarkAsRead", true)
	}))
	playPayment(s, with)
}

// playPayment is the second half of the compromise: fraud, persistence, traces.
func playPayment(s *stage, with func(func(*activity.Activity)) activity.Activity) {
	s.day(11, 2)
	s.do("The attacker writes to Northwind as Finance.", with(func(a *activity.Activity) {
		a.Activity, a.Mailbox, a.To, a.Subject = "SendAs", "finance", []string{"orders@northwindtraders.com"}, []string{"Updated payment details"}
	}))
	s.later(6)
	s.do("The attacker orders the payment from Ana in Łukasz's name.", with(func(a *activity.Activity) {
		a.Activity, a.To, a.Subject, a.Body = "Send", []string{"anad"}, []string{"Urgent: pay invoice 4711 today"}, "New account below. I am in a meeting, do not call."
	}))
	s.later(2)
	s.do("The attacker purges the sent messages.", with(func(a *activity.Activity) {
		a.Activity, a.Folder, a.Subject = "HardDelete", `\Sent Items`, []string{"Updated payment details", "Urgent: pay*"}
	}))
	s.later(2)
	s.do("The attacker purges the phishing message.", with(func(a *activity.Activity) {
		a.Activity, a.Subject = "HardDelete", []string{"Shared document*"}
	}))
	s.day(10, 3)
	ip := with(func(*activity.Activity) {}).ClientIP
	s.grant("The attacker, now with the administrator's password, gives test1 access to Finance.", admin, ip, "finance@contoso.com", "test1@contoso.com")
	s.later(5)
	s.setMailbox("The attacker lets Finance forward everything.", admin, ip, "Set-Mailbox", "finance@contoso.com",
		[]tenant.Parameter{{Name: "ForwardingSmtpAddress", Value: "smtp:finance.contoso@freemail.example"}, {Name: "DeliverToMailboxAndForward", Value: "True"}},
		func(m *tenant.Mailbox) {
			m.ForwardingSMTPAddress, m.DeliverToMailboxAndForward = "smtp:finance.contoso@freemail.example", true
		})
	s.day(9, 3)
	s.do("The attacker reads Finance with the account test1.", activity.Activity{Activity: "ReadItem", User: "test1", Mailbox: "finance", Client: "OWA", ClientIP: ip, Subject: []string{"Invoice*"}})
	s.day(8, 10)
	s.receive(activity.Message{From: "orders@northwindtraders.com", To: []string{"finance", "lukaszz"}, Subject: "RE: Updated payment details"})
}
