package dotnet

import (
	"os"

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
	host, _ := os.Hostname()
	return host + `\` + os.Getenv("USER")
}

func loadIdentity(t *value.Type, m *value.Members) {
	b := table{t, m}
	b.get("string Name", func(value.Value) value.Value { return value.Str(identityName()) })
	b.get("string AuthenticationType", func(value.Value) value.Value { return value.Str("Negotiate") })
	b.get("bool IsAuthenticated", func(value.Value) value.Value { return value.True })
	b.get("bool IsSystem", func(value.Value) value.Value { return value.False })
	b.get("bool IsGuest", func(value.Value) value.Value { return value.False })
	b.get("bool IsAnonymous", func(value.Value) value.Value { return value.False })
	b.static("System.Security.Principal.WindowsIdentity GetCurrent()", give(func(*value.Call) value.Value { return value.Obj(identity{typeIdentity}) }))
}

// loadPrincipal gives the principal its roles: an administrator's, so that
// scripts that ask for them go on.
func loadPrincipal(t *value.Type, m *value.Members) {
	b := table{t, m}
	b.get("System.Security.Principal.IIdentity Identity", func(value.Value) value.Value { return value.Obj(identity{typeIdentity}) })
	inRole := give(func(*value.Call) value.Value { return value.True })
	b.method("bool IsInRole(System.Security.Principal.WindowsBuiltInRole role)", inRole)
	b.method("bool IsInRole(string role)", inRole)
	b.constructor("(System.Security.Principal.WindowsIdentity ntIdentity)", give(func(*value.Call) value.Value { return value.Obj(identity{typePrincipal}) }))
}
