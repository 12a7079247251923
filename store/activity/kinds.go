package activity

import (
	"slices"
	"strings"

	"exolab/store/tenant"
)

// right is what somebody needs in order to do something.
type right uint8

const (
	rightOpen   right = iota // see a folder
	rightRead                // read messages
	rightCreate              // put messages into a folder
	rightEdit                // change messages
	rightDelete              // take messages out of a folder
	rightManage              // everything: rules, permissions, signing in
	rightSendAs
	rightSendOnBehalf
	rightSearch // search mailboxes as the service does
)

// kind is one thing that users can do.
type kind struct {
	name string
	// also are other names: those of the audit actions and of everyday speech.
	also string
	// synopsis says in one line what it is.
	synopsis string
	right    right
	do       func(*doing) error
}

// kinds are all of them; a function, because what they do refers back to them.
func kinds() []kind {
	return []kind{
		{"SignIn", "MailboxLogin", "signs in to the mailbox", rightManage, (*doing).signIn},
		{"OpenFolder", "FolderBind", "opens a folder and sees what is in it", rightOpen, (*doing).openFolder},
		{"ReadItem", "Read MessageBind Bind MailItemsAccessed", "opens messages", rightRead, (*doing).readItems},
		{"SyncFolder", "Sync", "lets a client fetch a whole folder", rightRead, (*doing).syncFolder},
		{"NewFolder", "CreateFolder", "makes a folder", rightManage, (*doing).newFolder},
		{"CreateItem", "Create NewItem", "puts a new message, such as a draft, into a folder", rightCreate, (*doing).createItem},
		{"UpdateItem", "Update SetItem", "changes messages", rightEdit, (*doing).updateItems},
		{"CopyItem", "Copy", "copies messages to another folder", rightRead, (*doing).copyItems},
		{"MoveItem", "Move", "moves messages to another folder", rightDelete, (*doing).moveItems},
		{"DeleteItem", "MoveToDeletedItems Delete RemoveItem", "moves messages to Deleted Items", rightDelete, (*doing).deleteItems},
		{"SoftDelete", "SoftDeleteItem", "deletes messages so that they can be recovered", rightDelete, (*doing).softDelete},
		{"HardDelete", "HardDeleteItem Purge", "purges messages", rightDelete, (*doing).hardDelete},
		{"Send", "SendItem", "sends a message", rightManage, (*doing).send},
		{"SendAs", "", "sends a message as the mailbox", rightSendAs, (*doing).sendAs},
		{"SendOnBehalf", "", "sends a message on behalf of the mailbox", rightSendOnBehalf, (*doing).sendOnBehalf},
		{"NewInboxRule", "UpdateInboxRules CreateRule", "makes an inbox rule", rightManage, (*doing).newRule},
		{"SetInboxRule", "ChangeRule", "changes an inbox rule", rightManage, (*doing).setRule},
		{"RemoveInboxRule", "DeleteRule", "deletes an inbox rule", rightManage, (*doing).removeRule},
		{"SetFolderPermission", "UpdateFolderPermissions AddFolderPermissions ModifyFolderPermissions AddFolderPermission",
			"gives somebody rights in a folder", rightManage, (*doing).setFolderPermission},
		{"RemoveFolderPermission", "RemoveFolderPermissions", "takes somebody's rights in a folder", rightManage, (*doing).removeFolderPermission},
		{"AddDelegate", "UpdateCalendarDelegation", "makes somebody a delegate for the calendar", rightManage, (*doing).addDelegate},
		{"RemoveDelegate", "", "takes a delegate away", rightManage, (*doing).removeDelegate},
		{"Search", "SearchQueryInitiated DiscoverySearch", "searches the mailbox", rightSearch, (*doing).search},
	}
}

// Names lists the names of the activities.
func Names() []string {
	list := kinds()
	names := make([]string, len(list))
	for i, k := range list {
		names[i] = k.name
	}
	return names
}

func findKind(name string) (kind, error) {
	name = strings.TrimSpace(name)
	for _, k := range kinds() {
		if strings.EqualFold(k.name, name) || slices.ContainsFunc(strings.Fields(k.also), func(also string) bool { return strings.EqualFold(also, name) }) {
			return k, nil
		}
	}
	return kind{}, invalid("'%s' is not an activity. The activities are: %s.", name, strings.Join(Names(), ", "))
}

// dirtyProperties are what an update changes.
const dirtyProperties = "Importance, LastModifiedTime"

// folderRole is what a role or single right on a folder lets somebody do.
var folderRole = map[string][]right{
	"owner":            {rightOpen, rightRead, rightCreate, rightEdit, rightDelete, rightManage},
	"publishingeditor": {rightOpen, rightRead, rightCreate, rightEdit, rightDelete},
	"editor":           {rightOpen, rightRead, rightCreate, rightEdit, rightDelete},
	"publishingauthor": {rightOpen, rightRead, rightCreate},
	"author":           {rightOpen, rightRead, rightCreate},
	"noneditingauthor": {rightOpen, rightRead, rightCreate},
	"reviewer":         {rightOpen, rightRead},
	"contributor":      {rightOpen, rightCreate},
	"folderowner":      {rightOpen, rightManage},
	"foldervisible":    {rightOpen},
	"readitems":        {rightRead},
	"createitems":      {rightCreate},
	"editallitems":     {rightEdit},
	"deleteallitems":   {rightDelete},
}

// logonOf is as what a user is in a mailbox: administrators are those who come
// with eDiscovery or a MAPI editor; an administrator with full access is a delegate.
func logonOf(user, mailbox *tenant.Mailbox, client *tenant.Client) tenant.LogonType {
	switch {
	case client.AdminLogon:
		return tenant.LogonAdmin
	case user.ExchangeGUID == mailbox.ExchangeGUID:
		return tenant.LogonOwner
	}
	return tenant.LogonDelegate
}
