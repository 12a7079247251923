package store

import (
	"bytes"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"exolab/store/tenant"
)

var testNow = time.Date(2024, 6, 5, 15, 0, 0, 0, time.UTC)

// memory opens an empty store in memory.
func memory(t testing.TB) Store {
	t.Helper()
	s, err := Open("", Options{Memory: true})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, s.Close()) })
	return s
}

// seeded gives the seeded organization with a fixed clock, in memory.
func seeded(t testing.TB) (Store, Tenant) {
	t.Helper()
	s := memory(t)
	tn, err := Seed(s, SeedOptions{Clock: &testNow})
	require.NoError(t, err)
	return s, tn
}

func export(t testing.TB, s Store, name string) []byte {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, s.Export(&out, name, nil))
	return out.Bytes()
}

func TestSeedHasWhatTheDocumentsName(t *testing.T) {
	_, tn := seeded(t)
	require.NoError(t, tn.View(func(r Reader) error {
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
	one, _ := seeded(t)
	two, _ := seeded(t)
	require.True(t, bytes.Equal(export(t, one, ""), export(t, two, "")))
}

func TestSeedLogsOnlyWhatThePolicyLogs(t *testing.T) {
	_, tn := seeded(t)
	profile, err := tenant.ProfileByName(tenant.ProfileCurrent)
	require.NoError(t, err)
	for e, err := range tn.AuditAll(AuditQuery{}) {
		require.NoError(t, err)
		action, err := tenant.ParseAction(e.Operation)
		require.NoError(t, err)
		require.True(t, profile.Default(e.LogonType).Has(action), "%s %s", e.LogonType, action)
		require.False(t, e.LastAccessed.After(testNow))
	}
}

func BenchmarkSeedInMemory(b *testing.B) {
	for b.Loop() {
		s, err := Open("", Options{Memory: true})
		require.NoError(b, err)
		_, err = Seed(s, SeedOptions{Clock: &testNow})
		require.NoError(b, err)
		require.NoError(b, s.Close())
	}
}
