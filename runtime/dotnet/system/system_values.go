package system

import (
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/dotnet/numbers"
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

func loadGuid(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	b.Script("System.Object Guid", "System.Object Guid {get=$this.ToString();}", func(_ value.Env, v value.Value) (value.Value, error) {
		return value.Str(guid(v).String()), nil
	})
	b.Get("int Variant", func(v value.Value) value.Value { return value.Int(guidDigit(v, 19)) })
	b.Get("int Version", func(v value.Value) value.Value { return value.Int(guidDigit(v, 14)) })
	loadGuidMore(b)
	b.Constant("guid Empty", value.Obj(value.Guid{}))
	b.Static("guid NewGuid()", dotnet.Give(func(*value.Call) value.Value { return value.Obj(NewGuid()) }))
	b.Static("guid Parse(string input)", func(c *value.Call) (value.Value, error) { return parseGuid(dotnet.TextArg(c, 0)) })
	b.Static("bool TryParse(string input, out guid result)", func(c *value.Call) (value.Value, error) {
		v, err := parseGuid(dotnet.TextArg(c, 0))
		if err != nil {
			v = value.Obj(value.Guid{})
		}
		return value.Bool(err == nil), dotnet.SetOut(c, 1, v)
	})
	b.Method("string ToString()", dotnet.Give(func(c *value.Call) value.Value { return value.Str(guid(c.This).String()) }))
	format := func(c *value.Call) (value.Value, error) {
		s, err := guid(c.This).Format(dotnet.TextArg(c, 0))
		return value.Str(s), dotnet.Error(err)
	}
	b.Method("string ToString(string format)", format)
	b.Method("string ToString(string format, System.IFormatProvider provider)", format)
	b.Method("byte[] ToByteArray()", dotnet.Give(func(c *value.Call) value.Value { return numbers.ByteArray(guidBytes(guid(c.This))) }))
	b.Method("int CompareTo(guid value)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Int(strings.Compare(guid(c.This).String(), guid(c.Args[0]).String()))
	}))
	b.Method("int CompareTo(System.Object value)", func(c *value.Call) (value.Value, error) {
		if c.Args[0].IsNull() {
			return value.Int(1), nil
		}
		other, ok := value.As[value.Guid](c.Args[0])
		if !ok {
			return value.Null, dotnet.ThrowParam(dotnet.ExArgument, "value", "Object must be of type GUID.")
		}
		return value.Int(strings.Compare(guid(c.This).String(), other.String())), nil
	})
	b.Constructor("(string g)", func(c *value.Call) (value.Value, error) { return parseGuid(dotnet.TextArg(c, 0)) })
	b.Constructor("(byte[] b)", func(c *value.Call) (value.Value, error) {
		raw := numbers.Bytes(c.Args[0])
		if len(raw) != 16 {
			return value.Null, dotnet.ThrowParam(dotnet.ExArgument, "b", "Byte array for Guid must be exactly 16 bytes long.")
		}
		g := value.Guid{Guid: netfmt.Guid(raw)}
		return value.Obj(value.Guid{Guid: netfmt.Guid(guidBytes(g))}), nil
	})
}

func guid(v value.Value) value.Guid { return dotnet.Of[value.Guid](v) }

// NewGuid returns a random GUID.
func NewGuid() value.Guid {
	return value.Guid{Guid: netfmt.NewGuid()}
}

