package exchange

import (
	"strings"

	"exolab/cmdlets/exchange/catalogue"
	"exolab/cmdlets/exchange/connection"
	"exolab/cmdlets/exchange/task"
	"exolab/store"
	"exolab/store/tenant"
)

// ownCmdlets are those that the module itself brings; all others come with a
// connection.
var ownCmdlets = map[string]bool{"Connect-ExchangeOnline": true, "Connect-IPPSSession": true, "Disconnect-ExchangeOnline": true, "Get-ConnectionInformation": true}

// absence tells when a cmdlet of the catalogue is not there: before the session
// is connected, if it has to be, where no role of the user has it, and in an
// organization of the other kind. Nil is never.
func (t *commands) absence(e *catalogue.Entry) func() bool {
	if ownCmdlets[e.Name] {
		return nil
	}
	needed := t.requireConnection && !strings.HasPrefix(e.Name, "Get-EXO")
	oneKind := e.Cloud() != e.OnPremises() && !strings.Contains(e.Name, "Compliance") && !strings.HasPrefix(e.Name, "Search-AdminAuditLog")
	roleBased := !strings.HasPrefix(e.Name, "Get-EXO")
	return func() bool {
		k := connection.Of(t.session)
		return needed && !k.Connected() || roleBased && k.Denies(e) || oneKind && t.elsewhere(e)
	}
}

// elsewhere reports whether the organization is one in which only the cmdlets of
// its own kind exist, and this is none of them.
func (t *commands) elsewhere(e *catalogue.Entry) bool {
	organization, err := task.OpenFor(t.session)
	if err != nil {
		return false
	}
	other := false
	err = organization.View(func(r store.Reader) error {
		org, err := r.Organization()
		if err == nil && org.OneKind() {
			other = org.Flavour == tenant.FlavourCloud && !e.Cloud() || org.Flavour == tenant.FlavourOnPrem && !e.OnPremises()
		}
		return err
	})
	return err == nil && other
}
