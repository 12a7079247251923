package shell

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/store"
	"exolab/store/tenant"
)

// listedError is an error as testdata/exchange/errors.json describes it; parts in
// braces stand for anything.
type listedError struct {
	ID, Stream, Message, Category, Exception, FQID string
}

// provocation brings an error of the list about.
type provocation struct {
	// code is what is run; input are the answers to its questions.
	code, input string
	// flavour is the kind of organization, "" is the cloud's; profile its audit
	// profile, quirk an oddity that it shows.
	flavour, profile string
	quirk            tenant.Quirk
	// own is the message where the list has none.
	own string
	// prepare changes the organization before.
	prepare func(t *testing.T, w store.Writer)
}

// unseen are the errors of the list that no script sees, with the reason.
var unseen = map[string]string{
	"shape.rest": "the body of an answer of the service's REST interface, which exolab does not open a connection to",
}

const (
	fillPublicFolders = "New-Mailbox -Shared -Name Extra | Out-Null\n"
	scopedHelpDesk    = "New-ManagementScope -Name Helpers -RecipientRestrictionFilter \"Department -eq 'Helpers'\" | Out-Null\n" +
		"New-ManagementRoleAssignment -Role 'Mail Recipients' -User donh -CustomRecipientWriteScope Helpers | Out-Null\nConnect-ExchangeOnline -UserPrincipalName donh@contoso.com -ShowBanner:$false\n"
	sessions = "1..4 | ForEach-Object { New-PSSession -ConfigurationName Microsoft.Exchange -ConnectionUri https://outlook.office365.com/powershell-liveid/ | Out-Null }"
)

