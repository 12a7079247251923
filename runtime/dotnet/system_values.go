package dotnet

import (
	"crypto/rand"
	"strings"

	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

func loadGuid(t *value.Type, m *value.Members) {
	b := table{t, m}
	b.script("System.Object Guid", "System.Object Guid {get=$this.ToString();}", func(_ value.Env, v value.Value) (value.Value, error) {
		return value.Str(guid(v).String()), nil
	})
	b.get("int Variant", func(v value.Value) value.Value { return value.Int(guidDigit(v, 19)) })
	b.get("int Version", func(v value.Value) value.Value { return value.Int(guidDigit(v, 14)) })
	b.constant("guid Empty", value.Obj(value.Guid{}))
	b.static("guid NewGuid()", give(func(*value.Call) value.Value { return value.Obj(NewGuid()) }))
	b.static("guid Parse(string input)", func(c *value.Call) (value.Value, error) { return parseGuid(text(c, 0)) })
	b.static("bool TryParse(string input, out guid result)", func(c *value.Call) (value.Value, error) {
		v, err := parseGuid(text(c, 0))
		if err != nil {
			v = value.Obj(value.Guid{})
		}
		return value.Bool(err == nil), setOut(c, 1, v)
	})
	b.method("string ToString()", give(func(c *value.Call) value.Value { return value.Str(guid(c.This).String()) }))
	format := func(c *value.Call) (value.Value, error) {
		s, err := guid(c.This).Format(text(c, 0))
		return value.Str(s), dotnetError(err)
	}
	b.method("string ToString(string format)", format)
	b.method("string ToString(string format, System.IFormatProvider provider)", format)
	b.method("byte[] ToByteArray()", give(func(c *value.Call) value.Value { return ByteArray(guidBytes(guid(c.This))) }))
	b.method("int CompareTo(guid value)", give(func(c *value.Call) value.Value {
		return value.Int(strings.Compare(guid(c.This).String(), guid(c.Args[0]).String()))
	}))
	b.constructor("(string g)", func(c *value.Call) (value.Value, error) { return parseGuid(text(c, 0)) })
	b.constructor("(byte[] b)", func(c *value.Call) (value.Value, error) {
		raw := Bytes(c.Args[0])
		if len(raw) != 16 {
			return value.Null, throwParam(exArgument, "b", "Byte array for Guid must be exactly 16 bytes long.")
		}
		g := value.Guid{Guid: netfmt.Guid(raw)}
		return value.Obj(value.Guid{Guid: netfmt.Guid(guidBytes(g))}), nil
	})
}

func guid(v value.Value) value.Guid { return of[value.Guid](v) }

// NewGuid returns a random GUID.
func NewGuid() value.Guid {
	var g netfmt.Guid
	_, _ = rand.Read(g[:])
	g[6], g[8] = g[6]&0x0F|0x40, g[8]&0x3F|0x80
	return value.Guid{Guid: g}
}

func parseGuid(s string) (value.Value, error) {
	g, err := netfmt.ParseGuid(s)
	if err != nil {
		return value.Null, dotnetError(err)
	}
	return value.Obj(value.Guid{Guid: g}), nil
}

// guidBytes changes between the written order and .NET's, whose first three
// fields are little-endian.
func guidBytes(g value.Guid) []byte {
	b := g.Guid
	return append([]byte{b[3], b[2], b[1], b[0], b[5], b[4], b[7], b[6]}, b[8:]...)
}

func loadVersion(t *value.Type, m *value.Members) {
	b := table{t, m}
	version := of[value.Version]
	for name, f := range map[string]func(v value.Version) int{
		"Major": func(v value.Version) int { return v.Major }, "Minor": func(v value.Version) int { return v.Minor },
		"Build": func(v value.Version) int { return v.Build }, "Revision": func(v value.Version) int { return v.Revision },
	} {
		b.get("int "+name, func(v value.Value) value.Value { return value.Int(f(version(v))) })
	}
	b.get("short MajorRevision", func(v value.Value) value.Value {
		return value.Integer(value.KindInt16, int64(int16(version(v).Revision>>16)))
	})
	b.get("short MinorRevision", func(v value.Value) value.Value {
		return value.Integer(value.KindInt16, int64(int16(version(v).Revision)))
	})
	b.method("string ToString()", give(func(c *value.Call) value.Value { return value.Str(version(c.This).String()) }))
	b.method("string ToString(int fieldCount)", func(c *value.Call) (value.Value, error) {
		s, err := version(c.This).Format(number(c, 0))
		return value.Str(s), dotnetError(err)
	})
	b.method("int CompareTo(version value)", give(func(c *value.Call) value.Value {
		other, ok := value.As[value.Version](c.Args[0])
		if !ok {
			return value.Int(1)
		}
		return value.Int(version(c.This).Compare(other.Version))
	}))
	parse := func(c *value.Call) (value.Value, error) { return parseVersion(text(c, 0)) }
	b.static("version Parse(string input)", parse)
	b.static("bool TryParse(string input, out version result)", func(c *value.Call) (value.Value, error) {
		v, err := parseVersion(text(c, 0))
		if err != nil {
			v = value.Null
		}
		return value.Bool(err == nil), setOut(c, 1, v)
	})
	b.constructor("()", give(func(*value.Call) value.Value { return versionOf(0, 0, -1, -1) }))
	b.constructor("(string version)", parse)
	ofParts := give(func(c *value.Call) value.Value {
		parts := [4]int{0, 0, -1, -1}
		for i := range c.Args {
			parts[i] = number(c, i)
		}
		return versionOf(parts[0], parts[1], parts[2], parts[3])
	})
	b.constructor("(int major, int minor)", ofParts)
	b.constructor("(int major, int minor, int build)", ofParts)
	b.constructor("(int major, int minor, int build, int revision)", ofParts)
}

func versionOf(major, minor, build, revision int) value.Value {
	return value.Obj(value.Version{Version: netfmt.Version{Major: major, Minor: minor, Build: build, Revision: revision}})
}

func parseVersion(s string) (value.Value, error) {
	v, err := netfmt.ParseVersion(s)
	if err != nil {
		return value.Null, dotnetError(err)
	}
	return value.Obj(value.Version{Version: v}), nil
}

func loadMailAddress(t *value.Type, m *value.Members) {
	b := table{t, m}
	mail := of[value.MailAddress]
	b.get("string DisplayName", func(v value.Value) value.Value { return value.Str(mail(v).DisplayName) })
	b.get("string User", func(v value.Value) value.Value { return value.Str(mail(v).User) })
	b.get("string Host", func(v value.Value) value.Value { return value.Str(mail(v).Host) })
	b.get("string Address", func(v value.Value) value.Value { return value.Str(mail(v).Address()) })
	b.method("string ToString()", give(func(c *value.Call) value.Value { return value.Str(mail(c.This).String()) }))
	parse := func(c *value.Call) (value.Value, error) {
		v, err := castTo(c.Env, c.Args[0], value.TypeMailAddress)
		if err != nil {
			return value.Null, throw(exFormat, "The specified string is not in the form required for an e-mail address.")
		}
		if a := mail(v); len(c.Args) > 1 {
			a.DisplayName = text(c, 1)
			v = value.Obj(a)
		}
		return v, nil
	}
	b.constructor("(string address)", parse)
	b.constructor("(string address, string displayName)", parse)
	b.static("bool TryCreate(string address, out mailaddress result)", func(c *value.Call) (value.Value, error) {
		v, err := castTo(c.Env, c.Args[0], value.TypeMailAddress)
		if err != nil {
			v = value.Null
		}
		return value.Bool(err == nil), setOut(c, 1, v)
	})
}

func loadIPAddress(t *value.Type, m *value.Members) {
	b := table{t, m}
	ip := of[value.IPAddress]
	b.get("System.Net.Sockets.AddressFamily AddressFamily", func(v value.Value) value.Value {
		family := int64(2)
		if ip(v).Addr.Is6() {
			family = 23
		}
		return value.Enum(mustType("System.Net.Sockets.AddressFamily"), family)
	})
	b.script("System.Object IPAddressToString", "System.Object IPAddressToString {get=$this.Tostring();}", func(_ value.Env, v value.Value) (value.Value, error) {
		return value.Str(ip(v).String()), nil
	})
	b.get("bool IsIPv6LinkLocal", func(v value.Value) value.Value {
		return value.Bool(ip(v).Addr.Is6() && ip(v).Addr.IsLinkLocalUnicast())
	})
	b.method("byte[] GetAddressBytes()", give(func(c *value.Call) value.Value { return ByteArray(ip(c.This).Addr.AsSlice()) }))
	b.method("string ToString()", give(func(c *value.Call) value.Value { return value.Str(ip(c.This).String()) }))
	parse := func(v value.Value, env value.Env) (value.Value, error) {
		out, err := castTo(env, v, value.TypeIPAddress)
		if err != nil {
			return value.Null, throw(exFormat, "An invalid IP address was specified.")
		}
		return out, nil
	}
	b.static("ipaddress Parse(string ipString)", func(c *value.Call) (value.Value, error) { return parse(c.Args[0], c.Env) })
	b.static("bool TryParse(string ipString, out ipaddress address)", func(c *value.Call) (value.Value, error) {
		v, err := parse(c.Args[0], c.Env)
		return value.Bool(err == nil), setOut(c, 1, v)
	})
	b.static("bool IsLoopback(ipaddress address)", give(func(c *value.Call) value.Value { return value.Bool(ip(c.Args[0]).Addr.IsLoopback()) }))
	for name, s := range map[string]string{"Loopback": "127.0.0.1", "Any": "0.0.0.0", "Broadcast": "255.255.255.255", "None": "255.255.255.255", "IPv6Loopback": "::1", "IPv6Any": "::"} {
		b.staticGet("ipaddress "+name, func(env value.Env) value.Value {
			v, _ := parse(value.Str(s), env)
			return v
		})
	}
}

// guidDigit is one hexadecimal digit of a GUID's text.
func guidDigit(v value.Value, at int) int {
	digits := of[value.Guid](v).String()
	return strings.IndexByte("0123456789abcdef", digits[at])
}