func parseGuid(s string) (value.Value, error) {
	g, err := netfmt.ParseGuid(s)
	if err != nil {
		return value.Null, dotnet.Error(err)
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
	b := dotnet.NewRows(t, m)
	version := dotnet.Of[value.Version]
	for name, f := range map[string]func(v value.Version) int{
		"Major": func(v value.Version) int { return v.Major }, "Minor": func(v value.Version) int { return v.Minor },
		"Build": func(v value.Version) int { return v.Build }, "Revision": func(v value.Version) int { return v.Revision },
	} {
		b.Get("int "+name, func(v value.Value) value.Value { return value.Int(f(version(v))) })
	}
	b.Get("short MajorRevision", func(v value.Value) value.Value {
		return value.Integer(value.KindInt16, int64(int16(version(v).Revision>>16)))
	})
	b.Get("short MinorRevision", func(v value.Value) value.Value {
		return value.Integer(value.KindInt16, int64(int16(version(v).Revision)))
	})
	b.Method("string ToString()", dotnet.Give(func(c *value.Call) value.Value { return value.Str(version(c.This).String()) }))
	b.Method("string ToString(int fieldCount)", func(c *value.Call) (value.Value, error) {
		s, err := version(c.This).Format(dotnet.IntArg(c, 0))
		return value.Str(s), dotnet.Error(err)
	})
	b.Method("System.Object Clone()", dotnet.Give(func(c *value.Call) value.Value { return c.This }))
	b.Method("bool Equals(version obj)", dotnet.Give(func(c *value.Call) value.Value {
		other, ok := value.As[value.Version](c.Args[0])
		return value.Bool(ok && version(c.This).Compare(other.Version) == 0)
	}))
	b.Method("int CompareTo(System.Object version)", func(c *value.Call) (value.Value, error) {
		if c.Args[0].IsNull() {
			return value.Int(1), nil
		}
		other, ok := value.As[value.Version](c.Args[0])
		if !ok {
			return value.Null, dotnet.Throw(dotnet.ExArgument, "Object must be of type Version.")
		}
		return value.Int(version(c.This).Compare(other.Version)), nil
	})
	b.Method("int CompareTo(version value)", dotnet.Give(func(c *value.Call) value.Value {
		other, ok := value.As[value.Version](c.Args[0])
		if !ok {
			return value.Int(1)
		}
		return value.Int(version(c.This).Compare(other.Version))
	}))
	parse := func(c *value.Call) (value.Value, error) { return parseVersion(dotnet.TextArg(c, 0)) }
	b.Static("version Parse(string input)", parse)
	b.Static("bool TryParse(string input, out version result)", func(c *value.Call) (value.Value, error) {
		v, err := parseVersion(dotnet.TextArg(c, 0))
		if err != nil {
			v = value.Null
		}
		return value.Bool(err == nil), dotnet.SetOut(c, 1, v)
	})
	b.Constructor("()", dotnet.Give(func(*value.Call) value.Value { return versionOf(0, 0, -1, -1) }))
	b.Constructor("(string version)", parse)
	ofParts := dotnet.Give(func(c *value.Call) value.Value {
		parts := [4]int{0, 0, -1, -1}
		for i := range c.Args {
			parts[i] = dotnet.IntArg(c, i)
		}
		return versionOf(parts[0], parts[1], parts[2], parts[3])
	})
	b.Constructor("(int major, int minor)", ofParts)
	b.Constructor("(int major, int minor, int build)", ofParts)
	b.Constructor("(int major, int minor, int build, int revision)", ofParts)
}

func versionOf(major, minor, build, revision int) value.Value {
	return value.Obj(value.Version{Version: netfmt.Version{Major: major, Minor: minor, Build: build, Revision: revision}})
}

func parseVersion(s string) (value.Value, error) {
	v, err := netfmt.ParseVersion(s)
	if err != nil {
		return value.Null, dotnet.Error(err)
	}
	return value.Obj(value.Version{Version: v}), nil
}

func loadMailAddress(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	mail := dotnet.Of[value.MailAddress]
	b.Get("string DisplayName", func(v value.Value) value.Value { return value.Str(mail(v).DisplayName) })
	b.Get("string User", func(v value.Value) value.Value { return value.Str(mail(v).User) })
	b.Get("string Host", func(v value.Value) value.Value { return value.Str(mail(v).Host) })
	b.Get("string Address", func(v value.Value) value.Value { return value.Str(mail(v).Address()) })
	b.Method("string ToString()", dotnet.Give(func(c *value.Call) value.Value { return value.Str(mail(c.This).String()) }))
	parse := func(c *value.Call) (value.Value, error) {
		v, err := dotnet.CastTo(c.Env, c.Args[0], value.TypeMailAddress)
		if err != nil {
			return value.Null, dotnet.Throw(dotnet.ExFormat, "The specified string is not in the form required for an e-mail address.")
		}
		if a := mail(v); len(c.Args) > 1 {
			a.DisplayName = dotnet.TextArg(c, 1)
			v = value.Obj(a)
		}
		return v, nil
	}
	b.Constructor("(string address)", parse)
	b.Constructor("(string address, string displayName)", parse)
	b.Constructor("(string address, string displayName, System.Text.Encoding displayNameEncoding)", parse)
	for _, name := range [...]string{"", ", string displayName", ", string displayName, System.Text.Encoding displayNameEncoding"} {
		b.Static("bool TryCreate(string address"+name+", out mailaddress result)", func(c *value.Call) (value.Value, error) {
			last := len(c.Args) - 1
			v, err := parse(&value.Call{Env: c.Env, Args: c.Args[:last]})
			return value.Bool(err == nil), dotnet.SetOut(c, last, v)
		})
	}
}

// guidDigit is one hexadecimal digit of a GUID's text.
func guidDigit(v value.Value, at int) int {
	digits := dotnet.Of[value.Guid](v).String()
	return strings.IndexByte("0123456789abcdef", digits[at])
}
