package recipients

import (
	"strings"

	"exolab/cmdlets/exchange/opath"
	"exolab/cmdlets/exchange/shapes"
	"exolab/cmdlets/exchange/task"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

const (
	makePartner   = "New-MailUser -Name Partner -ExternalEmailAddress partner@fabrikam.com | Out-Null; "
	makeEverybody = "New-DynamicDistributionGroup -Name Everybody -RecipientFilter \"RecipientTypeDetails -eq 'SharedMailbox'\" | Out-Null; "
	makeRemote    = "New-RemoteMailbox -Name Abroad -UserPrincipalName abroad@contoso.com -Password (ConvertTo-SecureString secret -AsPlainText -Force) | Out-Null; "
)

// remoteKinds are the mailboxes in the service of accounts on premises.
var remoteKinds = []string{"RemoteUserMailbox", "RemoteSharedMailbox", "RemoteRoomMailbox", "RemoteEquipmentMailbox"}

// otherCmdlets are those of mail users, contacts, dynamic groups and remote
// mailboxes.
var otherCmdlets = []task.Cmdlet{
	task.New("Set-MailUser", "Changes a user with an address elsewhere.", makePartner+"Set-MailUser Partner -DisplayName Ally; (Get-MailUser Partner).DisplayName", "Ally", setRecipient("User")),
	task.New("Set-DynamicDistributionGroup", "Changes a group whose members follow from a filter.",
		makeEverybody+"Set-DynamicDistributionGroup Everybody -DisplayName All; (Get-DynamicDistributionGroup).DisplayName", "All", setRecipient("DistributionGroup")),
	task.New("Get-DynamicDistributionGroupMember", "Gives the recipients that the filter of a group finds.",
		makeEverybody+"@(Get-DynamicDistributionGroupMember Everybody).Name -contains 'Sales'", "True", dynamicMembers),
	recipientCmdlet("Get-Contact", "Gives contacts.", "(Get-Contact northwindorders).Name", "Northwind Orders", recipientGet{"MailContact", false, []string{"MailContact"}}),
	task.New("Set-Contact", "Changes a contact.", "Set-Contact northwindorders -DisplayName Orders; (Get-Contact northwindorders).DisplayName", "Orders", setRecipient("MailContact")),
	recipientCmdlet("Get-RemoteMailbox", "Gives mailboxes in the service of accounts on premises.", "@(Get-RemoteMailbox).Count", "0", recipientGet{"User", false, remoteKinds}),
	task.New("New-RemoteMailbox", "Makes an account on premises with a mailbox in the service.", makeRemote+"(Get-RemoteMailbox Abroad).RecipientTypeDetails", "RemoteUserMailbox", newRecipient("User", "RemoteUserMailbox")),
	task.New("Set-RemoteMailbox", "Changes a mailbox in the service of an account on premises.",
		makeRemote+"Set-RemoteMailbox Abroad -DisplayName Away; (Get-RemoteMailbox Abroad).DisplayName", "Away", setRecipient("User")),
	task.New("Remove-RemoteMailbox", "Deletes a mailbox in the service of an account on premises.",
		makeRemote+"Remove-RemoteMailbox Abroad -Confirm:$false; @(Get-RemoteMailbox).Count", "0", removeRecipient),
}

// dynamicMembers emits the recipients that the filter of a dynamic group finds now.
func dynamicMembers(c *task.Call) error {
	var list []value.Value
	err := c.View(func(r store.Reader) error {
		g, err := group(c, r)
		if err != nil {
			return err
		}
		org, err := r.Organization()
		if err != nil {
			return err
		}
		included, err := membership(c.Ctx.Env(), g)
		if err != nil {
			return err
		}
		everybody := recipientGet{"RecipientSummary", true, nil}
		found, err := everybody.all(r, func(d Data) bool { return d.kind != "DynamicDistributionGroup" && included(d) })
		for _, d := range found {
			list = append(list, Object("RecipientSummary", org, d))
		}
		return err
	})
	if err == nil {
		err = c.EmitSized(list)
	}
	return c.Report(err)
}

// includedTypes are the RecipientTypeDetails that the values of -IncludedRecipients
// stand for, by their beginnings.
var includedTypes = map[string][]string{
	"mailboxusers": {"UserMailbox"}, "mailcontacts": {"MailContact"}, "mailusers": {"MailUser"}, "resources": {"RoomMailbox", "EquipmentMailbox"},
	"mailgroups": {"MailUniversalDistributionGroup", "MailUniversalSecurityGroup"},
}

// membership tells which recipients belong to a dynamic group: those of its filter,
// or of the kinds that it includes.
func membership(env value.Env, g *tenant.Recipient) (func(Data) bool, error) {
	if filter := g.Properties.Text("RecipientFilter"); filter != "" {
		condition, err := opath.Parse(env, filter)
		if err != nil {
			return nil, task.InvalidArgument("%s", err)
		}
		return func(d Data) bool { return condition.Holds(env, shapes.ObjectOf(d.bag)) }, nil
	}
	included, _ := g.Properties.Get("IncludedRecipients")
	kinds := task.TextsIn(included)
	if one, ok := included.(string); ok {
		kinds = strings.Split(one, ",")
	}
	return func(d Data) bool {
		for _, kind := range kinds {
			kind = value.Fold(strings.TrimSpace(kind))
			if kind == "allrecipients" || task.ContainsFold(includedTypes[kind], d.kind) {
				return true
			}
		}
		return false
	}, nil
}
