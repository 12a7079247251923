package seed_test

import (
	"bytes"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"exolab/store"
	"exolab/store/seed"
	"exolab/store/tenant"
)

var testNow = time.Date(2024, 6, 5, 15, 0, 0, 0, time.UTC)

// seeded gives the organization with a fixed clock, in memory.
func seeded(t testing.TB) (store.Store, store.Tenant) {
	t.Helper()
	s, err := store.Open("", store.Options{Memory: true})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, s.Close()) })
	tn, err := seed.New(s, seed.Options{Clock: &testNow})
	require.NoError(t, err)
	return s, tn
}

func TestSeedHasWhatTheDocumentsName(t *testing.T) {
	_, tn := seeded(t)
	require.NoError(t, tn.View(func(r store.Reader) error {
		for _, identity := range []string{
			"Pilar Pinilla", "Don Hall", "Test User 1", "test1@contoso.com", "Adele Vance", "AlexW", "MeganB", "LeeG",
			"alexw@contoso.onmicrosoft.com", "meganb@contoso.onmicrosoft.com", "leeg@contoso.onmicrosoft.com",
			"sales@contoso.onmicrosoft.com", "Sales", "finance",
		} {
			_, err := r.Mailbox(identity)
			require.NoError(t, err, identity)
		}
		return nil
	}))
	c, err := tn.Counts()
	require.NoError(t, err)
	require.GreaterOrEqual(t, c.Mailboxes, 20)
	require.Greater(t, c.AuditEntries, 2000)
	require.Greater(t, c.Permissions, 100)
}

func TestSeedIsTheSameEveryTime(t *testing.T) {
	export := func() string {
		s, _ := seeded(t)
		var out bytes.Buffer
		require.NoError(t, s.Export(&out, "", nil))
		return out.String()
	}
	first := export()
	require.True(t, first == export())
}

func TestSeedLogsOnlyWhatThePolicyLogs(t *testing.T) {
	_, tn := seeded(t)
	profile, err := tenant.ProfileByName(tenant.ProfileCurrent)
	require.NoError(t, err)
	for e, err := range tn.AuditAll(store.AuditQuery{}) {
		require.NoError(t, err)
		action, err := tenant.ParseAction(e.Operation)
		require.NoError(t, err)
		require.True(t, profile.Default(e.LogonType).Has(action), "%s %s", e.LogonType, action)
		require.False(t, e.LastAccessed.After(testNow))
	}
}

func BenchmarkSeedInMemory(b *testing.B) {
	for b.Loop() {
		s, err := store.Open("", store.Options{Memory: true})
		require.NoError(b, err)
		_, err = seed.New(s, seed.Options{Clock: &testNow})
		require.NoError(b, err)
		require.NoError(b, s.Close())
	}
}
