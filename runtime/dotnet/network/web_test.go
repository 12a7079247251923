package network_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/runtime/runtimetest"
)

func TestQueryStrings(t *testing.T) {
	const parse = `$q = [System.Web.HttpUtility]::ParseQueryString('?a=1&b=x+y%20z&A=2&flag'); `
	for script, want := range map[string]string{
		parse + `$q.ToString()`:           "a=1&a=2&b=x+y+z&flag",
		parse + `$q['a']`:                 "1,2",
		parse + `$q.Get('B')`:             "x y z",
		parse + `$q[1]`:                   "x y z",
		parse + `$q.GetValues('a').Count`: "2",
		parse + `$q.AllKeys -join '|'`:    "a|b|",
		parse + `$q['c'] = 'é'; $q.Remove('a'); "" + $q.ToString()`:           "b=x+y+z&flag&c=%c3%a9",
		parse + `$q.GetType().FullName`:                                       "System.Web.HttpUtility+HttpQSCollection",
		parse + `$q -is [System.Collections.Specialized.NameValueCollection]`: "True",
		parse + `$null -eq $q['none']`:                                        "True",
		parse + `try { $q.Get(7) } catch { "$_" }`:                            `Exception calling "Get" with "1" argument(s): "Index was out of range. Must be non-negative and less than the size of the collection. (Parameter 'index')"`,
		`$n = [System.Collections.Specialized.NameValueCollection]::new(); $n.Add('k','1'); $n.Add('K','2'); $n.Set('z',3); "$($n.Count) $($n['k']) $($n.ToString())"`: "2 1,2 System.Collections.Specialized.NameValueCollection",
		`[System.Web.HttpUtility]::ParseQueryString('').Count`: "0",
	} {
		require.Equal(t, want, runtimetest.Answer(t, script), script)
	}
}

func TestURLCoding(t *testing.T) {
	for call, want := range map[string]string{
		`UrlEncode('é', [Text.Encoding]::Latin1)`:     "%e9",
		`UrlEncode([byte[]](32,47,97), 1, 2)`:         "%2fa",
		`UrlDecode('%e9+x', [Text.Encoding]::Latin1)`: "é x",
		`UrlDecode('%u00e9%c3%a9')`:                   "éé",
		`UrlDecode('100%')`:                           "100%",
		`UrlDecodeToBytes('a+%41')`:                   "97 32 65",
		`UrlEncodeUnicode('a é')`:                     "a+%u00e9",
		`HtmlEncode([object]5)`:                       "5",
		`JavaScriptStringEncode("a'b", $true)`:        `"a\u0027b"`,
		`JavaScriptStringEncode($null)`:               "",
		`new().GetType().Name`:                        "HttpUtility",
	} {
		require.Equal(t, want, runtimetest.Answer(t, `[System.Web.HttpUtility]::`+call), call)
	}
	require.Equal(t, "&lt;b", runtimetest.Answer(t, `$w = [IO.StringWriter]::new(); [System.Web.HttpUtility]::HtmlEncode('<b', $w); $w.ToString()`))
}
