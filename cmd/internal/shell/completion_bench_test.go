package shell_test

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/cmd/internal/shell"
	"exolab/runtime/completion"
	"exolab/store"
	"exolab/store/seed"
)

// manyMailboxes is the size at which an answer is promised within 30 ms.
const manyMailboxes = 1000

// completedTexts are texts of each kind that Tab completes.
var completedTexts = []string{
	"Get-", "Get-Mailbox -", "Set-Mailbox -Identity s", "Get-Mailbox ", "Search-MailboxAuditLog sales -Operations ",
	"Add-MailboxPermission sales -User ", "Get-MailboxFolderPermission sales:\\", "$", "(Get-Mailbox sales).", "Get-Mailbox | Where-Object { $_.",
	"Get-Mailbox | Select-Object ", "[System.", "[dat", "./", "Get-Help ", "Get-Command -Noun ", "$x = Get-Mailbox; $x.", "@{ a = 1 }.",
	strings.Repeat("$value = Get-Date; if ($value) { 'text' }\n", 500) + "$value.",
}

func largeShell(t testing.TB) *shell.Shell {
	config := shell.Config{}
	config.SetData(t.TempDir())
	s, err := store.Open(config.Data, store.Options{})
	require.NoError(t, err)
	_, err = seed.New(s, seed.Options{Name: "Large", Mailboxes: manyMailboxes, Entries: 1000, CreateOptions: store.CreateOptions{Select: true}})
	require.NoError(t, err)
	require.NoError(t, s.Close())
	sh, err := shell.New(shell.Options{Config: config, Streams: shell.Streams{In: strings.NewReader(""), Out: os.Stdout, Err: os.Stderr}})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, sh.Close()) })
	sh.Session.RunText("Get-Mailbox sales | Out-Null")
	return sh
}

// BenchmarkCompletion tells how long a large organization lets Tab wait.
func BenchmarkCompletion(b *testing.B) {
	sh := largeShell(b)
	for _, text := range completedTexts {
		b.Run(text[max(0, len(text)-40):], func(b *testing.B) {
			for range b.N {
				completion.Complete(sh.Session, text, len(text))
			}
		})
	}
}
