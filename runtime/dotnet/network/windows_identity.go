package network

import (
	"os"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

const principalNamespace = "System.Security.Principal."

var (
	typeIdentity  = &value.Type{Name: "WindowsIdentity", FullName: principalNamespace + "WindowsIdentity", Kind: value.KindObject, Base: value.TypeObject}
	typePrincipal = &value.Type{Name: "WindowsPrincipal", FullName: principalNamespace + "WindowsPrincipal", Kind: value.KindObject, Base: value.TypeObject}
)

// identity is the user who runs the session, as Windows would describe one; as
// a principal it answers for the user's roles.
type identity struct{ t *value.Type }

// PSType returns WindowsIdentity or WindowsPrincipal.
func (i identity) PSType() *value.Type { return i.t }

func identityName() string {
	if name := os.Getenv("USERNAME"); name != "" {
		return os.Getenv("USERDOMAIN") + `\` + name
	}
	host, _ := os.Hostname()
	return host + `\` + os.Getenv("USER")
}

func loadIdentity(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	b.Get("string Name", func(value.Value) value.Value { return value.Str(identityName()) })
	b.Get("string AuthenticationType", func(value.Value) value.Value { return value.Str("Negotiate") })
	b.Get("bool IsAuthenticated", func(value.Value) value.Value { return value.True })
	b.Get("bool IsSystem", func(value.Value) value.Value { return value.False })
	b.Get("bool IsGuest", func(value.Value) value.Value { return value.False })
	b.Get("bool IsAnonymous", func(value.Value) value.Value { return value.False })
	b.Static("System.Security.Principal.WindowsIdentity GetCurrent()", dotnet.Give(func(*value.Call) value.Value { return value.Obj(identity{typeIdentity}) }))
}

// loadPrincipal gives the principal its roles: an administrator's, so that
// scripts that ask for them go on.
func loadPrincipal(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	b.Get("System.Security.Principal.IIdentity Identity", func(value.Value) value.Value { return value.Obj(identity{typeIdentity}) })
	inRole := dotnet.Give(func(*value.Call) value.Value { return value.True })
	b.Method("bool IsInRole(System.Security.Principal.WindowsBuiltInRole role)", inRole)
	b.Method("bool IsInRole(string role)", inRole)
	b.Constructor("(System.Security.Principal.WindowsIdentity ntIdentity)", dotnet.Give(func(*value.Call) value.Value { return value.Obj(identity{typePrincipal}) }))
}
