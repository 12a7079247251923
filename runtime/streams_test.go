package runtime

import "testing"

func TestReadersAndWriters(t *testing.T) {
	scripts(t, map[string]string{
		"$r = [IO.StringReader]::new(\"a`r`nb`nc\"); $r.ReadLine(); $r.ReadLine(); $r.ReadToEnd(); $null -eq $r.ReadLine()":                        "a|b|c|True",
		`$w = [IO.StringWriter]::new(); $w.Write('{0}-{1}', 1, 'x'); $w.Write($true); "$w"; $w.GetStringBuilder().Length`:                          "1-xTrue|7",
		`$m = [IO.MemoryStream]::new([byte[]](1, 2, 3)); $m.ReadByte(); $m.Length; $m.Seek(0, 'End'); $m.ReadByte()`:                               "1|3|3|-1",
		`$m = [IO.MemoryStream]::new(); $w = [IO.StreamWriter]::new($m); $w.Write('abc'); $m.Position = 0; [IO.StreamReader]::new($m).ReadToEnd()`: "abc",
		`$r = [IO.StringReader]::new('a'); $r.Close(); try { $r.ReadLine() } catch { $_.Exception.InnerException.Message }`:                        "Cannot read from a closed TextReader.",
		`[Security.Principal.WindowsPrincipal]::new([Security.Principal.WindowsIdentity]::GetCurrent()).IsInRole('Administrators')`:                "True",
	})
}
