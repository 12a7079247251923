package check

import (
	"strings"

	"exolab/parser"
	"exolab/runtime/value"
)

// retired are cmdlets that are out of use, with what takes their place. A name
// that ends in * stands for all that begin so.
var retired = []struct{ name, instead string }{
	{"connect-msolservice", "Connect-MgGraph"}, {"get-msol*", "the Get-Mg cmdlets of Microsoft Graph"}, {"set-msol*", "the cmdlets of Microsoft Graph"},
	{"new-msol*", "the cmdlets of Microsoft Graph"}, {"remove-msol*", "the cmdlets of Microsoft Graph"},
	{"connect-azuread", "Connect-MgGraph"}, {"get-azuread*", "the Get-Mg cmdlets of Microsoft Graph"}, {"set-azuread*", "the cmdlets of Microsoft Graph"},
	{"new-azuread*", "the cmdlets of Microsoft Graph"}, {"remove-azuread*", "the cmdlets of Microsoft Graph"},
	{"connect-exopssession", "Connect-ExchangeOnline"}, {"search-mailbox", "New-ComplianceSearch"},
	{"search-mailboxauditlog", "Search-UnifiedAuditLog in Exchange Online"}, {"new-mailboxauditlogsearch", "Search-UnifiedAuditLog in Exchange Online"},
	{"get-messagetrace", "Get-MessageTraceV2"}, {"get-messagetracedetail", "Get-MessageTraceDetailV2"},
	{"get-wmiobject", "Get-CimInstance"}, {"invoke-wmimethod", "Invoke-CimMethod"}, {"get-eventlog", "Get-WinEvent"},
	{"send-mailmessage", "Send-MgUserMail"}, {"add-pssnapin", "Import-Module"},
}

// deprecatedCmdlet looks for cmdlets that are out of use.
func deprecatedCmdlet(c *checker, n parser.Node) {
	call, ok := c.callOf(n)
	if !ok || c.defined[value.Fold(call.name)] {
		return
	}
	name := call.name
	if call.command != nil {
		name = call.command.Name
	}
	folded := value.Fold(name)
	for _, r := range retired {
		begin, all := strings.CutSuffix(r.name, "*")
		if folded == r.name || all && strings.HasPrefix(folded, begin) {
			c.found(call.Elements[0], name+" is out of use; use "+r.instead+".")
			return
		}
	}
}

// Flavour is a kind of Exchange organization.
type Flavour string

// The flavours; AnyFlavour asks for no particular one.
const (
	AnyFlavour Flavour = ""
	Online     Flavour = "online"
	OnPremises Flavour = "onpremises"
)

// otherFlavour looks for cmdlets that the wanted flavour does not have or,
// where none is wanted, for those on premises in a script that also uses
// cmdlets of the cloud alone.
func otherFlavour(c *checker, n parser.Node) {
	call, ok := c.callOf(n)
	if !ok || call.command == nil {
		return
	}
	online, onPremises := c.flavours(call.command.Name)
	switch {
	case online == onPremises:
	case c.wanted == Online && !online, c.wanted == AnyFlavour && !online && c.usesOnline != "":
		message := call.command.Name + " exists on premises only"
		if c.wanted == AnyFlavour {
			message += ", " + c.usesOnline + " in Exchange Online only"
		}
		c.found(call.Elements[0], message+".")
	case c.wanted == OnPremises && !onPremises:
		c.found(call.Elements[0], call.command.Name+" exists in Exchange Online only.")
	}
}

// noteFlavour remembers a cmdlet that only Exchange Online has.
func (c *checker) noteFlavour(n *parser.Command) {
	call, ok := c.callOf(n)
	if !ok || call.command == nil || c.usesOnline != "" {
		return
	}
	if online, onPremises := c.flavours(call.command.Name); online && !onPremises {
		c.usesOnline = call.command.Name
	}
}