var provocations = map[string]provocation{
	"shape.remote":                {code: "Get-Mailbox nobody", flavour: tenant.FlavourOnPrem, own: "[Server="},
	"shape.exoV3":                 {code: "Get-Mailbox nobody", own: "Ex6F9304|Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException|"},
	"objectNotFound":              {code: "Get-Mailbox nobody"},
	"objectAmbiguous":             {code: "New-Mailbox -Shared -Name 'Two Names' -DisplayName Sales -Alias other | Out-Null; Set-Mailbox Sales -AuditEnabled $true; Get-Mailbox -Identity 'Sales' | Set-Mailbox -MaxSendSize 1MB"},
	"mailboxNotExist":             {code: `New-MailboxFolder -Parent nobody:\Inbox -Name Projects`},
	"databaseNotFound":            {code: "Get-Mailbox -Database DB99", flavour: tenant.FlavourOnPrem},
	"genericNotFound":             {code: "Add-DistributionGroupMember salesteam -Member nobody", flavour: tenant.FlavourOnPrem},
	"userNotFoundForMailbox":      {code: "Add-UnifiedGroupLinks productlaunch -LinkType Members -Links nobody"},
	"smtpNoMatch":                 {code: `Add-MailboxFolderPermission test1:\Inbox -User nobody@fabrikam.com -AccessRights Reviewer`},
	"namedParameterNotFound":      {code: "Set-Mailbox sales -NoSuchThing 1"},
	"positionalParameterNotFound": {code: "Get-Mailbox sales finance"},
	"ambiguousSet":                {code: "Search-MailboxAuditLog -Mailboxes sales -ShowDetails"},
	"commandNotFound":             {code: "Get-Malbox", own: "The term 'Get-Malbox' is not recognized as a name of a cmdlet, function, script file, or executable program."},
	"mandatoryPrompt":             {code: "Add-MailboxPermission sales -User leeg", input: "\n", own: "cmdlet Add-MailboxPermission at command pipeline position 1 Supply values for the following parameters: AccessRights[0]:"},
	"enumTransform":               {code: "Search-MailboxAuditLog sales -LogonTypes external"},
	"cannotBind.enum":             {code: "Add-MailboxPermission sales -User leeg -AccessRights FullAccess -InheritanceType Nonsense"},
	"cannotTransform.generic":     {code: "Search-MailboxAuditLog sales -ResultSize abc"},
	"audit.op.unsupported":        {code: "Set-Mailbox sales -AuditDelegate Send"},
	"audit.op.messageBind":        {code: "Set-Mailbox sales -AuditAdmin MessageBind"},
	"audit.op.already":            {code: "Set-Mailbox sales -AuditOwner @{Add='HardDelete'}", profile: tenant.Profile2019},
	"audit.op.noChange":           {code: "Set-Mailbox sales -AuditEnabled $true"},
	"ual.startTooOld":             {code: "Search-UnifiedAuditLog -StartDate 1/1/2001 -EndDate 1/2/2001", flavour: tenant.FlavourOnPrem},
	"ual.startAfterEnd":           {code: "Search-UnifiedAuditLog -StartDate (Get-Date) -EndDate (Get-Date).AddDays(-1)", flavour: tenant.FlavourOnPrem, own: "Audit log search argument endDate should be after startDate."},
	"ual.resultSize":              {code: "Search-UnifiedAuditLog -StartDate (Get-Date).AddDays(-1) -EndDate (Get-Date) -ResultSize 5001"},
	"mbal.resultSize":             {code: "Search-MailboxAuditLog sales -ResultSize 250001"},
	"mbal.access":                 {code: "Set-Mailbox test1 -MailboxRegion EUR; Search-MailboxAuditLog test1 -ShowDetails"},
	"aal.failed":                  {code: "Dismount-Database 'Mailbox Database 1' -Confirm:$false; Search-AdminAuditLog", flavour: tenant.FlavourOnPrem},
	"mbal.ownerNeedsDetails":      {code: "Search-MailboxAuditLog sales -LogonTypes Owner", flavour: tenant.FlavourOnPrem, own: "The Owner logon type can be searched only with the ShowDetails parameter."},
	"mbal.startAfterEnd":          {code: "Search-MailboxAuditLog sales -ShowDetails -StartDate 2/1/2026 -EndDate 1/1/2026", flavour: tenant.FlavourOnPrem, own: "The start date 2/1/2026 12:00:00 AM is later than the end date 1/1/2026 12:00:00 AM."},
	"mbal.empty":                  {code: "Search-MailboxAuditLog sales -ShowDetails -StartDate 1/1/2001 -EndDate 1/2/2001"},
	"perm.alreadyPresent":         {code: "Add-MailboxPermission sales -User leeg -AccessRights FullAccess | Out-Null"},
	"perm.folderExists":           {code: `Add-MailboxFolderPermission test1:\Calendar -User Default -AccessRights Reviewer`},
	"perm.folderMissing":          {code: `Remove-MailboxFolderPermission test1:\Calendar -User donh -Confirm:$false`},
	"perm.removeMissing":          {code: "Remove-MailboxPermission sales -User donh -AccessRights FullAccess -Confirm:$false", own: "WARNING: Can't remove the access control entry on the object"},
	"results.more":                {code: "Get-Mailbox -ResultSize 1 | Out-Null"},
	"results.default1000":         {code: "1..1001 | ForEach-Object { New-MailContact -Name \"Contact $_\" -ExternalEmailAddress \"c$_@fabrikam.com\" } | Out-Null; Get-MailContact | Out-Null"},
	"pf.none":                     {code: "Get-PublicFolder"},
	"object.corrupt":              {code: "Get-Mailbox donh | Out-Null", prepare: loseDatabase},
	"throttle.connections":        {code: sessions, quirk: tenant.QuirkThrottling},
	"throttle.microDelay":         {code: "1..25 | ForEach-Object { Get-AcceptedDomain } | Out-Null", quirk: tenant.QuirkThrottling},
	"domain.notAccepted":          {code: "Set-Mailbox sales -EmailAddresses @{Add='sales@fabrikam.com'}"},
	"rbac.writeScope":             {code: scopedHelpDesk + "Set-Mailbox sales -AuditLogAgeLimit 30"},
	"dup.proxy":                   {code: "Set-Mailbox sales -EmailAddresses @{Add='test1@contoso.com'}"},
	"dup.mailbox":                 {code: "New-Mailbox -Shared -Name Sales -PrimarySmtpAddress sales@contoso.onmicrosoft.com"},
	"inboxrule.blob": {code: "Invoke-ExolabActivity NewInboxRule -User donh -Rule Old -RuleSettings @{SubjectContainsWords='x'; DeleteMessage=$true} | Out-Null\n" +
		"Disable-InboxRule Old -Mailbox donh -Confirm:$false\nNew-InboxRule New -Mailbox donh -DeleteMessage $true | Out-Null", input: "N\n"},
	"confirm.remove":         {code: "Remove-MailContact northwindorders", input: "N\n", own: " Confirm Are you sure you want to perform this action? Removing recipient \"northwindorders\". [Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is \"Y\"): "},
	"whatif":                 {code: "Set-Mailbox sales -AuditEnabled $false -WhatIf", own: `What if: Setting mailbox Identity:"Sales".`},
	"import.verbs":           {code: "Import-PSSession (New-PSSession -ConnectionUri https://outlook.office365.com/powershell-liveid/) | Out-Null"},
	"newpssession.denied":    {code: "Set-User donh -RemotePowerShellEnabled $false\n$who = [pscredential]::new('donh@contoso.com', (ConvertTo-SecureString secret -AsPlainText -Force))\nNew-PSSession -ConnectionUri https://outlook.office365.com/powershell-liveid/ -Credential $who"},
	"outlook.accessDenied":   {code: "Invoke-ExolabActivity OpenFolder -User donh -Mailbox sales -Client OWA"},
	"audit.enableDehydrated": {code: "New-RoleGroup -Name Auditors -Roles 'Audit Logs'", quirk: tenant.QuirkDehydrated, flavour: tenant.FlavourOnPrem},
}

