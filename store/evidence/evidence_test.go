package evidence

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"exolab/store"
	"exolab/store/seed"
	"exolab/store/tenant"
)

func open(t *testing.T) store.Store {
	t.Helper()
	s, err := store.Open("", store.Options{Memory: true})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, s.Close()) })
	return s
}

// imported imports a text and returns what it brought.
func imported(t *testing.T, text string) (store.Store, store.Tenant, Result) {
	t.Helper()
	s := open(t)
	in, err := Open(strings.NewReader(text))
	require.NoError(t, err)
	result, err := Import(s, in, Peek(in), "Case", store.ImportOptions{})
	require.NoError(t, err)
	tn, err := s.Open("Case")
	require.NoError(t, err)
	return s, tn, result
}

func auditData(n int, at time.Time, operation string) string {
	return fmt.Sprintf(`{"CreationTime":"%s","Id":"%08d-0000-0000-0000-000000000000","Operation":"%s","RecordType":3,"UserId":"bob@contoso.com",`+
		`"MailboxOwnerUPN":"ann@contoso.com","MailboxGuid":"36be3b8f-204a-460c-98bc-000000000001","Odd":{"x":[1,2.50,"ä \"q\""]}}`, at.Format("2006-01-02T15:04:05"), n, operation)
}

var start = time.Date(2021, 4, 30, 18, 1, 55, 0, time.UTC)

func purviewText(rows int) string {
	var out strings.Builder
	out.WriteString("CreationDate,UserIds,Operations,AuditData\r\n")
	for i := range rows {
		at := start.Add(time.Duration(i) * time.Second)
		fmt.Fprintf(&out, "%s,bob@contoso.com,HardDelete,\"%s\"\r\n", at.Format("2006-01-02T15:04:05.0000000Z"), strings.ReplaceAll(auditData(i, at, "HardDelete"), `"`, `""`))
	}
	return out.String()
}

func unified(t *testing.T, tn store.Tenant) []*tenant.UnifiedAuditRecord {
	t.Helper()
	var out []*tenant.UnifiedAuditRecord
	for r, err := range tn.Unified(time.Time{}, time.Time{}) {
		require.NoError(t, err)
		out = append(out, r)
	}
	return out
}

func TestPurviewCSV(t *testing.T) {
	_, tn, result := imported(t, purviewText(3))
	require.Empty(t, result.Damages)
	require.Equal(t, 3, result.Counts.UnifiedAuditRecords)
	require.Equal(t, 2, result.Counts.Mailboxes) // ann, and bob of the same domain
	records := unified(t, tn)
	require.Equal(t, auditData(2, start.Add(2*time.Second), "HardDelete"), records[0].AuditData)
	require.Equal(t, "ExchangeItemGroup", records[0].RecordType)
	require.Equal(t, start.Add(2*time.Second+time.Hour), tn.Now())
	require.NoError(t, tn.View(func(r store.Reader) error {
		m, err := r.Mailbox("ann@contoso.com")
		require.NoError(t, err)
		require.Equal(t, "36be3b8f-204a-460c-98bc-000000000001", m.ExchangeGUID.String())
		return nil
	}))
}

// TestFormats has the same record in every form that files come in.
func TestFormats(t *testing.T) {
	data := auditData(1, start, "MoveToDeletedItems")
	var zipped bytes.Buffer
	z := gzip.NewWriter(&zipped)
	_, err := io.WriteString(z, purviewText(1))
	require.NoError(t, err)
	require.NoError(t, z.Close())
	utf16 := []byte{0xff, 0xfe}
	for _, r := range purviewText(1) {
		utf16 = append(utf16, byte(r), byte(r>>8))
	}
	quoted := `"` + strings.ReplaceAll(data, `"`, `""`) + `"`
	for name, text := range map[string]string{
		"lines": data + "\n" + data, "array": "[" + data + ",\n " + data + "]", "gzip": zipped.String(), "utf-16": string(utf16), "bom": "\ufeff" + purviewText(1),
		"portal":            "RecordId,CreationDate,RecordType,Operation,UserId,AuditData,AssociatedAdminUnits\nx,2021-04-30T18:01:55.0000000Z,3,MoveToDeletedItems,bob@contoso.com," + quoted + ",\n",
		"Export-Csv 5.1":    "#TYPE Deserialized.X\n\"RecordType\",\"CreationDate\",\"UserIds\",\"Operations\",\"AuditData\",\"ResultIndex\"\n\"ExchangeItemGroup\",\"4/30/2021 6:01:55 PM\",\"bob@contoso.com\",\"MoveToDeletedItems\"," + quoted + ",\"1\"\n",
		"semicolons":        "CreationDate;UserIds;Operations;AuditData\n30.04.2021 18:01:55;bob@contoso.com;MoveToDeletedItems;" + quoted + "\n",
		"two lines a field": "CreationDate,UserIds,Operations,AuditData,Note\n,,," + quoted + ",\"a\nb\"\n",
	} {
		_, tn, result := imported(t, text)
		require.Empty(t, result.Damages, name)
		records := unified(t, tn)
		require.NotEmpty(t, records, name)
		require.Equal(t, start, records[0].CreationDate, name)
		require.Equal(t, "ExchangeItemGroup", records[0].RecordType, name)
		require.Contains(t, records[0].AuditData, `"Odd":{"x":[1,2.50,"ä`, name)
	}
}

