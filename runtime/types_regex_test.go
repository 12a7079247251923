package runtime

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestMatchesEndAtTheTimeoutGiven(t *testing.T) {
	const prelude = `$s = 'a' * 50 + 'b'; $limit = [timespan]::FromMilliseconds(50); $r = [regex]::new('^(a+)+$', 'None', $limit); `
	const timeout = "RegexMatchTimeoutException"
	for script, want := range map[string]string{
		`$r.MatchTimeout.TotalMilliseconds; ([regex]'a').MatchTimeout -eq [regex]::InfiniteMatchTimeout`:                  "50|True",
		`try { $r.IsMatch($s) } catch { $_.FullyQualifiedErrorId }`:                                                       timeout,
		`try { $r.Replace($s, '') } catch { $_.FullyQualifiedErrorId }`:                                                   timeout,
		`try { [regex]::Matches($s, '^(a+)+$', 0, $limit) } catch { $_.FullyQualifiedErrorId }`:                           timeout,
		`try { [regex]::Split($s, '^(a+)+$', 0, $limit) } catch { $_.FullyQualifiedErrorId }`:                             timeout,
		`try { $s -match $r } catch { $_.Exception.GetType().Name }`:                                                      timeout,
		`try { [regex]::Match($s, '^(a+)+$', 0, $limit) } catch { $_.Exception.InnerException.Message.Substring(0, 40) }`: "The Regex engine has timed out while try",
		`try { [regex]::new('a', 0, [timespan]::Zero) } catch { $_.Exception.InnerException.ParamName }`:                  "matchTimeout",
		`[regex]::new('a', 0, [timespan]::FromMilliseconds(-1)).Match('a').Value`:                                         "a",
	} {
		require.Equal(t, want, run(t, prelude+script), script)
	}
}

func TestRegexLooksFromAPositionOn(t *testing.T) {
	for script, want := range map[string]string{
		`[regex]::new('a').Replace('aaa', 'b', 0); [regex]::new('a').Replace('aaa', 'b', 2)`:      "aaa|bba",
		`[regex]::new('(?<=x)(a)').Replace('xaxa', '[$1]')`:                                       "x[a]x[a]",
		`[regex]::new('a', 'RightToLeft').Replace('aba', { $args[0].Index })`:                     "0b2",
		`[regex]::new('(?<=ä)a').Match('äaäa', 2).Index`:                                          "3",
		`try { [regex]::new('a').Match('aaa', 7) } catch { $_.Exception.InnerException.Message }`: "Start index cannot be less than 0 or greater than input length. (Parameter 'startat')",
	} {
		require.Equal(t, want, run(t, script), script)
	}
}
