package auditlog

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"exolab/store/tenant"
)

// TestSkimAgreesWithAuditData looks for every part of the AuditData of an entry: what
// is in it is never skimmed over; texts that are not in it are, in most cases.
func TestSkimAgreesWithAuditData(t *testing.T) {
	e, err := tenant.NewAuditEntry(tenant.GUID{1}, tenant.BagOf("Operation", "SoftDelete", "LogonType", "Delegate", "LastAccessed", tenant.FormatTime(time.Date(2026, 4, 1, 10, 11, 12, 0, time.UTC)),
		"LogonUserDisplayName", "Don Hall", "LogonUserSid", "S-1-5-21-7", "ClientIPAddress", "10.5.8.21", "ClientInfoString", "Client=OWA;Action=ViaProxy", "FolderPathName", `\Inbox`,
		"CrossMailboxOperation", true, "SourceItems", []any{tenant.BagOf("SourceItemId", "RgAAAA", "SourceItemSubject", " Invoice <2041> & more", "SourceItemFolderPathName", `\Inbox`)}))
	require.NoError(t, err)
	known := people{map[string]string{"S-1-5-21-7": "donh@contoso.com"}, map[tenant.GUID]string{{1}: "sales@contoso.com"}, nil}
	data := unifiedRecordOf(e, "0e8f2a34-0000-4000-8000-000000000001", known).AuditData
	admits := func(text string) bool {
		return newSkim(&unifiedFilter{text: strings.ToLower(text)}).admits(e, e.Operation, known.userOf(e), known.addresses[e.Mailbox])
	}
	for from := range data {
		for _, length := range []int{1, 3, 7, 12} {
			if to := from + length; to <= len(data) {
				require.True(t, admits(data[from:to]), data[from:to])
			}
		}
	}
	for _, text := range []string{"nothing", "10.5.8.22", "anad@contoso.com", "Invoice 9"} {
		require.False(t, admits(text), text)
	}
}
