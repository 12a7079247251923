package store_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"exolab/store"
	"exolab/store/seed"
	"exolab/store/tenant"
)

func TestStoreOutlivesItsClosing(t *testing.T) {
	dir := t.TempDir()
	s, err := store.Open(dir, store.Options{})
	require.NoError(t, err)
	_, err = seed.New(s, seed.Options{Clock: &testNow})
	require.NoError(t, err)
	before := export(t, s, "")
	require.NoError(t, s.Close())

	s, err = store.Open(dir, store.Options{})
	require.NoError(t, err)
	require.True(t, bytes.Equal(before, export(t, s, "")))
	require.NoError(t, s.Close())

	s, err = store.Open(dir, store.Options{ReadOnly: true})
	require.NoError(t, err)
	defer s.Close()
	tn, err := s.Open("")
	require.NoError(t, err)
	err = tn.Update(func(store.Writer) error { return nil })
	require.ErrorIs(t, err, store.ErrReadOnly)
}

func TestUpdateIsAllOrNothing(t *testing.T) {
	s, tn := seeded(t)
	before := export(t, s, "")
	failure := errors.New("no")
	err := tn.Update(func(w store.Writer) error {
		m, err := w.Mailbox("donh")
		require.NoError(t, err)
		m.DisplayName = "Somebody Else"
		require.NoError(t, m.SetProperty("CustomAttribute1", "a text that the lexicon does not have"))
		require.NoError(t, w.PutMailbox(m))
		changed, err := w.Mailbox("somebody else")
		require.NoError(t, err)
		require.Equal(t, "Somebody Else", changed.DisplayName)
		return failure
	})
	require.ErrorIs(t, err, failure)
	require.True(t, bytes.Equal(before, export(t, s, "")))
	require.NoError(t, tn.View(func(r store.Reader) error {
		_, err := r.Mailbox("Somebody Else")
		var notFound *tenant.NotFoundError
		require.ErrorAs(t, err, &notFound)
		return nil
	}))
}

func TestNamesFollowTheMailbox(t *testing.T) {
	_, tn := seeded(t)
	require.NoError(t, tn.Update(func(w store.Writer) error {
		m, err := w.Mailbox("Don Hall")
		require.NoError(t, err)
		m.DisplayName, m.Name = "Donald Hall", "Donald Hall"
		return w.PutMailbox(m)
	}))
	require.NoError(t, tn.View(func(r store.Reader) error {
		found, err := r.FindMailboxes("Don Hall")
		require.NoError(t, err)
		require.Empty(t, found)
		m, err := r.Mailbox("DONALD HALL")
		require.NoError(t, err)
		for _, identity := range []string{
			m.Alias, m.GUID.String(), "{" + strings.ToUpper(m.ExchangeGUID.String()) + "}", m.DistinguishedName,
			m.LegacyExchangeDN, m.SAMAccountName, m.SID, "smtp:donh@contoso.com", "donh@contoso.onmicrosoft.com",
		} {
			again, err := r.Mailbox(identity)
			require.NoError(t, err, identity)
			require.Equal(t, m.ExchangeGUID, again.ExchangeGUID)
		}
		return nil
	}))
}

func TestAmbiguousIdentity(t *testing.T) {
	_, tn := seeded(t)
	require.NoError(t, tn.Update(func(w store.Writer) error {
		m, err := w.Mailbox("donh")
		require.NoError(t, err)
		m.DisplayName = "Adele Vance"
		return w.PutMailbox(m)
	}))
	require.NoError(t, tn.View(func(r store.Reader) error {
		_, err := r.Mailbox("adele vance")
		var ambiguous *tenant.AmbiguousError
		require.ErrorAs(t, err, &ambiguous)
		require.Len(t, ambiguous.Matches, 2)
		return nil
	}))
}

func TestRemoveMailbox(t *testing.T) {
	_, tn := seeded(t)
	before, err := tn.Counts()
	require.NoError(t, err)
	require.NoError(t, tn.Update(func(w store.Writer) error {
		m, err := w.Mailbox("pilarp")
		require.NoError(t, err)
		return w.RemoveMailbox(m.ExchangeGUID)
	}))
	removed, err := tn.Purge(nil)
	require.NoError(t, err)
	require.Positive(t, removed)
	c, err := tn.Counts()
	require.NoError(t, err)
	require.Equal(t, before.Mailboxes-1, c.Mailboxes)
	require.Equal(t, before.AuditEntries-removed, c.AuditEntries)
}

func TestOrganizations(t *testing.T) {
	s := memory(t)
	_, err := s.Open("")
	require.ErrorIs(t, err, store.ErrUnknown)
	tn, wasSeeded, err := seed.OpenOrNew(s, "", seed.Options{})
	require.NoError(t, err)
	require.True(t, wasSeeded)
	require.Equal(t, "Contoso", tn.Name())

	_, err = s.Create(&tenant.Organization{Name: "Fabrikam"}, store.CreateOptions{}, nil)
	require.NoError(t, err)
	_, err = s.Create(&tenant.Organization{Name: "FABRIKAM"}, store.CreateOptions{}, nil)
	require.ErrorIs(t, err, store.ErrExists)
	list, err := s.List()
	require.NoError(t, err)
	require.Len(t, list, 2)
	require.True(t, list[0].Current)

	require.NoError(t, s.Select("fabrikam"))
	require.NoError(t, s.Remove("Fabrikam"))
	tn, err = s.Open("")
	require.NoError(t, err)
	require.Equal(t, "Contoso", tn.Name())
	_, err = seed.New(s, seed.Options{CreateOptions: store.CreateOptions{Replace: true}, Clock: &testNow})
	require.NoError(t, err)
	tn, err = s.Open("")
	require.NoError(t, err)
	require.Equal(t, testNow, tn.Now())
}

