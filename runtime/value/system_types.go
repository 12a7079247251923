package value

import (
	"net/netip"
	"time"

	"exolab/runtime/netfmt"
)

// The types of the plain objects that conversions make.
var (
	TypeGuid = &Type{Name: "Guid", FullName: "System.Guid", Kind: KindObject, Base: TypeValueType, IsValueType: true,
		Interfaces: []*Type{TypeIComparable}, Zero: func() Value { return Obj(Guid{}) }}
	TypeVersion = &Type{Name: "Version", FullName: "System.Version", Kind: KindObject, Base: TypeObject,
		Interfaces: []*Type{TypeIComparable}}
	TypeRegex       = classType("System.Text.RegularExpressions.Regex", "Regex", TypeObject)
	TypeURI         = classType("System.Uri", "Uri", TypeObject)
	TypeMailAddress = classType("System.Net.Mail.MailAddress", "MailAddress", TypeObject)
	TypeIPAddress   = classType("System.Net.IPAddress", "IPAddress", TypeObject)
	TypeXMLDocument = classType("System.Xml.XmlDocument", "XmlDocument", classType("System.Xml.XmlNode", "XmlNode", TypeObject))
)

// Guid is a System.Guid.
type Guid struct{ netfmt.Guid }

// PSType returns Guid's type.
func (Guid) PSType() *Type { return TypeGuid }

// Version is a System.Version; a part that was not given is -1.
type Version struct{ netfmt.Version }

// PSType returns Version's type.
func (Version) PSType() *Type { return TypeVersion }

// Regex is a .NET regular expression. Options are .NET's RegexOptions.
type Regex struct {
	Pattern string
	Options int
	// MatchTimeout is how long a match may take, 0 for as long as it likes.
	MatchTimeout time.Duration
}

// PSType returns Regex's type.
func (*Regex) PSType() *Type { return TypeRegex }

// String returns the pattern.
func (r *Regex) String() string { return r.Pattern }

// URI is a System.Uri by the text it was made from.
type URI struct{ Text string }

// PSType returns Uri's type.
func (URI) PSType() *Type { return TypeURI }

// String returns the original text.
func (u URI) String() string { return u.Text }

// MailAddress is a System.Net.Mail.MailAddress.
type MailAddress struct{ DisplayName, User, Host string }

// PSType returns MailAddress's type.
func (MailAddress) PSType() *Type { return TypeMailAddress }

// Address returns user@host.
func (m MailAddress) Address() string { return m.User + "@" + m.Host }

// String returns the address with its display name, if it has one.
func (m MailAddress) String() string {
	if m.DisplayName == "" {
		return m.Address()
	}
	return "\"" + m.DisplayName + "\" <" + m.Address() + ">"
}

// IPAddress is a System.Net.IPAddress.
type IPAddress struct{ Addr netip.Addr }

// PSType returns IPAddress's type.
func (IPAddress) PSType() *Type { return TypeIPAddress }

// String returns the usual notation.
func (a IPAddress) String() string { return a.Addr.String() }
