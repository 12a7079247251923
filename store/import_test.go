package store_test

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"exolab/store"
	"exolab/store/internal/random"
	"exolab/store/tenant"
)

func TestExportAndImportLoseNothing(t *testing.T) {
	s, _ := seeded(t)
	first := export(t, s, "")
	_, err := s.Import(bytes.NewReader(first), store.ImportOptions{Name: "Copy"})
	require.NoError(t, err)
	second := export(t, s, "Copy")
	require.Equal(t, string(bytes.Replace(first, []byte(`"Contoso"`), []byte(`"Copy"`), 1)), string(second))
}

const smallOrganization = `{"kind": "organization", "Name": "test.com", "Clock": "2017-04-28T09:00:00Z", "Odd": {"a": [1, 2.50, 1e400, null, {"b": {}}]}}
{"kind": "mailbox", "DisplayName": "Ann \u0141\ud83d\ude00\ud800", "PrimarySmtpAddress": "ann@test.com", "ResourceCapacity": 12, "Languages": ["en-US"], "AuditOwner": ["HardDelete", "Update"]}
{"kind": "auditEntry", "mailbox": "ANN@test.com", "Operation": "Move", "LogonType": "Owner", "LastAccessed": "2017-04-04T09:24:28.1234567Z", "Unknown": "kept", "SourceItems": [{"SourceItemSubject": " leading \"space\""}]}
{"kind": "permission", "mailbox": "ann@test.com", "User": "bob@test.com", "AccessRights": ["FullAccess"]}
{"kind": "inboxRule", "mailbox": "ann@test.com", "Name": "r", "Priority": 1, "DeleteMessage": true}
{"kind": "recipient", "Name": "Group", "RecipientTypeDetails": "MailUniversalDistributionGroup", "Members": ["ann@test.com"]}
{"kind": "unifiedAuditRecord", "RecordType": "ExchangeItem", "CreationDate": "2017-04-04T09:24:28Z", "UserIds": "ann", "Operations": "Move", "Identity": "i", "AuditData": "{}"}
{"kind": "adminAuditEntry", "CmdletName": "Set-Mailbox", "RunDate": "2017-04-04T09:24:28Z", "CmdletParameters": [{"Name": "Identity", "Value": "ann"}]}
{"kind": "transportRule", "Name": "Disclaimer", "Priority": 0}
`

func TestImportKeepsWhatItDoesNotKnow(t *testing.T) {
	s := memory(t)
	result, err := s.Import(strings.NewReader("\ufeff"+strings.ReplaceAll(smallOrganization, "\n", "\r\n\r\n")), store.ImportOptions{})
	require.NoError(t, err)
	require.Equal(t, store.ImportResult{Name: "test.com", Lines: 9, Counts: store.Counts{
		Mailboxes: 1, Recipients: 1, Permissions: 1, InboxRules: 1, Objects: 1,
		AuditEntries: 1, UnifiedAuditRecords: 1, AdminAuditEntries: 1,
	}}, result)
	out := string(export(t, s, ""))
	for _, kept := range []string{
		`"Odd": {"a": [1, 2.50, 1e400, null, {"b": {}}]}`, `"Ann Ł😀\ud800"`, `"ResourceCapacity": 12`, `"Languages": ["en-US"]`,
		`"LastAccessed": "2017-04-04T09:24:28.1234567Z", "Unknown": "kept", "SourceItems": [{"SourceItemSubject": " leading \"space\""}]`,
		`"AuditOwner": ["Update", "HardDelete"]`, `"DeleteMessage": true`, `"Members": ["ann@test.com"]`,
		`"CmdletParameters": [{"Name": "Identity", "Value": "ann"}]`, `{"kind": "transportRule", "Identity": "Disclaimer", "Name": "Disclaimer", "Priority": 0}`,
	} {
		require.Contains(t, out, kept)
	}
	tn, err := s.Open("")
	require.NoError(t, err)
	require.Equal(t, time.Date(2017, 4, 28, 9, 0, 0, 0, time.UTC), tn.Now())
}

