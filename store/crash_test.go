package store_test

import (
	"bufio"
	"bytes"
	"fmt"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"exolab/store"
	"exolab/store/seed"
	"exolab/store/tenant"
)

const (
	// crashDirectory and crashWork name, for the process that is to be killed,
	// its data directory and what it does there.
	crashDirectory = "EXOLAB_CRASH_DIRECTORY"
	crashWork      = "EXOLAB_CRASH_WORK"
	// crashKills is how many processes are killed in all; unset, usualKills.
	// .ci/run kills 200.
	crashKills   = "CRASH_KILLS"
	usualKills   = 40
	acknowledged = "acknowledged "
)

// crashCase is work that is killed at random moments, over and over on one data
// directory. It acknowledges the number of each step when that is done; steps go
// on where the last process stopped.
type crashCase struct {
	// work does the steps from one on until it is killed.
	work func(t *testing.T, s store.Store, dir string, from int, acknowledge func(step int))
	// check looks at the store after a kill; last is the highest acknowledged
	// step of all processes so far, -1 for none.
	check func(t *testing.T, s store.Store, last int)
}

var crashCases = map[string]crashCase{
	"changes": {workChanges, checkChanges},
	"import":  {workImports, checkImports},
	"seed":    {workSeeds, checkSeeds},
	"purge":   {workPurges, checkPurges},
	"backup":  {workBackups, checkChanges},
}

// TestCrashWriter is not a test of its own: TestKilledProcess runs it in
// processes that it kills.
func TestCrashWriter(t *testing.T) {
	dir := os.Getenv(crashDirectory)
	if dir == "" {
		t.Skip("runs only inside TestKilledProcess")
	}
	work, from, _ := strings.Cut(os.Getenv(crashWork), " ")
	step, err := strconv.Atoi(from)
	require.NoError(t, err)
	// A process that another part of the test is about to start holds the lock
	// of the store for the moment between its fork and its exec.
	var s store.Store
	require.Eventually(t, func() bool { s, err = store.Open(dir, store.Options{}); return err == nil }, 10*time.Second, 5*time.Millisecond, "%v", err)
	fmt.Println("opened")
	crashCases[work].work(t, s, dir, step, func(step int) { fmt.Printf("%s%d\n", acknowledged, step) })
}

// TestKilledProcess kills processes at random moments of changes, imports,
// seeding, purges and backups: the store always opens, what was acknowledged is
// there, and nothing is there by half.
func TestKilledProcess(t *testing.T) {
	kills := usualKills
	if n, err := strconv.Atoi(os.Getenv(crashKills)); err == nil {
		kills = n
	}
	for work, c := range crashCases {
		t.Run(work, func(t *testing.T) {
			t.Parallel()
			dir, last := t.TempDir(), -1
			k := &killer{work: work, dir: dir}
			for range kills / len(crashCases) {
				last = max(last, k.run(t, last+1))
				s, err := store.Open(dir, store.Options{})
				require.NoError(t, err)
				c.check(t, s, last)
				require.NoError(t, s.Close())
			}
			t.Logf("%d kills, %d steps acknowledged", kills/len(crashCases), last+1)
		})
	}
}

// killer runs processes that it kills at a random moment after they have opened
// the store. The first dies with its first acknowledgement; that time tells how
// long the others may live.
type killer struct {
	work, dir string
	life      time.Duration
}

// run returns the last step that a process acknowledged, from being its first.
func (k *killer) run(t *testing.T, from int) (last int) {
	t.Helper()
	writer := exec.Command(os.Args[0], "-test.run=^TestCrashWriter$")
	writer.Env = append(os.Environ(), crashDirectory+"="+k.dir, fmt.Sprintf("%s=%s %d", crashWork, k.work, from))
	out, err := writer.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, writer.Start())
	kill := func() { _ = writer.Process.Kill() }
	last = -1
	var opened time.Time
	var said strings.Builder
	for lines := bufio.NewScanner(out); lines.Scan(); {
		fmt.Fprintln(&said, lines.Text())
		if lines.Text() == "opened" {
			if opened = time.Now(); k.life > 0 {
				time.AfterFunc(time.Duration(rand.Int63n(int64(k.life))), kill)
			}
		}
		if n, found := strings.CutPrefix(lines.Text(), acknowledged); found {
			last, err = strconv.Atoi(n)
			require.NoError(t, err)
			if k.life == 0 {
				k.life = min(max(3*time.Since(opened)/2, 20*time.Millisecond), time.Second)
				kill()
			}
		}
	}
	_ = writer.Wait()
	require.Equal(t, -1, writer.ProcessState.ExitCode(), "the process ended by itself:\n%s", said.String())
	return last
}

// workChanges sets two properties of a mailbox and logs it in one transaction.
func workChanges(t *testing.T, s store.Store, _ string, from int, acknowledge func(int)) {
	tn, _, err := seed.OpenOrNew(s, "", seed.Options{Clock: &testNow})
	require.NoError(t, err)
	for step := from; ; step++ {
		change(t, tn, step)
		acknowledge(step)
	}
}

func change(t *testing.T, tn store.Tenant, step int) {
	require.NoError(t, tn.Update(func(w store.Writer) error {
		m, err := w.Mailbox("donh")
		require.NoError(t, err)
		require.NoError(t, m.SetProperty("CustomAttribute1", strconv.Itoa(step)))
		require.NoError(t, m.SetProperty("CustomAttribute2", strconv.Itoa(step)))
		entry, err := tenant.NewAuditEntry(m.ExchangeGUID, tenant.BagOf("Operation", "Update", "LogonType", "Owner",
			"LastAccessed", testNow.Add(-time.Duration(step)*time.Second), "Step", int64(step)))
		require.NoError(t, err)
		require.NoError(t, w.AppendAudit(entry))
		return w.PutMailbox(m)
	}))
}

