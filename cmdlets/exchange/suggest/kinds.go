package suggest

import "strings"

// kind is what the value of a parameter names.
type kind uint8

const (
	nothing kind = iota
	mailboxes
	recipients
	groups
	folders
	objects
	operations
	cmdletNames
)

// parameterKinds are the parameters that mean the same in every cmdlet.
var parameterKinds = map[string]kind{
	"mailbox": mailboxes, "mailboxes": mailboxes, "mailboxids": mailboxes, "sourcemailbox": mailboxes, "targetmailbox": mailboxes,
	"user": recipients, "userids": recipients, "trustee": recipients, "member": recipients, "members": recipients, "owner": recipients,
	"managedby": recipients, "moderatedby": recipients, "grantsendonbehalfto": recipients, "forwardingaddress": recipients,
	"acceptmessagesonlyfrom": recipients, "rejectmessagesfrom": recipients, "delegate": recipients, "recipient": recipients,
	"senderaddress": recipients, "recipientaddress": recipients, "primarysmtpaddress": recipients, "userprincipalname": recipients,
	"operations": operations, "cmdlets": cmdletNames,
}

// parameterValues are the values of parameters whose type the catalogue has
// without its names.
var parameterValues = map[string]string{
	"recipienttypedetails": "UserMailbox SharedMailbox RoomMailbox EquipmentMailbox DiscoveryMailbox SchedulingMailbox GroupMailbox MailContact MailUser " +
		"MailUniversalDistributionGroup MailUniversalSecurityGroup DynamicDistributionGroup",
	"logontypes":     "Admin Delegate External Owner",
	"resultsize":     "Unlimited",
	"sessioncommand": "ReturnLargeSet ReturnNextPreviewPage",
	"auditowner":     "None " + actions, "auditdelegate": "None " + actions, "auditadmin": "None " + actions,
}

const actions = "ApplyRecord Copy Create FolderBind HardDelete MailboxLogin MailItemsAccessed Move MoveToDeletedItems SendAs SendOnBehalf SoftDelete Update"

// wellKnownFolders are those that every mailbox has.
var wellKnownFolders = strings.Fields("Archive Calendar Contacts Drafts Inbox Journal Notes Outbox Tasks") // those of one word

// unifiedOperations are operations of the unified audit log that are no
// mailbox actions.
var unifiedOperations = strings.Fields("Set-Mailbox New-InboxRule Set-InboxRule Add-MailboxPermission UserLoggedIn UserLoginFailed FileAccessed FileDownloaded FileDeleted")

// kindOf says what a parameter of the cmdlets of a noun names.
func kindOf(noun, parameter string) kind {
	if k := parameterKinds[strings.ToLower(parameter)]; k != nothing {
		return k
	}
	if parameter != "Identity" {
		return nothing
	}
	switch noun = strings.TrimPrefix(noun, "EXO"); {
	case strings.HasPrefix(noun, "MailboxFolderPermission"):
		return folders
	case strings.Contains(noun, "Group"):
		return groups
	case noun == "MailboxPlan" || noun == "MailboxDatabase" || noun == "MailboxSearch":
		return objects
	case strings.Contains(noun, "Mailbox") || noun == "CalendarProcessing" || noun == "ClientAccessSettings":
		return mailboxes
	case strings.HasPrefix(noun, "Recipient") || noun == "User" || noun == "MailUser" || noun == "MailContact" || noun == "Contact":
		return recipients
	}
	return objects
}
