package shell

import (
	"io"
	"mime"
	"mime/multipart"
	"net/mail"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// send runs a script and reads the message that it left in the outbox.
func send(t *testing.T, dir, script string) *mail.Message {
	t.Helper()
	t.Setenv("TMPDIR", dir)
	require.Empty(t, runIn(t, dir, script))
	text, err := os.ReadFile(filepath.Join(dir, "exolab-outbox", "0001.eml"))
	require.NoError(t, err)
	message, err := mail.ReadMessage(strings.NewReader(string(text)))
	require.NoError(t, err)
	return message
}

// A message is one that others can read, with its attachments as parts.
func TestSentMailHasParts(t *testing.T) {
	dir := t.TempDir()
	message := send(t, dir, "Set-Content -NoNewline notes.txt 'first notes'\n"+
		"Get-Item notes.txt | Send-MailMessage -From 'Ann <a@contoso.com>' -To b@contoso.com -Bcc c@contoso.com -Subject 'Grüße' -Body 'Schön' -Encoding utf8 -Priority High -SmtpServer x")
	require.Equal(t, `"Ann" <a@contoso.com>`, message.Header.Get("From"))
	require.Equal(t, []string{"b@contoso.com", "c@contoso.com"}, message.Header["X-Receiver"])
	require.Equal(t, "high", message.Header.Get("Importance"))
	require.Empty(t, message.Header.Get("Bcc"))
	subject, err := new(mime.WordDecoder).DecodeHeader(message.Header.Get("Subject"))
	require.NoError(t, err)
	require.Equal(t, "Grüße", subject)
	_, err = message.Header.Date()
	require.NoError(t, err)

	_, options, err := mime.ParseMediaType(message.Header.Get("Content-Type"))
	require.NoError(t, err)
	parts := multipart.NewReader(message.Body, options["boundary"])
	body, err := parts.NextPart()
	require.NoError(t, err)
	require.Equal(t, "text/plain; charset=utf-8", body.Header.Get("Content-Type"))
	attached, err := parts.NextPart()
	require.NoError(t, err)
	require.Equal(t, "notes.txt", attached.FileName())
	data, err := io.ReadAll(attached)
	require.NoError(t, err)
	require.Equal(t, "Zmlyc3Qgbm90ZXM=\r\n", string(data))
}

// Line breaks in a subject do not become headers.
func TestSentMailKeepsItsHeaders(t *testing.T) {
	message := send(t, t.TempDir(), "Send-MailMessage -From a@contoso.com -To b@contoso.com -Subject \"x`r`nBcc: evil@contoso.com\" -Body ü -SmtpServer x")
	require.Equal(t, "x Bcc: evil@contoso.com", message.Header.Get("Subject"))
	body, err := io.ReadAll(message.Body)
	require.NoError(t, err)
	require.Equal(t, "?", string(body))
}

// What PowerShell refuses to send is not written.
func TestMailThatCannotBeSent(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	out := runText(t, "try { Send-MailMessage -From a@contoso.com -To b@contoso.com } catch { $_.FullyQualifiedErrorId }\n"+
		"Send-MailMessage -From a@contoso.com -To nobody -SmtpServer x -ErrorAction SilentlyContinue\n"+
		"$Error[1, 0] | ForEach-Object FullyQualifiedErrorId")
	require.Equal(t, "Microsoft.PowerShell.Commands.SendMailMessage\nFormatException,Microsoft.PowerShell.Commands.SendMailMessage\n"+
		"InvalidOperationException,Microsoft.PowerShell.Commands.SendMailMessage", out)
	require.NoDirExists(t, filepath.Join(os.TempDir(), "exolab-outbox"))
}
