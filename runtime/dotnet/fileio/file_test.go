package fileio_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/runtime/runtimetest"
)

func TestReadLinesInAnEncoding(t *testing.T) {
	const write = `$f = [IO.Path]::GetTempFileName(); [IO.File]::WriteAllBytes($f, [byte[]](0xe9, 10, 97)); `
	require.Equal(t, "é|a", runtimetest.Answer(t, write+`[IO.File]::ReadLines($f, [Text.Encoding]::Latin1) -join '|'; [IO.File]::Delete($f)`))
}

func TestTimesOfAnItem(t *testing.T) {
	const write = `$f = [IO.FileInfo]::new([IO.Path]::GetTempFileName()); `
	require.Equal(t, "2020-02-03", runtimetest.Answer(t, write+`$f.LastWriteTimeUtc = '2020-02-03'; $f.Refresh(); '{0:yyyy-MM-dd}' -f $f.CreationTimeUtc; $f.Delete()`),
		"the older of the changes stands for the time of creation")
	require.Equal(t, "2019", runtimetest.Answer(t, write+`$f.LastAccessTime = '2019-05-06'; $f.Refresh(); "$($f.LastAccessTime.Year)"; $f.Delete()`))
}

func TestItemsWithoutProviderHaveNoUnixStat(t *testing.T) {
	require.Equal(t, "True", runtimetest.Answer(t, `$null -eq [IO.DirectoryInfo]::new('/').UnixMode`))
	require.Equal(t, "Length DirectoryName Directory IsReadOnly FullName",
		runtimetest.Answer(t, `([IO.FileInfo]::new('/a').psobject.Properties.Where({ $_.MemberType -eq 'Property' }).Name)[0..4] -join ' '`))
}
