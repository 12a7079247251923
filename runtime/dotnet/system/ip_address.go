package system

import (
	"encoding/binary"
	"math"
	"math/bits"
	"net/netip"
	"strconv"

	"exolab/runtime/dotnet"
	"exolab/runtime/dotnet/numbers"
	"exolab/runtime/value"
)

const (
	exSocket         = "System.Net.Sockets.SocketException"
	messageInvalidIP = "An invalid IP address was specified."
	messageRange     = "Specified argument was out of the range of valid values."
)

func loadIPAddress(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	b.Get("System.Net.Sockets.AddressFamily AddressFamily", func(v value.Value) value.Value {
		family := int64(2)
		if ip(v).Is6() {
			family = 23
		}
		return value.Enum(dotnet.MustType("System.Net.Sockets.AddressFamily"), family)
	})
	b.Script("System.Object IPAddressToString", "System.Object IPAddressToString {get=$this.Tostring();}", func(_ value.Env, v value.Value) (value.Value, error) {
		return value.Str(ipText(v)), nil
	})
	for name, block := range map[string]string{
		"IsIPv6LinkLocal": "fe80::/10", "IsIPv6Multicast": "ff00::/8", "IsIPv6SiteLocal": "fec0::/10",
		"IsIPv6Teredo": "2001::/32", "IsIPv6UniqueLocal": "fc00::/7",
	} {
		prefix := netip.MustParsePrefix(block)
		b.Get("bool "+name, func(v value.Value) value.Value { return value.Bool(prefix.Contains(ip(v).WithZone(""))) })
	}
	b.Get("bool IsIPv4MappedToIPv6", func(v value.Value) value.Value { return value.Bool(ip(v).Is4In6()) })
	b.Property("long Address", ipNumber, nil)
	b.Property("long ScopeId", ipScope, nil)
	b.Method("byte[] GetAddressBytes()", dotnet.Give(func(c *value.Call) value.Value { return numbers.ByteArray(ip(c.This).AsSlice()) }))
	b.Method("ipaddress MapToIPv4()", dotnet.Give(func(c *value.Call) value.Value {
		raw := ip(c.This).AsSlice()
		return ipValue(netip.AddrFrom4([4]byte(raw[len(raw)-4:])))
	}))
	b.Method("ipaddress MapToIPv6()", dotnet.Give(func(c *value.Call) value.Value {
		a := ip(c.This)
		if a.Is4() {
			a = netip.AddrFrom16(a.As16())
		}
		return ipValue(a)
	}))
	b.Method("string ToString()", dotnet.Give(func(c *value.Call) value.Value { return value.Str(ipText(c.This)) }))
	loadIPStatics(b)
	b.Constructor("(byte[] address)", func(c *value.Call) (value.Value, error) {
		a, ok := netip.AddrFromSlice(numbers.Bytes(c.Args[0]))
		if !ok {
			return value.Null, dotnet.ThrowParam(dotnet.ExArgument, "address", messageInvalidIP)
		}
		return ipValue(a), nil
	})
	b.Constructor("(byte[] address, long scopeid)", newScopedIP)
	b.Constructor("(long newAddress)", func(c *value.Call) (value.Value, error) {
		n := c.Args[0].Int64()
		if n < 0 || n > math.MaxUint32 {
			return value.Null, dotnet.ThrowParam(dotnet.ExArgumentRange, "newAddress", messageRange)
		}
		return ipValue(netip.AddrFrom4([4]byte(binary.LittleEndian.AppendUint32(nil, uint32(n))))), nil
	})
}

func loadIPStatics(b dotnet.Rows) {
	b.Static("ipaddress Parse(string ipString)", func(c *value.Call) (value.Value, error) { return parseIP(c.Args[0], c.Env) })
	b.Static("bool TryParse(string ipString, out ipaddress address)", func(c *value.Call) (value.Value, error) {
		v, err := parseIP(c.Args[0], c.Env)
		return value.Bool(err == nil), dotnet.SetOut(c, 1, v)
	})
	b.Static("bool IsLoopback(ipaddress address)", dotnet.Give(func(c *value.Call) value.Value { return value.Bool(ip(c.Args[0]).IsLoopback()) }))
	for name, param := range map[string]string{"HostToNetworkOrder": "host", "NetworkToHostOrder": "network"} {
		b.Static("short "+name+"(short "+param+")", dotnet.Give(func(c *value.Call) value.Value {
			return value.Integer(value.KindInt16, int64(int16(bits.ReverseBytes16(uint16(c.Args[0].Int64())))))
		}))
		b.Static("int "+name+"(int "+param+")", dotnet.Give(func(c *value.Call) value.Value {
			return value.Int(int(int32(bits.ReverseBytes32(uint32(c.Args[0].Int64())))))
		}))
		b.Static("long "+name+"(long "+param+")", dotnet.Give(func(c *value.Call) value.Value {
			return value.Long(int64(bits.ReverseBytes64(uint64(c.Args[0].Int64()))))
		}))
	}
	for name, s := range map[string]string{
		"Loopback": "127.0.0.1", "Any": "0.0.0.0", "Broadcast": "255.255.255.255", "None": "255.255.255.255",
		"IPv6Loopback": "::1", "IPv6Any": "::", "IPv6None": "::",
	} {
		b.Constant("ipaddress "+name, ipValue(netip.MustParseAddr(s)))
	}
}

func ip(v value.Value) netip.Addr { return dotnet.Of[value.IPAddress](v).Addr }

func ipText(v value.Value) string { return dotnet.Of[value.IPAddress](v).String() }

func ipValue(a netip.Addr) value.Value { return value.Obj(value.IPAddress{Addr: a}) }

func parseIP(v value.Value, env value.Env) (value.Value, error) {
	out, err := dotnet.CastTo(env, v, value.TypeIPAddress)
	if err != nil {
		return value.Null, dotnet.Throw(dotnet.ExFormat, messageInvalidIP)
	}
	return out, nil
}

// ipNumber is an IPv4 address as the number whose lowest byte comes first.
func ipNumber(_ value.Env, v value.Value) (value.Value, error) {
	a := ip(v)
	if !a.Is4() {
		return value.Null, dotnet.Throw(exSocket, "Operation not supported")
	}
	return value.Long(int64(binary.LittleEndian.Uint32(a.AsSlice()))), nil
}

// ipScope is the number of the interface that an IPv6 address belongs to.
func ipScope(_ value.Env, v value.Value) (value.Value, error) {
	a := ip(v)
	if a.Is4() {
		return value.Null, dotnet.Throw(exSocket, "Operation not supported")
	}
	scope, err := strconv.ParseInt(a.Zone(), 10, 64)
	if err != nil {
		scope = 0
	}
	return value.Long(scope), nil
}

func newScopedIP(c *value.Call) (value.Value, error) {
	raw, scope := numbers.Bytes(c.Args[0]), c.Args[1].Int64()
	if len(raw) != 16 {
		return value.Null, dotnet.ThrowParam(dotnet.ExArgument, "address", messageInvalidIP)
	}
	if scope < 0 || scope > math.MaxUint32 {
		return value.Null, dotnet.ThrowParam(dotnet.ExArgumentRange, "scopeid", messageRange)
	}
	a := netip.AddrFrom16([16]byte(raw))
	if scope > 0 {
		a = a.WithZone(strconv.FormatInt(scope, 10))
	}
	return ipValue(a), nil
}
