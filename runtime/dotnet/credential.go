package dotnet

import (
	"strings"

	"exolab/runtime/value"
)

// SecureString is a System.Security.SecureString.
type SecureString struct {
	value.Extended
	Plain    string
	readOnly bool
}

// Credential is a PSCredential or a NetworkCredential.
type Credential struct {
	value.Extended
	T                *value.Type
	UserName, Domain string
	Password         *SecureString
}

var (
	typeSecureString = &value.Type{Name: "SecureString", FullName: "System.Security.SecureString", Kind: value.KindObject, Base: value.TypeObject}
	typeCredential   = &value.Type{Name: "PSCredential", FullName: "System.Management.Automation.PSCredential", Kind: value.KindObject, Base: value.TypeObject}
	typeNetCred      = &value.Type{Name: "NetworkCredential", FullName: "System.Net.NetworkCredential", Kind: value.KindObject, Base: value.TypeObject}
	typeMarshal      = &value.Type{Name: "Marshal", FullName: "System.Runtime.InteropServices.Marshal", Kind: value.KindObject, Base: value.TypeObject, IsAbstract: true}
)

// PSType returns SecureString.
func (*SecureString) PSType() *value.Type { return typeSecureString }

// PSType returns PSCredential or NetworkCredential.
func (c *Credential) PSType() *value.Type { return c.T }

// NewCredential returns a PSCredential.
func NewCredential(user string, password *SecureString) *Credential {
	return &Credential{T: typeCredential, UserName: user, Password: password}
}

func loadSecureString(t *value.Type, m *value.Members) {
	b := table{t, m}
	secure := of[*SecureString]
	b.get("int Length", func(v value.Value) value.Value { return value.Int(utf16Length(secure(v).Plain)) })
	b.method("void AppendChar(char c)", do(func(c *value.Call) error {
		if secure(c.This).readOnly {
			return throw(exInvalidOperation, "Instance is read-only.")
		}
		secure(c.This).Plain += needle(c.Args[0])
		return nil
	}))
	b.method("void Clear()", run(func(c *value.Call) { secure(c.This).Plain = "" }))
	b.method("void Dispose()", run(func(*value.Call) {}))
	b.method("void MakeReadOnly()", run(func(c *value.Call) { secure(c.This).readOnly = true }))
	b.method("bool IsReadOnly()", give(func(c *value.Call) value.Value { return value.Bool(secure(c.This).readOnly) }))
	b.method("securestring Copy()", give(func(c *value.Call) value.Value { return value.Obj(&SecureString{Plain: secure(c.This).Plain}) }))
	b.constructor("()", give(func(*value.Call) value.Value { return value.Obj(&SecureString{}) }))
}

func (c *Credential) plain() string {
	if c.Password == nil {
		return ""
	}
	return c.Password.Plain
}

func passwordOf(c *Credential) value.Value {
	if c.Password == nil {
		return value.Null
	}
	return value.Obj(c.Password)
}

func loadCredential(t *value.Type, m *value.Members) {
	b := table{t, m}
	cred := of[*Credential]
	b.get("string UserName", func(v value.Value) value.Value { return value.Str(cred(v).UserName) })
	b.get("securestring Password", func(v value.Value) value.Value { return passwordOf(cred(v)) })
	b.method("System.Net.NetworkCredential GetNetworkCredential()", give(func(c *value.Call) value.Value {
		p := cred(c.This)
		domain, user, found := strings.Cut(p.UserName, `\`)
		if !found {
			domain, user = "", p.UserName
		}
		return value.Obj(&Credential{T: typeNetCred, UserName: user, Domain: domain, Password: p.Password})
	}))
	b.staticGet("pscredential Empty", func(value.Env) value.Value { return value.Obj(&Credential{T: typeCredential}) })
	b.constructor("(string userName, securestring password)", func(c *value.Call) (value.Value, error) {
		if text(c, 0) == "" {
			return value.Null, throwParam("System.Management.Automation.PSArgumentException", "userName", "Cannot process argument because the value of argument \"userName\" is not valid. Change the value of the \"userName\" argument and run the operation again.")
		}
		password, ok := value.As[*SecureString](c.Args[1])
		if !ok {
			return value.Null, throwParam("System.Management.Automation.PSArgumentNullException", "password", "Cannot process argument because the value of argument \"password\" is null. Change the value of argument \"password\" to a non-null value.")
		}
		return value.Obj(NewCredential(text(c, 0), password)), nil
	})
}

func loadNetworkCredential(t *value.Type, m *value.Members) {
	b := table{t, m}
	cred := of[*Credential]
	b.get("string UserName", func(v value.Value) value.Value { return value.Str(cred(v).UserName) })
	b.get("string Password", func(v value.Value) value.Value { return value.Str(cred(v).plain()) })
	b.get("securestring SecurePassword", func(v value.Value) value.Value { return passwordOf(cred(v)) })
	b.get("string Domain", func(v value.Value) value.Value { return value.Str(cred(v).Domain) })
	make := give(func(c *value.Call) value.Value {
		n := &Credential{T: typeNetCred, UserName: text(c, 0)}
		if s, ok := value.As[*SecureString](c.Args[1]); ok {
			n.Password = s
		} else {
			n.Password = &SecureString{Plain: text(c, 1)}
		}
		if len(c.Args) > 2 {
			n.Domain = text(c, 2)
		}
		return value.Obj(n)
	})
	for _, password := range []string{"string", "securestring"} {
		b.constructor("(string userName, "+password+" password)", make)
		b.constructor("(string userName, "+password+" password, string domain)", make)
	}
}

// loadMarshal has the calls by which scripts read a SecureString: the pointer
// is the text itself.
func loadMarshal(t *value.Type, m *value.Members) {
	b := table{t, m}
	for _, name := range []string{"SecureStringToBSTR", "SecureStringToGlobalAllocUnicode", "SecureStringToCoTaskMemUnicode"} {
		b.static("System.Object "+name+"(securestring s)", give(func(c *value.Call) value.Value {
			if s, ok := value.As[*SecureString](c.Args[0]); ok {
				return value.Str(s.Plain)
			}
			return value.Str("")
		}))
	}
	for _, name := range []string{"PtrToStringAuto", "PtrToStringBSTR", "PtrToStringUni"} {
		b.static("string "+name+"(System.Object ptr)", give(func(c *value.Call) value.Value { return c.Args[0] }))
	}
	for _, name := range []string{"ZeroFreeBSTR", "ZeroFreeGlobalAllocUnicode", "ZeroFreeCoTaskMemUnicode"} {
		b.static("void "+name+"(System.Object ptr)", run(func(*value.Call) {}))
	}
}
