package recipients

import (
	"fmt"
	"strings"

	"exolab/cmdlets/exchange/task"
	"exolab/store"
	"exolab/store/tenant"
)

var groupLinkCmdlets = []task.Cmdlet{
	task.New("Update-DistributionGroupMember", "Replaces the members of a group.", "Update-DistributionGroupMember salesteam -Members test1,donh -Confirm:$false; @(Get-DistributionGroupMember salesteam).Count", "2", updateMembers),
	task.New("Add-UnifiedGroupLinks", "Adds members or owners to a Microsoft 365 group.", "Add-UnifiedGroupLinks productlaunch -LinkType Members -Links test1; @(Get-UnifiedGroupLinks productlaunch -LinkType Members).Count", "5", changeLinks(true)),
	task.New("Remove-UnifiedGroupLinks", "Takes members or owners out of a Microsoft 365 group.", "Remove-UnifiedGroupLinks productlaunch -LinkType Members -Links alexw -Confirm:$false; @(Get-UnifiedGroupLinks productlaunch -LinkType Members).Count", "3", changeLinks(false)),
	task.New("New-UnifiedGroup", "Makes a Microsoft 365 group.", "(New-UnifiedGroup -DisplayName Newcomers).PrimarySmtpAddress", "Newcomers@contoso.com", newRecipient("UnifiedGroup", "GroupMailbox")),
	task.New("Remove-UnifiedGroup", "Deletes a Microsoft 365 group.", "Remove-UnifiedGroup productlaunch -Confirm:$false; @(Get-UnifiedGroup).Count", "0", removeRecipient),
	task.New("New-DynamicDistributionGroup", "Makes a group whose members follow from a filter.", "(New-DynamicDistributionGroup -Name Everybody -IncludedRecipients AllRecipients).Name", "Everybody", newRecipient("DistributionGroup", "DynamicDistributionGroup")),
	task.New("Remove-DynamicDistributionGroup", "Deletes a group whose members follow from a filter.",
		"New-DynamicDistributionGroup -Name Everybody -IncludedRecipients AllRecipients | Out-Null; Remove-DynamicDistributionGroup Everybody -Confirm:$false; @(Get-DynamicDistributionGroup).Count", "0", removeRecipient),
	task.New("New-MailUser", "Makes a user with an address elsewhere.", "(New-MailUser -Name Partner -ExternalEmailAddress partner@fabrikam.com).Name", "Partner", newRecipient("User", "MailUser")),
	task.New("Remove-MailUser", "Deletes a user with an address elsewhere.",
		"New-MailUser -Name Partner -ExternalEmailAddress partner@fabrikam.com | Out-Null; Remove-MailUser Partner -Confirm:$false; @(Get-MailUser).Count", "0", removeRecipient),
}

func updateMembers(c *task.Call) error {
	if ok, err := c.Confirm(fmt.Sprintf("Replacing the members of group \"%s\".", c.Identity("Identity"))); !ok || err != nil {
		return err
	}
	return c.Report(c.Update(func(w store.Writer) error {
		g, err := group(c, w)
		if err != nil {
			return err
		}
		change, err := task.ReadMultiValue(c.Ctx.Env(), c.Value("Members")).Mapped(func(identity string) (string, error) { return task.UserOf(w, identity) })
		if err != nil {
			return err
		}
		g.Members = change.Apply(g.Members)
		return w.PutRecipient(g)
	}))
}

// changeLinks adds members or owners to a group or takes them out; an owner has to
// be a member.
func changeLinks(add bool) func(c *task.Call) error {
	return func(c *task.Call) error {
		if ok, err := c.Confirm(fmt.Sprintf("Changing the links of group \"%s\".", c.Identity("Identity"))); !ok || err != nil {
			return err
		}
		return c.Report(c.Update(func(w store.Writer) error {
			g, err := group(c, w)
			if err != nil {
				return err
			}
			for _, link := range c.Texts("Links") {
				user, err := task.UserOf(w, link)
				if task.IsReferenceError(err) {
					err = task.Failure("Microsoft.Exchange.Management.RecipientTasks.MailboxUserNotFoundException", "The user couldn't be found for mailbox Identity:'%s' isn't a mailbox user..", link)
				}
				if err != nil {
					return err
				}
				if err := setLink(g, strings.ToLower(c.Text("LinkType")), user, add); err != nil {
					return err
				}
			}
			return w.PutRecipient(g)
		}))
	}
}

// setLink changes one link.
func setLink(g *tenant.Recipient, kind, user string, add bool) (err error) {
	change := task.MultiValue{Remove: []string{user}}
	if add {
		change = task.MultiValue{Add: []string{user}}
	}
	if kind != "owners" {
		g.Members = change.Apply(g.Members)
		return nil
	}
	if add && !task.ContainsFold(g.Members, user) {
		return task.Failure(task.ExRecipient, "Only members can be owners of a group. Please first add '%s' as members before adding them as owners.", user)
	}
	g.ManagedBy = change.Apply(g.ManagedBy)
	return nil
}
