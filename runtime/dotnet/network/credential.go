package network

import (
	"slices"
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/dotnet/text"
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
	b := dotnet.NewRows(t, m)
	secure := dotnet.Of[*SecureString]
	b.Get("int Length", func(v value.Value) value.Value { return value.Int(text.UTF16Length(secure(v).Plain)) })
	b.Method("void AppendChar(char c)", dotnet.Do(func(c *value.Call) error {
		if secure(c.This).readOnly {
			return dotnet.Throw(dotnet.ExInvalidOperation, "Instance is read-only.")
		}
		secure(c.This).Plain += text.Needle(c.Args[0])
		return nil
	}))
	loadSecureEdits(b)
	b.Method("void Clear()", dotnet.Run(func(c *value.Call) { secure(c.This).Plain = "" }))
	b.Method("void Dispose()", dotnet.Run(func(*value.Call) {}))
	b.Method("void MakeReadOnly()", dotnet.Run(func(c *value.Call) { secure(c.This).readOnly = true }))
	b.Method("bool IsReadOnly()", dotnet.Give(func(c *value.Call) value.Value { return value.Bool(secure(c.This).readOnly) }))
	b.Method("securestring Copy()", dotnet.Give(func(c *value.Call) value.Value { return value.Obj(&SecureString{Plain: secure(c.This).Plain}) }))
	b.Constructor("()", dotnet.Give(func(*value.Call) value.Value { return value.Obj(&SecureString{}) }))
}

// loadSecureEdits adds the changes of single characters.
func loadSecureEdits(b dotnet.Rows) {
	edit := func(last int, change func(units []uint16, i int, c *value.Call) []uint16) dotnet.Body {
		return dotnet.Do(func(c *value.Call) error {
			s := dotnet.Of[*SecureString](c.This)
			if s.readOnly {
				return dotnet.Throw(dotnet.ExInvalidOperation, "Instance is read-only.")
			}
			units, i := value.Units(s.Plain), dotnet.IntArg(c, 0)
			if i < 0 || i > len(units)+last {
				return dotnet.ThrowParam(dotnet.ExArgumentRange, "index", "Index was out of range. Must be non-negative and less than the size of the collection.")
			}
			s.Plain = value.UnitsText(change(slices.Clone(units), i, c))
			return nil
		})
	}
	b.Method("void InsertAt(int index, char c)", edit(0, func(units []uint16, i int, c *value.Call) []uint16 {
		return slices.Insert(units, i, uint16(c.Args[1].Uint64()))
	}))
	b.Method("void RemoveAt(int index)", edit(-1, func(units []uint16, i int, _ *value.Call) []uint16 { return slices.Delete(units, i, i+1) }))
	b.Method("void SetAt(int index, char c)", edit(-1, func(units []uint16, i int, c *value.Call) []uint16 {
		units[i] = uint16(c.Args[1].Uint64())
		return units
	}))
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
	b := dotnet.NewRows(t, m)
	cred := dotnet.Of[*Credential]
	b.Get("string UserName", func(v value.Value) value.Value { return value.Str(cred(v).UserName) })
	b.Get("securestring Password", func(v value.Value) value.Value { return passwordOf(cred(v)) })
	b.Method("System.Net.NetworkCredential GetNetworkCredential()", dotnet.Give(func(c *value.Call) value.Value {
		p := cred(c.This)
		domain, user, found := strings.Cut(p.UserName, `\`)
		if !found {
			domain, user = "", p.UserName
		}
		return value.Obj(&Credential{T: typeNetCred, UserName: user, Domain: domain, Password: p.Password})
	}))
	b.Constant("System.Management.Automation.GetSymmetricEncryptionKey GetSymmetricEncryptionKeyDelegate", value.Null)
	b.StaticGet("pscredential Empty", func(value.Env) value.Value { return value.Obj(&Credential{T: typeCredential}) })
	b.Constructor("(psobject pso)", func(c *value.Call) (value.Value, error) {
		user, hasUser, err := dotnet.Property(c.Env, c.Args[0], dotnet.NameOf("UserName"))
		if err != nil {
			return value.Null, err
		}
		pass, hasPass, err := dotnet.Property(c.Env, c.Args[0], dotnet.NameOf("Password"))
		password, ok := value.As[*SecureString](pass)
		if err != nil || !hasUser || !hasPass || !ok {
			return value.Null, dotnet.ThrowParam(dotnet.ExArgument, "pso", "Value does not fall within the expected range.")
		}
		return value.Obj(NewCredential(dotnet.ToText(c.Env, user), password)), nil
	})
	b.Constructor("(string userName, securestring password)", func(c *value.Call) (value.Value, error) {
		if dotnet.TextArg(c, 0) == "" {
			return value.Null, dotnet.ThrowParam("System.Management.Automation.PSArgumentException", "userName", "Cannot process argument because the value of argument \"userName\" is not valid. Change the value of the \"userName\" argument and run the operation again.")
		}
		password, ok := value.As[*SecureString](c.Args[1])
		if !ok {
			return value.Null, dotnet.ThrowParam("System.Management.Automation.PSArgumentNullException", "password", "Cannot process argument because the value of argument \"password\" is null. Change the value of argument \"password\" to a non-null value.")
		}
		return value.Obj(NewCredential(dotnet.TextArg(c, 0), password)), nil
	})
}

func loadNetworkCredential(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	cred := dotnet.Of[*Credential]
	b.Get("string UserName", func(v value.Value) value.Value { return value.Str(cred(v).UserName) })
	b.Get("string Password", func(v value.Value) value.Value { return value.Str(cred(v).plain()) })
	b.Get("securestring SecurePassword", func(v value.Value) value.Value { return passwordOf(cred(v)) })
	b.Get("string Domain", func(v value.Value) value.Value { return value.Str(cred(v).Domain) })
	make := dotnet.Give(func(c *value.Call) value.Value {
		n := &Credential{T: typeNetCred, UserName: dotnet.TextArg(c, 0)}
		if s, ok := value.As[*SecureString](c.Args[1]); ok {
			n.Password = s
		} else {
			n.Password = &SecureString{Plain: dotnet.TextArg(c, 1)}
		}
		if len(c.Args) > 2 {
			n.Domain = dotnet.TextArg(c, 2)
		}
		return value.Obj(n)
	})
	for _, password := range []string{"string", "securestring"} {
		b.Constructor("(string userName, "+password+" password)", make)
		b.Constructor("(string userName, "+password+" password, string domain)", make)
	}
}

// loadMarshal has the calls by which scripts read a SecureString: the pointer
// is the text itself.
func loadMarshal(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	for _, name := range []string{"SecureStringToBSTR", "SecureStringToGlobalAllocUnicode", "SecureStringToCoTaskMemUnicode"} {
		b.Static("System.Object "+name+"(securestring s)", dotnet.Give(func(c *value.Call) value.Value {
			if s, ok := value.As[*SecureString](c.Args[0]); ok {
				return value.Str(s.Plain)
			}
			return value.Str("")
		}))
	}
	for _, name := range []string{"PtrToStringAuto", "PtrToStringBSTR", "PtrToStringUni"} {
		b.Static("string "+name+"(System.Object ptr)", dotnet.Give(func(c *value.Call) value.Value { return c.Args[0] }))
	}
	for _, name := range []string{"ZeroFreeBSTR", "ZeroFreeGlobalAllocUnicode", "ZeroFreeCoTaskMemUnicode"} {
		b.Static("void "+name+"(System.Object ptr)", dotnet.Run(func(*value.Call) {}))
	}
}
