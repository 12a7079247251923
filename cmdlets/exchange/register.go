// Package exchange brings the Exchange cmdlets into a session: they work on an
// organization of the store and answer with Exchange's object shapes and errors.
//
// Each family of cmdlets is a package below this one: what an emulated cmdlet
// does is a function over a [task.Call], listed in its family's table. Package
// catalogue knows the parameters of all cmdlets, package shapes the objects.
package exchange

import (
	"slices"

	"exolab/cmdlets"
	"exolab/cmdlets/exchange/auditlog"
	"exolab/cmdlets/exchange/compliance"
	"exolab/cmdlets/exchange/mailboxes"
	"exolab/cmdlets/exchange/organization"
	"exolab/cmdlets/exchange/permissions"
	"exolab/cmdlets/exchange/recipients"
	"exolab/cmdlets/exchange/roles"
	"exolab/cmdlets/exchange/rules"
	"exolab/cmdlets/exchange/sessions"
	"exolab/cmdlets/exchange/shapes"
	"exolab/cmdlets/exchange/task"
	"exolab/cmdlets/exchange/training"
	"exolab/cmdlets/exchange/transport"
	"exolab/runtime"
)

// The module that the Exchange cmdlets belong to.
const (
	moduleName    = "ExchangeOnlineManagement"
	moduleVersion = "3.9.0"
	// moduleDirectory is where Install-Module puts modules for all users.
	moduleDirectory = "/usr/local/share/powershell/Modules"
)

// emulated lists the cmdlets of all families.
func emulated() []task.Cmdlet {
	return slices.Concat(mailboxes.Cmdlets(), recipients.Cmdlets(), permissions.Cmdlets(), rules.Cmdlets(), auditlog.Cmdlets(), sessions.Cmdlets(),
		organization.Cmdlets(), roles.Cmdlets(), transport.Cmdlets(), compliance.Cmdlets())
}

// Options say how a session reaches its organization.
type Options struct {
	// Open opens it when a cmdlet first needs it.
	Open task.Opener
	// Mail returns the directory in which mail of the service goes into folders;
	// "" is nowhere.
	Mail func() string
	// RequireConnection makes the cmdlets unknown until Connect-ExchangeOnline,
	// Import-PSSession or a snap-in brings them.
	RequireConnection bool
}

// Register adds the Exchange cmdlets to a session.
func Register(s *runtime.Session, o Options) {
	task.Serve(s, o.Open, o.Mail)
	shapes.AddViews()
	s.Ship(runtime.ShippedModule{Name: moduleName, Version: moduleVersion, Kind: "Manifest", Directory: moduleDirectory, FromGallery: true,
		Author: "Microsoft Corporation", Description: "The cmdlets of Exchange Online, which exolab emulates."})
	if !o.RequireConnection {
		s.ImportShipped(moduleName)
	}
	source := &commands{session: s, requireConnection: o.RequireConnection}
	cmdlets.Register(s, slices.Concat(sessions.Specs(), training.Specs()))
	s.Commands.AddSource(runtime.CommandSource{Find: source.find, All: source.all})
}

// Specs lists the emulated cmdlets.
func Specs() []cmdlets.Spec {
	out := slices.Concat(sessions.Specs(), training.Specs())
	for _, c := range emulated() {
		out = append(out, cmdlets.Spec{Name: c.Name, Module: moduleName, Synopsis: c.Synopsis, Examples: c.Examples})
	}
	return out
}