// loseDatabase leaves a mailbox without the database that it lies in.
func loseDatabase(t *testing.T, w store.Writer) {
	m, err := w.Mailbox("donh")
	require.NoError(t, err)
	require.NoError(t, m.SetProperty("Database", nil))
	require.NoError(t, w.PutMailbox(m))
}

var (
	placeholder = regexp.MustCompile(`\\\{[^}]*\\\}|\\\.\\\.\\\.`)
	blank       = regexp.MustCompile(`\s+`)
)

// TestListedErrors provokes every error of the list and compares its text,
// category, exception and id.
func TestListedErrors(t *testing.T) {
	for _, e := range listedErrors(t) {
		if unseen[e.ID] != "" {
			continue
		}
		t.Run(e.ID, func(t *testing.T) {
			p, known := provocations[e.ID]
			require.True(t, known, "nothing provokes it")
			said, record := provoke(t, p)
			want := placeholder.ReplaceAllString(regexp.QuoteMeta(blank.ReplaceAllString(e.Message, " ")), ".*")
			if p.own != "" {
				want = regexp.QuoteMeta(blank.ReplaceAllString(p.own, " "))
			}
			require.Regexp(t, want, said+" "+record.id)
			if e.Stream != "error" || record.exception == "" {
				return
			}
			if e.Exception != "" {
				require.Equal(t, lastName(e.Exception), lastName(record.exception))
			}
			if e.Category != "" && (p.flavour == tenant.FlavourOnPrem || e.Category != "NotSpecified") {
				require.Equal(t, e.Category, record.category)
			}
			if id, _, fixed := strings.Cut(e.FQID, ","); fixed && !strings.HasPrefix(id, "[") {
				require.Contains(t, record.id, id)
			}
		})
	}
}

func listedErrors(t *testing.T) []listedError {
	text, err := os.ReadFile("../../../testdata/exchange/errors.json")
	require.NoError(t, err)
	var file struct{ Errors []listedError }
	require.NoError(t, json.Unmarshal(text, &file))
	require.Len(t, file.Errors, 52)
	return file.Errors
}

func lastName(fullName string) string { return fullName[strings.LastIndexByte(fullName, '.')+1:] }

// errorRecord is what a script sees of the newest error.
type errorRecord struct{ category, exception, id string }

// provoke runs the code in an organization of its own; what it says is on one
// line, without the position of the error.
func provoke(t *testing.T, p provocation) (said string, record errorRecord) {
	file := filepath.Join(t.TempDir(), "provoke.ps1")
	require.NoError(t, os.WriteFile(file, []byte(p.code+"\n'@@'\n$Error[0].CategoryInfo.Category\n$Error[0].Exception.GetType().FullName\n$Error[0].FullyQualifiedErrorId\n'@@'\n"), 0o600))
	var out bytes.Buffer
	sh, err := New(Options{Config: Config{Memory: true, NoColour: true}, Streams: Streams{In: strings.NewReader(p.input), Out: &out, Err: &out}, NonInteractive: p.input == ""})
	require.NoError(t, err)
	change(t, sh, p)
	sh.Session.RunFile(file, nil)
	require.NoError(t, sh.Close())
	parts := strings.Split(out.String(), "@@")
	if len(parts) > 1 {
		if lines := strings.Split(strings.TrimSpace(parts[1]), "\n"); len(lines) > 2 {
			record = errorRecord{strings.TrimSpace(lines[0]), strings.TrimSpace(lines[1]), strings.TrimSpace(lines[2])}
		}
	}
	return blank.ReplaceAllString(errorFrame.ReplaceAllString(parts[0], " "), " "), record
}

// change gives the organization what the provocation asks for.
func change(t *testing.T, sh *Shell, p provocation) {
	organization, err := sh.Organizations.Tenant()
	require.NoError(t, err)
	require.NoError(t, organization.Update(func(w store.Writer) error {
		org, err := w.Organization()
		require.NoError(t, err)
		if p.flavour != "" {
			org.Flavour = p.flavour
		}
		if p.profile != "" {
			org.AuditProfile = p.profile
		}
		if p.quirk != "" {
			org.Show(p.quirk, true)
		}
		if p.prepare != nil {
			p.prepare(t, w)
		}
		return w.PutOrganization(org)
	}))
}
