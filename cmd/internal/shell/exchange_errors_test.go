package shell

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// exchangeErrors are commands that fail and, with the position left out, what
// they say.
var exchangeErrors = []struct{ name, code, message string }{
	{"object not found", "Get-Mailbox nobody", "The operation couldn't be performed because object 'nobody' couldn't be found on 'CY4PR15A005DC12.NAMPR15A005.PROD.OUTLOOK.COM'."},
	{"set: object not found", "Set-Mailbox nobody -AuditEnabled $true", "The operation couldn't be performed because object 'nobody' couldn't be found on"},
	{"named parameter", "Set-Mailbox sales -NoSuchThing 1", "A parameter cannot be found that matches parameter name 'NoSuchThing'."},
	{"positional parameter", "Get-Mailbox sales finance", "A positional parameter cannot be found that accepts argument 'finance'."},
	{"ambiguous set", "Search-MailboxAuditLog -Mailboxes sales -ShowDetails", "Parameter set cannot be resolved using the specified named parameters."},
	{"unknown logon type", "Search-MailboxAuditLog sales -LogonTypes external", "Cannot process argument transformation on parameter 'LogonTypes'. Cannot convert value \"external\" to type " +
		"\"Microsoft.Exchange.Data.MultiValuedProperty`1[Microsoft.Exchange.Data.Directory.AuditScopes]\". Error: \"Failed to convert external from System.String to " +
		"Microsoft.Exchange.Data.Directory.AuditScopes."},
	{"unknown action", "Set-Mailbox sales -AuditOwner Nonsense", "The possible enumeration values are 'None, Update, Copy, Move,"},
	{"Boolean", "Set-Mailbox sales -AuditEnabled maybe", "Cannot process argument transformation on parameter 'AuditEnabled'."},
	{"number", "Search-MailboxAuditLog sales -ResultSize abc", "Cannot process argument transformation on parameter 'ResultSize'."},
	{"date", "Search-MailboxAuditLog sales -StartDate notadate", "Cannot process argument transformation on parameter 'StartDate'. Cannot convert value \"notadate\" to type \"System.DateTime\"."},
	{"unsupported action", "Set-Mailbox sales -AuditDelegate Send", "Invalid audit operation specified. Supported audit operations for Delegate are None, Create, FolderBind, SendAs, SendOnBehalf, " +
		"SoftDelete, HardDelete, Update, Move, MoveToDeletedItems and UpdateFolderPermissions."},
	{"deprecated action", "Set-Mailbox sales -AuditAdmin MessageBind", "MessageBind audit operation type is deprecated. Use MailItemsAccessed audit operation type instead."},
	{"nothing changed", "Set-Mailbox sales -AuditEnabled $true", "WARNING: The command completed successfully but no settings of 'Sales' have been modified."},
	{"unified: too old", "Search-UnifiedAuditLog -StartDate 1/1/2001 -EndDate 1/2/2001", "Audit log search argument startDate should be after "},
	{"unified: range", "Search-UnifiedAuditLog -StartDate (Get-Date) -EndDate (Get-Date).AddDays(-1)", "Audit log search argument endDate should be after startDate."},
	{"unified: result size", "Search-UnifiedAuditLog -StartDate (Get-Date).AddDays(-1) -EndDate (Get-Date) -ResultSize 5001", "Cannot validate argument on parameter 'ResultSize'. The 5001 argument is greater than " +
		"the maximum allowed range of 5000. Supply an argument that is less than or equal to 5000 and then try the command again."},
	{"mailbox log: result size", "Search-MailboxAuditLog sales -ResultSize 250001", "Cannot validate argument on parameter 'ResultSize'. The 250001 argument is greater than the maximum allowed range of 250000. " +
		"Supply an argument that is less than or equal to 250000 and then try the command again."},
	{"mailbox log: range", "Search-MailboxAuditLog sales -ShowDetails -StartDate 2/1/2026 -EndDate 1/1/2026", "The start date 2/1/2026 12:00:00 AM is later than the end date 1/1/2026 12:00:00 AM."},
	{"permission present", "Add-MailboxPermission sales -User leeg -AccessRights FullAccess | Out-Null", "WARNING: The appropriate access control entry is already present on the object \"CN=Sales,"},
	{"permission missing", "Remove-MailboxPermission sales -User donh -AccessRights FullAccess -Confirm:$false", "WARNING: Can't remove the access control entry on the object \"CN=Sales,"},
	{"folder permission exists", `Add-MailboxFolderPermission test1:\Calendar -User Default -AccessRights Reviewer`, "An existing permission entry was found for user: Default."},
	{"folder permission missing", `Remove-MailboxFolderPermission test1:\Calendar -User donh -Confirm:$false`, "There is no existing permission entry found for user: Don Hall."},
	{"folder permission: who", `Add-MailboxFolderPermission test1:\Inbox -User nobody@fabrikam.com -AccessRights Reviewer`, "The user \"nobody@fabrikam.com\" is either not valid SMTP address, or there is no matching information."},
	{"more results", "Get-Mailbox -ResultSize 1 | Out-Null", "WARNING: There are more results available than are currently displayed. To view them, increase the value for the ResultSize parameter."},
	{"foreign domain", "Set-Mailbox sales -EmailAddresses @{Add='sales@fabrikam.com'}", "You can't use the domain because it's not an accepted domain for your organization."},
	{"address taken", "Set-Mailbox sales -EmailAddresses @{Add='test1@contoso.com'}", "The proxy address \"SMTP:test1@contoso.com\" is already being used by the proxy addresses or LegacyExchangeDN of \"CN=Test User 1,"},
	{"name taken", "New-DistributionGroup -Name 'Sales Team'", "The name \"Sales Team\" is already being used. Please try another name."},
	{"confirmation", "Remove-MailContact northwindorders", "PowerShell is in NonInteractive mode. Read and Prompt functionality is not available."},
	{"what if", "Set-Mailbox sales -AuditEnabled $false -WhatIf", "What if: Setting mailbox Identity:\"Sales\"."},
	{"session denied", "New-PSSession -ComputerName server9", "[server9] Connecting to remote server server9 failed with the following error message : "},
	{"imported verbs", "Import-PSSession (New-PSSession -ConnectionUri https://outlook.office365.com/powershell-liveid/) | Out-Null", "include unapproved verbs that might make them less discoverable."},
	{"filter", "Get-Mailbox -Filter 'Name -eq'", "Invalid filter syntax. For a description of the filter parameter syntax see the command help."},
	{"filter property", "Get-Mailbox -Filter \"Nonsense -eq 'x'\"", "\"nonsense\" is not a recognized filterable property."},
	{"empty identity", "Get-Mailbox ''", "Parameter values of type Microsoft.Exchange.Configuration.Tasks.MailboxIdParameter can't be empty. Specify a value, and try again."},
	{"several identities", "Get-Mailbox sales,finance", "Cannot convert the \"System.Collections.ArrayList\" value of type \"System.Collections.ArrayList\" to type"},
	{"identity with a bracket", "Get-Mailbox '[a'", "The operation couldn't be performed because object '[a' couldn't be found on"},
	{"identity with a quote", `Get-Mailbox "O'Brien"`, "object 'O'Brien' couldn't be found"},
	{"empty name", "New-DistributionGroup -Name ''", "Cannot bind argument to parameter 'Name' because it is an empty string."},
	{"no addresses", "Set-Mailbox sales -EmailAddresses @()", "have to contain a primary SMTP address."},
	{"address without a domain", "Set-Mailbox sales -PrimarySmtpAddress 'not an address'", "The email address \"not an address\" isn't correct."},
	{"no display name", "Set-Mailbox sales -DisplayName ''", "DisplayName is mandatory on SharedMailbox."},
	{"kind: group for contact", "Remove-MailContact salesteam -Confirm:$false", "object 'salesteam' couldn't be found"},
	{"kind: Microsoft 365 group for distribution group", "Set-DistributionGroup productlaunch -DisplayName x", "object 'productlaunch' couldn't be found"},
	{"unknown kind of recipient", "Get-Recipient -RecipientTypeDetails Nonsense", "The possible enumeration values are 'ArbitrationMailbox, AuditLogMailbox,"},
	{"unknown record type", "Search-UnifiedAuditLog -StartDate (Get-Date).AddDays(-1) -EndDate (Get-Date) -RecordType Nonsense", "Cannot process argument transformation on parameter 'RecordType'."},
	{"sort property", "Get-Mailbox -SortBy Nonsense", "\"Nonsense\" is not a recognized sortable property."},
	{"REST property", "Get-EXOMailbox -Properties Nonsense", "Could not find a property named 'Nonsense' on type 'Exchange.Mailbox'."},
	{"admin log: result size", "Search-AdminAuditLog -ResultSize 250001", "The 250001 argument is greater than the maximum allowed range of 250000."},
	{"trace: too old", "Get-MessageTrace -StartDate (Get-Date).AddDays(-30) -EndDate (Get-Date)", "Invalid StartDate value. The StartDate can't be older than 10 days from today."},
	{"trace: too long", "Get-MessageTraceV2 -StartDate (Get-Date).AddDays(-30) -EndDate (Get-Date)", "The interval between StartDate and EndDate can't be longer than 10 days."},
	{"quotas", "Set-Mailbox sales -IssueWarningQuota 200GB", "The value of property 'ProhibitSendQuota' must be greater than or equal to that of property 'IssueWarningQuota'. ProhibitSendQuota: '99 GB (106,300,440,576 bytes)'"},
	{"alias", "Set-Mailbox sales -Alias 'a b'", "Property expression \"a b\" isn't valid. Valid values are: Strings formed with characters from A to Z"},
	{"name of another", "Set-Mailbox sales -Name 'Test User 1'", "The object 'CN=Test User 1,OU=contoso.onmicrosoft.com,"},
	{"account of another", "Set-Mailbox sales -UserPrincipalName test1@contoso.com", "The value \"test1@contoso.com\" of property \"UserPrincipalName\" is used by another recipient object."},
	{"unknown policy", "Set-Mailbox sales -RetentionPolicy Nonsense", "Couldn't find object \"Nonsense\"."},
	{"unknown moderator", "Set-Mailbox sales -ModeratedBy Nonsense", "Couldn't find object \"Nonsense\"."},
	{"unknown role", "New-RoleGroup x -Roles Nonsense", "Couldn't find object \"Nonsense\"."},
	{"unknown recipient of a rule", "New-InboxRule x -Mailbox test1 -ForwardTo Nonsense", "Couldn't find object \"Nonsense\"."},
	{"new: foreign domain", "New-Mailbox -Shared -Name x -PrimarySmtpAddress x@fabrikam.com", "You can't use the domain because it's not an accepted domain for your organization."},
	{"new: address taken", "New-DistributionGroup -Name x -PrimarySmtpAddress sales@contoso.com", "The proxy address \"SMTP:sales@contoso.com\" is already being used"},
	{"new: no address", "New-MailContact -Name x -ExternalEmailAddress nonsense", "\"nonsense\" isn't a valid SMTP address."},
	{"nothing changed in the organization", "Set-OrganizationConfig -AuditDisabled $false", "WARNING: The command completed successfully but no settings of"},
	{"unit", "Get-Mailbox -OrganizationalUnit Nonsense", "The organizational unit \"Nonsense\" couldn't be found."},
	{"parameter that is not emulated", "Get-MailboxFolderStatistics sales -DiagnosticInfo x", "exolab does not emulate the parameter 'DiagnosticInfo' of Get-MailboxFolderStatistics."},
	{"negative age", "Set-Mailbox sales -AuditLogAgeLimit -5", "The value must be between 00:00:00 and 24855.03:14:07."},
	{"folder that is not there", `Get-MailboxFolderPermission sales:\Nonsense`, `because 'sales:\Nonsense' couldn't be found.`},
	{"unknown name of an enumeration", "Set-RemoteDomain Default -AllowedOOFType Nonsense", "due to enumeration values that are not valid."},
	{"not emulated", "Enable-ExchangeCertificate -Thumbprint x -Services IIS", "exolab knows the cmdlet Enable-ExchangeCertificate but does not emulate it."},
	{"not emulated: parameter", "Get-ExchangeCertificate -Nonsense", "A parameter cannot be found that matches parameter name 'Nonsense'."},
}

