package store

import (
	"fmt"
	"strings"
	"time"

	"exolab/store/tenant"
)

// What owners and delegates do, as often as the weights say. Each action is one
// that the current audit policy logs by default for the logon type.
var (
	ownerActions = weighted[tenant.Action]{
		{30, tenant.ActionMoveToDeletedItems}, {18, tenant.ActionSoftDelete}, {12, tenant.ActionHardDelete},
		{14, tenant.ActionMailItemsAccessed}, {12, tenant.ActionSend}, {8, tenant.ActionUpdate},
		{1, tenant.ActionUpdateInboxRules}, {1, tenant.ActionUpdateFolderPermissions},
	}
	delegateActions = weighted[tenant.Action]{
		{24, tenant.ActionMailItemsAccessed}, {20, tenant.ActionMoveToDeletedItems}, {14, tenant.ActionSoftDelete},
		{10, tenant.ActionUpdate}, {9, tenant.ActionHardDelete}, {8, tenant.ActionCreate},
		{8, tenant.ActionSendAs}, {7, tenant.ActionSendOnBehalf},
	}
	adminActions = weighted[tenant.Action]{
		{6, tenant.ActionMailItemsAccessed}, {2, tenant.ActionHardDelete}, {1, tenant.ActionSoftDelete},
	}
)

// seedClient is a program with which somebody opens a mailbox.
type seedClient struct{ info, process, version string }

var seedClients = weighted[seedClient]{
	{6, seedClient{"Client=MSExchangeRPC", "OUTLOOK.EXE", "16.0.17328.20162"}},
	{5, seedClient{"Client=OWA;Action=ViaProxy", "", ""}},
	{2, seedClient{"Client=REST;Client=RESTSystem;;", "", ""}},
	{2, seedClient{"Client=ActiveSync;UserAgent=iOS/17.4 (21E219) dataaccessd/1.0;Action=/Proxy/default.eas", "", ""}},
}

var seedSubjects = []string{
	"Quarterly numbers", "RE: Offer for Fabrikam", "Team lunch on Thursday", "Invoice 2041", "FW: Travel plans",
	"Minutes of the weekly meeting", "Your parcel is on its way", "Price list, second draft", "Interview notes",
	"RE: Budget for next year", "Newsletter: what is new in our stores", "Contract with Northwind Traders",
	"Shift plan", "Welcome to the team", "Password reset", "RE: RE: Projector does not start",
}

var seedFolders = []string{`\Inbox`, `\Inbox`, `\Inbox`, `\Sent Items`, `\Drafts`, `\Inbox\Projects`, `\Archive`, `\Calendar`}

// putHistory writes the audit entries of each mailbox, day by day.
func (g *seeder) putHistory() error {
	midnight := g.now.Truncate(24 * time.Hour)
	for _, m := range g.mailboxes {
		delegates := g.delegatesOf(m)
		for d := g.days; d >= 0; d-- {
			day := midnight.AddDate(0, 0, -d)
			if err := g.putDay(m, delegates, day); err != nil {
				return err
			}
		}
	}
	return nil
}

// delegatesOf are those who have full access to a mailbox.
func (g *seeder) delegatesOf(m *tenant.Mailbox) []*tenant.Mailbox {
	var users []*tenant.Mailbox
	for _, row := range seedPermissions {
		if g.byAlias[row.mailbox] == m && row.right == "FullAccess" {
			users = append(users, g.byAlias[row.user])
		}
	}
	return users
}

func (g *seeder) putDay(m *tenant.Mailbox, delegates []*tenant.Mailbox, day time.Time) error {
	busy := 100
	if weekday := day.Weekday(); weekday == time.Saturday || weekday == time.Sunday {
		busy = 12
	}
	if m.RecipientTypeDetails == userMailbox {
		for range g.random.below(4) {
			if g.random.chance(busy) {
				if err := g.putEntry(m, m, tenant.LogonOwner, ownerActions.pick(g.random), day); err != nil {
					return err
				}
			}
		}
	}
	for _, user := range delegates {
		for range g.random.below(3) {
			if g.random.chance(busy / 2) {
				if err := g.putEntry(m, user, tenant.LogonDelegate, delegateActions.pick(g.random), day); err != nil {
					return err
				}
			}
		}
	}
	if g.random.below(1000) < 4 {
		return g.putEntry(m, g.byAlias["admin"], tenant.LogonAdmin, adminActions.pick(g.random), day)
	}
	return nil
}

