package shell

import (
	"encoding/base64"
	"encoding/hex"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/require"
)

// theSecret is put together by the script, so that its own text does not hold it.
const theSecret = "Tr0ub4dor-and-3"

// secretive gives a password to whatever might keep one.
const secretive = `
$plain = 'Tr0ub4dor' + '-and-3'
$secure = ConvertTo-SecureString $plain -AsPlainText -Force
$plain = $null
$credential = [pscredential]::new('admin@contoso.com', $secure)
$ErrorActionPreference = 'Continue'
Start-Transcript transcript.txt | Out-Null
$secure; $credential; "$secure"; "$credential"
$credential | Format-List * ; $credential | Format-Custom; $secure | Get-Member | Out-Null
$credential | Export-Clixml credential.xml
$secure | Export-Clixml secure.xml
@{ Deep = @($credential) } | Export-Clixml deep.xml
$credential | Export-Csv credential.csv
$credential | ConvertTo-Json -Depth 5 | Set-Content credential.json
Set-Mailbox nobody-there -Password $secure
Set-Mailbox test1 -Password $secure
New-Mailbox -Name secret -Password $secure -MicrosoftOnlineServicesID secret@contoso.onmicrosoft.com | Out-Null
New-Mailbox -Name secret -Password $secure -MicrosoftOnlineServicesID secret@contoso.onmicrosoft.com | Out-Null
Connect-ExchangeOnline -Credential $credential
Get-Mailbox -Identity $credential; Get-Item $secure; [int]$secure; [datetime]$credential
Write-Error -Message 'failed' -TargetObject $credential
try { throw $credential } catch { $_ | Format-List * -Force; Get-Error }
$Error | Format-List * -Force; Get-Error -Newest 20
$Error | Export-Clixml errors.xml
Get-History | Format-List *; Get-Variable credential, secure | Format-List *
Set-PSDebug -Trace 1; $null = $credential.UserName; Set-PSDebug -Off
Write-Verbose $credential -Verbose; Write-Host $secure; Write-Information $credential
Search-AdminAuditLog | Format-List * ; (Search-AdminAuditLog).CmdletParameters | Format-List *
Search-UnifiedAuditLog -StartDate (Get-Date).AddDays(-2) -EndDate (Get-Date).AddDays(1) | Format-List *
Stop-Transcript | Out-Null
'the end'
`

// A password shows nowhere: not on the screen, in error texts, transcripts,
// files, audit records or the store.
func TestSecretsStayIn(t *testing.T) {
	dir := t.TempDir()
	data := filepath.Join(dir, "data")
	said := runOn(t, dir, Config{Data: data, NoColour: true}, secretive)
	require.True(t, strings.HasSuffix(said, "the end"), said)
	require.NotContains(t, said, theSecret)
	looked := 0
	require.NoError(t, filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		looked++
		raw, err := os.ReadFile(path)
		require.NoError(t, err)
		for form, text := range secretForms() {
			require.NotContains(t, string(raw), text, "%s holds the password as %s", path, form)
		}
		return nil
	}))
	require.Greater(t, looked, 8, "the script wrote its files")
}

// secretForms are the ways in which a file might hold the password in the open.
func secretForms() map[string]string {
	forms := map[string]string{"UTF-8": theSecret, "base64": base64.StdEncoding.EncodeToString([]byte(theSecret))}
	var wide []byte
	for _, unit := range utf16.Encode([]rune(theSecret)) {
		wide = append(wide, byte(unit), byte(unit>>8))
	}
	forms["UTF-16"], forms["hexadecimal UTF-16"] = string(wide), hex.EncodeToString(wide)
	return forms
}
