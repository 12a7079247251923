package conformance

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// documentedCommands lists the commands that the documentation prints. Where
// it does not lie beside the project, the test is skipped.
const documentedCommands = "../../../../shared/exchange/seed-commands.json"

type documentedCommand struct {
	ID, Kind, Code, Note string
}

// placeholders are what a reader fills in.
var placeholders = strings.NewReplacer("<identity of mailbox>", "sales", "<useridentity>", "test1@contoso.com", "<user>", "test1@contoso.com")

// commandAnswers are typed at the prompts of the commands that ask.
var commandAnswers = map[string][]string{
	"seed:000:9":   {"admin@contoso.com", "secret"},
	"seed:000:13":  {"admin@contoso.com", "secret"},
	"seed:000:16":  {"admin@contoso.com", "secret"},
	"seed:002:53":  {"test1", "1/1/2026", "12/31/2026"},
	"seed:002:111": {"test1", "1/1/2026", "12/31/2026"},
	"seed:002:242": {"12/31/2026", "1/1/2026", "admin@contoso.com", ""},
}

// sessionCommands follow from each other.
var sessionCommands = []string{"seed:000:9", "seed:000:13", "seed:000:16"}

// TestDocumentedCommands runs every command as it is printed: without an
// error, or, where printing damaged it, with the parser's.
func TestDocumentedCommands(t *testing.T) {
	text, err := os.ReadFile(documentedCommands)
	if os.IsNotExist(err) {
		t.Skip("the documented commands are not part of the project")
	}
	require.NoError(t, err)
	var file struct{ Commands []documentedCommand }
	require.NoError(t, json.Unmarshal(text, &file))
	exolab := program(t)
	exolab.Env = []string{actAs + "=1", "EXOLAB_DATA=:memory:"}
	before, script := "", ""
	for _, c := range file.Commands {
		if c.Kind == "script" {
			script = c.Code
		}
	}
	for _, c := range file.Commands {
		t.Run(c.ID, func(t *testing.T) {
			root := t.TempDir()
			require.NoError(t, os.MkdirAll(filepath.Join(root, "work"), 0o755))
			require.NoError(t, os.WriteFile(filepath.Join(root, "work", "Run-MailboxAuditLogSearcher.ps1"), []byte(script), 0o600))
			code := placeholders.Replace(c.Code)
			for _, id := range sessionCommands {
				if id == c.ID {
					code = before + code + "\n"
					before = code
				}
			}
			got, err := exolab.RunCase(root, Case{Script: code, Stdin: commandAnswers[c.ID]})
			require.NoError(t, err)
			if strings.Contains(c.Note, "damage") {
				require.Contains(t, got.Output, "ParserError")
				require.NotZero(t, got.Exit)
				return
			}
			require.Zero(t, got.Exit, got.Output)
			require.NotContains(t, got.Output, "Line |")
		})
	}
}
