package conformance

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// exampleIndex lists the pages of the documentation whose examples are run. The
// pages themselves are read from a copy of the documentation's repository, a git
// directory that EXOLAB_DOCUMENTATION names; without both the test is skipped.
const exampleIndex = "../../../../shared/exchange/documented-examples.json"

// documentedExample is one example of a page.
type documentedExample struct{ cmdlet, code string }

var (
	exampleBlock   = regexp.MustCompile("(?ms)^```(?:powershell)?\\s*\n(.*?)^```")
	exampleGap     = regexp.MustCompile(`<%[^%]*%>`)
	bindingFailure = regexp.MustCompile(`ParserError|parameter cannot be found|positional parameter|Parameter set cannot|argument transformation|missing mandatory|Cannot bind|Cannot validate|is not recognized`)
	// exampleYear is the year of an example whose dates a log of today no longer has.
	exampleYear    = regexp.MustCompile(`-StartDate "?\d+/\d+/(20\d\d)`)
	missingEntry   = regexp.MustCompile(`no existing permission entry found for user: ([^\s.]+(?:\.\S+\.com)?)`)
	folderArgument = regexp.MustCompile(`-Identity "?([^"\s]+:\\[^"\s]*)`)
	missingObject  = regexp.MustCompile(`(?:object|user|folder|database) ["']([^"']+)["'][^'"]*(?:couldn't be found|matches multiple|doesn't exist|is either not valid)|mailbox folder "([^"]+)" doesn't exist|find (?:object|database) "([^"]+)"|because '([^']+:\\[^']+)' couldn't be found|mailbox Identity:\s?["']([^"']+)["']`)
)

// misprinted are the examples that cannot bind as they are printed, with the
// reason.
var misprinted = map[string]string{
	"Get-MailboxFolder#1": "prints Format List for Format-List",
	"Remove-Mailbox#3":    "takes the GUID of a mailbox that the example's own filter has to find",
}

func documentedExamples(t *testing.T) []documentedExample {
	index, err := os.ReadFile(exampleIndex)
	repository := os.Getenv("EXOLAB_DOCUMENTATION")
	if err != nil || repository == "" {
		t.Skip("the documentation is not part of the project")
	}
	var file struct {
		Commit string
		Pages  []string
	}
	require.NoError(t, json.Unmarshal(index, &file))
	var out []documentedExample
	for _, page := range file.Pages {
		text, err := exec.Command("git", "--git-dir", repository, "show", file.Commit+":"+page).Output()
		require.NoError(t, err, page)
		_, section, _ := strings.Cut(string(text), "\n## EXAMPLES")
		section, _, _ = strings.Cut(section, "\n## PARAMETERS")
		for _, m := range exampleBlock.FindAllStringSubmatch(section, -1) {
			out = append(out, documentedExample{strings.TrimSuffix(filepath.Base(page), ".md"), exampleGap.ReplaceAllString(m[1], "sample")})
		}
	}
	return out
}

// makers are the commands that make what an example names, by a word of the noun
// of the cmdlet that misses it.
var makers = []struct{ noun, command string }{
	{"TransportRule", "New-TransportRule -Name $name -SubjectContainsWords sample"}, {"RoleGroup", "New-RoleGroup -Name $name"}, {"InboxRule", "New-InboxRule -Mailbox $box -Name $name -SubjectContainsWords sample -MarkAsRead $true"},
	{"ComplianceSearch", "New-ComplianceSearch -Name $name -ExchangeLocation All; Start-ComplianceSearch $name"}, {"RemoteDomain", "New-RemoteDomain -Name $name -DomainName ($name -replace '\\W') "},
	{"MailboxSearch", "New-MailboxSearch -Name $name -SourceMailboxes sales"}, {"ManagementRoleAssignment", "New-ManagementRoleAssignment -Name $name -Role 'Audit Logs' -User test1"},
	{"DistributionGroup", "New-DistributionGroup -Name $name"}, {"UnifiedGroup", "New-UnifiedGroup -DisplayName $name"}, {"MailContact", "New-MailContact -Name $name -ExternalEmailAddress sample@fabrikam.com"},
	{"ManagementScope", "New-ManagementScope -Name $name -RecipientRestrictionFilter \"Department -eq 'Sales'\""}, {"HostedOutboundSpamFilterPolicy", "New-HostedOutboundSpamFilterPolicy -Name $name"},
	{"JournalRule", "New-JournalRule -Name $name -JournalEmailAddress admin@contoso.com"}, {"SweepRule", "New-SweepRule -Name $name -Provider Exchange16"},
	{"", "New-Mailbox -Shared -Name ($name -replace '^.*\\\\' -replace '@.*$') -Alias ($name -replace '@.*$' -replace '[^\\w.]') -PrimarySmtpAddress (($name -replace '@.*$' -replace '[^\\w.]') + '@contoso.com')"},
}

