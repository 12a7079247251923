package conformance

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestErrorsInFull shows errors by Get-Error and by the DetailedView, which is
// the same text.
func TestErrorsInFull(t *testing.T) {
	got, err := program(t).RunCase(t.TempDir(), Case{Script: `try { 1/0 } catch { }
$shown = Get-Error
$shown.PSTypeNames -join ','
$text = $shown | Out-String
$shown.PSTypeNames -join ','
$ErrorView = 'DetailedView'
($Error[0] | Out-String -Stream | ForEach-Object TrimEnd) -join '|' -eq (($text -split '\n' | ForEach-Object TrimEnd) -join '|')
$text -split '\n' | Select-Object -First 7 -Skip 1 | ForEach-Object TrimEnd
Write-Error two 2> $null
Get-Error -Newest 2 | Out-String -Stream | Where-Object { $_ -match 'ErrorIndex' }`})
	require.NoError(t, err)
	require.Equal(t, `System.Management.Automation.ErrorRecord#PSExtendedError,System.Object
System.Object,System.Management.Automation.ErrorRecord
True
Exception             :
    Type           : System.Management.Automation.RuntimeException
    ErrorRecord    :
        Exception             :
            Type    : System.Management.Automation.ParentContainsErrorRecordException
            Message : Attempted to divide by zero.
            HResult : -2146233087
   ErrorIndex: 0
   ErrorIndex: 1
`, got.Output)
}