var errorFrame = regexp.MustCompile(`\s*\n(?:\s+\|)?\s*`)

// Every error of the emulated cmdlets can be provoked and reads as Exchange
// writes it.
func TestExchangeErrors(t *testing.T) {
	for _, c := range exchangeErrors {
		t.Run(c.name, func(t *testing.T) {
			said := errorFrame.ReplaceAllString(runText(t, c.code), " ")
			require.Contains(t, said, strings.TrimSpace(c.message))
		})
	}
}

// Identities are taken in every documented form.
func TestFormsOfIdentity(t *testing.T) {
	const forms = `$m = Get-Mailbox sales
foreach ($id in $m.Name, $m.Alias, $m.PrimarySmtpAddress, $m.UserPrincipalName, $m.DistinguishedName, $m.Guid, $m.ExchangeGuid, $m.LegacyExchangeDN, $m.SamAccountName,
	$m.ExternalDirectoryObjectId, 'contoso\sales', 'contoso.com/Users/Sales', 'Sal*', $m) { (Get-Mailbox -Identity $id).Name }
(Get-MailboxStatistics 'contoso\sales').DisplayName; (Get-Recipient 'contoso.com/Users/Sales').Name; ('sales' | Get-EXOMailbox).Name`
	require.Equal(t, strings.TrimSpace(strings.Repeat("Sales\n", 17)), runText(t, forms))
}