func TestImportOfABadLine(t *testing.T) {
	lines := strings.Split(strings.TrimSpace(smallOrganization), "\n")
	for name, c := range map[string]struct {
		line string
		want string
	}{
		"no JSON":           {`hello`, "not a JSON object"},
		"cut short":         {`{"kind": "mailbox", "Name": "x`, "ends too early"},
		"trailing":          {`{"kind": "mailbox"} x`, "unexpected 'x'"},
		"leading zero":      {`{"kind": "mailbox", "n": 01}`, "unexpected"},
		"no kind":           {`{"Name": "x"}`, "no kind"},
		"unknown kind":      {`{"kind": "mailbocks"}`, `"mailbocks" is unknown`},
		"second org":        {`{"kind": "organization", "Name": "x"}`, "already"},
		"no address":        {`{"kind": "mailbox", "Name": "x"}`, "needs a PrimarySmtpAddress"},
		"same address":      {`{"kind": "mailbox", "PrimarySmtpAddress": "ann@test.com", "ExchangeGuid": "00000000-0000-0000-0000-000000000001"}`, "another mailbox has"},
		"bad GUID":          {`{"kind": "mailbox", "PrimarySmtpAddress": "b@test.com", "Guid": "x"}`, "Guid"},
		"bad age":           {`{"kind": "mailbox", "PrimarySmtpAddress": "b@test.com", "AuditLogAgeLimit": "long"}`, "AuditLogAgeLimit"},
		"bad action":        {`{"kind": "mailbox", "PrimarySmtpAddress": "b@test.com", "AuditOwner": ["Fly"]}`, "Fly"},
		"property twice":    {`{"kind": "mailbox", "PrimarySmtpAddress": "b@test.com", "name": "a", "Name": "b"}`, "twice"},
		"unknown mailbox":   {`{"kind": "auditEntry", "mailbox": "zed@test.com", "Operation": "Move", "LogonType": "Owner", "LastAccessed": "2017-01-01T00:00:00Z"}`, "zed@test.com"},
		"no mailbox":        {`{"kind": "permission", "User": "x", "AccessRights": ["y"]}`, "does not name its mailbox"},
		"bad time":          {`{"kind": "auditEntry", "mailbox": "ann@test.com", "Operation": "Move", "LogonType": "Owner", "LastAccessed": "yesterday"}`, "yesterday"},
		"impossible time":   {`{"kind": "auditEntry", "mailbox": "ann@test.com", "Operation": "Move", "LogonType": "Owner", "LastAccessed": "0001-01-01T00:00:00Z"}`, "out of range"},
		"bad logon type":    {`{"kind": "auditEntry", "mailbox": "ann@test.com", "Operation": "Move", "LogonType": "Guest", "LastAccessed": "2017-01-01T00:00:00Z"}`, "Guest"},
		"nested too deeply": {`{"kind": "mailbox", "x": ` + strings.Repeat("[", 1000) + strings.Repeat("]", 1000) + `}`, "nested too deeply"},
	} {
		t.Run(name, func(t *testing.T) {
			s := memory(t)
			text := strings.Join(append(lines[:5:5], append([]string{c.line}, lines[5:]...)...), "\n")
			_, err := s.Import(strings.NewReader(text), store.ImportOptions{})
			var lineError *store.LineError
			require.ErrorAs(t, err, &lineError)
			require.Equal(t, 6, lineError.Line)
			require.Contains(t, err.Error(), c.want)
			list, err := s.List()
			require.NoError(t, err)
			require.Empty(t, list)
		})
	}
	_, err := memory(t).Import(strings.NewReader(lines[1]), store.ImportOptions{})
	require.ErrorContains(t, err, "Line 1: the first line must be of kind organization")
	_, err = memory(t).Import(strings.NewReader(""), store.ImportOptions{})
	require.ErrorContains(t, err, "Line 1")
}

func TestImportIntoAnOrganization(t *testing.T) {
	s := memory(t)
	_, err := s.Import(strings.NewReader(smallOrganization), store.ImportOptions{})
	require.NoError(t, err)
	_, err = s.Import(strings.NewReader(smallOrganization), store.ImportOptions{})
	require.ErrorIs(t, err, store.ErrExists)
	before := export(t, s, "")
	more := `{"kind": "auditEntry", "mailbox": "ann@test.com", "Operation": "Fly", "LogonType": "Owner", "LastAccessed": "2017-04-05T09:24:28Z"}`
	_, err = s.Import(strings.NewReader(more+"\nbad"), store.ImportOptions{Into: "test.com"})
	require.ErrorContains(t, err, "Line 2")
	require.Equal(t, string(before), string(export(t, s, "")))
	_, err = s.Import(strings.NewReader(more), store.ImportOptions{Into: "test.com"})
	require.NoError(t, err)
	require.Equal(t, len(before)+len(more)+1, len(export(t, s, "")))
}

