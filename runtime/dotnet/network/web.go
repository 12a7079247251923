package network

import (
	"html"
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

var (
	typeHTTPUtility = &value.Type{Name: "HttpUtility", FullName: "System.Web.HttpUtility", Kind: value.KindObject, Base: value.TypeObject}
	typeWebUtility  = &value.Type{Name: "WebUtility", FullName: "System.Net.WebUtility", Kind: value.KindObject, Base: value.TypeObject, IsAbstract: true}
)

// attributeEscapes are what HtmlAttributeEncode escapes.
var attributeEscapes = []string{"&", "&amp;", "\"", "&quot;", "'", "&#39;", "<", "&lt;"}

func loadWebUtility(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	b.Static("string UrlEncode(string value)", textBody(func(s string) string { return urlEncode(s, false) }))
	b.Static("string UrlDecode(string encodedValue)", textBody(func(s string) string { return unescape(s, true) }))
	b.Static("string HtmlEncode(string value)", textBody(htmlEncode))
	b.Static("string HtmlDecode(string value)", textBody(html.UnescapeString))
}

func loadHTTPUtility(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	b.Constructor("()", dotnet.Give(func(*value.Call) value.Value {
		o := value.NewObject(0)
		o.T = typeHTTPUtility
		return value.Obj(o)
	}))
	for name, f := range map[string]func(string) string{
		"HtmlEncode": htmlEncode, "HtmlDecode": html.UnescapeString, "HtmlAttributeEncode": strings.NewReplacer(attributeEscapes...).Replace,
	} {
		b.Static("string "+name+"(string s)", textBody(f))
		b.Static("void "+name+"(string s, System.IO.TextWriter output)", writeBody(f))
	}
	b.Static("string HtmlEncode(System.Object value)", func(c *value.Call) (value.Value, error) {
		if c.Args[0].IsNull() {
			return value.Null, nil
		}
		return value.Str(htmlEncode(dotnet.ToText(c.Env, c.Args[0]))), nil
	})
	b.Static("string UrlPathEncode(string str)", textBody(func(s string) string { return strings.ReplaceAll(s, " ", "%20") }))
	b.Static("string JavaScriptStringEncode(string value)", dotnet.Give(func(c *value.Call) value.Value { return value.Str(scriptEscape(dotnet.TextArg(c, 0))) }))
	b.Static("string JavaScriptStringEncode(string value, bool addDoubleQuotes)", dotnet.Give(func(c *value.Call) value.Value {
		out := scriptEscape(dotnet.TextArg(c, 0))
		if c.Args[1] == value.True {
			out = `"` + out + `"`
		}
		return value.Str(out)
	}))
	loadURLCoding(b)
	b.Static("System.Collections.Specialized.NameValueCollection ParseQueryString(string query)", parseQuery)
	b.Static("System.Collections.Specialized.NameValueCollection ParseQueryString(string query, System.Text.Encoding encoding)", parseQuery)
}

// textBody makes the body of a method that maps a text; null stays null.
func textBody(f func(s string) string) dotnet.Body {
	return dotnet.Give(func(c *value.Call) value.Value {
		if c.Args[0].IsNull() {
			return value.Null
		}
		return value.Str(f(dotnet.TextArg(c, 0)))
	})
}

// writeBody makes the body of a method that writes a mapped text.
func writeBody(f func(s string) string) dotnet.Body {
	return func(c *value.Call) (value.Value, error) {
		if c.Args[1].IsNull() {
			return value.Null, dotnet.ErrNullArgument("output")
		}
		text := []value.Value{value.Str(f(dotnet.TextArg(c, 0)))}
		_, err := dotnet.InvokeMethod(c.Env, c.Args[1], dotnet.NameOf("Write"), text, nil)
		return value.Void, err
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