func TestMailboxCSV(t *testing.T) {
	text := `"Subject","Operation","LogonUserDisplayName","LastAccessed","DestFolderPathName","FolderPathName","ClientInfoString","ClientIPAddress","ClientMachineName","ClientProcessName","ClientVersion","LogonType","MailboxResolvedOwnerName","OperationResult","CrossMailboxOp"
"Payroll, April ""final""","Move","Don Hall","4/15/2017 6:49:05 AM","\Archive","\Inbox\Projects","Client=MSExchangeRPC","10.4.120.99","PC04","OUTLOOK.EXE","15.0.4797.1003","Delegate","CONTOSO\test1","Succeeded","False"
,"MailboxLogin","Test User 1","4/16/2017 8:23:54 PM",,,"Client=OWA","10.0.83.114",,,,"Owner","CONTOSO\test1","Succeeded",
`
	_, tn, result := imported(t, text)
	require.Empty(t, result.Damages)
	require.Equal(t, 2, result.Counts.AuditEntries)
	var found []*tenant.AuditEntry
	require.NoError(t, tn.View(func(r store.Reader) error {
		m, err := r.Mailbox(`CONTOSO\test1`)
		require.NoError(t, err)
		org, err := r.Organization()
		require.Equal(t, tenant.Profile2017, org.AuditProfile)
		for e, err := range tn.Audit(m, tenant.AuditQuery{}) {
			require.NoError(t, err)
			found = append(found, e)
		}
		return err
	}))
	require.Len(t, found, 2)
	require.Equal(t, "MailboxLogin", found[0].Operation)
	require.Equal(t, `Payroll, April "final"`, found[1].Properties.Text("ItemSubject"))
	cross, _ := found[1].Properties.Get("CrossMailboxOperation")
	require.Equal(t, false, cross)
	require.Equal(t, time.Date(2017, 4, 15, 6, 49, 5, 0, time.UTC), found[1].LastAccessed)
}

func TestSearchResults(t *testing.T) {
	mailbox := `<?xml version="1.0" encoding="utf-8"?>
<SearchResults>
  <Event MailboxGuid="36be3b8f-204a-460c-98bc-000000000001" Owner="CONTOSO\ann" LastAccessed="2021-04-30T11:01:55.140625-07:00" Operation="HardDelete" OperationResult="Succeeded" LogonType="Delegate" FolderPathName="\Inbox" CrossMailboxOperation="false" LogonUserDN="Bob" LogonUserSid="S-1-5-21-1">
    <SourceItems><ItemId="RgAAA" Subject="Budget &amp; plans" FolderPathName="\Inbox" /></SourceItems>
  </Event><Event MailboxGuid="36be3b8f-204a-460c-98bc-000000000001" Owner="CONTOSO\ann" LastAccessed="2021-05-01T11:01:55-07:00" Operation="FolderBind" LogonType="Admin"/>
  <Event LastAccessed="2021-05-01 Operation="x"></Event>
</SearchResults>`
	_, tn, result := imported(t, mailbox)
	require.Equal(t, 2, result.Counts.AuditEntries)
	require.Len(t, result.Damages, 1)
	require.Equal(t, 6, result.Damages[0].Line)
	for e, err := range tn.AuditAll(store.AuditQuery{AuditQuery: tenant.AuditQuery{Operations: []string{"HardDelete"}}}) {
		require.NoError(t, err)
		require.Equal(t, "Budget & plans", e.Properties.Text("SourceItemSubjectsList"))
		require.Equal(t, "Bob", e.Properties.Text("LogonUserDisplayName"))
		require.Equal(t, "2021-04-30T18:01:55.140625Z", tenant.FormatTime(e.LastAccessed))
	}
	admin := `<SearchResults><Event Caller="admin" Cmdlet="Set-Mailbox" ObjectModified="contoso.com/Users/ann" RunDate="2015-10-18T15:48:15-07:00" Succeeded="true" Error="None" OriginatingServer="WIN8MBX">
<CmdletParameters><Parameter Name="Identity" Value="ann"/></CmdletParameters></Event></SearchResults>`
	_, tn, result = imported(t, admin)
	require.Equal(t, 1, result.Counts.AdminAuditEntries)
	for e, err := range tn.AdminLog(time.Time{}, time.Time{}) {
		require.NoError(t, err)
		require.Equal(t, "Set-Mailbox", e.CmdletName)
		require.Equal(t, time.Date(2015, 10, 18, 22, 48, 15, 0, time.UTC), e.RunDate)
	}
}

