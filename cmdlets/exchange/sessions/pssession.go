package sessions

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"exolab/cmdlets"
	"exolab/cmdlets/exchange/catalogue"
	"exolab/cmdlets/exchange/connection"
	"exolab/cmdlets/exchange/shapes"
	"exolab/cmdlets/exchange/task"
	"exolab/runtime"
	"exolab/runtime/dotnet/network"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// Specs lists the cmdlets of PowerShell itself that lead to the service.
func Specs() []cmdlets.Spec { return slices.Concat(sessionSpecs, snapInSpecs) }

// sessionSpecs are PowerShell's own cmdlets for remote sessions, which here
// reach the emulated service alone.
var sessionSpecs = []cmdlets.Spec{
	{
		Name: "New-PSSession", Module: "Microsoft.PowerShell.Core", DefaultSet: "ComputerName",
		Synopsis: "Opens a session with the emulated service; nothing leaves the machine.",
		Examples: []cmdlets.Example{{Code: "(New-PSSession -ConfigurationName Microsoft.Exchange -ConnectionUri https://outlook.office365.com/powershell-liveid/).State", Output: "Opened"}},
		New:      func() any { return &NewPSSession{} },
	},
	{
		Name: "Import-PSSession", Module: "Microsoft.PowerShell.Utility",
		Synopsis: "Makes the cmdlets of a session available; those of the emulated service already are.",
		Examples: []cmdlets.Example{{Code: "(Import-PSSession (New-PSSession -ConnectionUri https://outlook.office365.com/powershell-liveid/) -DisableNameChecking).ModuleType", Output: "Script"}},
		New:      func() any { return &ImportPSSession{} },
	},
	{
		Name: "Get-PSSession", Module: "Microsoft.PowerShell.Core", DefaultSet: "Name",
		Synopsis: "Gives the sessions.",
		Examples: []cmdlets.Example{{Code: "@(Get-PSSession).Count", Output: "0"}},
		New:      func() any { return &GetPSSession{} },
	},
	{
		Name: "Remove-PSSession", Module: "Microsoft.PowerShell.Core", DefaultSet: "Id", SupportsShouldProcess: true,
		Synopsis: "Closes sessions.",
		Examples: []cmdlets.Example{{Code: "Get-PSSession | Remove-PSSession"}},
		New:      func() any { return &RemovePSSession{} },
	},
	{
		Name: "New-PSSessionOption", Module: "Microsoft.PowerShell.Core", OutputTypes: []string{"System.Management.Automation.Remoting.PSSessionOption"},
		Synopsis: "Makes options for sessions, none of which changes the emulated service.",
		Examples: []cmdlets.Example{{Code: "(New-PSSessionOption -SkipCNCheck).SkipCNCheck", Output: "True"}},
		New:      newPSSessionOption,
	},
}

// NewPSSession is New-PSSession.
type NewPSSession struct {
	ComputerName          []string       `ps:"alias=Cn,notnullorempty,position=0,pipeline,byname,set=ComputerName"`
	Credential            value.Value    `ps:"type=pscredential,set=ComputerName|Uri,byname"`
	Name                  []string       `ps:""`
	EnableNetworkAccess   cmdlets.Switch `ps:""`
	ConfigurationName     string         `ps:"byname,set=ComputerName|Uri"`
	Port                  int            `ps:"range=1:65535,set=ComputerName"`
	UseSSL                cmdlets.Switch `ps:"set=ComputerName"`
	ApplicationName       string         `ps:"byname,set=ComputerName"`
	ThrottleLimit         int            `ps:""`
	ConnectionUri         []value.Value  `ps:"alias=URI|CU,type=uri[],notnullorempty,mandatory,position=0,byname,set=Uri"`
	AllowRedirection      cmdlets.Switch `ps:"set=Uri"`
	SessionOption         value.Value    `ps:"notnull,set=ComputerName|Uri"`
	Authentication        string         `ps:"validateset=Default|Basic|Negotiate|NegotiateWithImplicitCredential|Credssp|Digest|Kerberos,set=ComputerName|Uri"`
	CertificateThumbprint string         `ps:"set=ComputerName|Uri"`
}