// putEntry writes one entry at some working hour of a day, unless that is still
// to come.
func (g *seeder) putEntry(m, user *tenant.Mailbox, logon tenant.LogonType, action tenant.Action, day time.Time) error {
	at := day.Add(time.Duration(7*3600+g.random.below(12*3600)) * time.Second)
	if at.After(g.now) {
		return nil
	}
	values := make([]any, len(tenant.EntryProperties))
	set := func(name string, v any) { values[tenant.EntryShape.Index(name)] = v }
	client := seedClients.pick(g.random)
	folder := pick(g.random, seedFolders)
	set("Operation", action.String())
	set("OperationResult", "Succeeded")
	set("LogonType", logon.String())
	set("ExternalAccess", false)
	set("FolderId", "LgAAAA"+m.ExchangeGUID.String()[:8]+strings.ToUpper(g.random.word(12)))
	set("FolderPathName", folder)
	set("ClientInfoString", client.info)
	set("ClientIPAddress", fmt.Sprintf("10.%d.%d.%d", len(user.Alias), len(user.DisplayName), 20+g.random.below(4)))
	if client.process != "" {
		set("ClientMachineName", "WS-"+strings.ToUpper(user.Alias))
		set("ClientProcessName", client.process)
		set("ClientVersion", client.version)
	}
	set("InternalLogonType", internalLogon(logon))
	set("MailboxOwnerUPN", m.UserPrincipalName)
	set("MailboxOwnerSid", m.SID)
	set("CrossMailboxOperation", false)
	set("LogonUserDisplayName", user.DisplayName)
	set("LogonUserSid", user.SID)
	set("SourceItems", []any{})
	set("SourceFolders", []any{})
	set("OriginatingServer", "MWHPR12MB1553 (15.20.7409.024)")
	set("SessionId", g.random.guid().String())
	set("MailboxGuid", m.ExchangeGUID.String())
	set("MailboxResolvedOwnerName", m.DisplayName)
	set("LastAccessed", at)
	set("Identity", "RgAAAA"+g.random.word(26)+"AAAJ")
	set("IsValid", true)
	set("ObjectState", "New")
	g.setItems(set, action, folder)
	e, err := tenant.NewAuditEntry(m.ExchangeGUID, tenant.NewBag(tenant.EntryShape, values))
	if err != nil {
		return err
	}
	return g.AppendAudit(e)
}

func internalLogon(logon tenant.LogonType) string {
	if logon == tenant.LogonDelegate {
		return "Delegated"
	}
	return logon.String()
}

// sourceItemShape are the properties of an element of SourceItems.
var sourceItemShape = tenant.NewShape([]string{"SourceItemId", "SourceItemSubject", "SourceItemFolderPathName"})

// setItems sets what an entry says about messages: actions on one message name it
// as the item, moves and deletions list the messages they touched.
func (g *seeder) setItems(set func(string, any), action tenant.Action, folder string) {
	switch action {
	case tenant.ActionMailItemsAccessed:
		set("OperationProperties", "MailAccessType=Bind;IsThrottled=False")
		set("AuditOperationsCountInAggregatedRecord", int64(1+g.random.below(20)))
		return
	case tenant.ActionUpdateInboxRules, tenant.ActionUpdateFolderPermissions:
		return
	case tenant.ActionCreate, tenant.ActionSend, tenant.ActionSendAs, tenant.ActionSendOnBehalf, tenant.ActionUpdate:
		set("ItemId", g.itemID())
		set("ItemSubject", pick(g.random, seedSubjects))
		set("ItemInternetMessageId", "<"+g.random.guid().String()+"@contoso.com>")
		if action == tenant.ActionUpdate {
			set("DirtyProperties", "Importance, AttachmentCollection")
		}
		return
	case tenant.ActionMoveToDeletedItems:
		set("DestFolderId", g.itemID())
		set("DestFolderPathName", `\Deleted Items`)
	}
	var items []any
	var ids, subjects, folders []string
	for range 1 + g.random.below(3) {
		id, subject := g.itemID(), pick(g.random, seedSubjects)
		items = append(items, tenant.NewBag(sourceItemShape, []any{id, subject, folder}))
		ids, subjects, folders = append(ids, id), append(subjects, subject), append(folders, folder)
	}
	set("SourceItems", items)
	set("SourceItemIdsList", strings.Join(ids, ", "))
	set("SourceItemSubjectsList", strings.Join(subjects, ", "))
	set("SourceItemFolderPathNamesList", strings.Join(folders, ", "))
}

func (g *seeder) itemID() string { return "RgAAAA" + g.random.word(20) }

// putAdminLog writes how the permissions came to be granted.
func (g *seeder) putAdminLog() error {
	for i, row := range seedPermissions {
		cmdlet := "Add-MailboxPermission"
		switch row.scope {
		case tenant.ScopeFolder:
			cmdlet = "Add-MailboxFolderPermission"
		case tenant.ScopeRecipient:
			cmdlet = "Add-RecipientPermission"
		}
		m := g.byAlias[row.mailbox]
		parameters := []any{
			tenant.BagOf("Name", "Identity", "Value", m.UserPrincipalName),
			tenant.BagOf("Name", "User", "Value", g.byAlias[row.user].UserPrincipalName),
			tenant.BagOf("Name", "AccessRights", "Value", row.right),
		}
		e, err := tenant.NewAdminAuditEntry(tenant.BagOf(
			"ObjectModified", tenant.CanonicalName(m.DistinguishedName), "CmdletName", cmdlet,
			"Caller", g.byAlias["admin"].UserPrincipalName, "Succeeded", true, "Error", "None",
			"RunDate", g.now.AddDate(0, 0, -80+i*3).Truncate(24*time.Hour).Add(time.Duration(9+i%8)*time.Hour),
			"CmdletParameters", parameters, "ModifiedProperties", []any{},
			"OriginatingServer", "MWHPR12MB1553 (15.20.7409.024)"))
		if err != nil {
			return err
		}
		if err := g.AppendAdmin(e); err != nil {
			return err
		}
	}
	return nil
}
