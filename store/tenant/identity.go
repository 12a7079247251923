package tenant

import (
	"crypto/sha256"
	"fmt"
	"strings"
)

// FoldName brings a name into the form in which names are compared.
func FoldName(s string) string { return strings.ToLower(s) }

// IdentityNames returns, folded and without doubles, every name that stands for
// the mailbox as an -Identity: display name, name, alias, user principal name,
// addresses, distinguished name, canonical name, legacy DN, GUIDs, account name
// (with and without its domain) and SID.
func (m *Mailbox) IdentityNames() []string {
	names := []string{m.DisplayName, m.Name, m.Alias, m.UserPrincipalName, m.PrimarySMTPAddress,
		m.DistinguishedName, CanonicalName(m.DistinguishedName), m.LegacyExchangeDN, m.SAMAccountName,
		m.ExternalDirectoryObjectID, m.SID, m.GUID.String(), m.ExchangeGUID.String()}
	if m.SAMAccountName != "" {
		names = append(names, domainOf(m)+`\`+m.SAMAccountName)
	}
	return foldedNames(names, m.EmailAddresses)
}

// domainOf is the NetBIOS-like name of a mailbox's domain: "CONTOSO".
func domainOf(m *Mailbox) string {
	_, domain, _ := strings.Cut(m.UserPrincipalName, "@")
	label, _, _ := strings.Cut(domain, ".")
	return strings.ToUpper(label)
}

func foldedNames(names, proxies []string) []string {
	seen := make(map[string]bool, len(names)+len(proxies))
	out := make([]string, 0, len(names)+len(proxies))
	add := func(name string) {
		folded := FoldName(name)
		if folded != "" && !seen[folded] {
			seen[folded] = true
			out = append(out, folded)
		}
	}
	for _, name := range names {
		add(name)
	}
	for _, proxy := range proxies {
		kind, address, found := strings.Cut(proxy, ":")
		switch {
		case !found:
			add(proxy)
		case strings.EqualFold(kind, "smtp"), strings.EqualFold(kind, "x500"):
			add(address)
		}
	}
	return out
}

// CleanIdentity brings an -Identity argument into the form in which it is looked
// up: folded, without the address prefix and the braces of a GUID.
func CleanIdentity(identity string) string {
	folded := FoldName(strings.TrimSpace(identity))
	folded = strings.TrimPrefix(folded, "smtp:")
	if g, err := ParseGUID(folded); err == nil {
		return g.String()
	}
	return folded
}

// NotFoundError says that no object bears an identity.
type NotFoundError struct{ Identity string }

// Error names the identity.
func (e *NotFoundError) Error() string {
	return fmt.Sprintf("no object matches %q", e.Identity)
}

// AmbiguousError says that several objects bear an identity.
type AmbiguousError struct {
	Identity string
	Matches  []GUID
}

// Error names the identity.
func (e *AmbiguousError) Error() string {
	return fmt.Sprintf("%d objects match %q", len(e.Matches), e.Identity)
}

// CanonicalName turns a distinguished name into its canonical form:
// "CN=Don Hall,OU=Users,DC=contoso,DC=com" is "contoso.com/Users/Don Hall".
func CanonicalName(dn string) string {
	var domain, path []string
	for _, part := range splitDN(dn) {
		key, value, _ := strings.Cut(part, "=")
		if strings.EqualFold(key, "DC") {
			domain = append(domain, value)
		} else {
			path = append([]string{value}, path...)
		}
	}
	if len(domain) == 0 {
		return ""
	}
	return strings.Join(append([]string{strings.Join(domain, ".")}, path...), "/")
}

// splitDN cuts a distinguished name at its unescaped commas and unescapes the parts.
func splitDN(dn string) []string {
	var parts []string
	var part strings.Builder
	for i := 0; i < len(dn); i++ {
		switch {
		case dn[i] == '\\' && i+1 < len(dn):
			i++
			part.WriteByte(dn[i])
		case dn[i] == ',':
			parts = append(parts, part.String())
			part.Reset()
		default:
			part.WriteByte(dn[i])
		}
	}
	return append(parts, part.String())
}

var dnEscaper = strings.NewReplacer(`\`, `\\`, ",", `\,`, "+", `\+`, `"`, `\"`, "<", `\<`, ">", `\>`, ";", `\;`)

func escapeDN(s string) string { return dnEscaper.Replace(s) }

// organizationalUnit is where an organization keeps its recipients.
func organizationalUnit(org *Organization) string {
	if org.Flavour == FlavourOnPrem {
		return "CN=Users," + domainComponents(org.DefaultDomain())
	}
	return "OU=" + hostedName(org) + ",OU=Microsoft Exchange Hosted Organizations," +
		domainComponents("CANPR01A001.PROD.OUTLOOK.COM")
}

// hostedName is the service's own name of an organization: its onmicrosoft.com domain.
func hostedName(org *Organization) string {
	for _, d := range org.Domains {
		if strings.HasSuffix(strings.ToLower(d), ".onmicrosoft.com") {
			return d
		}
	}
	label, _, _ := strings.Cut(org.DefaultDomain(), ".")
	return label + ".onmicrosoft.com"
}

func domainComponents(domain string) string {
	return "DC=" + strings.ReplaceAll(domain, ".", ",DC=")
}

func legacyDN(g GUID, alias string) string {
	id := strings.ReplaceAll(g.String(), "-", "")
	return "/o=ExchangeLabs/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Recipients/cn=" + id + "-" + alias
}

// deriveGUID makes the GUID of an object that came without one: the same for the
// same names, so that an import gives the same organization every time.
func deriveGUID(names ...string) GUID {
	sum := sha256.Sum256([]byte(FoldName(strings.Join(names, "\x00"))))
	var g GUID
	copy(g[:], sum[:])
	g[6] = g[6]&0x0f | 0x40
	g[8] = g[8]&0x3f | 0x80
	return g
}
