package exchange

import (
	"fmt"
	"strings"

	"exolab/cmdlets"
	"exolab/runtime"
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

// defaultCaller acts where nobody has connected.
const defaultCaller = "admin@contoso.onmicrosoft.com"

// caller is the user in whose name the session's cmdlets run.
func (c *call) caller() string {
	if list := connectionsOf(c.ctx.Session()).list; len(list) > 0 && strings.Contains(list[len(list)-1].user, "@") {
		return list[len(list)-1].user
	}
	return defaultCaller
}

// connection is one that Connect-ExchangeOnline or New-PSSession made.
type connection struct {
	id               int
	name, user, uri  string
	prefix, appID    string
	organization     string
	compliance       bool
	certificate, rps bool
	guid             string
}

// connections are those of a session.
type connections struct {
	list   []*connection
	lastID int
	// searches are the pages of Search-UnifiedAuditLog by SessionId.
	searches map[string]*unifiedSearch
}

type connectionsKey struct{}

func connectionsOf(s *runtime.Session) *connections {
	if known, ok := s.Services[connectionsKey{}].(*connections); ok {
		return known
	}
	fresh := &connections{searches: map[string]*unifiedSearch{}}
	s.Services[connectionsKey{}] = fresh
	return fresh
}

func (k *connections) add(n *connection) *connection {
	k.lastID++
	n.id = k.lastID
	n.guid = derivedGUID("connection", fmt.Sprint(n.id))
	k.list = append(k.list, n)
	return n
}

var connectionCmdlets = []cmdlet{
	connectionCmdlet("Connect-ExchangeOnline", "Connects to the emulated service; nothing leaves the machine.", "Connect-ExchangeOnline -UserPrincipalName admin@contoso.com -ShowBanner:$false", "", connectExchangeOnline),
	connectionCmdlet("Connect-IPPSSession", "Connects to the emulated Security & Compliance service.", "Connect-IPPSSession -UserPrincipalName admin@contoso.com", "", connectIPPSSession),
	connectionCmdlet("Disconnect-ExchangeOnline", "Ends the connections.", "Disconnect-ExchangeOnline -Confirm:$false", "", disconnectExchangeOnline),
	connectionCmdlet("Get-ConnectionInformation", "Gives the connections.", "Connect-ExchangeOnline -UserPrincipalName admin@contoso.com; (Get-ConnectionInformation).State", "Connected", getConnectionInformation),
}

func connectionCmdlet(name, synopsis, code, output string, run func(c *call) error) cmdlet {
	return cmdlet{name: name, synopsis: synopsis, class: "Microsoft.Exchange.Management.ExoPowershellSnapin." + strings.ReplaceAll(name, "-", ""),
		examples: []cmdlets.Example{{Code: code, Output: output}}, run: run}
}

func connectExchangeOnline(c *call) error {
	return c.connect("ExchangeOnline", "https://outlook.office365.com", false)
}

func connectIPPSSession(c *call) error {
	return c.connect("ExchangeOnlineProtection", "https://ps.compliance.protection.outlook.com/powershell-liveid/", true)
}

func (c *call) connect(name, uri string, compliance bool) error {
	if c.has("ConnectionUri") {
		uri = c.text("ConnectionUri")
	}
	user := c.text("UserPrincipalName")
	if credential, ok := value.As[*dotnet.Credential](value.Unwrap(c.value("Credential"))); ok && user == "" {
		user = credential.UserName
	}
	organization := c.text("Organization")
	if user == "" && !c.has("AppId") && !c.has("ManagedIdentity") {
		user = defaultCaller
	}
	n := connectionsOf(c.ctx.Session()).add(&connection{user: user, uri: uri, prefix: c.text("Prefix"), appID: c.text("AppId"), organization: organization,
		compliance: compliance, certificate: c.has("Certificate") || c.has("CertificateThumbprint") || c.has("CertificateFilePath")})
	n.name = fmt.Sprintf("%s_%d", name, n.id)
	return nil
}

func disconnectExchangeOnline(c *call) error {
	if ok, err := c.confirm("Disconnecting the connections to Exchange Online."); !ok || err != nil {
		return err
	}
	k := connectionsOf(c.ctx.Session())
	ids, prefixes := c.texts("ConnectionId"), c.texts("ModulePrefix")
	k.remove(func(n *connection) bool {
		return len(ids)+len(prefixes) == 0 || containsFold(ids, n.guid) || containsFold(prefixes, n.prefix)
	})
	return nil
}

func (k *connections) remove(gone func(*connection) bool) {
	var left []*connection
	for _, n := range k.list {
		if !gone(n) {
			left = append(left, n)
		}
	}
	k.list = left
}

func getConnectionInformation(c *call) error {
	ids, prefixes := c.texts("ConnectionId"), c.texts("ModulePrefix")
	var org *tenant.Organization
	for _, n := range connectionsOf(c.ctx.Session()).list {
		if n.rps || len(ids) > 0 && !containsFold(ids, n.guid) || len(prefixes) > 0 && !containsFold(prefixes, n.prefix) {
			continue
		}
		if org == nil {
			if err := c.view(func(r store.Reader) (err error) {
				org, err = r.Organization()
				return err
			}); err != nil {
				return err
			}
		}
		if err := c.emit(c.connectionObject(org, n)); err != nil {
			return err
		}
	}
	return nil
}

func (c *call) connectionObject(org *tenant.Organization, n *connection) value.Value {
	o := newObject("ConnectionInformation")
	o.out.TypeNames = []string{strings.TrimPrefix(o.shape.typeNames[0], "Deserialized."), "System.Object"}
	organization := n.organization
	if organization == "" && n.appID != "" {
		organization = org.DefaultDomain()
	}
	o.text("ConnectionId", n.guid, "Name", n.name, "UserPrincipalName", n.user, "ConnectionUri", n.uri, "ModulePrefix", n.prefix, "Organization", organization,
		"AppId", n.appID, "TenantID", derivedGUID(org.Name, "tenant"), "ModuleName", "tmpEXO_"+n.guid[:8]+".ps1")
	o.set("Id", value.Int(n.id))
	o.set("CertificateAuthentication", value.Bool(n.certificate))
	o.set("IsEopSession", value.Bool(n.compliance))
	o.set("TokenExpiryTimeUTC", value.Date(c.ctx.Env().NowTicks()+hourTicks, kindUTC))
	return o.value()
}

// hourTicks is how long a token is good for.
const hourTicks = 3600 * ticksPerSecond
