package scenario

import (
	"bytes"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"exolab/store"
	"exolab/store/seed"
	"exolab/store/tenant"
)

var present = time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC)

func play(t *testing.T, sc Scenario, number uint64) (store.Store, store.Tenant) {
	t.Helper()
	s, err := store.Open("", store.Options{Memory: true})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, s.Close()) })
	tn, err := New(s, sc, seed.Options{Seed: number, Clock: &present})
	require.NoError(t, err, sc.Name)
	return s, tn
}

// TestTruthIsInTheLogs plays every scenario and looks for the evidence that its
// truth names.
func TestTruthIsInTheLogs(t *testing.T) {
	for _, sc := range All() {
		_, tn := play(t, sc, 1)
		identities := map[string]*tenant.AuditEntry{}
		for e, err := range tn.AuditAll(store.AuditQuery{}) {
			require.NoError(t, err)
			identities[e.Properties.Text("Identity")] = e
		}
		admin := map[string]bool{}
		for e, err := range tn.AdminLog(time.Time{}, time.Time{}) {
			require.NoError(t, err)
			admin[e.CmdletName+tenant.FormatTime(e.RunDate)] = true
		}
		var truth *Truth
		require.NoError(t, tn.View(func(r store.Reader) (err error) { truth, err = ReadTruth(r); return err }))
		require.NotEmpty(t, truth.Steps, sc.Name)
		require.NotEmpty(t, truth.Questions, sc.Name)
		found := 0
		for _, step := range truth.Steps {
			require.NotEmpty(t, step.Evidence, "%s: %s", sc.Name, step.What)
			require.False(t, step.At.After(present))
			for _, e := range step.Evidence {
				switch e.Log {
				case "mailbox audit log":
					entry := identities[e.Identity]
					require.NotNil(t, entry, "%s: %s", sc.Name, step.What)
					require.Equal(t, e.Operation, entry.Operation)
					require.Equal(t, step.At, entry.LastAccessed)
					found++
				case "admin audit log":
					require.True(t, admin[e.Operation+tenant.FormatTime(step.At)], "%s: %s", sc.Name, step.What)
					found++
				default:
					require.Empty(t, e.Identity)
					require.NotEmpty(t, e.Note)
				}
			}
		}
		require.Positive(t, found, sc.Name)
	}
}

func TestScenariosFollowTheSeed(t *testing.T) {
	out := func(seed uint64) string {
		s, _ := play(t, businessEmailCompromise, seed)
		var text bytes.Buffer
		require.NoError(t, s.Export(&text, "", nil))
		return text.String()
	}
	require.Equal(t, out(7), out(7))
	require.NotEqual(t, out(7), out(8))
}

func TestNoTruthWithoutScenario(t *testing.T) {
	s, err := store.Open("", store.Options{Memory: true})
	require.NoError(t, err)
	defer s.Close()
	tn, err := seed.New(s, seed.Options{Clock: &present})
	require.NoError(t, err)
	require.ErrorIs(t, tn.View(func(r store.Reader) error { _, err := ReadTruth(r); return err }), ErrNoTruth)
	_, err = Find("nothing")
	require.ErrorContains(t, err, "business-email-compromise")
}
