package organization

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestPlural(t *testing.T) {
	for noun, want := range map[string]string{"retention policy": "retention policies", "address list": "address lists", "journal key": "journal keys",
		"mailbox": "mailboxes", "address": "addresses", "search": "searches"} {
		require.Equal(t, want, plural(noun))
	}
}
