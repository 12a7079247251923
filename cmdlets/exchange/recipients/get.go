package recipients

import (
	"slices"
	"strings"

	"exolab/cmdlets"
	"exolab/cmdlets/exchange/task"
	"exolab/cmdlets/internal/patterns"
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

// recipientGet is a Get- cmdlet that lists recipients in one shape.
type recipientGet struct {
	shape string
	// mailboxes includes mailboxes, kinds the other recipients of those
	// RecipientTypeDetails; any of them if it is nil.
	mailboxes bool
	kinds     []string
}

var (
	groupKinds = []string{"MailUniversalDistributionGroup", "MailUniversalSecurityGroup", "RoomList", "MailNonUniversalGroup"}
	none       = []string{}
)

var recipientCmdlets = []task.Cmdlet{
	recipientCmdlet("Get-Recipient", "Gives recipients of all kinds.", "(Get-Recipient sales).RecipientTypeDetails", "SharedMailbox", recipientGet{"RecipientSummary", true, nil}),
	recipientCmdlet("Get-EXORecipient", "Gives recipients of all kinds.", "(Get-EXORecipient sales).RecipientTypeDetails", "SharedMailbox", recipientGet{"RecipientSummary", true, nil}),
	recipientCmdlet("Get-User", "Gives user accounts.", "(Get-User test1).RecipientType", "UserMailbox", recipientGet{"User", true, []string{"User", "MailUser", "GuestMailUser", "DisabledUser"}}),
	recipientCmdlet("Get-CASMailbox", "Gives by which protocols mailboxes can be reached.", "(Get-CASMailbox test1).PopEnabled", "True", recipientGet{"CASMailbox", true, none}),
	recipientCmdlet("Get-EXOCasMailbox", "Gives by which protocols mailboxes can be reached.", "(Get-EXOCasMailbox test1).PopEnabled", "True", recipientGet{"CASMailbox", true, none}),
	recipientCmdlet("Get-DistributionGroup", "Gives distribution and mail-enabled security groups.", "(Get-DistributionGroup salesteam).GroupType", "Universal", recipientGet{"DistributionGroup", false, groupKinds}),
	recipientCmdlet("Get-UnifiedGroup", "Gives Microsoft 365 groups.", "(Get-UnifiedGroup productlaunch).AccessType", "Private", recipientGet{"UnifiedGroup", false, []string{"GroupMailbox"}}),
	recipientCmdlet("Get-MailContact", "Gives mail contacts.", "(Get-MailContact northwindorders).Name", "Northwind Orders", recipientGet{"MailContact", false, []string{"MailContact"}}),
	recipientCmdlet("Get-MailUser", "Gives mail users.", "@(Get-MailUser).Count", "0", recipientGet{"User", false, []string{"MailUser", "GuestMailUser"}}),
	recipientCmdlet("Get-DynamicDistributionGroup", "Gives dynamic distribution groups.", "@(Get-DynamicDistributionGroup).Count", "0", recipientGet{"DistributionGroup", false, []string{"DynamicDistributionGroup"}}),
	recipientCmdlet("Get-Group", "Gives groups of all kinds.", "(Get-Group salesteam).Name", "Sales Team", recipientGet{"DistributionGroup", false, append([]string{"GroupMailbox"}, groupKinds...)}),
}

func recipientCmdlet(name, synopsis, code, output string, get recipientGet) task.Cmdlet {
	return task.Cmdlet{Name: name, Synopsis: synopsis, Class: "Microsoft.Exchange.Management.RecipientTasks." + strings.ReplaceAll(name, "-", ""),
		Examples: []cmdlets.Example{{Code: code, Output: output}}, Run: get.run}
}

func (g recipientGet) run(c *task.Call) error {
	if strings.HasPrefix(c.Cmdlet.Name, "Get-EXO") {
		if err := c.CheckProperties(); err != nil {
			return c.Report(err)
		}
	}
	var list []value.Value
	hidden := filterOnly{}
	err := c.View(func(r store.Reader) error {
		org, err := r.Organization()
		if err != nil {
			return err
		}
		found, err := g.find(c, r)
		for _, d := range found {
			shown := c.Chosen(Object(g.shape, org, d))
			hidden.note(c, r, d, shown)
			list = append(list, shown)
		}
		return err
	})
	c.FilterSees = hidden.sees
	if err == nil {
		err = c.EmitList(list)
	}
	return c.Report(err)
}

// find returns the recipients that the parameters name, sorted by name.
func (g recipientGet) find(c *task.Call, r store.Reader) ([]Data, error) {
	identity := c.TargetIdentity()
	narrow, err := narrowing(c, r)
	if err != nil {
		return nil, err
	}
	if identity != "" && !task.HasWildcard(identity) {
		found, err := g.named(r, identity)
		if task.IsNotFound(err) && c.On("IncludeSoftDeletedRecipients") {
			return deletedNamed(r, identity, err)
		}
		found = slices.DeleteFunc(found, func(d Data) bool { return !narrow(d) })
		if err == nil && len(found) == 0 {
			err = task.IdentityError(identity, &tenant.NotFoundError{Identity: identity})
		}
		return found, err
	}
	anr := c.Text("Anr")
	return g.all(r, func(d Data) bool {
		return (identity == "" || d.like(identity)) && (anr == "" || d.like(anr+"*")) && narrow(d)
	})
}

func (d Data) like(pattern string) bool {
	for _, name := range []string{d.name, d.bag.Text("DisplayName"), d.bag.Text("Alias"), d.primary} {
		if patterns.Match(pattern, name) {
			return true
		}
	}
	return false
}

// has reports whether the cmdlet shows recipients of that kind.
func (g recipientGet) has(kind string) bool { return g.kinds == nil || slices.Contains(g.kinds, kind) }

func (g recipientGet) named(r store.Reader, identity string) ([]Data, error) {
	var out []Data
	if g.mailboxes {
		found, err := task.FindMailboxes(r, identity)
		if err != nil && !task.IsMissing(err) {
			return nil, task.IdentityError(identity, err)
		}
		for _, m := range found {
			out = append(out, mailboxData(m))
		}
	}
	found, err := r.FindRecipients(identity)
	if err != nil && !task.IsMissing(err) {
		return nil, task.IdentityError(identity, err)
	}
	for _, other := range found {
		if g.has(other.RecipientTypeDetails) {
			out = append(out, otherData(other))
		}
	}
	if len(out) == 0 {
		return nil, task.IdentityError(identity, &tenant.NotFoundError{Identity: identity})
	}
	return out, nil
}

func (g recipientGet) all(r store.Reader, wanted func(Data) bool) ([]Data, error) {
	var out []Data
	add := func(d Data) {
		if wanted(d) {
			out = append(out, d)
		}
	}
	if g.mailboxes {
		for m, err := range r.Mailboxes() {
			if err != nil {
				return nil, err
			}
			if !task.IsSoftDeleted(m) {
				add(mailboxData(m))
			}
		}
	}
	for other, err := range r.Recipients() {
		if err != nil {
			return nil, err
		}
		if g.has(other.RecipientTypeDetails) {
			add(otherData(other))
		}
	}
	slices.SortFunc(out, func(a, b Data) int { return netfmt.CompareCulture(a.name, b.name, true) })
	return out, nil
}
