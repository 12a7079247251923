package shell

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestPagesOfTheUnifiedLog reads a search page by page: each object tells the
// number of all, the pages follow each other, and a page that was left early is
// over.
func TestPagesOfTheUnifiedLog(t *testing.T) {
	const window = "$w = @{ StartDate = (Get-Date).AddDays(-60); EndDate = (Get-Date).AddDays(1) }\n"
	for _, c := range []struct{ name, code, output string }{
		{"counted before the first",
			window + "$one = Search-UnifiedAuditLog @w -ResultSize 300 | Select-Object -First 1\n$all = Search-UnifiedAuditLog @w -ResultSize 300\n" +
				"$one.ResultIndex, ($one.ResultCount -eq $all.Count), ($all[0].Identity -eq $one.Identity), ($all[-1].ResultIndex -eq $all.Count)",
			"1 True True True"},
		{"the limit counts", window + "Search-UnifiedAuditLog @w -ResultSize 3 | ForEach-Object { $_.ResultIndex; $_.ResultCount }", "1 3 2 3 3 3"},
		{"pages", window + "$all = Search-UnifiedAuditLog @w -ResultSize 9\n$pages = 1..3 | ForEach-Object { Search-UnifiedAuditLog @w -SessionId a -SessionCommand ReturnLargeSet -ResultSize 3 }\n" +
			"(($pages.Identity -join ' ') -eq ($all.Identity -join ' ')); $pages.ResultIndex -join ''; ($pages[0].ResultCount -eq $pages[8].ResultCount)", "True 123456789 True"},
		{"a page that was left", window + "(Search-UnifiedAuditLog @w -SessionId b -ResultSize 4 | Select-Object -First 1).ResultIndex; (Search-UnifiedAuditLog @w -SessionId b -ResultSize 4).ResultIndex", "1 5 6 7 8"},
		{"the end", window + "$n = 0; do { $page = @(Search-UnifiedAuditLog @w -SessionId c -Operations SendAs -ResultSize 7); $n += $page.Count } while ($page)\n" +
			"$n -eq (Search-UnifiedAuditLog @w -Operations SendAs -ResultSize 5000).Count; $n -gt 7", "True True"},
		{"by user", window + "$mine = Search-UnifiedAuditLog @w -UserIds donh@contoso.com -ResultSize 20\n$mine[0].ResultCount -eq $mine.Count; ($mine.UserIds | Select-Object -Unique)", "True donh@contoso.com"},
		{"by record type", window + "(Search-UnifiedAuditLog @w -RecordType ExchangeItemAggregated -ResultSize 20).Operations | Select-Object -Unique", "MailItemsAccessed"},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, c.output, strings.Join(strings.Fields(runText(t, c.code)), " "))
		})
	}
}
