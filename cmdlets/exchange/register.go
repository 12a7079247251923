// Package exchange holds the Exchange cmdlets: they work on an organization of
// the store and answer with Exchange's object shapes and errors.
package exchange

import (
	"exolab/cmdlets"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
	"exolab/store"
)

const moduleName = "ExchangeOnlineManagement"

// Opener opens the organization when a cmdlet first needs it.
type Opener func() (store.Tenant, error)

type openerKey struct{}

// Register adds the Exchange cmdlets to a session.
func Register(s *runtime.Session, open Opener) {
	s.Services[openerKey{}] = open
	cmdlets.Register(s, specs)
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

var specs = []cmdlets.Spec{
	{
		Name: "Get-Mailbox", Module: moduleName, DefaultSet: "Identity", OutputTypes: []string{typeMailbox}, Synopsis: "Gives mailboxes and their settings.",
		Examples: []cmdlets.Example{{Code: "(Get-Mailbox sales).DisplayName", Output: "Sales"}},
		New:      func() any { return &GetMailbox{} },
	},
	{
		Name: "Search-MailboxAuditLog", Module: moduleName, DefaultSet: "Identity", Synopsis: "Searches the audit logs of mailboxes.",
		Examples: []cmdlets.Example{{Code: "Search-MailboxAuditLog sales -ShowDetails -StartDate 1/1/2001 -EndDate 1/2/2001"}},
		New:      func() any { return &SearchMailboxAuditLog{} },
	},
}