// Process opens one session per address.
func (c *NewPSSession) Process(ctx *runtime.Context) error {
	var targets []string
	for _, uri := range c.ConnectionUri {
		targets = append(targets, value.ToString(ctx.Env(), uri))
	}
	targets = append(targets, c.ComputerName...)
	for i, target := range targets {
		host := target
		if u, err := url.Parse(target); err == nil && u.Host != "" {
			host = u.Hostname()
		}
		if !isService(host) {
			message := connecting(host) + "The emulated service does not reach other servers. For more information, see the about_Remote_Troubleshooting Help topic."
			if err := ctx.WriteError(errs.New(exTransport, message, "CannotConnect,PSSessionOpenFailed", value.OpenError, value.Null)); err != nil {
				return err
			}
			continue
		}
		if refused := refusedSession(ctx, host, userOfCredential(c.Credential)); refused != nil {
			if err := ctx.WriteError(refused); err != nil {
				return err
			}
			continue
		}
		k := connection.Of(ctx.Session())
		n := k.Add(&connection.Connection{URI: host, RemoteSession: true, User: userOfCredential(c.Credential)})
		n.Name = fmt.Sprintf("Runspace%d", n.ID)
		if i < len(c.Name) {
			n.Name = c.Name[i]
		}
		if err := ctx.Emit(sessionObject(n, c.ConfigurationName)); err != nil {
			return err
		}
	}
	return nil
}

// isService reports whether a host is one of the service or an Exchange server.
func isService(host string) bool {
	host = strings.ToLower(host)
	for _, part := range []string{"outlook.", "office365", "exchange", "contoso", "compliance.protection", "mail."} {
		if strings.Contains(host, part) {
			return true
		}
	}
	return false
}

func userOfCredential(v value.Value) string {
	if credential, ok := value.As[*network.Credential](value.Unwrap(v)); ok {
		return credential.UserName
	}
	return ""
}

func sessionObject(n *connection.Connection, configuration string) value.Value {
	o := shapes.New("PSSession")
	o.Out.TypeNames = []string{"System.Management.Automation.Runspaces.PSSession", "System.Object"}
	o.Text("ComputerName", n.URI, "Name", n.Name, "InstanceId", n.GUID)
	if configuration != "" {
		o.Text("ConfigurationName", configuration)
	}
	o.Set("Id", value.Int(n.ID))
	return o.Value()
}

// ImportPSSession is Import-PSSession.
type ImportPSSession struct {
	Session             value.Value    `ps:"notnull,mandatory,position=0"`
	Prefix              string         `ps:"notnullorempty"`
	DisableNameChecking cmdlets.Switch `ps:""`
	CommandName         []string       `ps:"alias=Name,position=2"`
	AllowClobber        cmdlets.Switch `ps:""`
	ArgumentList        []value.Value  `ps:"alias=Args,allownull,allowemptycollection"`
	CommandType         value.Value    `ps:"alias=Type"`
	Module              []string       `ps:"alias=PSSnapin,notnull"`
	FormatTypeName      []string       `ps:"position=3"`
}

// Process answers with the module that holds the imported cmdlets.
func (c *ImportPSSession) Process(ctx *runtime.Context) error {
	o, ok := value.As[*value.PSObject](c.Session)
	if !ok {
		return ctx.Throw(errs.New("System.ArgumentException", "The value of the Session parameter is not a session.", "InvalidSession", value.InvalidArgument, c.Session))
	}
	id, _ := o.Get("instanceid")
	for _, n := range connection.Of(ctx.Session()).All {
		n.Imported = n.Imported || strings.EqualFold(n.GUID, value.ToString(ctx.Env(), id))
	}
	letters := strings.ReplaceAll(value.ToString(ctx.Env(), id), "-", "") + "00000000000"
	name := "tmp_" + letters[:8] + "." + letters[8:11]
	if !c.DisableNameChecking {
		text := fmt.Sprintf("The names of some imported commands from the module '%s' include unapproved verbs that might make them less discoverable. To find the commands "+
			"with unapproved verbs, run the Import-Module command again with the Verbose parameter. For a list of approved verbs, type Get-Verb.", name)
		if err := ctx.Warning(text); err != nil {
			return err
		}
	}
	module := value.NewObject(4)
	module.TypeNames = []string{"System.Management.Automation.PSModuleInfo", "System.Object"}
	module.Set("Name", value.Str(name))
	module.Set("ModuleType", value.Str("Script"))
	module.Set("Version", value.Str("1.0"))
	commands := value.NewOrdered()
	for command := range catalogue.Names {
		commands.Set(value.Str(command), value.Str(command))
	}
	module.Set("ExportedCommands", value.Obj(commands))
	module.Set("PreRelease", value.Null)
	return ctx.Emit(value.Obj(module))
}

