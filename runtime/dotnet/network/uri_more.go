package network

import (
	"net/netip"
	"net/url"
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// Values of System.UriHostNameType.
const (
	hostUnknown = 0
	hostBasic   = 1
	hostDNS     = 2
	hostIPv4    = 3
	hostIPv6    = 4
)

func hostType(host string) int64 {
	if a, err := netip.ParseAddr(strings.Trim(host, "[]")); err == nil {
		if a.Is4() {
			return hostIPv4
		}
		return hostIPv6
	}
	for label := range strings.SplitSeq(strings.TrimSuffix(host, "."), ".") {
		if label == "" || strings.HasPrefix(label, "-") || strings.ContainsAny(label, " !\"#$%&'()*+,/:;<=>?@[\\]^`{|}~") {
			return hostUnknown
		}
	}
	return hostDNS
}

// authority is the part between the slashes, with the user's name.
func authority(u *url.URL) string {
	host := strings.ToLower(u.Host)
	if u.Port() == defaultPorts[strings.ToLower(u.Scheme)] {
		host = strings.ToLower(u.Hostname())
	}
	if u.User != nil {
		return u.User.String() + "@" + host
	}
	return host
}

func rooted(u *url.URL) string {
	if u.EscapedPath() == "" && u.Opaque == "" {
		return "/"
	}
	return u.EscapedPath() + u.Opaque
}

// leftPart is the text up to the end of a System.UriPartial.
func leftPart(u *url.URL, part int64) string {
	out := strings.ToLower(u.Scheme) + "://"
	if u.Opaque != "" {
		out = strings.ToLower(u.Scheme) + ":"
	}
	if part >= 1 {
		out += authority(u)
	}
	if part >= 2 {
		out += rooted(u)
	}
	if part >= 3 {
		out += prefixed("?", u.RawQuery)
	}
	if part == 1 && u.Opaque != "" {
		return ""
	}
	return out
}

// Bits of System.UriComponents.
const (
	partScheme   = 1
	partUser     = 2
	partHost     = 4
	partPort     = 8
	partPath     = 16
	partQuery    = 32
	partFragment = 64
	partPortSet  = 128
	partKeepMark = 1 << 30
)

// components joins the asked parts with what separates them; a part on its own
// has no mark before it.
func components(u *url.URL, asked int64) string {
	has := func(bit int64) bool { return asked&bit != 0 }
	marked := has(partKeepMark) || asked&(asked-1) != 0
	var out strings.Builder
	if has(partScheme) {
		out.WriteString(strings.ToLower(u.Scheme))
		if marked {
			out.WriteString("://")
		}
	}
	if has(partUser) && u.User != nil {
		out.WriteString(u.User.String())
		if marked {
			out.WriteString("@")
		}
	}
	if has(partHost) {
		out.WriteString(strings.ToLower(u.Hostname()))
	}
	port := u.Port()
	if known := defaultPorts[strings.ToLower(u.Scheme)]; has(partPortSet) && port == "" {
		port = known
	} else if !has(partPortSet) && port == known {
		port = ""
	}
	if has(partPort|partPortSet) && port != "" {
		if marked {
			out.WriteString(":")
		}
		out.WriteString(port)
	}
	if has(partPath) {
		path := rooted(u)
		if !marked {
			path = strings.TrimPrefix(path, "/")
		}
		out.WriteString(path)
	}
	if has(partQuery) && u.RawQuery != "" {
		out.WriteString(map[bool]string{true: "?"}[marked] + u.RawQuery)
	}
	if has(partFragment) && u.Fragment != "" {
		out.WriteString(map[bool]string{true: "#"}[marked] + u.EscapedFragment())
	}
	return out.String()
}

// pathDifference is the way from one path to another.
func pathDifference(from, to string) string {
	same, slash := 0, -1
	for same < len(from) && same < len(to) && from[same] == to[same] {
		if from[same] == '/' {
			slash = same
		}
		same++
	}
	switch {
	case same == 0:
		return to
	case same == len(from) && same == len(to):
		return ""
	}
	up := strings.Repeat("../", strings.Count(from[same:], "/"))
	if up == "" && len(to)-1 == slash {
		return "./"
	}
	return up + to[slash+1:]
}

func sameServer(a, b *url.URL) bool {
	return strings.EqualFold(a.Scheme, b.Scheme) && strings.EqualFold(a.Hostname(), b.Hostname()) &&
		components(a, partPortSet) == components(b, partPortSet)
}

// relativeURI is the text that leads from one address to another.
func relativeURI(from, to value.Value) value.Value {
	a, b := parsedURI(from), parsedURI(to)
	if !sameServer(a, b) {
		return to
	}
	way := pathDifference(rooted(a), rooted(b))
	if first, _, _ := strings.Cut(way, "/"); strings.Contains(first, ":") {
		way = "./" + way
	}
	return value.Obj(value.URI{Text: way + prefixed("?", b.RawQuery) + prefixed("#", b.EscapedFragment())})
}

func absoluteOnly(c *value.Call) (*url.URL, error) {
	u := parsedURI(c.This)
	if u.Scheme == "" {
		return nil, errRelativeURI()
	}
	return u, nil
}

func loadURIParts(b dotnet.Rows) {
	b.Property("System.UriHostNameType HostNameType", func(_ value.Env, v value.Value) (value.Value, error) {
		u := parsedURI(v)
		if u.Scheme == "" {
			return value.Null, errRelativeURI()
		}
		kind := int64(hostBasic)
		if u.Host != "" {
			kind = hostType(u.Hostname())
		}
		return value.Enum(dotnet.MustType("System.UriHostNameType"), kind), nil
	}, nil)
	b.Get("bool UserEscaped", func(value.Value) value.Value { return value.False })
	b.Method("string GetLeftPart(System.UriPartial part)", func(c *value.Call) (value.Value, error) {
		u, err := absoluteOnly(c)
		if err != nil {
			return value.Null, err
		}
		return value.Str(leftPart(u, c.Args[0].Int64())), nil
	})
	b.Method("string GetComponents(System.UriComponents components, System.UriFormat format)", func(c *value.Call) (value.Value, error) {
		u, err := absoluteOnly(c)
		if err != nil {
			return value.Null, err
		}
		out := components(u, c.Args[0].Int64())
		if c.Args[1].Int64() != 1 {
			out = unescape(out, false)
		}
		return value.Str(out), nil
	})
	b.Method("System.Uri MakeRelativeUri(uri uri)", func(c *value.Call) (value.Value, error) {
		if _, err := absoluteOnly(c); err != nil {
			return value.Null, err
		}
		return relativeURI(c.This, c.Args[0]), nil
	})
	b.Method("string MakeRelative(uri toUri)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Str(dotnet.Of[value.URI](relativeURI(c.This, c.Args[0])).Text)
	}))
	b.Method("bool IsBaseOf(uri uri)", dotnet.Give(func(c *value.Call) value.Value {
		a, z := parsedURI(c.This), parsedURI(c.Args[0])
		if z.Scheme == "" {
			return value.True
		}
		dir := rooted(a)
		dir = dir[:strings.LastIndexByte(dir, '/')+1]
		return value.Bool(sameServer(a, z) && strings.HasPrefix(rooted(z), dir))
	}))
	b.Method("bool IsWellFormedOriginalString()", dotnet.Give(func(c *value.Call) value.Value {
		return value.Bool(!strings.ContainsAny(dotnet.Of[value.URI](c.This).Text, " <>\"{}|\\^`"))
	}))
	b.Method("bool Equals(uri other)", dotnet.Give(func(c *value.Call) value.Value { return value.Bool(dotnet.SameValue(c.This, c.Args[0])) }))
}

