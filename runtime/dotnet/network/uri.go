package network

import (
	"net/url"
	"strconv"
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/dotnet/text"
	"exolab/runtime/value"
)

// parsedURI reads the text of a Uri; a relative one has no scheme.
func parsedURI(v value.Value) *url.URL {
	u, err := url.Parse(strings.ReplaceAll(dotnet.Of[value.URI](v).Text, " ", "%20"))
	if err != nil {
		return &url.URL{Path: dotnet.Of[value.URI](v).Text}
	}
	return u
}

func errRelativeURI() error {
	return dotnet.Throw(dotnet.ExInvalidOperation, "This operation is not supported for a relative URI.")
}

// absoluteURI is the text with what must be escaped escaped.
func absoluteURI(u *url.URL) string {
	v := *u
	v.Scheme, v.Host = strings.ToLower(v.Scheme), strings.ToLower(v.Host)
	if v.Path == "" && v.Opaque == "" && v.Host != "" {
		v.Path = "/"
	}
	if port := v.Port(); port != "" && port == defaultPorts[v.Scheme] {
		v.Host = v.Hostname()
	}
	return v.String()
}

var defaultPorts = map[string]string{"http": "80", "https": "443", "ftp": "21", "smtp": "25"}

func loadURI(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	str := func(name string, f func(u *url.URL) string) {
		b.Property("string "+name, func(_ value.Env, v value.Value) (value.Value, error) {
			u := parsedURI(v)
			if u.Scheme == "" {
				return value.Null, errRelativeURI()
			}
			return value.Str(f(u)), nil
		}, nil)
	}
	str("AbsoluteUri", absoluteURI)
	str("AbsolutePath", func(u *url.URL) string {
		if u.EscapedPath() == "" {
			return "/"
		}
		return u.EscapedPath()
	})
	str("LocalPath", func(u *url.URL) string {
		if u.Path == "" {
			return "/"
		}
		return u.Path
	})
	str("PathAndQuery", func(u *url.URL) string {
		path := u.EscapedPath()
		if path == "" {
			path = "/"
		}
		return path + prefixed("?", u.RawQuery)
	})
	str("Scheme", func(u *url.URL) string { return strings.ToLower(u.Scheme) })
	str("Host", func(u *url.URL) string { return strings.ToLower(u.Hostname()) })
	str("DnsSafeHost", func(u *url.URL) string { return strings.ToLower(u.Hostname()) })
	str("IdnHost", func(u *url.URL) string { return strings.ToLower(u.Hostname()) })
	str("Authority", func(u *url.URL) string {
		if u.Port() == defaultPorts[strings.ToLower(u.Scheme)] {
			return strings.ToLower(u.Hostname())
		}
		return strings.ToLower(u.Host)
	})
	str("Query", func(u *url.URL) string { return prefixed("?", u.RawQuery) })
	str("Fragment", func(u *url.URL) string { return prefixed("#", u.EscapedFragment()) })
	str("UserInfo", func(u *url.URL) string { return u.User.String() })
	loadURIMore(b)
	loadURIStatics(b)
}

func prefixed(prefix, s string) string {
	if s == "" {
		return ""
	}
	return prefix + s
}

func loadURIMore(b dotnet.Rows) {
	b.Get("string OriginalString", func(v value.Value) value.Value { return value.Str(dotnet.Of[value.URI](v).Text) })
	b.Get("bool IsAbsoluteUri", func(v value.Value) value.Value { return value.Bool(parsedURI(v).Scheme != "") })
	b.Get("bool IsFile", func(v value.Value) value.Value { return value.Bool(parsedURI(v).Scheme == "file") })
	b.Get("bool IsUnc", func(value.Value) value.Value { return value.False })
	b.Get("bool IsLoopback", func(v value.Value) value.Value {
		host := parsedURI(v).Hostname()
		return value.Bool(host == "localhost" || host == "127.0.0.1" || host == "::1")
	})
	b.Get("int Port", func(v value.Value) value.Value {
		u := parsedURI(v)
		port := u.Port()
		if port == "" {
			port = defaultPorts[strings.ToLower(u.Scheme)]
		}
		n, err := strconv.Atoi(port)
		if err != nil {
			n = -1
		}
		return value.Int(n)
	})
	b.Get("bool IsDefaultPort", func(v value.Value) value.Value {
		u := parsedURI(v)
		return value.Bool(u.Port() == "" || u.Port() == defaultPorts[strings.ToLower(u.Scheme)])
	})
	b.Get("string[] Segments", func(v value.Value) value.Value {
		var out []string
		for _, s := range strings.SplitAfter(parsedURI(v).EscapedPath(), "/") {
			if s != "" {
				out = append(out, s)
			}
		}
		return value.Strings(out...)
	})
	b.Method("string ToString()", dotnet.Give(func(c *value.Call) value.Value {
		u := parsedURI(c.This)
		if u.Scheme == "" {
			return value.Str(dotnet.Of[value.URI](c.This).Text)
		}
		return value.Str(strings.ReplaceAll(absoluteURI(u), "%20", " "))
	}))
	loadURIParts(b)
}

