package shell

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/cmdlets/exchange"
)

// readingVerbs begin the names of cmdlets that change nothing in the organization.
var readingVerbs = []string{"Get", "Search", "Test", "Connect", "Disconnect", "Import", "Export", "Invoke"}

// unlogged are cmdlets that act on the session only, or whose example has nothing
// to change in the seeded organization.
var unlogged = []string{"Set-ADServerSettings", "Set-ComplianceSearchAction", "Remove-ComplianceSearchAction", "Enable-OrganizationCustomization"}

// TestChangesAreLogged runs the example of every cmdlet that changes something
// and looks for its entry in the admin audit log and its record in the unified log.
func TestChangesAreLogged(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the examples again")
	}
	for _, spec := range exchange.Specs() {
		verb, _, _ := strings.Cut(spec.Name, "-")
		if spec.Module != "ExchangeOnlineManagement" || slices.Contains(readingVerbs, verb) || slices.Contains(unlogged, spec.Name) {
			continue
		}
		if strings.Contains(spec.Examples[0].Code, "-WhatIf") {
			continue // tried only
		}
		code := spec.Examples[0].Code + " | Out-Null\n" + fmt.Sprintf(`
$entry = Search-AdminAuditLog -Cmdlets %[1]s -ResultSize 1 -StartDate (Get-Date).AddMinutes(-5) -EndDate (Get-Date).AddMinutes(5)
$record = Search-UnifiedAuditLog -Operations %[1]s -ResultSize 1 -StartDate (Get-Date).AddMinutes(-5) -EndDate (Get-Date).AddMinutes(5)
"$($entry.CmdletName) $($entry.Succeeded) $($record.Operations)"`, spec.Name)
		t.Run(spec.Name, func(t *testing.T) {
			out := strings.Split(runText(t, code), "\n")
			require.Equal(t, spec.Name+" True "+spec.Name, out[len(out)-1])
		})
	}
}

func TestWhatTheLogsSayOfAChange(t *testing.T) {
	for _, c := range []struct{ name, code, output string }{
		{"parameters", "Set-Mailbox sales -AuditOwner HardDelete,Update -AuditEnabled $true\n$e = Search-AdminAuditLog -Cmdlets Set-Mailbox -ResultSize 1\n" +
			"$e.ObjectModified; ($e.CmdletParameters | ForEach-Object { $_.Name + '=' + $_.Value }) -join ' '",
			"Sales\nIdentity=sales AuditEnabled=True AuditOwner=HardDelete;Update"},
		{"a failure", "Set-Mailbox nobody -AuditEnabled $true 2>$null\n$e = Search-AdminAuditLog -Cmdlets Set-Mailbox -ResultSize 1\n$e.Succeeded; $e.Error -like '*nobody*'", "False\nTrue"},
		{"nothing that was only read", "Get-Mailbox nobody 2>$null\n@(Search-AdminAuditLog -Cmdlets Get-Mailbox).Count", "0"},
		{"nothing that was only tried", "Set-Mailbox sales -AuditLogAgeLimit 30 -WhatIf | Out-Null\n@(Search-AdminAuditLog -Cmdlets Set-Mailbox).Count", "What if: Setting mailbox Identity:\"Sales\".\n0"},
		{"what was modified, if the log is verbose", "Set-AdminAuditLogConfig -LogLevel Verbose\nSet-Mailbox sales -AuditLogAgeLimit 30\n" +
			"((Search-AdminAuditLog -Cmdlets Set-Mailbox -ResultSize 1).ModifiedProperties | Where-Object Name -eq AuditLogAgeLimit | ForEach-Object { $_.OldValue + ' ' + $_.NewValue })",
			"90.00:00:00 30.00:00:00"},
		{"what happens while the unified log is off", "Set-AdminAuditLogConfig -UnifiedAuditLogIngestionEnabled $false\nInvoke-ExolabActivity HardDelete -User donh | Out-Null\nSet-Mailbox donh -AuditLogAgeLimit 30\n" +
			"(Search-UnifiedAuditLog -StartDate (Get-Date).AddMinutes(-1) -EndDate (Get-Date).AddMinutes(1)).Operations\n@(Search-MailboxAuditLog donh -ShowDetails -LogonTypes Owner -StartDate (Get-Date).AddMinutes(-1)).Operation",
			"Set-AdminAuditLogConfig\nHardDelete"},
		{"a rule", "New-InboxRule A -Mailbox donh -DeleteMessage $true | Out-Null; New-InboxRule B -Mailbox donh -DeleteMessage $true | Out-Null\n(Search-AdminAuditLog -Cmdlets New-InboxRule -ResultSize 1).ObjectModified", `Don Hall\B`},
		{"a folder", "Add-MailboxFolderPermission donh:\\Inbox -User pilarp -AccessRights Reviewer | Out-Null\n(Search-AdminAuditLog -Cmdlets Add-MailboxFolderPermission -ResultSize 1).ObjectModified", `Don Hall:\Inbox`},
	} {
		t.Run(c.name, func(t *testing.T) { require.Equal(t, c.output, strings.ReplaceAll(runText(t, c.code), "\r", "")) })
	}
}
