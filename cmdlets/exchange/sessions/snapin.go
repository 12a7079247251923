package sessions

import (
	"exolab/cmdlets"
	"exolab/cmdlets/exchange/connection"
	"exolab/cmdlets/internal/patterns"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// snapIns are those of Exchange Server's management shell, which every session
// has loaded.
var snapIns = []string{"Microsoft.Exchange.Management.PowerShell.E2010", "Microsoft.Exchange.Management.PowerShell.SnapIn", "Microsoft.Exchange.Management.PowerShell.Setup"}

// snapInSpecs are the cmdlets of Windows PowerShell with which scripts for
// Exchange Server reach its cmdlets, and the function that connects them.
var snapInSpecs = []cmdlets.Spec{
	{
		Name: "Get-PSSnapin", Module: "Microsoft.PowerShell.Core",
		Synopsis: "Gives the snap-ins of Exchange Server, whose cmdlets are there.",
		Examples: []cmdlets.Example{{Code: "@(Get-PSSnapin -Registered *E2010).Count", Output: "1"}},
		New:      func() any { return &GetPSSnapin{} },
	},
	{
		Name: "Add-PSSnapin", Module: "Microsoft.PowerShell.Core",
		Synopsis: "Loads a snap-in; those of Exchange Server are loaded.",
		Examples: []cmdlets.Example{{Code: "Add-PSSnapin Microsoft.Exchange.Management.PowerShell.SnapIn"}},
		New:      func() any { return &AddPSSnapin{} },
	},
	{
		Name: "Connect-ExchangeServer", Module: "RemoteExchange",
		Synopsis: "Connects to the emulated Exchange server; nothing leaves the machine.",
		Examples: []cmdlets.Example{{Code: "Connect-ExchangeServer -Auto -AllowClobber"}},
		New:      func() any { return &ConnectExchangeServer{} },
	},
}

// GetPSSnapin is Get-PSSnapin.
type GetPSSnapin struct {
	Name       []string       `ps:"position=0"`
	Registered cmdlets.Switch `ps:""`
}

// Process emits the snap-ins.
func (c *GetPSSnapin) Process(ctx *runtime.Context) error {
	for _, name := range snapIns {
		if len(c.Name) > 0 && !patterns.MatchAny(c.Name, name) {
			continue
		}
		if err := ctx.Emit(snapIn(name)); err != nil {
			return err
		}
	}
	for _, name := range c.Name {
		if patterns.HasWildcard(name) || patterns.MatchAny(snapIns, name) {
			continue
		}
		if err := ctx.WriteError(errs.New("System.Management.Automation.PSArgumentException", "No Windows PowerShell snap-ins matching the pattern '"+name+"' were found. "+
			"Check the pattern and then try the command again.", "NoPSSnapInsFound", value.InvalidArgument, value.Str(name))); err != nil {
			return err
		}
	}
	return nil
}

func snapIn(name string) value.Value {
	o := value.NewObject(4)
	o.TypeNames = []string{"System.Management.Automation.PSSnapInInfo", "System.Object"}
	o.Set("Name", value.Str(name))
	if v, err := netfmt.ParseVersion("15.0.0.0"); err == nil {
		o.Set("Version", value.Obj(value.Version{Version: v}))
	}
	o.Set("PSVersion", value.Str("1.0"))
	o.Set("Description", value.Str("Admin Tasks for the Exchange Server"))
	return value.Obj(o)
}

// AddPSSnapin is Add-PSSnapin.
type AddPSSnapin struct {
	Name     []string       `ps:"mandatory,position=0,pipeline,byname"`
	PassThru cmdlets.Switch `ps:""`
}

// Process reports snap-ins that there are not.
func (c *AddPSSnapin) Process(ctx *runtime.Context) error {
	for _, name := range c.Name {
		found := false
		for _, known := range snapIns {
			found = found || patterns.Match(name, known)
		}
		if !found {
			if err := ctx.WriteError(errs.New("System.Management.Automation.PSArgumentException", "The Windows PowerShell snap-in '"+name+"' is not installed on this computer.",
				"AddPSSnapInRead", value.InvalidArgument, value.Str(name))); err != nil {
				return err
			}
			continue
		}
		connection.Of(ctx.Session()).Local = true
		if c.PassThru {
			if err := ctx.Emit(snapIn(name)); err != nil {
				return err
			}
		}
	}
	return nil
}

// ConnectExchangeServer is the function of Exchange's management shell.
type ConnectExchangeServer struct {
	ServerFqdn        string         `ps:"set=Manual"`
	Auto              cmdlets.Switch `ps:""`
	UserName          string         `ps:""`
	Forest            string         `ps:""`
	Prompt            cmdlets.Switch `ps:""`
	ClientApplication string         `ps:""`
	CommandName       []string       `ps:""`
	AllowClobber      cmdlets.Switch `ps:""`
}

// Process notes that the session has the cmdlets of the server.
func (c *ConnectExchangeServer) Process(ctx *runtime.Context) error {
	connection.Of(ctx.Session()).Local = true
	return nil
}
