package runtime

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestMembersBesideTheUsual(t *testing.T) {
	for script, want := range map[string]string{
		`[bigint]::PopCount(255); [bigint]::LeadingZeroCount(1); [bigint]::RotateLeft(1, 33); [bigint]::RotateRight(1, 1)`:                                 "8|31|2|2147483648",
		`([bigint]255).ToByteArray($true, $true) -join ','; ([bigint]-1).ToByteArray() -join ','`:                                                          "255|255",
		`[regex]::new(',').Split('a,b,c,d', 3, 2) -join '|'`:                                                                                               "a,b|c|d",
		`$x = [xml]'<a xmlns:p="urn:p"/>'; $null = $x.DocumentElement.SetAttribute('n', 'urn:p', 'v'); $x.OuterXml`:                                        `<a xmlns:p="urn:p" p:n="v" />`,
		`$x = [xml]'<a/>'; $null = $x.DocumentElement.SetAttribute('n', 'urn:q', 'v'); $x.OuterXml`:                                                        `<a d1p1:n="v" xmlns:d1p1="urn:q" />`,
		`$x = [xml]'<a b="1"/>'; $s = [IO.MemoryStream]::new(); $x.Save($s); $s.Position = 0; $y = [xml]::new(); $y.Load($s); $y.a.b`:                      "1",
		`$i = 0; [uri]::HexUnescape('%41b', [ref]$i); $i`:                                                                                                  "A|3",
		`[uri]::Compare('http://a/x', 'http://a/y', 'Host', 'UriEscaped', 'Ordinal')`:                                                                      "0",
		`[TimeZoneInfo]::FindSystemTimeZoneById('Europe/Berlin').GetAmbiguousTimeOffsets([datetime]'2023-10-29 02:30') -join ','`:                          "01:00:00,02:00:00",
		`$d = [DayOfWeek]::Sunday; [enum]::TryParse('Monday', [ref]$d); $d; [enum]::TryParse('nosuch', [ref]$d); $d; [enum]::GetName([DayOfWeek]::Friday)`: "True|Monday|False|Sunday|Friday",
		`$a = [object[]]::new(2); $a.Set(1, 'x'); $a.Get(1)`:                                                                                               "x",
		`$b = { 1 }; $b.Id -eq $b.Id; $b.Id -eq { 1 }.Id`:                                                                                                  "True|False",
		`[string]::Compare('a', 'A', [cultureinfo]'en-US', [System.Globalization.CompareOptions]::IgnoreCase)`:                                             "0",
		`try { [IO.File]::Encrypt('/tmp/x') } catch { $_.Exception.InnerException.GetType().Name }`:                                                        "PlatformNotSupportedException",
		`[Text.Encoding]::GetEncodings().Name -join ','`:                                                                                                   "utf-16,utf-16BE,utf-32,utf-32BE,us-ascii,iso-8859-1,utf-8",
		`$o = [IO.FileStreamOptions]::new(); $o.Mode = 'Create'; $o.Access = 'Write'; "$($o.Mode) $($o.Access) $($o.BufferSize)"`:                          "Create Write 4096",
		`[DateTimeOffset]::new(2024, 1, 2, 3, 4, 5, 6, 7, [timespan]0).ToString('o')`:                                                                      "2024-01-02T03:04:05.0060070+00:00",
		`[Threading.Thread]::CurrentThread.CurrentCulture = 'en-US'; [Threading.Thread]::Sleep(1); [Threading.Thread]::CurrentThread.ManagedThreadId`:      "1",
		`try { [Threading.Thread]::CurrentThread.CurrentCulture = 'de-DE' } catch { "$_" }`:                                                                `Exception setting "CurrentCulture": "exolab formats as en-US; CurrentCulture cannot be 'de-DE'. Name the culture where a text is made of a value."`,
	} {
		require.Equal(t, want, run(t, script), script)
	}
}
