package shell

import (
	"testing"

	"github.com/stretchr/testify/require"
)

const exportFormulas = `
$rows = [pscustomobject]@{ Subject = 'Invoice'; Sender = '=cmd|calc!A0' }, [pscustomobject]@{ Subject = '-5.2'; Sender = '@SUM(1)' },
    [pscustomobject]@{ Subject = "` + "`t" + `x"; Sender = 'a=b' }
$rows | Export-Csv rows.csv; Get-FileHash rows.csv | ForEach-Object Hash`

// Who asks for it is warned of what a spreadsheet would compute; the file is the
// same, and nobody else is warned.
func TestExportWarnsOfFormulas(t *testing.T) {
	dir := t.TempDir()
	plain := runIn(t, dir, exportFormulas)
	require.NotContains(t, plain, "WARNING")
	warned := runIn(t, dir, "$ExolabWarnOfFormulas = $true"+exportFormulas)
	require.Contains(t, errorFrame.ReplaceAllString(warned, " "), "A spreadsheet would take 3 of the values in 'rows.csv' for formulas, the first in row 1, column 'Sender'")
	require.Contains(t, warned, plain, "the file is the same")
	require.NotContains(t, runIn(t, dir, "$ExolabWarnOfFormulas = $true; [pscustomobject]@{ A = -3; B = 'x' } | Export-Csv rows.csv"), "WARNING")
}
