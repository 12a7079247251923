package sessions

import (
	"fmt"
	"strings"

	"exolab/cmdlets"
	"exolab/cmdlets/exchange/connection"
	"exolab/cmdlets/exchange/rbac"
	"exolab/cmdlets/exchange/shapes"
	"exolab/cmdlets/exchange/task"
	"exolab/runtime/dotnet/network"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

var connectionCmdlets = []task.Cmdlet{
	connectionCmdlet("Connect-ExchangeOnline", "Connects to the emulated service; nothing leaves the machine.", "Connect-ExchangeOnline -UserPrincipalName admin@contoso.com -ShowBanner:$false", "", connectExchangeOnline),
	connectionCmdlet("Connect-IPPSSession", "Connects to the emulated Security & Compliance service.", "Connect-IPPSSession -UserPrincipalName admin@contoso.com", "", connectIPPSSession),
	connectionCmdlet("Disconnect-ExchangeOnline", "Ends the connections.", "Disconnect-ExchangeOnline -Confirm:$false", "", disconnectExchangeOnline),
	connectionCmdlet("Get-ConnectionInformation", "Gives the connections.", "Connect-ExchangeOnline -UserPrincipalName admin@contoso.com; (Get-ConnectionInformation).State", "Connected", getConnectionInformation),
}

func connectionCmdlet(name, synopsis, code, output string, run func(c *task.Call) error) task.Cmdlet {
	return task.Cmdlet{Name: name, Synopsis: synopsis, Class: "Microsoft.Exchange.Management.ExoPowershellSnapin." + strings.ReplaceAll(name, "-", ""),
		Examples: []cmdlets.Example{{Code: code, Output: output}}, Run: run}
}

func connectExchangeOnline(c *task.Call) error {
	return connect(c, "ExchangeOnline", "https://outlook.office365.com", false)
}

func connectIPPSSession(c *task.Call) error {
	return connect(c, "ExchangeOnlineProtection", "https://ps.compliance.protection.outlook.com/powershell-liveid/", true)
}

func connect(c *task.Call, name, uri string, compliance bool) error {
	if c.Has("ConnectionUri") {
		uri = c.Text("ConnectionUri")
	}
	user := c.Text("UserPrincipalName")
	if credential, ok := value.As[*network.Credential](value.Unwrap(c.Value("Credential"))); ok && user == "" {
		user = credential.UserName
	}
	organization := c.Text("Organization")
	if user == "" && !c.Has("AppId") && !c.Has("ManagedIdentity") {
		user = connection.DefaultCaller
	}
	n := connection.Of(c.Ctx.Session()).Add(&connection.Connection{User: user, URI: uri, Prefix: c.Text("Prefix"), AppID: c.Text("AppId"), Organization: organization,
		Compliance: compliance, Certificate: c.Has("Certificate") || c.Has("CertificateThumbprint") || c.Has("CertificateFilePath")})
	n.Name = fmt.Sprintf("%s_%d", name, n.ID)
	n.Commands = c.Texts("CommandName")
	if user != connection.DefaultCaller && user != "" && !compliance {
		if err := c.View(func(r store.Reader) (err error) {
			n.Rights, err = rbac.RightsOf(r, user)
			return err
		}); err != nil {
			return err
		}
	}
	c.Ctx.Session().ImportShipped("ExchangeOnlineManagement")
	return nil
}

func disconnectExchangeOnline(c *task.Call) error {
	if ok, err := c.Confirm("Disconnecting the connections to Exchange Online."); !ok || err != nil {
		return err
	}
	k := connection.Of(c.Ctx.Session())
	ids, prefixes := c.Texts("ConnectionId"), c.Texts("ModulePrefix")
	k.Remove(func(n *connection.Connection) bool {
		return len(ids)+len(prefixes) == 0 || task.ContainsFold(ids, n.GUID) || task.ContainsFold(prefixes, n.Prefix)
	})
	return nil
}

func getConnectionInformation(c *task.Call) error {
	ids, prefixes := c.Texts("ConnectionId"), c.Texts("ModulePrefix")
	var org *tenant.Organization
	for _, n := range connection.Of(c.Ctx.Session()).All {
		if n.RemoteSession || len(ids) > 0 && !task.ContainsFold(ids, n.GUID) || len(prefixes) > 0 && !task.ContainsFold(prefixes, n.Prefix) {
			continue
		}
		if org == nil {
			if err := c.View(func(r store.Reader) (err error) {
				org, err = r.Organization()
				return err
			}); err != nil {
				return err
			}
		}
		if err := c.Emit(connectionObject(c, org, n)); err != nil {
			return err
		}
	}
	return nil
}

func connectionObject(c *task.Call, org *tenant.Organization, n *connection.Connection) value.Value {
	o := shapes.New("ConnectionInformation")
	o.Out.TypeNames = []string{strings.TrimPrefix(o.Shape.TypeNames[0], "Deserialized."), "System.Object"}
	organization := n.Organization
	if organization == "" && n.AppID != "" {
		organization = org.DefaultDomain()
	}
	o.Text("ConnectionId", n.GUID, "Name", n.Name, "UserPrincipalName", n.User, "ConnectionUri", n.URI, "ModulePrefix", n.Prefix, "Organization", organization,
		"AppId", n.AppID, "TenantID", org.TenantID(), "ModuleName", "tmpEXO_"+n.GUID[:8]+".ps1")
	o.Set("Id", value.Int(n.ID))
	o.Set("CertificateAuthentication", value.Bool(n.Certificate))
	o.Set("IsEopSession", value.Bool(n.Compliance))
	o.Set("TokenExpiryTimeUTC", value.Date(c.Ctx.Env().NowTicks()+hourTicks, shapes.KindUTC))
	return o.Value()
}

// hourTicks is how long a token is good for.
const hourTicks = 3600 * shapes.TicksPerSecond