// GetPSSession is Get-PSSession.
type GetPSSession struct {
	Name              []string      `ps:"byname,set=Name|ComputerName"`
	ComputerName      []string      `ps:"alias=Cn,mandatory,position=0,byname,set=ComputerName"`
	Id                []int         `ps:"notnull,mandatory,position=0,byname,set=Id"`
	InstanceId        []value.Value `ps:"type=guid[],notnull,mandatory,byname,set=InstanceId"`
	ConfigurationName string        `ps:"byname,set=ComputerName"`
	State             string        `ps:"set=ComputerName"`
}

// Process emits the sessions that the parameters name.
func (c *GetPSSession) Process(ctx *runtime.Context) error {
	if len(c.InstanceId) > 0 {
		return c.byInstance(ctx)
	}
	for _, n := range connection.Of(ctx.Session()).All {
		if !n.RemoteSession || len(c.Name) > 0 && !task.ContainsFold(c.Name, n.Name) || len(c.ComputerName) > 0 && !task.ContainsFold(c.ComputerName, n.URI) || !hasID(c.Id, n.ID) {
			continue
		}
		if err := ctx.Emit(sessionObject(n, "Microsoft.Exchange")); err != nil {
			return err
		}
	}
	return nil
}

// byInstance emits the sessions with given identifiers; the session in which the
// organization was reached from the start is known by its identifier alone.
func (c *GetPSSession) byInstance(ctx *runtime.Context) error {
	known := append(slices.Clone(connection.Of(ctx.Session()).All), &connection.Connection{Name: "ExchangeOnlineInternalSession", URI: "outlook.office365.com",
		RemoteSession: true, GUID: connection.RunspaceID})
	for _, v := range c.InstanceId {
		id := value.ToString(ctx.Env(), v)
		i := slices.IndexFunc(known, func(n *connection.Connection) bool { return n.RemoteSession && strings.EqualFold(n.GUID, id) })
		var err error
		if i >= 0 {
			err = ctx.Emit(sessionObject(known[i], "Microsoft.Exchange"))
		} else {
			err = ctx.WriteError(errs.New("System.Management.Automation.PSArgumentException", "The runspace with instance ID "+id+" was not found.", "PSSessionInstanceIdNotFound",
				value.InvalidArgument, v))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func hasID(ids []int, id int) bool {
	for _, known := range ids {
		if known == id {
			return true
		}
	}
	return len(ids) == 0
}

// RemovePSSession is Remove-PSSession.
type RemovePSSession struct {
	Session      []value.Value `ps:"mandatory,position=0,pipeline,byname,set=Session"`
	Id           []int         `ps:"notnull,mandatory,position=0,byname,set=Id"`
	Name         []string      `ps:"notnullorempty,mandatory,byname,set=Name"`
	ComputerName []string      `ps:"alias=Cn,notnullorempty,mandatory,byname,set=ComputerName"`
	InstanceId   []value.Value `ps:"type=guid[],notnull,mandatory,byname,set=InstanceId"`
}

// Process closes the sessions that the parameters name.
func (c *RemovePSSession) Process(ctx *runtime.Context) error {
	ids := c.Id
	for _, v := range c.Session {
		if o, ok := value.As[*value.PSObject](v); ok {
			if id, found := o.Get("id"); found {
				ids = append(ids, int(id.Int64()))
			}
		}
	}
	connection.Of(ctx.Session()).Remove(func(n *connection.Connection) bool {
		return n.RemoteSession && (len(ids) > 0 && hasID(ids, n.ID) || task.ContainsFold(c.Name, n.Name) || task.ContainsFold(c.ComputerName, n.URI))
	})
	return nil
}
