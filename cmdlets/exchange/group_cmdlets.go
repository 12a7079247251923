package exchange

import (
	"fmt"
	"strings"

	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

var groupCmdlets = []cmdlet{
	permissionCmdlet("Get-DistributionGroupMember", "Gives the members of a group.", "(Get-DistributionGroupMember financeapprovers).Name -join ','", "Ana Duarte,Łukasz Zieliński", groupMembers),
	permissionCmdlet("Get-UnifiedGroupLinks", "Gives the members and owners of a Microsoft 365 group.", "(Get-UnifiedGroupLinks productlaunch -LinkType Owners).Name", "Megan Bowen", unifiedGroupLinks),
	permissionCmdlet("Add-DistributionGroupMember", "Adds a member to a group.", "Add-DistributionGroupMember salesteam -Member test1; @(Get-DistributionGroupMember salesteam).Count", "5", changeMember(true)),
	permissionCmdlet("Remove-DistributionGroupMember", "Takes a member out of a group.", "Remove-DistributionGroupMember salesteam -Member donh -Confirm:$false; @(Get-DistributionGroupMember salesteam).Count", "3", changeMember(false)),
	permissionCmdlet("New-DistributionGroup", "Makes a distribution group.", "(New-DistributionGroup -Name Projects).PrimarySmtpAddress", "Projects@contoso.com", newRecipient("DistributionGroup", "MailUniversalDistributionGroup")),
	permissionCmdlet("Set-DistributionGroup", "Changes a distribution group.", "Set-DistributionGroup salesteam -DisplayName Sellers; (Get-DistributionGroup salesteam).DisplayName", "Sellers", setRecipient("DistributionGroup")),
	permissionCmdlet("Remove-DistributionGroup", "Deletes a distribution group.", "Remove-DistributionGroup salesteam -Confirm:$false; @(Get-DistributionGroup sales*).Count", "0", removeRecipient),
	permissionCmdlet("Set-UnifiedGroup", "Changes a Microsoft 365 group.", "Set-UnifiedGroup productlaunch -DisplayName Launch; (Get-UnifiedGroup productlaunch).DisplayName", "Launch", setRecipient("UnifiedGroup")),
	permissionCmdlet("New-MailContact", "Makes a mail contact.", "(New-MailContact -Name Partner -ExternalEmailAddress partner@fabrikam.com).Name", "Partner", newRecipient("MailContact", "MailContact")),
	permissionCmdlet("Set-MailContact", "Changes a mail contact.", "Set-MailContact northwindorders -DisplayName Orders; (Get-MailContact northwindorders).DisplayName", "Orders", setRecipient("MailContact")),
	permissionCmdlet("Remove-MailContact", "Deletes a mail contact.", "Remove-MailContact northwindorders -Confirm:$false; @(Get-MailContact).Count", "1", removeRecipient),
}

func groupMembers(c *call) error {
	return c.emitMembers(func(g *tenant.Recipient) []string { return g.Members })
}

func unifiedGroupLinks(c *call) error {
	kind := strings.ToLower(c.text("LinkType"))
	if !containsFold([]string{"Members", "Owners", "Subscribers", "EventSubscribers", "Aggregators"}, kind) {
		return c.badEnum("LinkType", kind, "Microsoft.Exchange.Management.RecipientTasks.LinkType", []string{"Members", "Owners", "Subscribers", "EventSubscribers", "Aggregators"})
	}
	return c.emitMembers(func(g *tenant.Recipient) []string {
		switch kind {
		case "owners":
			return g.ManagedBy
		case "members", "subscribers":
			return g.Members
		}
		return nil
	})
}

// group finds the group of -Identity.
func (c *call) group(r store.Reader) (*tenant.Recipient, error) {
	identity := c.identity("Identity")
	g, err := r.Recipient(identity)
	if err != nil {
		return nil, identityError(identity, err)
	}
	return g, nil
}

func (c *call) emitMembers(members func(*tenant.Recipient) []string) error {
	var list []value.Value
	err := c.view(func(r store.Reader) error {
		g, err := c.group(r)
		if err == nil {
			list, err = memberObjects(r, members(g))
		}
		return err
	})
	if err == nil {
		err = c.emitSized(list)
	}
	return c.report(err)
}

// memberObjects shows the recipients of a list of identities.
func memberObjects(r store.Reader, identities []string) ([]value.Value, error) {
	org, err := r.Organization()
	if err != nil {
		return nil, err
	}
	var out []value.Value
	for _, identity := range identities {
		if m, err := r.Mailbox(identity); err == nil {
			out = append(out, recipientObject("RecipientSummary", org, mailboxData(m)))
		} else if other, err := r.Recipient(identity); err == nil {
			out = append(out, recipientObject("RecipientSummary", org, otherData(other)))
		}
	}
	return out, nil
}

const (
	exMemberExists  = "Microsoft.Exchange.Management.RecipientTasks.MemberAlreadyExistsException"
	exMemberMissing = "Microsoft.Exchange.Management.RecipientTasks.MemberNotFoundException"
)

// changeMember adds a member to a group or takes one out.
func changeMember(add bool) func(c *call) error {
	return func(c *call) error {
		if ok, err := c.confirm(fmt.Sprintf("Changing the members of group \"%s\".", c.identity("Identity"))); !ok || err != nil {
			return err
		}
		return c.report(c.update(func(w store.Writer) error {
			g, err := c.group(w)
			if err != nil {
				return err
			}
			member, err := userOf(w, c.identity("Member"))
			if err != nil {
				return err
			}
			if g.Members, err = withMember(g.Members, member, g.Name, add); err != nil {
				return err
			}
			return firstOf(w.PutRecipient(g), c.logChange(w, g.Name))
		}))
	}
}

// withMember returns a list of members with one more or one less.
func withMember(members []string, member, group string, add bool) ([]string, error) {
	switch known := containsFold(members, member); {
	case add && known:
		return nil, failure(exMemberExists, "The recipient \"%s\" is already a member of the group \"%s\".", member, group)
	case !add && !known:
		return nil, failure(exMemberMissing, "The recipient \"%s\" isn't a member of the group \"%s\".", member, group)
	case add:
		return append(members, member), nil
	}
	return multiValue{remove: []string{member}}.apply(members), nil
}

// newRecipient makes a recipient without mailbox.
func newRecipient(shapeName, kind string) func(c *call) error {
	return func(c *call) error {
		name := c.text("Name")
		if ok, err := c.confirm(fmt.Sprintf("Creating recipient \"%s\".", name)); !ok || err != nil {
			return err
		}
		var shown value.Value
		err := c.update(func(w store.Writer) error {
			org, err := w.Organization()
			if err != nil {
				return err
			}
			if _, err := w.Recipient(name); err == nil {
				return failure("Microsoft.Exchange.Data.Directory.ADObjectAlreadyExistsException", "The name \"%s\" is already being used. Please try another name.", name)
			}
			b := tenant.BagOf("Name", name, "DisplayName", name, "Alias", strings.ReplaceAll(name, " ", ""), "RecipientTypeDetails", kind)
			switch external := c.text("ExternalEmailAddress"); {
			case external != "":
				b.Set("ExternalEmailAddress", "SMTP:"+strings.TrimPrefix(strings.TrimPrefix(external, "SMTP:"), "smtp:"))
				b.Set("PrimarySmtpAddress", strings.TrimPrefix(strings.TrimPrefix(external, "SMTP:"), "smtp:"))
			case !c.has("PrimarySmtpAddress"):
				b.Set("PrimarySmtpAddress", strings.ReplaceAll(name, " ", "")+"@"+org.DefaultDomain())
			}
			if strings.EqualFold(c.text("Type"), "Security") {
				b.Set("RecipientTypeDetails", "MailUniversalSecurityGroup")
			}
			r, err := tenant.NewRecipient(b, org)
			if err != nil {
				return invalidArgument("%s", err)
			}
			if _, err := c.setProperties(w, shapeName, r, recipientSetters(r)); err != nil {
				return err
			}
			shown = recipientObject(shapeName, org, otherData(r))
			return firstOf(w.PutRecipient(r), c.logChange(w, r.Name))
		})
		if err != nil {
			return c.report(err)
		}
		return c.emit(shown)
	}
}

// recipientSetters set the properties whose values name recipients, and those
// that were dealt with before.
func recipientSetters(to *tenant.Recipient) map[string]setter {
	done := func(*call, store.Reader, string) error { return nil }
	list := func(field *[]string) setter {
		return func(c *call, r store.Reader, parameter string) error {
			change, err := readMultiValue(c.ctx.Env(), c.value(parameter)).mapped(func(identity string) (string, error) { return userOf(r, identity) })
			if err == nil {
				*field = change.apply(*field)
			}
			return err
		}
	}
	return map[string]setter{"Name": done, "ExternalEmailAddress": done, "Type": done, "Members": list(&to.Members), "ManagedBy": list(&to.ManagedBy)}
}

func setRecipient(shapeName string) func(c *call) error {
	return func(c *call) error {
		identity, changed := c.identity("Identity"), false
		if ok, err := c.confirm(fmt.Sprintf("Setting recipient \"%s\".", identity)); !ok || err != nil {
			return err
		}
		err := c.update(func(w store.Writer) error {
			r, err := c.group(w)
			if err != nil {
				return err
			}
			special := recipientSetters(r)
			delete(special, "Name")
			if changed, err = c.setProperties(w, shapeName, r, special); err != nil || !changed {
				return err
			}
			return firstOf(w.PutRecipient(r), c.logChange(w, r.Name))
		})
		if err == nil && !changed {
			return c.unchanged(identity)
		}
		return c.report(err)
	}
}

func removeRecipient(c *call) error {
	if ok, err := c.confirm(fmt.Sprintf("Removing recipient \"%s\".", c.identity("Identity"))); !ok || err != nil {
		return err
	}
	return c.report(c.update(func(w store.Writer) error {
		r, err := c.group(w)
		if err != nil {
			return err
		}
		return firstOf(w.RemoveRecipient(r.GUID), c.logChange(w, r.Name))
	}))
}
