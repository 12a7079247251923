package store_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"exolab/store"
	"exolab/store/tenant"
)

// logbook makes an organization with two mailboxes and the given entries.
func logbook(t *testing.T, entries ...*tenant.AuditEntry) (store.Tenant, []*tenant.Mailbox) {
	t.Helper()
	org, err := tenant.NewOrganization(tenant.BagOf("Name", "Test", "Clock", tenant.FormatTime(testNow)))
	require.NoError(t, err)
	var boxes []*tenant.Mailbox
	tn, err := memory(t).Create(org, store.CreateOptions{}, func(w store.Writer) error {
		for i, address := range []string{"a@test.com", "b@test.com"} {
			m, err := tenant.NewMailbox(tenant.BagOf("PrimarySmtpAddress", address, "ExchangeGuid", guid(byte(i+1)).String()), org)
			require.NoError(t, err)
			boxes = append(boxes, m)
			require.NoError(t, w.PutMailbox(m))
		}
		return w.AppendAudit(entries...)
	})
	require.NoError(t, err)
	return tn, boxes
}

func guid(n byte) tenant.GUID { return tenant.GUID{15: n} }

func entry(t *testing.T, mailbox byte, at time.Time, operation, logon, user, subject string) *tenant.AuditEntry {
	t.Helper()
	e, err := tenant.NewAuditEntry(guid(mailbox), tenant.BagOf("Operation", operation, "LogonType", logon,
		"ExternalAccess", false, "LogonUserDisplayName", user, "ItemSubject", subject, "LastAccessed", at))
	require.NoError(t, err)
	return e
}

func subjects(t *testing.T, entries func(func(*tenant.AuditEntry, error) bool)) []string {
	t.Helper()
	out := []string{}
	for e, err := range entries {
		require.NoError(t, err)
		out = append(out, e.Properties.Text("ItemSubject"))
	}
	return out
}

func TestAuditSearch(t *testing.T) {
	day := testNow.Truncate(24 * time.Hour)
	tn, boxes := logbook(t,
		entry(t, 1, day, "HardDelete", "Owner", "Ann", "midnight"),
		entry(t, 1, day.Add(time.Hour), "SendAs", "Delegate", "Bob", "one, first"),
		entry(t, 1, day.Add(time.Hour), "Move", "Admin", "Cid", "one, second"),
		entry(t, 1, day.AddDate(0, 0, -1), "SendAs", "Delegate", "Bob", "yesterday"),
		entry(t, 1, testNow.AddDate(0, 0, -90), "Move", "Owner", "Ann", "at the limit"),
		entry(t, 1, testNow.AddDate(0, 0, -90).Add(-time.Second), "Move", "Owner", "Ann", "too old"),
		entry(t, 2, day.Add(30*time.Minute), "SendAs", "Delegate", "Bob", "other mailbox"),
	)
	owner, external := tenant.Logons(tenant.LogonOwner), true
	for name, c := range map[string]struct {
		query tenant.AuditQuery
		want  []string
	}{
		"all, newest first":   {tenant.AuditQuery{}, []string{"one, first", "one, second", "midnight", "yesterday", "at the limit"}},
		"both ends inclusive": {tenant.AuditQuery{Start: day.AddDate(0, 0, -1), End: day}, []string{"midnight", "yesterday"}},
		"logon type":          {tenant.AuditQuery{LogonTypes: owner}, []string{"midnight", "at the limit"}},
		"operations":          {tenant.AuditQuery{Operations: []string{"sendas", "Move"}}, []string{"one, first", "one, second", "yesterday", "at the limit"}},
		"external access":     {tenant.AuditQuery{ExternalAccess: &external}, []string{}},
		"nothing there":       {tenant.AuditQuery{Start: testNow, End: testNow.AddDate(0, 0, 1)}, []string{}},
	} {
		t.Run(name, func(t *testing.T) {
			require.Equal(t, c.want, subjects(t, tn.Audit(boxes[0], c.query)))
		})
	}
	require.Equal(t, []string{"one, first", "one, second", "other mailbox", "midnight", "yesterday", "at the limit"},
		subjects(t, tn.AuditAll(store.AuditQuery{})))
	require.Equal(t, []string{"one, first", "other mailbox", "yesterday"}, subjects(t, tn.AuditAll(store.AuditQuery{Actors: []string{"BOB"}})))
	require.Equal(t, []string{"one, second", "midnight"}, subjects(t, tn.AuditAll(store.AuditQuery{
		AuditQuery: tenant.AuditQuery{Operations: []string{"HardDelete", "Move"}, Start: day},
	})))
}

func TestAuditPages(t *testing.T) {
	var entries []*tenant.AuditEntry
	const count = 3*store.FullPage + 7
	for i := range count {
		entries = append(entries, entry(t, 1, testNow.Add(-time.Duration(i/3)*time.Second), "Move", "Owner", "Ann", "x"))
	}
	tn, boxes := logbook(t, entries...)
	require.Len(t, subjects(t, tn.Audit(boxes[0], tenant.AuditQuery{})), count)
	taken := 0
	for e, err := range tn.Audit(boxes[0], tenant.AuditQuery{}) {
		require.NoError(t, err)
		require.Equal(t, testNow.Add(-time.Duration(taken/3)*time.Second), e.LastAccessed)
		taken++
		if taken == 100 {
			break
		}
	}
	require.Equal(t, 100, taken)
}

func TestWritingWhileReading(t *testing.T) {
	_, tn := seeded(t)
	var box *tenant.Mailbox
	require.NoError(t, tn.View(func(r store.Reader) (err error) { box, err = r.Mailbox("donh"); return err }))
	for e, err := range tn.Audit(box, tenant.AuditQuery{}) {
		require.NoError(t, err)
		require.NoError(t, tn.Update(func(w store.Writer) error { return w.AppendAudit(e) }))
	}
	require.NoError(t, tn.Update(func(w store.Writer) error {
		for m, err := range w.Mailboxes() {
			require.NoError(t, err)
			_, err = w.Permissions(m.ExchangeGUID)
			require.NoError(t, err)
			require.NoError(t, w.PutMailbox(m))
		}
		return nil
	}))
}

func TestAgeLimitAndPurge(t *testing.T) {
	tn, boxes := logbook(t,
		entry(t, 1, testNow.AddDate(0, 0, -5), "Move", "Owner", "Ann", "young"),
		entry(t, 1, testNow.AddDate(0, 0, -50), "Move", "Owner", "Ann", "old"),
		entry(t, 2, testNow.AddDate(0, 0, -50), "Move", "Owner", "Ann", "old in b"),
	)
	boxes[0].AuditLogAgeLimit = 30 * 24 * time.Hour
	require.NoError(t, tn.Update(func(w store.Writer) error { return w.PutMailbox(boxes[0]) }))
	require.Equal(t, []string{"young"}, subjects(t, tn.Audit(boxes[0], tenant.AuditQuery{})))
	require.Equal(t, []string{"young", "old in b"}, subjects(t, tn.AuditAll(store.AuditQuery{})))
	removed, err := tn.Purge(nil)
	require.NoError(t, err)
	require.Equal(t, 1, removed)
	boxes[0].AuditLogAgeLimit = tenant.DefaultAgeLimit
	require.Equal(t, []string{"young"}, subjects(t, tn.Audit(boxes[0], tenant.AuditQuery{})))
	require.Equal(t, []string{"young", "old in b"}, subjects(t, tn.AuditAll(store.AuditQuery{})))
}
