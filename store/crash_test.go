package store

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// crashDirectory names, for the process that is to be killed, its data directory.
const crashDirectory = "EXOLAB_CRASH_DIRECTORY"

// TestCrashWriter is not a test of its own: TestKilledProcess runs it in a
// process that it kills. It acknowledges each change on stdout.
func TestCrashWriter(t *testing.T) {
	dir := os.Getenv(crashDirectory)
	if dir == "" {
		t.Skip("runs only inside TestKilledProcess")
	}
	s, err := Open(dir, Options{})
	require.NoError(t, err)
	tn, _, err := OpenOrSeed(s, "", SeedOptions{Clock: &testNow})
	require.NoError(t, err)
	for i := 0; ; i++ {
		require.NoError(t, tn.Update(func(w Writer) error {
			m, err := w.Mailbox("donh")
			require.NoError(t, err)
			require.NoError(t, m.SetProperty("CustomAttribute1", strconv.Itoa(i)))
			require.NoError(t, m.SetProperty("CustomAttribute2", strconv.Itoa(i)))
			return w.PutMailbox(m)
		}))
		fmt.Printf("acknowledged %d\n", i)
	}
}

func TestKilledProcess(t *testing.T) {
	dir := t.TempDir()
	for round := range 3 {
		writer := exec.Command(os.Args[0], "-test.run=^TestCrashWriter$")
		writer.Env = append(os.Environ(), crashDirectory+"="+dir)
		out, err := writer.StdoutPipe()
		require.NoError(t, err)
		require.NoError(t, writer.Start())
		timer := time.AfterFunc(time.Duration(300+round*130)*time.Millisecond, func() { _ = writer.Process.Kill() })
		last := -1
		for lines := bufio.NewScanner(out); lines.Scan(); {
			if n, found := strings.CutPrefix(lines.Text(), "acknowledged "); found {
				last, err = strconv.Atoi(n)
				require.NoError(t, err)
			}
		}
		timer.Stop()
		_ = writer.Wait() // it was killed
		requireAcknowledged(t, dir, last)
	}
}

func requireAcknowledged(t *testing.T, dir string, last int) {
	t.Helper()
	s, err := Open(dir, Options{})
	require.NoError(t, err)
	defer func() { require.NoError(t, s.Close()) }()
	if last < 0 {
		return // killed before the first change
	}
	tn, err := s.Open("")
	require.NoError(t, err)
	require.NoError(t, tn.View(func(r Reader) error {
		m, err := r.Mailbox("donh")
		require.NoError(t, err)
		one, err := strconv.Atoi(m.Properties.Text("CustomAttribute1"))
		require.NoError(t, err)
		require.GreaterOrEqual(t, one, last)
		require.Equal(t, m.Properties.Text("CustomAttribute1"), m.Properties.Text("CustomAttribute2"))
		return nil
	}))
}
