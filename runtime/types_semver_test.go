package runtime

import "testing"

func TestSemanticVersions(t *testing.T) {
	scripts(t, map[string]string{
		`"$([semver]::new(1, 2, 3, 'b.1', 'm'))"; "$([semver]::new(1, 2))"; "$([semver]::new(3, 2, 0, 'beta+m'))"`: "1.2.3-b.1+m|1.2.0|3.2.0-beta+m",
		`[semver]'1.0.0-a.10' -gt '1.0.0-a.9'; [semver]'1.0.0-a+x' -eq '1.0.0-a+y'; [semver]'1.0.0' -gt '1.0.0-z'`: "True|True|True",
		`$r = 1; [semver]::TryParse('1.0.0-01', [ref]$r); $null -eq $r; [semver]::TryParse('1.0', [ref]$r); "$r"`:  "False|True|True|1.0.0",
		`try { [semver]::new(-1, 0) } catch { $_.FullyQualifiedErrorId }`:                                          "PSArgumentException",
		`$v = [version][semver]'1.2.3-b'; $v.PSSemVerPreReleaseLabel; $v.Build; $v.psobject.TypeNames[0]`:          "b|3|System.Version#IncludeLabel",
	})
}
