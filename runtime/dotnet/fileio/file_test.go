package fileio_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/runtime"
	"exolab/runtime/value"
)

// silent is the host of scripts that show nothing.
type silent struct{ runtime.Host }

func (silent) Flush() error { return nil }

// answer is the text of what a script's last expression gives.
func answer(t *testing.T, script string) string {
	t.Helper()
	s, err := runtime.NewSession(runtime.Options{Host: silent{}, Directory: t.TempDir()})
	require.NoError(t, err)
	s.RunText("$global:answer = try {" + script + "} catch { \"uncaught: $_\" }")
	v, _ := s.Current().Global().Get("answer")
	return value.ToString(nil, v)
}

func TestReadLinesInAnEncoding(t *testing.T) {
	const write = `$f = [IO.Path]::GetTempFileName(); [IO.File]::WriteAllBytes($f, [byte[]](0xe9, 10, 97)); `
	require.Equal(t, "é|a", answer(t, write+`[IO.File]::ReadLines($f, [Text.Encoding]::Latin1) -join '|'; [IO.File]::Delete($f)`))
}

func TestTimesOfAnItem(t *testing.T) {
	const write = `$f = [IO.FileInfo]::new([IO.Path]::GetTempFileName()); `
	require.Equal(t, "2020-02-03", answer(t, write+`$f.LastWriteTimeUtc = '2020-02-03'; $f.Refresh(); '{0:yyyy-MM-dd}' -f $f.CreationTimeUtc; $f.Delete()`),
		"the older of the changes stands for the time of creation")
	require.Equal(t, "2019", answer(t, write+`$f.LastAccessTime = '2019-05-06'; $f.Refresh(); "$($f.LastAccessTime.Year)"; $f.Delete()`))
}

func TestItemsWithoutProviderHaveNoUnixStat(t *testing.T) {
	require.Equal(t, "True", answer(t, `$null -eq [IO.DirectoryInfo]::new('/').UnixMode`))
	require.Equal(t, "Length DirectoryName Directory IsReadOnly FullName",
		answer(t, `([IO.FileInfo]::new('/a').psobject.Properties.Where({ $_.MemberType -eq 'Property' }).Name)[0..4] -join ' '`))
}
