package repl

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestClosest(t *testing.T) {
	names := strings.Fields("Get-Mailbox Get-MailboxPermission Set-Mailbox Get-Date Identity")
	for word, want := range map[string]string{
		"Get-Mailbocks":         "Get-Mailbox",
		"get-mialbox":           "Get-Mailbox",
		"Get-MailboxPermissoin": "Get-MailboxPermission",
		"Identiy":               "Identity",
		"Get-Dat":               "Get-Date",
		"Something":             "",
		"x":                     "",
	} {
		require.Equal(t, want, closest(word, names), word)
	}
}
