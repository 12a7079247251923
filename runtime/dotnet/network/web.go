package network

import (
	"html"
	"net/url"
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

var (
	typeHTTPUtility = &value.Type{Name: "HttpUtility", FullName: "System.Web.HttpUtility", Kind: value.KindObject, Base: value.TypeObject, IsAbstract: true}
	typeWebUtility  = &value.Type{Name: "WebUtility", FullName: "System.Net.WebUtility", Kind: value.KindObject, Base: value.TypeObject, IsAbstract: true}
)

// loadWeb returns the loader of HttpUtility or WebUtility, which escape alike
// but for the case of the digits.
func loadWeb(lowerDigits bool) func(*value.Type, *value.Members) {
	return func(t *value.Type, m *value.Members) {
		b := dotnet.NewRows(t, m)
		on := func(sig string, f func(s string) string) {
			b.Static(sig, dotnet.Give(func(c *value.Call) value.Value {
				if c.Args[0].IsNull() {
					return value.Null
				}
				return value.Str(f(dotnet.TextArg(c, 0)))
			}))
		}
		on("string UrlEncode(string str)", func(s string) string { return urlEncode(s, lowerDigits) })
		on("string UrlDecode(string str)", func(s string) string { return unescape(s, true) })
		on("string HtmlEncode(string s)", htmlEncode)
		on("string HtmlDecode(string s)", html.UnescapeString)
		if !lowerDigits {
			return
		}
		on("string UrlPathEncode(string str)", func(s string) string { return strings.ReplaceAll(s, " ", "%20") })
		on("string HtmlAttributeEncode(string s)", strings.NewReplacer("&", "&amp;", "\"", "&quot;", "'", "&#39;", "<", "&lt;").Replace)
		on("string JavaScriptStringEncode(string value)", strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`, "\t", `\t`, "'", `\u0027`, "<", `\u003c`, ">", `\u003e`, "&", `\u0026`).Replace)
		b.Static("System.Collections.Specialized.NameValueCollection ParseQueryString(string query)", dotnet.Give(func(c *value.Call) value.Value {
			d := value.NewOrdered()
			for pair := range strings.SplitSeq(strings.TrimPrefix(dotnet.TextArg(c, 0), "?"), "&") {
				key, v, _ := strings.Cut(pair, "=")
				key, _ = url.QueryUnescape(key)
				v, _ = url.QueryUnescape(v)
				d.Set(value.Str(key), value.Str(v))
			}
			return value.Obj(d)
		}))
	}
}

// urlEncode escapes a form value: a space becomes a plus sign.
func urlEncode(s string, lowerDigits bool) string {
	out := strings.ReplaceAll(strings.ReplaceAll(percent(s, " !*()"), "~", "%7E"), " ", "+")
	if !lowerDigits {
		return out
	}
	raw := []byte(out)
	for i := 0; i+2 < len(raw); i++ {
		if raw[i] == '%' {
			raw[i+1] |= 0x20
			raw[i+2] |= 0x20
			i += 2
		}
	}
	return string(raw)
}

// htmlEncode escapes markup and Latin-1 characters as .NET does.
func htmlEncode(s string) string {
	var out strings.Builder
	for _, r := range s {
		switch {
		case r == '<':
			out.WriteString("&lt;")
		case r == '>':
			out.WriteString("&gt;")
		case r == '&':
			out.WriteString("&amp;")
		case r == '"':
			out.WriteString("&quot;")
		case r == '\'':
			out.WriteString("&#39;")
		case r >= 160 && r < 256 || r > 0xFFFF:
			out.WriteString("&#" + dotnet.DecimalText(int(r)) + ";")
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}
