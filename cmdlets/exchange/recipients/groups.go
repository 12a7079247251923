package recipients

import (
	"fmt"
	"slices"
	"strings"

	"exolab/cmdlets/exchange/task"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

var groupCmdlets = []task.Cmdlet{
	task.New("Get-DistributionGroupMember", "Gives the members of a group.", "(Get-DistributionGroupMember financeapprovers).Name -join ','", "Ana Duarte,Łukasz Zieliński", groupMembers),
	task.New("Get-UnifiedGroupLinks", "Gives the members and owners of a Microsoft 365 group.", "(Get-UnifiedGroupLinks productlaunch -LinkType Owners).Name", "Megan Bowen", unifiedGroupLinks),
	task.New("Add-DistributionGroupMember", "Adds a member to a group.", "Add-DistributionGroupMember salesteam -Member test1; @(Get-DistributionGroupMember salesteam).Count", "5", changeMember(true)),
	task.New("Remove-DistributionGroupMember", "Takes a member out of a group.", "Remove-DistributionGroupMember salesteam -Member donh -Confirm:$false; @(Get-DistributionGroupMember salesteam).Count", "3", changeMember(false)),
	task.New("New-DistributionGroup", "Makes a distribution group.", "(New-DistributionGroup -Name Projects).PrimarySmtpAddress", "Projects@contoso.com", newRecipient("DistributionGroup", "MailUniversalDistributionGroup")),
	task.New("Set-DistributionGroup", "Changes a distribution group.", "Set-DistributionGroup salesteam -DisplayName Sellers; (Get-DistributionGroup salesteam).DisplayName", "Sellers", setRecipient("DistributionGroup")),
	task.New("Remove-DistributionGroup", "Deletes a distribution group.", "Remove-DistributionGroup salesteam -Confirm:$false; @(Get-DistributionGroup sales*).Count", "0", removeRecipient),
	task.New("Set-UnifiedGroup", "Changes a Microsoft 365 group.", "Set-UnifiedGroup productlaunch -DisplayName Launch; (Get-UnifiedGroup productlaunch).DisplayName", "Launch", setRecipient("UnifiedGroup")),
	task.New("New-MailContact", "Makes a mail contact.", "(New-MailContact -Name Partner -ExternalEmailAddress partner@fabrikam.com).Name", "Partner", newRecipient("MailContact", "MailContact")),
	task.New("Set-MailContact", "Changes a mail contact.", "Set-MailContact northwindorders -DisplayName Orders; (Get-MailContact northwindorders).DisplayName", "Orders", setRecipient("MailContact")),
	task.New("Remove-MailContact", "Deletes a mail contact.", "Remove-MailContact northwindorders -Confirm:$false; @(Get-MailContact).Count", "1", removeRecipient),
}

func groupMembers(c *task.Call) error {
	return emitMembers(c, func(g *tenant.Recipient) []string { return g.Members })
}

func unifiedGroupLinks(c *task.Call) error {
	kind := strings.ToLower(c.Text("LinkType"))
	if !task.ContainsFold([]string{"Members", "Owners", "Subscribers", "EventSubscribers", "Aggregators"}, kind) {
		return c.BadEnum("LinkType", kind, "Microsoft.Exchange.Management.RecipientTasks.LinkType", []string{"Members", "Owners", "Subscribers", "EventSubscribers", "Aggregators"})
	}
	return emitMembers(c, func(g *tenant.Recipient) []string {
		switch kind {
		case "owners":
			return g.ManagedBy
		case "members", "subscribers":
			return g.Members
		}
		return nil
	})
}

// nounKinds are the RecipientTypeDetails that the cmdlets of a noun work on, by what
// the noun begins with; a recipient of another kind is as if it were not there.
var nounKinds = []struct {
	noun  string
	kinds []string
}{
	{"DistributionGroup", groupKinds}, {"UnifiedGroup", []string{"GroupMailbox"}}, {"DynamicDistributionGroup", []string{"DynamicDistributionGroup"}},
	{"MailContact", []string{"MailContact"}}, {"Contact", []string{"MailContact"}}, {"MailUser", []string{"MailUser", "GuestMailUser"}}, {"RemoteMailbox", remoteKinds},
}

// group finds the recipient of -Identity, of a kind that the cmdlet works on.
func group(c *task.Call, r store.Reader) (*tenant.Recipient, error) {
	identity := c.Identity("Identity")
	found, err := r.FindRecipients(identity)
	_, noun, _ := strings.Cut(c.Cmdlet.Name, "-")
	for _, n := range nounKinds {
		if strings.HasPrefix(noun, n.noun) {
			found = slices.DeleteFunc(found, func(g *tenant.Recipient) bool { return !slices.Contains(n.kinds, g.RecipientTypeDetails) })
		}
	}
	switch {
	case err == nil && len(found) == 0:
		err = &tenant.NotFoundError{Identity: identity}
	case err == nil && len(found) > 1:
		err = &tenant.AmbiguousError{Identity: identity}
	}
	if err != nil {
		return nil, task.IdentityError(identity, err)
	}
	return found[0], nil
}

func emitMembers(c *task.Call, members func(*tenant.Recipient) []string) error {
	var list []value.Value
	err := c.View(func(r store.Reader) error {
		g, err := group(c, r)
		if err == nil {
			list, err = MemberObjects(r, members(g))
		}
		return err
	})
	if err == nil {
		err = c.EmitSized(list)
	}
	return c.Report(err)
}

// MemberObjects shows the recipients of a list of identities.
func MemberObjects(r store.Reader, identities []string) ([]value.Value, error) {
	org, err := r.Organization()
	if err != nil {
		return nil, err
	}
	var out []value.Value
	for _, identity := range identities {
		if m, err := r.Mailbox(identity); err == nil {
			out = append(out, Object("RecipientSummary", org, mailboxData(m)))
		} else if other, err := r.Recipient(identity); err == nil {
			out = append(out, Object("RecipientSummary", org, otherData(other)))
		}
	}
	return out, nil
}

const (
	exMemberExists  = "Microsoft.Exchange.Management.RecipientTasks.MemberAlreadyExistsException"
	exMemberMissing = "Microsoft.Exchange.Management.RecipientTasks.MemberNotFoundException"
)

// changeMember adds a member to a group or takes one out.
func changeMember(add bool) func(c *task.Call) error {
	return func(c *task.Call) error {
		if ok, err := c.Confirm(fmt.Sprintf("Changing the members of group \"%s\".", c.Identity("Identity"))); !ok || err != nil {
			return err
		}
		return c.Report(c.Update(func(w store.Writer) error {
			g, err := group(c, w)
			if err != nil {
				return err
			}
			member, err := task.UserOf(w, c.Identity("Member"))
			if err != nil {
				return err
			}
			if g.Members, err = WithMember(g.Members, member, g.Name, add); err != nil {
				return err
			}
			return w.PutRecipient(g)
		}))
	}
}

// WithMember returns a list of members with one more or one less.
func WithMember(members []string, member, group string, add bool) ([]string, error) {
	switch known := task.ContainsFold(members, member); {
	case add && known:
		return nil, task.Failure(exMemberExists, "The recipient \"%s\" is already a member of the group \"%s\".", member, group)
	case !add && !known:
		return nil, task.Failure(exMemberMissing, "The recipient \"%s\" isn't a member of the group \"%s\".", member, group)
	case add:
		return append(members, member), nil
	}
	return task.MultiValue{Remove: []string{member}}.Apply(members), nil
}

// newRecipient makes a recipient without mailbox.
func newRecipient(shapeName, kind string) func(c *task.Call) error {
	return func(c *task.Call) error {
		name := c.Text("Name")
		if name == "" {
			name = c.Text("DisplayName")
		}
		if ok, err := c.Confirm(fmt.Sprintf("Creating recipient \"%s\".", name)); !ok || err != nil {
			return err
		}
		var shown value.Value
		err := c.Update(func(w store.Writer) error {
			org, err := w.Organization()
			if err != nil {
				return err
			}
			if err := checkNew(c, w, org, name); err != nil {
				return err
			}
			b := tenant.BagOf("Name", name, "DisplayName", name, "Alias", strings.ReplaceAll(name, " ", ""), "RecipientTypeDetails", kind)
			switch external := c.Text("ExternalEmailAddress"); {
			case external != "":
				b.Set("ExternalEmailAddress", "SMTP:"+strings.TrimPrefix(strings.TrimPrefix(external, "SMTP:"), "smtp:"))
				b.Set("PrimarySmtpAddress", strings.TrimPrefix(strings.TrimPrefix(external, "SMTP:"), "smtp:"))
			case !c.Has("PrimarySmtpAddress"):
				b.Set("PrimarySmtpAddress", strings.ReplaceAll(name, " ", "")+"@"+org.DefaultDomain())
			}
			if strings.EqualFold(c.Text("Type"), "Security") {
				b.Set("RecipientTypeDetails", "MailUniversalSecurityGroup")
			}
			r, err := tenant.NewRecipient(b, org)
			if err != nil {
				return task.InvalidArgument("%s", err)
			}
			if _, err := c.SetProperties(w, shapeName, r, recipientSetters(r)); err != nil {
				return err
			}
			shown = Object(shapeName, org, otherData(r))
			return w.PutRecipient(r)
		})
		return c.EmitOrReport(shown, err)
	}
}

// recipientSetters set the properties whose values name recipients, and those
// that were dealt with before.
func recipientSetters(to *tenant.Recipient) map[string]task.Setter {
	list := func(field *[]string) task.Setter {
		return func(c *task.Call, r store.Reader, parameter string) error {
			change, err := task.ReadMultiValue(c.Ctx.Env(), c.Value(parameter)).Mapped(func(identity string) (string, error) { return task.UserOf(r, identity) })
			if err == nil {
				*field = change.Apply(*field)
			}
			return err
		}
	}
	return map[string]task.Setter{
		"Name": task.Handled, "ExternalEmailAddress": task.Handled, "Type": task.Handled, "RoomList": roomList(to), "CopyOwnerToMember": ownersAreMembers(to),
		"Members": list(&to.Members), "ManagedBy": list(&to.ManagedBy),
	}
}

// roomList is the setter that makes a group a list of rooms.
func roomList(to *tenant.Recipient) task.Setter {
	return func(c *task.Call, _ store.Reader, parameter string) error {
		if c.On(parameter) {
			to.RecipientTypeDetails = "RoomList"
		}
		return nil
	}
}

// ownersAreMembers is the setter that makes the owners of a new group its members,
// the caller where no owner is named.
func ownersAreMembers(to *tenant.Recipient) task.Setter {
	return func(c *task.Call, r store.Reader, parameter string) error {
		if !c.On(parameter) {
			return nil
		}
		owners := c.Identities("ManagedBy")
		if len(owners) == 0 {
			owners = []string{c.Caller()}
		}
		for _, owner := range owners {
			user, err := task.UserOf(r, owner)
			if err != nil {
				return err
			}
			to.Members = task.MultiValue{Add: []string{user}}.Apply(to.Members)
		}
		return nil
	}
}

func setRecipient(shapeName string) func(c *task.Call) error {
	return func(c *task.Call) error {
		identity, name, changed := c.Identity("Identity"), "", false
		if ok, err := c.Confirm(fmt.Sprintf("Setting recipient \"%s\".", identity)); !ok || err != nil {
			return err
		}
		err := c.Update(func(w store.Writer) error {
			r, err := group(c, w)
			if err != nil {
				return err
			}
			name = r.Name
			special, old := recipientSetters(r), *r
			delete(special, "Name")
			if changed, err = c.SetProperties(w, shapeName, r, special); err != nil || !changed {
				return err
			}
			return task.FirstOf(r.SetProperty("WhenChanged", tenant.FormatTime(c.Tenant.Now())), w.PutRecipient(r), task.NewNamesOf(&old, r).Follow(w))
		})
		if err == nil && !changed {
			return c.Unchanged(name)
		}
		return c.Report(err)
	}
}

func removeRecipient(c *task.Call) error {
	if ok, err := c.Confirm(fmt.Sprintf("Removing recipient \"%s\".", c.Identity("Identity"))); !ok || err != nil {
		return err
	}
	return c.Report(c.Update(func(w store.Writer) error {
		r, err := group(c, w)
		if err != nil {
			return err
		}
		return w.RemoveRecipient(r.GUID)
	}))
}