// TestDamage has rows damaged in every way; each is named and none is lost.
func TestDamage(t *testing.T) {
	good := purviewText(1)
	lines := strings.Split(strings.TrimSpace(good), "\r\n")
	text := strings.Join([]string{lines[0], `nonsense,,,`, lines[1], `2021-04-30T18:01:55Z,bob@contoso.com,Update,"{""CreationTime"":""2021-04-30T18:0`, lines[1],
		`2021-04-30T18:01:57Z,bob@contoso.com,Update,"{""CreationTime"":""2021-04-30T18:0"`, `a,b,c,d,e,f`}, "\r\n")
	s, tn, result := imported(t, text)
	got := map[int]bool{}
	for _, d := range result.Damages {
		got[d.Line] = d.Kept
	}
	require.Equal(t, map[int]bool{2: false, 4: false, 6: true, 7: false}, got)
	require.Len(t, unified(t, tn), 3)
	var out bytes.Buffer
	require.NoError(t, s.Export(&out, "", nil))
	for _, kept := range []string{`nonsense,,,`, `bob@contoso.com,Update,`, `a,b,c,d,e,f`} {
		require.Contains(t, out.String(), kept)
	}
}

func TestRefusals(t *testing.T) {
	for name, c := range map[string]struct{ text, message string }{
		"entities":       {"<!DOCTYPE lolz [<!ENTITY lol \"lol\">]><SearchResults><Event/></SearchResults>", "declares entities"},
		"an archive":     {"PK\x03\x04rest", "ZIP archive"},
		"nothing in it":  {"CreationDate,UserIds,Operations,AuditData\n", "no records"},
		"only damage":    {"CreationDate,UserIds,Operations,AuditData\nx,y,z,{\n", "line 2"},
		"a broken gzip":  {"\x1f\x8bxx", "decompress"},
		"a broken quote": {"\"CreationDate,AuditData\n", "header"},
	} {
		s := open(t)
		in, err := Open(strings.NewReader(c.text))
		if err == nil {
			format := Peek(in)
			if format == Records {
				format = PurviewCSV
			}
			_, err = Import(s, in, format, "Case", store.ImportOptions{})
		}
		require.ErrorContains(t, err, c.message, name)
		list, listErr := s.List()
		require.NoError(t, listErr)
		require.Empty(t, list, name)
	}
}

// TestBomb decompresses a file of zeros.
func TestBomb(t *testing.T) {
	var zipped bytes.Buffer
	z := gzip.NewWriter(&zipped)
	zeros := make([]byte, 1<<20)
	for range bombSize>>20 + 8 {
		_, err := z.Write(zeros)
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	in, err := Open(bytes.NewReader(zipped.Bytes()))
	require.NoError(t, err)
	_, err = io.Copy(io.Discard, in)
	require.ErrorIs(t, err, errBomb)
}

// TestRoundTrip imports records, exports the organization and imports that: the
// second export is the first.
func TestRoundTrip(t *testing.T) {
	const rows = 2000
	s, _, result := imported(t, purviewText(rows))
	require.Equal(t, rows, result.Counts.UnifiedAuditRecords)
	var first, second bytes.Buffer
	require.NoError(t, s.Export(&first, "Case", nil))
	again, err := s.Import(bytes.NewReader(first.Bytes()), store.ImportOptions{CreateOptions: store.CreateOptions{Replace: true}})
	require.NoError(t, err)
	require.Equal(t, rows, again.Counts.UnifiedAuditRecords)
	require.NoError(t, s.Export(&second, "Case", nil))
	require.True(t, bytes.Equal(first.Bytes(), second.Bytes()))
	want := map[string]bool{}
	for i := range rows {
		want[auditData(i, start.Add(time.Duration(i)*time.Second), "HardDelete")] = true
	}
	tn, err := s.Open("Case")
	require.NoError(t, err)
	for _, r := range unified(t, tn) {
		delete(want, r.AuditData)
	}
	require.Len(t, want, 0)
}

func TestIntoAnOrganization(t *testing.T) {
	s := open(t)
	_, err := seed.New(s, seed.Options{Clock: &start})
	require.NoError(t, err)
	in, err := Open(strings.NewReader(purviewText(5)))
	require.NoError(t, err)
	result, err := Import(s, in, Peek(in), "case", store.ImportOptions{Into: seed.Name})
	require.NoError(t, err)
	require.Equal(t, seed.Name, result.Name)
	require.Equal(t, 5, result.Counts.UnifiedAuditRecords)
}

// A time that the store cannot order damages its row, not the import.
func TestTimesOutOfRangeDamageTheirRow(t *testing.T) {
	at, ok := parseTime("5021-04-30T18:01:56")
	require.False(t, ok, at)
	_, ok = parseTime("2021-04-30T18:01:56")
	require.True(t, ok)
}
