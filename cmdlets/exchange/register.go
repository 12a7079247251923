// Package exchange holds the Exchange cmdlets: they work on an organization of
// the store and answer with Exchange's object shapes and errors.
//
// The parameters of every Exchange cmdlet, emulated or not, stand in
// catalogue.txt; the properties of the objects in shapes.txt. Both are written
// by internal/gen. What an emulated cmdlet does is a function over a call,
// listed in its family's table.
package exchange

import (
	_ "embed"
	"slices"
	"sync"

	"exolab/cmdlets"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/format"
	"exolab/runtime/value"
	"exolab/store"
)

// The module that the Exchange cmdlets belong to.
const (
	moduleName    = "ExchangeOnlineManagement"
	moduleVersion = "3.9.0"
)

// families are the tables of the emulated cmdlets.
var families = [][]cmdlet{mailboxCmdlets, exoMailboxCmdlets, auditSearchCmdlets, recipientCmdlets, permissionCmdlets, folderPermissionCmdlets,
	inboxRuleCmdlets, connectionCmdlets, adminAuditCmdlets, unifiedCmdlets, asynchronousCmdlets,
	statisticsCmdlets, bypassCmdlets, configCmdlets, singletonCmdlets, groupCmdlets, roleCmdlets,
	newMailboxCmdlets, messageTraceCmdlets, directoryCmdlets}

// viewsText holds the tables in which Exchange's objects are shown.
//
//go:embed views.txt
var viewsText string

var addViews = sync.OnceFunc(func() { format.AddViews(viewsText) })

// Opener opens the organization when a cmdlet first needs it.
type Opener func() (store.Tenant, error)

type (
	openerKey    struct{}
	directoryKey struct{}
)

// Register adds the Exchange cmdlets to a session. Mail that the service sends
// goes into folders of the directory that mail returns; "" is nowhere.
func Register(s *runtime.Session, open Opener, mail func() string) {
	s.Services[openerKey{}] = open
	s.Services[directoryKey{}] = mail
	addViews()
	source := &commands{session: s}
	cmdlets.Register(s, sessionSpecs)
	s.Commands.AddSource(runtime.CommandSource{Find: source.find, All: source.all})
}

// Specs lists the emulated cmdlets.
func Specs() []cmdlets.Spec {
	out := slices.Clone(sessionSpecs)
	for _, list := range families {
		for _, c := range list {
			out = append(out, cmdlets.Spec{Name: c.name, Module: moduleName, Synopsis: c.synopsis, Examples: c.examples})
		}
	}
	return out
}

// organization opens the organization that the session works on.
func organization(ctx *runtime.Context) (store.Tenant, error) {
	open, ok := ctx.Session().Services[openerKey{}].(Opener)
	if !ok {
		return nil, ctx.Throw(errs.New("System.InvalidOperationException", "This session has no organization.", "NoOrganization", value.InvalidOperation, value.Null))
	}
	t, err := open()
	if err != nil {
		return nil, ctx.Throw(errs.New("System.InvalidOperationException", err.Error(), "StoreUnavailable", value.ResourceUnavailable, value.Null))
	}
	return t, nil
}