func TestClock(t *testing.T) {
	dir := t.TempDir()
	s, err := store.Open(dir, store.Options{})
	require.NoError(t, err)
	tn, err := seed.New(s, seed.Options{})
	require.NoError(t, err)
	require.WithinDuration(t, time.Now(), tn.Now(), time.Minute)
	require.NoError(t, tn.Update(func(w store.Writer) error {
		org, err := w.Organization()
		require.NoError(t, err)
		org.FixedClock = &testNow
		return w.PutOrganization(org)
	}))
	require.Equal(t, testNow, tn.Now())
	require.NoError(t, s.Close())

	later := testNow.AddDate(1, 0, 0)
	s, err = store.Open(dir, store.Options{Now: &later})
	require.NoError(t, err)
	defer s.Close()
	tn, err = s.Open("")
	require.NoError(t, err)
	require.Equal(t, later, tn.Now())
}

func TestLockedStore(t *testing.T) {
	dir := t.TempDir()
	s, err := store.Open(dir, store.Options{})
	require.NoError(t, err)
	defer s.Close()
	_, err = store.Open(dir, store.Options{})
	require.ErrorIs(t, err, store.ErrLocked)
	require.EqualError(t, err, fmt.Sprintf("The data directory %s is in use by another exolab process (pid %d); end that one, or use --data or --memory.", dir, os.Getpid()))
}

func TestNewerStore(t *testing.T) {
	dir := t.TempDir()
	s, err := store.Open(dir, store.Options{})
	require.NoError(t, err)
	require.NoError(t, store.WriteNewerSchema(s))
	require.NoError(t, s.Close())
	_, err = store.Open(dir, store.Options{})
	require.ErrorIs(t, err, store.ErrNewer)
}

func TestDamagedStore(t *testing.T) {
	for name, damage := range map[string]func(t *testing.T, dir string){
		"manifest": func(t *testing.T, dir string) {
			require.NoError(t, os.WriteFile(filepath.Join(dir, "MANIFEST"), []byte("this is not a manifest"), 0o600))
		},
		"table cut short": func(t *testing.T, dir string) {
			for _, table := range tables(t, dir) {
				require.NoError(t, os.Truncate(table, 100))
			}
		},
		"table missing": func(t *testing.T, dir string) {
			for _, table := range tables(t, dir) {
				require.NoError(t, os.Remove(table))
			}
		},
		"table overwritten": func(t *testing.T, dir string) {
			for _, table := range tables(t, dir) {
				content, err := os.ReadFile(table)
				require.NoError(t, err)
				for i := range content {
					content[i] ^= 0x55
				}
				require.NoError(t, os.WriteFile(table, content, 0o600))
			}
		},
		"key registry": func(t *testing.T, dir string) {
			require.NoError(t, os.WriteFile(filepath.Join(dir, "KEYREGISTRY"), []byte("x"), 0o600))
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			s, err := store.Open(dir, store.Options{})
			require.NoError(t, err)
			_, err = seed.New(s, seed.Options{Clock: &testNow})
			require.NoError(t, err)
			require.NoError(t, s.Close())
			damage(t, dir)
			s, err = store.Open(dir, store.Options{})
			if err == nil {
				defer s.Close()
			}
			require.ErrorIs(t, err, store.ErrDamaged)
		})
	}
}

func tables(t *testing.T, dir string) []string {
	t.Helper()
	list, err := filepath.Glob(filepath.Join(dir, "*.sst"))
	require.NoError(t, err)
	require.NotEmpty(t, list)
	return list
}

func TestDirectoryThatIsAFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	require.NoError(t, os.WriteFile(file, nil, 0o600))
	_, err := store.Open(file, store.Options{})
	require.ErrorIs(t, err, store.ErrAccess)
}

func TestBackup(t *testing.T) {
	s, _ := seeded(t)
	var backup bytes.Buffer
	require.NoError(t, s.Backup(&backup))
	require.ErrorIs(t, s.Restore(bytes.NewReader(backup.Bytes())), store.ErrExists)

	other := memory(t)
	require.ErrorIs(t, other.Restore(strings.NewReader("this is no backup of anything")), store.ErrDamaged)
	require.ErrorIs(t, other.Restore(bytes.NewReader(backup.Bytes()[:backup.Len()/2])), store.ErrDamaged)
	require.NoError(t, other.Restore(bytes.NewReader(backup.Bytes())))
	require.True(t, bytes.Equal(export(t, s, ""), export(t, other, "")))
}
