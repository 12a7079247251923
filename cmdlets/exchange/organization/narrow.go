package organization

import (
	"slices"
	"strings"

	"exolab/cmdlets/exchange/shapes"
	"exolab/cmdlets/exchange/task"
	"exolab/runtime"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

// belongs applies -Mailbox and the parameters that ask for a value of a property.
func belongs(c *task.Call, r store.Reader, o *tenant.Object) bool {
	mailbox := c.Identity("Mailbox")
	if wanted := hasWanted(c, o); !wanted || mailbox == "" {
		return wanted
	}
	for _, name := range []string{"UserDisplayName", "Mailbox", "UserPrincipalName"} {
		if owner := o.Properties.Text(name); owner != "" && task.SameUser(r, owner, mailbox) {
			return true
		}
	}
	return false
}

// elsewhere are the parameters of Get- cmdlets that their code reads, or that do
// not narrow.
var elsewhere = []string{"Identity", "Mailbox", "Filter", "SortBy", "ResultSize", "Anr"}

// switched are the switches that ask for a value of a property; other switches ask
// for more to be shown, which exolab shows anyway or does not have.
var switched = map[string]struct {
	property, value string
}{
	"ActiveSync": {"ClientType", "EAS"}, "OWAforDevices": {"ClientType", "MOWA"}, "RestApi": {"ClientType", "REST"}, "UniversalOutlook": {"ClientType", "Outlook"},
	"Preview": {"Action", "Preview"}, "Purge": {"Action", "Purge"}, "Export": {"Action", "Export"}, "DefaultOnly": {"IsDefaultGlobalAddressList", "True"},
	"Allow": {"Action", "Allow"}, "Block": {"Action", "Block"},
}

// hasWanted reports whether an object has what the parameters ask for that bear
// the name of a property: -State, -Server, -Case and their kin.
func hasWanted(c *task.Call, o *tenant.Object) bool {
	return !slices.ContainsFunc(c.Params, func(p *runtime.Param) bool {
		if p.Common || slices.Contains(elsewhere, p.Name) || !c.Has(p.Name) || task.IsInert(c.Cmdlet.Name, p.Name) {
			return false
		}
		if p.Switch {
			s, known := switched[p.Name]
			return known && c.On(p.Name) && !isOf(c, o, s.property, []string{s.value})
		}
		return narrows(p.Name) && !isOf(c, o, p.Name, c.Identities(p.Name))
	})
}

// narrows reports whether a parameter with a value narrows: one that says what
// further to include does not.
func narrows(parameter string) bool {
	return !slices.ContainsFunc([]string{"Include", "Exclude", "Force", "Diagnostic"}, func(verb string) bool { return strings.HasPrefix(parameter, verb) })
}

// isOf reports whether a property of an object has one of the values.
func isOf(c *task.Call, o *tenant.Object, property string, wanted []string) bool {
	v, _ := o.Properties.Get(property)
	have := task.TextsIn(v)
	if have == nil {
		have = []string{value.ToString(c.Ctx.Env(), shapes.ValueOf(v))}
	}
	return slices.ContainsFunc(have, func(known string) bool { return task.ContainsFold(wanted, known) })
}
