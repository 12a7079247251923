package network

import (
	"net/netip"
	"os"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

var (
	typeDNS             = staticType("System.Net.Dns")
	typeHostEntry       = dotnet.EngineType("System.Net.IPHostEntry")
	typeCredentialCache = staticType("System.Net.CredentialCache")
	typeWebRequest      = staticType("System.Net.WebRequest")
	typeWebProxy        = dotnet.EngineType("System.Net.WebProxy")
)

func staticType(name string) *value.Type {
	t := dotnet.EngineType(name)
	t.IsAbstract = true
	return t
}

// addressesOf looks a name up without a network: addresses and this computer
// are known, others are not.
func addressesOf(name string) (value.Value, error) {
	local, _ := os.Hostname()
	address := name
	if name == "" || name == "localhost" || name == local {
		address = "127.0.0.1"
	}
	ip, err := netip.ParseAddr(address)
	if err != nil {
		return value.Null, dotnet.Throw("System.Net.Sockets.SocketException", "Name or service not known: %s.", dotnet.Refusal("System.Net.Dns"))
	}
	return value.Obj(&value.Array{Elem: value.TypeIPAddress, Items: []value.Value{value.Obj(value.IPAddress{Addr: ip})}}), nil
}

func hostEntry(c *value.Call) (value.Value, error) {
	name := dotnet.ToText(c.Env, c.Args[0])
	addresses, err := addressesOf(name)
	if err != nil {
		return value.Null, err
	}
	entry := value.NewObject(3)
	entry.T = typeHostEntry
	entry.Set("HostName", value.Str(name))
	entry.Set("Aliases", value.Strings())
	entry.Set("AddressList", addresses)
	return value.Obj(entry), nil
}

func loadDNS(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	b.Static("string GetHostName()", dotnet.Give(func(*value.Call) value.Value {
		name, _ := os.Hostname()
		return value.Str(name)
	}))
	b.Static("System.Net.IPHostEntry GetHostByName(string hostName)", hostEntry)
	b.Static("System.Net.IPHostEntry GetHostEntry(string hostNameOrAddress)", hostEntry)
	b.Static("System.Net.IPHostEntry GetHostEntry(ipaddress address)", hostEntry)
	b.Static("ipaddress[] GetHostAddresses(string hostNameOrAddress)", func(c *value.Call) (value.Value, error) { return addressesOf(dotnet.TextArg(c, 0)) })
}

// loadCredentialCache gives the credentials of who runs the session, which have
// no name or password to read.
func loadCredentialCache(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	own := value.Obj(&Credential{T: typeNetCred, Password: &SecureString{}})
	b.Constant("System.Net.NetworkCredential DefaultNetworkCredentials", own)
	b.Constant("System.Net.NetworkCredential DefaultCredentials", own)
}

func newWebProxy() value.Value {
	o := value.NewObject(2)
	o.T = typeWebProxy
	o.Set("Address", value.Null)
	o.Set("Credentials", value.Null)
	return value.Obj(o)
}

func loadWebRequest(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	proxy := newWebProxy()
	m.AddStatic(&value.Member{Name: "DefaultWebProxy", Kind: value.Property, Type: "System.Net.IWebProxy",
		Get: func(value.Env, value.Value) (value.Value, error) { return proxy, nil },
		Set: func(_ value.Env, _, to value.Value) error { proxy = to; return nil }})
	b.Static("System.Net.WebProxy GetSystemWebProxy()", dotnet.Give(func(*value.Call) value.Value { return newWebProxy() }))
}
