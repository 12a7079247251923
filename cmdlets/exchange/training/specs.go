// Package training holds the cmdlets that Exchange does not have: they let users
// of the organization do something, and explain what auditing makes of it.
package training

import "exolab/cmdlets"

// module is the module to which the cmdlets belong.
const module = "Exolab"

// Specs lists the cmdlets.
func Specs() []cmdlets.Spec {
	return []cmdlets.Spec{
		{
			Name: "Invoke-ExolabActivity", Module: module, SupportsShouldProcess: true, OutputTypes: []string{typeActivity},
			Synopsis: "Lets a user do something in a mailbox: read, delete, send, make a rule. Permissions are checked, items and rules change, and the audit policy decides what is logged.",
			Examples: []cmdlets.Example{
				{Code: "(Invoke-ExolabActivity HardDelete -User pilarp -Subject 'Invoice 2041').Logged", Output: "True",
					Remarks: "Pilar purges a message of her own; the default policy logs it."},
				{Code: "Invoke-ExolabActivity DeleteItem -User leeg -Mailbox sales -Count 3 -Client OWA | Select-Object LogonType, Operation, Logged | Format-List",
					Output:  "LogonType : Delegate\nOperation : MoveToDeletedItems\nLogged    : True",
					Remarks: "A delegate with FullAccess deletes the three newest messages of the shared mailbox in Outlook on the web."},
				{Code: "(Invoke-ExolabActivity OpenFolder -User leeg -Mailbox sales).Reason",
					Output:  "AuditDelegate of the mailbox does not contain FolderBind; the list is the service's default (DefaultAuditSet has Delegate) since March 2020, when MailItemsAccessed and Send joined the defaults.",
					Remarks: "What is not logged comes with the reason."},
				{Code: "(Invoke-ExolabActivity SendAs -User pilarp -Mailbox sales -To rita.moreau@fabrikam.com -Subject 'New bank account').Operation", Output: "SendAs",
					Remarks: "Pilar has the SendAs permission on the shared mailbox; LeeG, who has FullAccess only, would be refused."},
				{Code: "(Invoke-ExolabActivity NewInboxRule -User donh -Rule '.' -RuleSettings @{SubjectContainsWords = 'invoice'; ForwardTo = 'x@example.com'; DeleteMessage = $true} -Client OWA -ClientIPAddress 203.0.113.77).Operation",
					Output:  "UpdateInboxRules",
					Remarks: "An inbox rule made in the browser, from another address than usual."},
				{Code: "(Invoke-ExolabActivity SetFolderPermission -User pilarp -Folder Calendar -Delegate donh -AccessRights Editor).Logged", Output: "True"},
				{Code: "(Invoke-ExolabActivity Search -User zoel -Mailbox sales -Client eDiscovery -Query Invoice | Select-Object -First 1).LogonType", Output: "Admin",
					Remarks: "A search of eDiscovery is one of the few ways in that count as an administrator's."},
			},
			New: func() any { return &InvokeActivity{} },
		},
		{
			Name: "Test-ExolabAudit", Module: module, OutputTypes: []string{typeVerdict},
			Synopsis: "Says whether an operation in a mailbox would be logged, and why: which setting decides, whether it is the default, and since when.",
			Examples: []cmdlets.Example{
				{Code: "(Test-ExolabAudit sales -LogonType Delegate -Operation SendAs).Logged", Output: "True"},
				{Code: "Set-Mailbox sales -AuditDelegate SendAs; (Test-ExolabAudit sales -LogonType Delegate -Operation HardDelete).ChangedBy",
					Output: "admin@contoso.onmicrosoft.com", Remarks: "Reason and Since say more."},
				{Code: "(Test-ExolabAudit sales -Operation HardDelete).LogonType -join ' '", Output: "Admin Delegate Owner",
					Remarks: "Without -LogonType the answer is given for all three."},
				{Code: "(Test-ExolabAudit sales -User leeg -Operation FolderBind).LogonType", Output: "Delegate",
					Remarks: "With -User it is given for that user, whose audit bypass counts."},
			},
			New: func() any { return &TestAudit{} },
		},
	}
}
