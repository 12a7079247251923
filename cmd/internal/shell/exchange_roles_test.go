package shell

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestSessionsHaveWhatTheirRolesGive connects as users with different roles: what
// no role gives is not there, neither cmdlet nor parameter, and users see their own
// mailbox alone.
func TestSessionsHaveWhatTheirRolesGive(t *testing.T) {
	as := func(user string) string {
		return "Connect-ExchangeOnline -UserPrincipalName " + user + " -ShowBanner:$false\n"
	}
	const window = " -StartDate (Get-Date).AddDays(-5) -EndDate (Get-Date)"
	for _, c := range []struct{ name, code, output string }{
		{"an administrator of the organization has all", as("admin@contoso.onmicrosoft.com") + "[bool](Get-Command Set-AdminAuditLogConfig, New-MailboxExportRequest)", "True"},
		{"a recipient administrator: cmdlets", as("test1@contoso.com") + "(Get-Mailbox sales).Name; Search-UnifiedAuditLog" + window, "Sales\nThe term 'Search-UnifiedAuditLog' is not recognized"},
		{"a recipient administrator: parameters", as("test1@contoso.com") + "Set-Mailbox sales -LitigationHoldEnabled $true", "A parameter cannot be found that matches parameter name 'LitigationHoldEnabled'."},
		{"a records manager: searches", as("zoel@contoso.com") + "@(Search-UnifiedAuditLog" + window + " -ResultSize 1).Count; (Set-Mailbox sales -AuditLogAgeLimit 30); (Get-Mailbox sales).AuditLogAgeLimit", "1\n30.00:00:00"},
		{"a records manager: no other settings", as("zoel@contoso.com") + "Set-Mailbox sales -DisplayName X", "A parameter cannot be found that matches parameter name 'DisplayName'."},
		{"view-only searches", "Add-RoleGroupMember 'View-Only Organization Management' -Member donh\nNew-ManagementRoleAssignment -Role 'View-Only Audit Logs' -User donh | Out-Null\n" + as("donh@contoso.com") +
			"@(Search-UnifiedAuditLog" + window + " -ResultSize 1).Count; Set-AdminAuditLogConfig -LogLevel Verbose", "1\nThe term 'Set-AdminAuditLogConfig' is not recognized"},
		{"users see their own mailbox", as("lidiah@contoso.com") + "(Get-Mailbox).Name -join ','; Get-Mailbox sales", "Lidia Holloway\nThe operation couldn't be performed because object 'sales' couldn't be found"},
		{"users: their rules", as("lidiah@contoso.com") + "(New-InboxRule A -ForwardTo donh@contoso.com).Name; Get-InboxRule -Mailbox adelev", "A\nThe operation couldn't be performed because object 'adelev' couldn't be found"},
		{"users: own settings", as("lidiah@contoso.com") + "Set-Mailbox lidiah -ForwardingSmtpAddress a@fabrikam.com; (Get-Mailbox).ForwardingSmtpAddress; Set-Mailbox lidiah -EmailAddresses a@contoso.com",
			"smtp:a@fabrikam.com\nA parameter cannot be found that matches parameter name 'EmailAddresses'."},
		{"users: the REST cmdlets", as("lidiah@contoso.com") + "Get-EXOMailboxPermission -Identity lidiah", "The user lidiah@contoso.com has no role that lets Get-MailboxPermission run."},
		{"a role that was narrowed", "New-ManagementRole Helpers -Parent 'Mail Recipients' | Out-Null; Set-ManagementRoleEntry 'Helpers\\Set-Mailbox' -Parameters CustomAttribute1\n" +
			"Remove-ManagementRoleEntry 'Helpers\\Get-User' -Confirm:$false; New-ManagementRoleAssignment -Role Helpers -User donh | Out-Null\n" + as("donh@contoso.com") +
			"Set-Mailbox sales -CustomAttribute1 x; (Get-Mailbox sales).CustomAttribute1; Set-Mailbox sales -CustomAttribute2 x", "x\nA parameter cannot be found that matches parameter name 'CustomAttribute2'."},
		{"a role that a policy does not assign", "New-RoleAssignmentPolicy Sample -Roles MyContactInformation | Out-Null; Set-Mailbox lidiah -RoleAssignmentPolicy Sample\n" + as("lidiah@contoso.com") +
			"Set-User lidiah -Phone 1; Get-InboxRule", "The term 'Get-InboxRule' is not recognized"},
		{"what was asked for alone", "Connect-ExchangeOnline -CommandName Get-Mailbox, Set-*\n[bool](Get-Command Set-Mailbox); Get-Recipient sales", "True\nThe term 'Get-Recipient' is not recognized"},
		{"after the connection", as("lidiah@contoso.com") + "Disconnect-ExchangeOnline -Confirm:$false\n(Get-Recipient sales).Name", "Sales"},
	} {
		t.Run(c.name, func(t *testing.T) {
			out := strings.ReplaceAll(strings.Join(strings.Fields(runText(t, c.code)), " "), " | ", " ")
			for line := range strings.SplitSeq(c.output, "\n") {
				require.Contains(t, out, line)
			}
		})
	}
}

// TestRolesAreFound asks which roles give a cmdlet and who has them, as the
// documentation of permissions does.
func TestRolesAreFound(t *testing.T) {
	for _, c := range []struct{ name, code, output string }{
		{"by cmdlet", "(Get-ManagementRole -Cmdlet Search-UnifiedAuditLog).Name -join ','", "Audit Logs,View-Only Audit Logs"},
		{"by cmdlet and parameter", "(Get-ManagementRole -Cmdlet Set-Mailbox -CmdletParameters LitigationHoldEnabled).Name", "Legal Hold"},
		{"who has it", "Get-ManagementRole -Cmdlet New-MailboxAuditLogSearch | ForEach-Object { Get-ManagementRoleAssignment -Role $_.Name -Delegating $false } | ForEach-Object RoleAssigneeName",
			"Compliance Management\nOrganization Management\nRecords Management"},
		{"effective users", "(Get-ManagementRoleAssignment -Role 'Mailbox Search' -GetEffectiveUsers).EffectiveUserName", "Zoë Lindqvist"},
		{"entries", `(Get-ManagementRoleEntry 'Audit Logs\Set-Mailbox').Parameters -contains 'AuditEnabled'; (Get-ManagementRoleEntry 'Audit Logs\Set-Mailbox').Parameters -contains 'Alias'`, "True\nFalse"},
		{"children", "New-ManagementRole A -Parent Journaling | Out-Null; New-ManagementRole B -Parent A | Out-Null\n(Get-ManagementRole Journaling -GetChildren).Name; (Get-ManagementRole Journaling -Recurse).Name -join ','", "A\nA,B,Journaling"},
		{"a policy's", "@(Get-ManagementRoleAssignment -RoleAssignee 'Default Role Assignment Policy').Role -contains 'MyBaseOptions'", "True"},
		{"who may change a mailbox", "New-ManagementScope Finance -RecipientRestrictionFilter \"Alias -eq 'finance'\" | Out-Null; New-ManagementRoleAssignment -Name S -Role 'Mail Recipients' -User donh -CustomRecipientWriteScope Finance | Out-Null\n" +
			"(Get-ManagementRoleAssignment -WritableRecipient finance).Name -contains 'S'; (Get-ManagementRoleAssignment -WritableRecipient sales).Name -contains 'S'", "True\nFalse"},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, c.output, strings.ReplaceAll(strings.TrimSpace(runText(t, c.code)), "\r", ""))
		})
	}
}
