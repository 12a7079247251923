package suggest_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/cmdlets/exchange"
	"exolab/cmdlets/exchange/suggest"
	"exolab/runtime"
	"exolab/store"
)

const smallOrganization = `{"kind": "organization", "Name": "test.com", "Clock": "2024-04-28T09:00:00Z"}
{"kind": "mailbox", "DisplayName": "Ann Lee", "Alias": "ann", "PrimarySmtpAddress": "lee@test.com"}
{"kind": "mailbox", "DisplayName": "Bob Ray", "Alias": "bob", "PrimarySmtpAddress": "bob@test.com"}
{"kind": "permission", "mailbox": "bob@test.com", "FolderName": "\\Inbox\\Old", "Scope": "Folder", "User": "ann", "AccessRights": ["Owner"]}
{"kind": "recipient", "Name": "Sales", "PrimarySmtpAddress": "sales@test.com", "RecipientTypeDetails": "MailUniversalDistributionGroup"}
{"kind": "recipient", "Name": "Carl", "PrimarySmtpAddress": "carl@else.com", "RecipientTypeDetails": "MailContact"}
`

// sessionOf makes a session with the organization that text describes.
func sessionOf(t testing.TB, text string) *runtime.Session {
	s, err := store.Open("", store.Options{Memory: true})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, s.Close()) })
	_, err = s.Import(strings.NewReader(text), store.ImportOptions{CreateOptions: store.CreateOptions{Select: true}})
	require.NoError(t, err)
	session, err := runtime.NewSession(runtime.Options{Directory: t.TempDir()})
	require.NoError(t, err)
	exchange.Register(session, exchange.Options{Open: func() (store.Tenant, error) { return s.Open("") }, Mail: func() string { return "" }})
	return session
}

func TestValues(t *testing.T) {
	session := sessionOf(t, smallOrganization)
	tests := []struct {
		cmdlet, parameter, word string
		want                    string
	}{
		{"Get-Mailbox", "Identity", "", "bob@test.com lee@test.com"},
		{"Get-Mailbox", "Identity", "an", "Ann Lee"},
		{"Get-Mailbox", "Identity", "BOB", "bob@test.com"},
		{"Get-EXOMailbox", "Identity", "x", ""},
		{"Search-MailboxAuditLog", "Mailboxes", "b", "bob@test.com"},
		{"Add-MailboxPermission", "User", "c", "carl@else.com"},
		{"Get-DistributionGroupMember", "Identity", "", "sales@test.com"},
		{"Get-MailboxFolderPermission", "Identity", `bob:\In`, `bob:\Inbox bob:\Inbox\Old`},
		{"Search-MailboxAuditLog", "Operations", "Soft", "SoftDelete"},
		{"Search-AdminAuditLog", "Cmdlets", "Get-MailboxAuditBypass", "Get-MailboxAuditBypassAssociation"},
	}
	for _, test := range tests {
		got, known := suggest.Values(session, test.cmdlet, test.parameter, test.word)
		require.True(t, known, test)
		require.Equal(t, test.want, strings.Join(got, " "), "%s -%s %s", test.cmdlet, test.parameter, test.word)
	}
	_, known := suggest.Values(session, "Set-Mailbox", "LitigationHoldOwner", "")
	require.False(t, known)
}

// manyMailboxes is the size at which an answer is promised within 30 ms.
const manyMailboxes = 1000

func organizationOf(n int) string {
	var text strings.Builder
	text.WriteString(`{"kind": "organization", "Name": "test.com", "Clock": "2024-04-28T09:00:00Z"}` + "\n")
	for i := range n {
		fmt.Fprintf(&text, `{"kind": "mailbox", "DisplayName": "User %d", "Alias": "user%d", "PrimarySmtpAddress": "user%d@test.com"}`+"\n", i, i, i)
	}
	return text.String()
}

func TestValuesOfManyMailboxes(t *testing.T) {
	session := sessionOf(t, organizationOf(manyMailboxes))
	list, _ := suggest.Values(session, "Get-Mailbox", "Identity", "user99")
	require.Len(t, list, 11)
}

// BenchmarkIdentities tells how long a large organization lets the prompt wait.
func BenchmarkIdentities(b *testing.B) {
	session := sessionOf(b, organizationOf(manyMailboxes))
	for b.Loop() {
		suggest.Values(session, "Get-Mailbox", "Identity", "user99")
	}
}