func loadURISchemes(b dotnet.Rows) {
	b.Constant("string SchemeDelimiter", value.Str("://"))
	for _, s := range [...][2]string{{"File", "file"}, {"Ftp", "ftp"}, {"Ftps", "ftps"}, {"Gopher", "gopher"}, {"Http", "http"}, {"Https", "https"}, {"Mailto", "mailto"},
		{"NetPipe", "net.pipe"}, {"NetTcp", "net.tcp"}, {"News", "news"}, {"Nntp", "nntp"}, {"Sftp", "sftp"}, {"Ssh", "ssh"}, {"Telnet", "telnet"}, {"Ws", "ws"}, {"Wss", "wss"}} {
		b.Constant("string UriScheme"+s[0], value.Str(s[1]))
	}
	b.Static("bool CheckSchemeName(string schemeName)", dotnet.Give(func(c *value.Call) value.Value {
		name := strings.ToLower(dotnet.TextArg(c, 0))
		return value.Bool(name != "" && name[0] >= 'a' && name[0] <= 'z' && strings.Trim(name, "abcdefghijklmnopqrstuvwxyz0123456789+-.") == "")
	}))
	b.Static("System.UriHostNameType CheckHostName(string name)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Enum(dotnet.MustType("System.UriHostNameType"), hostType(dotnet.TextArg(c, 0)))
	}))
	b.Static("bool IsHexDigit(char character)", dotnet.Give(func(c *value.Call) value.Value { return value.Bool(hexDigit(c.Args[0].Int64()) >= 0) }))
	b.Static("int FromHex(char digit)", func(c *value.Call) (value.Value, error) {
		n := hexDigit(c.Args[0].Int64())
		if n < 0 {
			return value.Null, dotnet.ThrowParam(dotnet.ExArgument, "digit", "Value does not fall within the expected range.")
		}
		return value.Int(n), nil
	})
	b.Static("char HexUnescape(string pattern, ref int index)", func(c *value.Call) (value.Value, error) {
		s, at := dotnet.TextArg(c, 0), int(dotnet.Referred(c, 1).Int64())
		u := value.Units(s)
		if at < 0 || at >= len(u) {
			return value.Null, dotnet.ThrowParam(dotnet.ExArgumentRange, "index", "Specified argument was out of the range of valid values.")
		}
		if at+2 < len(u) && u[at] == '%' && hexDigit(int64(u[at+1])) >= 0 && hexDigit(int64(u[at+2])) >= 0 {
			return value.Char(uint16(hexDigit(int64(u[at+1]))<<4 | hexDigit(int64(u[at+2])))), dotnet.SetOut(c, 1, value.Int(at+3))
		}
		return value.Char(u[at]), dotnet.SetOut(c, 1, value.Int(at+1))
	})
	b.Static("bool IsHexEncoding(string pattern, int index)", dotnet.Give(func(c *value.Call) value.Value {
		s, at := dotnet.TextArg(c, 0), dotnet.IntArg(c, 1)
		return value.Bool(at >= 0 && at+3 <= len(s) && s[at] == '%' && hexDigit(int64(s[at+1])) >= 0 && hexDigit(int64(s[at+2])) >= 0)
	}))
	for _, relative := range [...]string{"string", "uri"} {
		resolve := func(c *value.Call) (value.Value, error) {
			way, err := url.Parse(dotnet.ToText(c.Env, c.Args[1]))
			if err != nil || parsedURI(c.Args[0]).Scheme == "" {
				return value.Null, dotnet.Throw("System.UriFormatException", "Invalid URI: The format of the URI could not be determined.")
			}
			return value.Obj(value.URI{Text: absoluteURI(parsedURI(c.Args[0]).ResolveReference(way))}), nil
		}
		b.Constructor("(uri baseUri, "+relative+" relativeUri)", resolve)
		if relative == "string" {
			b.Constructor("(uri baseUri, string relativeUri, bool dontEscape)", resolve)
		}
		b.Static("bool TryCreate(uri baseUri, "+relative+" relativeUri, out uri result)", func(c *value.Call) (value.Value, error) {
			v, err := resolve(c)
			return value.Bool(err == nil), dotnet.SetOut(c, 2, v)
		})
	}
}

func hexDigit(c int64) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return int(c|0x20) - 'a' + 10
	}
	return -1
}
