// Package graph holds the few cmdlets of the Microsoft Graph modules that scripts
// about mailboxes take for granted: signing in, and who and which domains there
// are. They answer from the organization that the Exchange cmdlets work on.
package graph

import (
	"sync"

	"exolab/cmdlets"
	"exolab/runtime"
	"exolab/runtime/format"
)

const (
	moduleAuthentication = "Microsoft.Graph.Authentication"
	moduleUsers          = "Microsoft.Graph.Users"
	moduleDirectory      = "Microsoft.Graph.Identity.DirectoryManagement"

	moduleVersion = "2.28.0"
	// moduleFolder is where Install-Module puts modules for all users.
	moduleFolder = "/usr/local/share/powershell/Modules"
)

// Options say how a session reaches the service.
type Options struct {
	// RequireConnection refuses what is asked before Connect-MgGraph.
	RequireConnection bool
}

// Register adds the modules and their cmdlets to a session.
func Register(s *runtime.Session, o Options) {
	connectionsOf(s).required = o.RequireConnection
	addViews()
	for _, name := range [...]string{"Microsoft.Graph", moduleAuthentication, moduleUsers, moduleDirectory} {
		s.Ship(runtime.ShippedModule{Name: name, Version: moduleVersion, Kind: "Script", Directory: moduleFolder, FromGallery: true,
			Author: "Microsoft", Description: "Cmdlets of Microsoft Graph, of which exolab emulates a few."})
	}
	cmdlets.Register(s, specs)
}

// addViews adds the tables of the modules' objects to the known views, once.
var addViews = sync.OnceFunc(func() {
	format.AddViews("T\t" + models + "MicrosoftGraphUser\tMicrosoftGraphUser\t\ta\t|DisplayName|0|U;|Id|0|U;|Mail|0|U;|UserPrincipalName|0|U")
})

// Specs lists the cmdlets of this package.
func Specs() []cmdlets.Spec { return specs }

var specs = []cmdlets.Spec{
	{
		Name: "Connect-MgGraph", Module: moduleAuthentication, Class: "Microsoft.Graph.PowerShell.Authentication.Cmdlets.ConnectMgGraph",
		Synopsis: "Signs in to the emulated directory; nothing leaves the machine.",
		Examples: []cmdlets.Example{{Code: "Connect-MgGraph -Scopes User.Read.All -NoWelcome; (Get-MgContext).AuthType", Output: "Delegated"}},
		New:      func() any { return &Connect{} },
	},
	{
		Name: "Disconnect-MgGraph", Module: moduleAuthentication, Class: "Microsoft.Graph.PowerShell.Authentication.Cmdlets.DisconnectMgGraph",
		Synopsis: "Signs out of the emulated directory.",
		Examples: []cmdlets.Example{{Code: "Connect-MgGraph -NoWelcome; (Disconnect-MgGraph).ContextScope", Output: "CurrentUser"}},
		New:      func() any { return &Disconnect{} },
	},
	{
		Name: "Get-MgContext", Module: moduleAuthentication, Class: "Microsoft.Graph.PowerShell.Authentication.Cmdlets.GetMgContext",
		Synopsis: "Gives who is signed in, and how.",
		Examples: []cmdlets.Example{{Code: "$null -eq (Get-MgContext)", Output: "True"}},
		New:      func() any { return &GetContext{} },
	},
	{
		Name: "Get-MgDomain", Module: moduleDirectory, Class: "Get-MgDomain", DefaultSet: "List",
		Synopsis: "Gives the domains of the organization.",
		Examples: []cmdlets.Example{{Code: "(Get-MgDomain -DomainId contoso.com).AuthenticationType", Output: "Managed"}},
		New:      func() any { return &GetDomain{} },
	},
	{
		Name: "Get-MgOrganization", Module: moduleDirectory, Class: "Get-MgOrganization", DefaultSet: "List",
		Synopsis: "Gives the organization.",
		Examples: []cmdlets.Example{{Code: "@(Get-MgOrganization).Count", Output: "1"}},
		New:      func() any { return &GetOrganization{} },
	},
	{
		Name: "Get-MgUser", Module: moduleUsers, Class: "Get-MgUser", DefaultSet: "List",
		Synopsis: "Gives the accounts of the directory.",
		Examples: []cmdlets.Example{
			{Code: "(Get-MgUser -UserId AlexW@contoso.onmicrosoft.com).DisplayName", Output: "Alex Wilber"},
			{Code: "(Get-MgUser -Filter \"displayName eq 'Lee Gu' and accountEnabled eq true\").GivenName", Output: "Lee"},
		},
		New: func() any { return &GetUser{} },
	},
}