func checkChanges(t *testing.T, s store.Store, last int) {
	tn, err := s.Open("")
	if last < 0 && err != nil {
		require.ErrorIs(t, err, store.ErrUnknown)
		return
	}
	require.NoError(t, err)
	require.NoError(t, tn.View(func(r store.Reader) error {
		m, err := r.Mailbox("donh")
		require.NoError(t, err)
		one, two := m.Properties.Text("CustomAttribute1"), m.Properties.Text("CustomAttribute2")
		require.Equal(t, one, two)
		if last >= 0 {
			step, err := strconv.Atoi(one)
			require.NoError(t, err)
			require.GreaterOrEqual(t, step, last)
		}
		return nil
	}))
}

const crashEntries = 2000

// workImports imports organizations, each in the place of an earlier one.
func workImports(t *testing.T, s store.Store, _ string, from int, acknowledge func(int)) {
	var text bytes.Buffer
	largeOrganization(&text, 5, crashEntries)
	for step := from; ; step++ {
		named := bytes.Replace(text.Bytes(), []byte(`"Large"`), []byte(strconv.Quote(crashName(step))), 1)
		_, err := s.Import(bytes.NewReader(named), store.ImportOptions{CreateOptions: store.CreateOptions{Replace: true}})
		require.NoError(t, err)
		acknowledge(step)
	}
}

func crashName(step int) string { return "Import " + strconv.Itoa(step%3) }

// checkImports wants each organization that is there to be whole.
func checkImports(t *testing.T, s store.Store, last int) {
	list, err := s.List()
	require.NoError(t, err)
	names := map[string]bool{}
	for _, info := range list {
		names[info.Name] = true
		tn, err := s.Open(info.Name)
		require.NoError(t, err)
		counts, err := tn.Counts()
		require.NoError(t, err)
		require.Equal(t, 5, counts.Mailboxes, info.Name)
		require.Equal(t, crashEntries, counts.AuditEntries, info.Name)
	}
	for step := max(0, last-2); step <= last; step++ {
		require.True(t, names[crashName(step)], "step %d was acknowledged and is gone", step)
	}
}

// workSeeds seeds the organization anew in the place of the one before.
func workSeeds(t *testing.T, s store.Store, _ string, from int, acknowledge func(int)) {
	for step := from; ; step++ {
		_, err := seed.New(s, seed.Options{CreateOptions: store.CreateOptions{Replace: true}, Clock: &testNow})
		require.NoError(t, err)
		acknowledge(step)
	}
}

func checkSeeds(t *testing.T, s store.Store, last int) {
	tn, err := s.Open("")
	if last < 0 && err != nil {
		require.ErrorIs(t, err, store.ErrUnknown)
		return
	}
	require.NoError(t, err)
	counts, err := tn.Counts()
	require.NoError(t, err)
	require.Equal(t, seededCounts(t), counts)
}

func seededCounts(t *testing.T) store.Counts {
	s, err := store.Open("", store.Options{Memory: true})
	require.NoError(t, err)
	defer func() { require.NoError(t, s.Close()) }()
	tn, err := seed.New(s, seed.Options{Clock: &testNow})
	require.NoError(t, err)
	counts, err := tn.Counts()
	require.NoError(t, err)
	return counts
}

// workPurges shortens an age limit in each step and purges what is past it.
func workPurges(t *testing.T, s store.Store, _ string, from int, acknowledge func(int)) {
	tn, err := s.Open("")
	if err != nil {
		var text bytes.Buffer
		largeOrganization(&text, 5, crashEntries)
		_, err = s.Import(&text, store.ImportOptions{})
		require.NoError(t, err)
		tn, err = s.Open("")
		require.NoError(t, err)
	}
	for step := from; ; step++ {
		require.NoError(t, tn.Update(func(w store.Writer) error {
			for m, err := range w.Mailboxes() {
				require.NoError(t, err)
				m.AuditLogAgeLimit = purgeLimit(step)
				if err := w.PutMailbox(m); err != nil {
					return err
				}
			}
			return nil
		}))
		_, err := tn.Purge(nil)
		require.NoError(t, err)
		acknowledge(step)
	}
}

func purgeLimit(step int) time.Duration {
	return time.Duration(max(90-step/4, 1)) * 24 * time.Hour
}

// checkPurges wants every entry that is still there to be readable, and none
// that is counted but not found.
func checkPurges(t *testing.T, s store.Store, _ int) {
	tn, err := s.Open("")
	if err != nil {
		require.ErrorIs(t, err, store.ErrUnknown)
		return
	}
	counts, err := tn.Counts()
	require.NoError(t, err)
	found := 0
	for e, err := range tn.AuditAll(store.AuditQuery{}) {
		require.NoError(t, err)
		require.NotEmpty(t, e.Operation)
		found++
	}
	require.LessOrEqual(t, found, counts.AuditEntries)
	_, err = tn.Purge(nil)
	require.NoError(t, err)
	counts, err = tn.Counts()
	require.NoError(t, err)
	require.Equal(t, found, counts.AuditEntries)
}

// workBackups writes backups while the store is changed.
func workBackups(t *testing.T, s store.Store, dir string, from int, acknowledge func(int)) {
	tn, _, err := seed.OpenOrNew(s, "", seed.Options{Clock: &testNow})
	require.NoError(t, err)
	for step := from; ; step++ {
		change(t, tn, step)
		file, err := os.Create(filepath.Join(filepath.Dir(dir), "backup"))
		require.NoError(t, err)
		require.NoError(t, s.Backup(file))
		require.NoError(t, file.Close())
		acknowledge(step)
	}
}
