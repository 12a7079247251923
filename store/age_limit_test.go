package store_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"exolab/store"
)

// TestAgeLimitsFollowTheMailbox changes a limit between searches.
func TestAgeLimitsFollowTheMailbox(t *testing.T) {
	_, tn := seeded(t)
	oldest := func() time.Time {
		var at time.Time
		for e, err := range tn.AuditAll(store.AuditQuery{}) {
			require.NoError(t, err)
			at = e.LastAccessed
		}
		return at
	}
	require.True(t, oldest().Before(tn.Now().AddDate(0, 0, -60)))
	require.NoError(t, tn.Update(func(w store.Writer) error {
		for m, err := range w.Mailboxes() {
			require.NoError(t, err)
			m.AuditLogAgeLimit = 10 * 24 * time.Hour
			require.NoError(t, w.PutMailbox(m))
		}
		return nil
	}))
	require.False(t, oldest().Before(tn.Now().AddDate(0, 0, -10)))
}