// The REST cmdlets show the minimum of their own kind of object besides what is asked for.
func TestPropertySets(t *testing.T) {
	const names = `(%s).psobject.Properties.Name | Join-String -Separator ' '`
	for command, want := range map[string]string{
		"Get-EXOMailboxStatistics -Identity sales": "DeletedItemCount DisplayName ItemCount MailboxGuid TotalDeletedItemSize TotalItemSize",
		"Get-EXOMailbox sales -Properties AuditEnabled": "ExternalDirectoryObjectId UserPrincipalName Alias DisplayName EmailAddresses PrimarySmtpAddress RecipientType " +
			"RecipientTypeDetails Identity Id ExchangeVersion Name DistinguishedName OrganizationId Guid AuditEnabled",
		"Get-EXOMailboxStatistics -Identity sales -Properties LastLogonTime": "DeletedItemCount DisplayName ItemCount MailboxGuid TotalDeletedItemSize TotalItemSize LastLogonTime",
		"Get-EXORecipient -Identity sales -Properties CustomAttribute1": "Alias DisplayName EmailAddresses ExchangeVersion ExternalDirectoryObjectId Identity Name OrganizationId " +
			"PrimarySmtpAddress RecipientType RecipientTypeDetails CustomAttribute1",
	} {
		require.Equal(t, want, runText(t, strings.Replace(names, "%s", command, 1)))
	}
}

// A search that finds nothing says nothing.
func TestSearchWithoutResultIsSilent(t *testing.T) {
	require.Empty(t, runText(t, "Search-MailboxAuditLog sales -ShowDetails -StartDate 1/1/2001 -EndDate 1/2/2001"))
}
