package shell

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// enduranceCommands names the variable with the number of commands of the long
// session; 100000 is the full size.
const (
	enduranceCommands = "ENDURANCE_COMMANDS"
	usualCommands     = 2000
)

// growth is by how much the heap may differ between early and late.
const growth = 1.10

// steadyHeap is what is in use after a collection, with a floor below which
// differences are noise.
func steadyHeap() float64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return max(float64(m.HeapAlloc), 8<<20)
}

func enduring(t *testing.T, config Config) *Shell {
	t.Helper()
	sh, err := New(Options{Config: config, Streams: Streams{In: strings.NewReader(""), Out: io.Discard, Err: io.Discard}, NonInteractive: true, Directory: t.TempDir()})
	require.NoError(t, err)
	return sh
}

// TestSessionOfManyCommands keeps the memory of one session flat: commands,
// errors, functions, tables, searches and history leave nothing behind.
func TestSessionOfManyCommands(t *testing.T) {
	commands := usualCommands
	if n, err := strconv.Atoi(os.Getenv(enduranceCommands)); err == nil {
		commands = n
	}
	sh := enduring(t, Config{Memory: true, NoColour: true})
	defer func() { require.NoError(t, sh.Close()) }()
	texts := []string{
		`$i = %d; $list = 1..50 | ForEach-Object { $_ * $i }; $list | Measure-Object -Sum`,
		`function work($n) { @{ n = $n; text = "item $n" } }; (work %d).text -replace 'item', 'thing'`,
		`Get-Mailbox -ResultSize 3 | Select-Object Name, @{ n = 'I'; e = { %d } } | Format-Table`,
		`Get-Mailbox "nobody%d"`,
		`try { throw "problem %d" } catch { $_.Exception.Message }`,
		`Search-MailboxAuditLog sales -ShowDetails -ResultSize 5 | Where-Object { $_.Operation -match 'Del|%d' } | ConvertTo-Json -Depth 2`,
		`[regex]::Matches("a%d b", '\d+').Value; "{0:N2}" -f 1.5; Get-Date -Format o`,
		`@'
text %d
'@ | ConvertFrom-Csv -Header A; Invoke-Expression '1 + 1'`,
	}
	early := 0.0
	for i := range commands {
		sh.Session.RunText(fmt.Sprintf(texts[i%len(texts)], i))
		if i == commands/5 {
			early = steadyHeap()
		}
	}
	late := steadyHeap()
	t.Logf("%d commands: %.1f MB after a fifth, %.1f MB at the end", commands, early/(1<<20), late/(1<<20))
	require.Less(t, late, early*growth)
}

// TestDayOfActivities lets people work through 24 hours of the organization's
// clock, each hour in a process's life of its own: the data directory holds what
// they did and no more.
func TestDayOfActivities(t *testing.T) {
	dir := t.TempDir()
	start := time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)
	for hour := range 24 {
		now := start.Add(time.Duration(hour) * time.Hour)
		sh := enduring(t, Config{Data: dir, Now: &now, NoColour: true})
		code := sh.Session.RunText(`foreach ($n in 1..4) {
			$null = Invoke-ExolabActivity FolderBind -User leeg -Mailbox sales -Folder Inbox -Client OWA
			$null = Invoke-ExolabActivity Create -User leeg -Mailbox sales -Folder Inbox -Subject "Hour $n" -Client OWA
		}; $null = Invoke-ExolabActivity HardDelete -User leeg -Mailbox sales -Subject 'Hour 1' -Client OWA`)
		require.Zero(t, code)
		require.NoError(t, sh.Close())
	}
	files, size := 0, int64(0)
	require.NoError(t, filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			info, err := d.Info()
			files, size = files+1, size+info.Size()
			return err
		}
		return err
	}))
	t.Logf("%d files, %.1f MB", files, float64(size)/(1<<20))
	require.Less(t, files, 60)
	require.Less(t, size, int64(64<<20))
}