func loadURIStatics(b dotnet.Rows) {
	b.Static("string EscapeDataString(string stringToEscape)", dotnet.Give(func(c *value.Call) value.Value { return value.Str(escapeData(dotnet.TextArg(c, 0))) }))
	b.Static("string EscapeUriString(string stringToEscape)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Str(percent(dotnet.TextArg(c, 0), ";/?:@&=+$,#[]!'()*"))
	}))
	b.Static("string UnescapeDataString(string stringToUnescape)", dotnet.Give(func(c *value.Call) value.Value { return value.Str(unescape(dotnet.TextArg(c, 0), false)) }))
	b.Static("bool IsWellFormedUriString(string uriString, System.UriKind uriKind)", dotnet.Give(func(c *value.Call) value.Value {
		u, err := url.Parse(dotnet.TextArg(c, 0))
		ok := err == nil && !strings.ContainsAny(dotnet.TextArg(c, 0), " <>\"{}|\\^`")
		absolute := ok && u.Scheme != "" && (u.Host != "" || u.Opaque != "" || u.Path != "")
		switch c.Args[1].Int64() {
		case 1:
			return value.Bool(absolute)
		case 2:
			return value.Bool(ok && u.Scheme == "")
		}
		return value.Bool(ok)
	}))
	b.Static("bool TryCreate(string uriString, System.UriKind uriKind, out uri result)", func(c *value.Call) (value.Value, error) {
		v, err := newURI(dotnet.TextArg(c, 0), c.Args[1].Int64())
		return value.Bool(err == nil), dotnet.SetOut(c, 2, v)
	})
	b.Static("string HexEscape(char character)", dotnet.Give(func(c *value.Call) value.Value { return value.Str(percent(text.Needle(c.Args[0]), "")) }))
	b.Constructor("(string uriString)", func(c *value.Call) (value.Value, error) { return newURI(dotnet.TextArg(c, 0), 1) })
	b.Constructor("(string uriString, bool dontEscape)", func(c *value.Call) (value.Value, error) { return newURI(dotnet.TextArg(c, 0), 1) })
	b.Constructor("(string uriString, System.UriKind uriKind)", func(c *value.Call) (value.Value, error) { return newURI(dotnet.TextArg(c, 0), c.Args[1].Int64()) })
	loadURISchemes(b)
	loadURICompare(b)
}

func newURI(s string, kind int64) (value.Value, error) {
	v := value.Obj(value.URI{Text: s})
	switch u := parsedURI(v); {
	case s == "":
		return value.Null, dotnet.Throw("System.UriFormatException", "Invalid URI: The URI is empty.")
	case kind == 1 && u.Scheme == "":
		return value.Null, dotnet.Throw("System.UriFormatException", "Invalid URI: The format of the URI could not be determined.")
	}
	return v, nil
}

// escapeData escapes everything but the unreserved characters.
func escapeData(s string) string { return percent(s, "") }

func percent(s, keep string) string {
	const hex = "0123456789ABCDEF"
	var out strings.Builder
	for i := range len(s) {
		c := s[i]
		if c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' || strings.IndexByte("-_.~", c) >= 0 || strings.IndexByte(keep, c) >= 0 {
			out.WriteByte(c)
		} else {
			out.WriteByte('%')
			out.WriteByte(hex[c>>4])
			out.WriteByte(hex[c&15])
		}
	}
	return out.String()
}

// unescape undoes percent escapes; plus makes "+" a space.
func unescape(s string, plus bool) string {
	var out strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '%' && i+2 < len(s):
			if n, err := strconv.ParseUint(s[i+1:i+3], 16, 8); err == nil {
				out.WriteByte(byte(n))
				i += 2
				continue
			}
			out.WriteByte('%')
		case s[i] == '+' && plus:
			out.WriteByte(' ')
		default:
			out.WriteByte(s[i])
		}
	}
	return out.String()
}