// TestDocumentedExamples parses and binds every example, and runs it on an
// organization in which what it names is made as it is missed.
func TestDocumentedExamples(t *testing.T) {
	examples := documentedExamples(t)
	exolab := program(t)
	exolab.Env = []string{actAs + "=1", "EXOLAB_DATA=:memory:"}
	number, ran := map[string]int{}, 0
	for _, e := range examples {
		number[e.cmdlet]++
		exolab := exolab
		if year := exampleYear.FindStringSubmatch(e.code); year != nil {
			exolab.Env = append(slices.Clone(exolab.Env), "EXOLAB_NOW="+year[1]+"-12-31")
		}
		id := fmt.Sprintf("%s#%d", e.cmdlet, number[e.cmdlet])
		said := ""
		prepared := ""
		for range 6 {
			said = runExample(t, exolab, prepared, e.code)
			if entry := permissionFor(e.code, said); entry != "" && !strings.Contains(prepared, entry) {
				prepared += entry
				continue
			}
			name := missedBy(said)
			if name == "" || strings.Contains(prepared, quoted(name)) {
				break
			}
			prepared += makerFor(e.code, said, name)
		}
		if _, known := misprinted[id]; bindingFailure.MatchString(said) && !known {
			t.Errorf("%s does not bind:\n%s\n%s", id, e.code, said)
		}
		if !strings.Contains(said, "Line |") {
			ran++
		} else {
			t.Logf("%s: %s", id, said)
		}
	}
	t.Logf("%d of %d examples run without an error", ran, len(examples))
	require.GreaterOrEqual(t, ran*100/len(examples), 70)
}

// runExample runs an example after what prepares the organization for it, and
// returns what it says besides its output.
func runExample(t *testing.T, exolab Program, prepared, code string) string {
	script := "$ConfirmPreference = 'None'; $ErrorActionPreference = 'SilentlyContinue'\n" + prepared +
		"$ErrorActionPreference = 'Continue'\n. {\n" + code + "\n} | Out-Null\n"
	got, err := exolab.RunCase(t.TempDir(), Case{Script: script, Stdin: []string{"Y", "Y", "Y", "Y"}})
	require.NoError(t, err)
	return got.Output
}

// permissionFor is the command that gives a user the permission in a folder that an
// example misses, or "".
func permissionFor(code, said string) string {
	user, folder := missingEntry.FindStringSubmatch(errorFrame.ReplaceAllString(said, " ")), folderArgument.FindStringSubmatch(code)
	if user == nil || folder == nil {
		return ""
	}
	return "New-Mailbox -Shared -Name (" + quoted(user[1]) + " -replace '@.*$') -PrimarySmtpAddress " + quoted(user[1]) + " | Out-Null\n" +
		"Add-MailboxFolderPermission -Identity " + quoted(folder[1]) + " -User " + quoted(user[1]) + " -AccessRights Reviewer | Out-Null\n"
}

// mailboxArgument is the mailbox that an example is about.
var mailboxArgument = regexp.MustCompile(`-Mailbox (?:"([^"]+)"|([^"'\s]+))`)

var (
	errorFrame   = regexp.MustCompile(`\s*\n\s+\| `)
	failedCmdlet = regexp.MustCompile(`(?m)^(\w+-\w+): `)
)

// missedBy is the first object that the errors say is missing, or "".
func missedBy(said string) string {
	for _, m := range missingObject.FindAllStringSubmatch(errorFrame.ReplaceAllString(said, " "), -1) {
		for _, name := range m[1:] {
			if name != "" {
				return name
			}
		}
	}
	return ""
}

func quoted(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }

// foldersFor are the commands that make a folder and those above it.
func foldersFor(mailbox, path string) string {
	commands, parent := "", mailbox+`:\`
	for name := range strings.SplitSeq(path, `\`) {
		commands += "New-MailboxFolder -Parent " + quoted(parent) + " -Name " + quoted(name) + " | Out-Null\n"
		parent = strings.TrimSuffix(parent, `\`) + `\` + name
	}
	return commands
}

// makerFor is the command that makes what a cmdlet missed.
func makerFor(code, said, name string) string {
	noun := ""
	person := regexp.MustCompile(`-(?:Mailbox|Members?|ManagedBy|User|Owner|Trustee) [^-]*` + regexp.QuoteMeta(name)).MatchString(code)
	if m := failedCmdlet.FindStringSubmatch(said); m != nil && !person {
		_, noun, _ = strings.Cut(m[1], "-")
	}
	box := "admin"
	if m := mailboxArgument.FindStringSubmatch(code); m != nil {
		box = m[1] + m[2]
	}
	if mailbox, path, isFolder := strings.Cut(name, `:\`); isFolder {
		return foldersFor(mailbox, path)
	}
	if m := regexp.MustCompile(`-(Policy|Role|SecurityGroup) "` + regexp.QuoteMeta(name)).FindStringSubmatch(code); m != nil && noun == "ManagementRoleAssignment" {
		return map[string]string{"Policy": "New-RoleAssignmentPolicy ", "Role": "New-ManagementRole -Parent 'Mail Recipients' -Name ", "SecurityGroup": "New-RoleGroup "}[m[1]] + quoted(name) + " | Out-Null\n"
	}
	if regexp.MustCompile(`-(?:Custom|Exclusive)Recipient(?:Config)?WriteScope "` + regexp.QuoteMeta(name)).MatchString(code) {
		noun = "ManagementScope"
	}
	for _, m := range makers {
		if strings.Contains(said, "find database") {
			return "New-MailboxDatabase -Name " + quoted(name) + " -Server EX01 | Out-Null\n"
		}
		if strings.Contains(noun, m.noun) {
			return "$name = " + quoted(name) + "; $box = " + quoted(box) + "; " + m.command + " | Out-Null\n"
		}
	}
	return ""
}