// largeOrganization writes an organization of some mailboxes whose entries lie
// evenly in the 90 days before its clock, like those of a real one.
func largeOrganization(w io.Writer, mailboxes, entries int) {
	fmt.Fprintf(w, "{\"kind\": \"organization\", \"Name\": \"Large\", \"Clock\": %q}\n", tenant.FormatTime(testNow))
	for m := range mailboxes {
		fmt.Fprintf(w, "{\"kind\": \"mailbox\", \"DisplayName\": \"User %d\", \"PrimarySmtpAddress\": \"user%d@large.com\"}\n", m, m)
	}
	numbers := random.New(1)
	operations := []string{"Move", "HardDelete", "SoftDelete", "Update", "SendAs", "Create", "MoveToDeletedItems"}
	step := 89 * 24 * time.Hour / time.Duration(entries)
	for i := range entries {
		m := numbers.Below(mailboxes)
		user := numbers.Below(mailboxes)
		at := testNow.Add(-time.Duration(i) * step).Truncate(time.Second)
		fmt.Fprintf(w, `{"kind": "auditEntry", "mailbox": "user%d@large.com", "Operation": "%s", "OperationResult": "Succeeded", "LogonType": "Delegate", "ExternalAccess": false, "DestFolderId": null, "DestFolderPathName": "\\Archive", "FolderId": null, "FolderPathName": "\\Calendar", "ClientInfoString": "Client=ActiveSync;SyncState", "ClientIPAddress": "10.4.81.%d", "ClientMachineName": null, "ClientProcessName": null, "ClientVersion": null, "InternalLogonType": "Delegated", "MailboxOwnerUPN": "user%d@large.com", "MailboxOwnerSid": "S-1-5-21-1004336348-1177238915-682003330-%d", "DestMailboxOwnerUPN": null, "DestMailboxOwnerSid": null, "DestMailboxGuid": null, "CrossMailboxOperation": false, "LogonUserDisplayName": "User %d", "LogonUserSid": "S-1-5-21-1004336348-1177238915-682003330-%d", "SourceItems": [{"SourceItemId": "RgAAAAce%dc0e7", "SourceItemSubject": "RE: Good News", "SourceItemFolderPathName": "\\Calendar"}, {"SourceItemId": "RgAAAA140d%d", "SourceItemSubject": "Quarterly numbers", "SourceItemFolderPathName": "\\Calendar"}], "SourceFolders": [], "SourceItemIdsList": null, "SourceItemSubjectsList": "RE: Good News, Quarterly numbers", "SourceItemFolderPathNamesList": null, "ItemId": null, "ItemSubject": null, "DirtyProperties": null, "OriginatingServer": "BN3PR01MB1234 (15.01.1047.013)", "MailboxGuid": "36be3b8f-204a-460c-98bc-%012d", "MailboxResolvedOwnerName": "LARGE\\user%d", "LastAccessed": "%s", "Identity": "RgAAAA%032xAAA=", "IsValid": true, "ObjectState": "New"}`+"\n",
			m, random.Pick(numbers, operations), numbers.Below(250), m, m, user, user, i, i, m, m, tenant.FormatTime(at), i)
	}
}

// TestLargeImportKeepsEverything imports and exports many entries; IMPORT_ENTRIES
// says how many.
func TestLargeImportKeepsEverything(t *testing.T) {
	entries := 5000
	if n, err := strconv.Atoi(os.Getenv("IMPORT_ENTRIES")); err == nil {
		entries = n
	}
	var text bytes.Buffer
	largeOrganization(&text, 20, entries)
	s, err := store.Open(t.TempDir(), store.Options{})
	require.NoError(t, err)
	defer s.Close()
	reported := 0
	_, err = s.Import(bytes.NewReader(text.Bytes()), store.ImportOptions{Progress: func(done int) { reported = done }})
	require.NoError(t, err)
	require.Positive(t, reported)
	tn, err := s.Open("large")
	require.NoError(t, err)
	c, err := tn.Counts()
	require.NoError(t, err)
	require.Equal(t, entries, c.AuditEntries)
	want := map[string]bool{}
	for line := range strings.Lines(text.String()) {
		if strings.HasPrefix(line, `{"kind": "auditEntry"`) {
			want[line] = true
		}
	}
	for line := range strings.Lines(string(export(t, s, ""))) {
		if strings.HasPrefix(line, `{"kind": "auditEntry"`) {
			require.True(t, want[line], line)
			delete(want, line)
		}
	}
	require.Empty(t, want)
}
