package activity

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"exolab/store"
	"exolab/store/content"
	"exolab/store/seed"
	"exolab/store/tenant"
)

var present = time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC)

// seeded is the seeded organization in memory.
func seeded(t *testing.T) store.Tenant {
	t.Helper()
	s, err := store.Open("", store.Options{Memory: true})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, s.Close()) })
	tn, err := seed.New(s, seed.Options{Clock: &present})
	require.NoError(t, err)
	return tn
}

func perform(t *testing.T, tn store.Tenant, a Activity) (result *Result, err error) {
	t.Helper()
	err = tn.Update(func(w store.Writer) error {
		engine, err := New(tn, w, tn.Now())
		require.NoError(t, err)
		result, err = engine.Perform(a)
		return err
	})
	return result, err
}

func newest(t *testing.T, tn store.Tenant, m *tenant.Mailbox) *tenant.AuditEntry {
	t.Helper()
	for e, err := range tn.Audit(m, tenant.AuditQuery{}) {
		require.NoError(t, err)
		return e
	}
	return nil
}

// TestWhatIsLogged performs each activity and looks at the newest entry.
func TestWhatIsLogged(t *testing.T) {
	for name, c := range map[string]struct {
		a         Activity
		operation string
		logon     tenant.LogonType
		has       map[string]any
		not       []string
	}{
		"an owner's purge": {Activity{Activity: "HardDelete", User: "pilarp", Subject: []string{"Invoice*"}}, "HardDelete", tenant.LogonOwner,
			map[string]any{"FolderPathName": `\Inbox`, "SourceItemSubjectsList": "Invoice 2041", "ClientProcessName": "OUTLOOK.EXE"}, []string{"ItemSubject", "DestFolderPathName"}},
		"a delegate's deletion": {Activity{Activity: "Delete", User: "LeeG", Mailbox: "sales", Count: 2, Client: "OWA"}, "MoveToDeletedItems", tenant.LogonDelegate,
			map[string]any{"DestFolderPathName": `\Deleted Items`, "LogonUserDisplayName": "Lee Gu", "InternalLogonType": "Delegated"}, []string{"ClientMachineName", "ItemId"}},
		"reading":                      {Activity{Activity: "ReadItem", User: "pilarp"}, "MailItemsAccessed", tenant.LogonOwner, map[string]any{"OperationProperties": "MailAccessType=Bind;IsThrottled=False"}, []string{"SourceItemSubjectsList"}},
		"a client's sync":              {Activity{Activity: "SyncFolder", User: "pilarp"}, "MailItemsAccessed", tenant.LogonOwner, map[string]any{"OperationProperties": "MailAccessType=Sync;IsThrottled=False"}, nil},
		"a draft of a delegate":        {Activity{Activity: "Create", User: "LeeG", Mailbox: "sales", Subject: []string{"Hello"}}, "Create", tenant.LogonDelegate, map[string]any{"ItemSubject": "Hello", "FolderPathName": `\Drafts`}, []string{"SourceItemSubjectsList"}},
		"sending as":                   {Activity{Activity: "SendAs", User: "pilarp", Mailbox: "sales", To: []string{"donh"}, Subject: []string{"Offer"}}, "SendAs", tenant.LogonDelegate, map[string]any{"ItemSubject": "Offer"}, []string{"FolderPathName"}},
		"sending on behalf":            {Activity{Activity: "SendOnBehalf", User: "anad", Mailbox: "finance", To: []string{"x@fabrikam.com"}}, "SendOnBehalf", tenant.LogonDelegate, nil, nil},
		"a rule":                       {Activity{Activity: "NewInboxRule", User: "pilarp", Rule: ".", RuleSettings: tenant.BagOf("DeleteMessage", true)}, "UpdateInboxRules", tenant.LogonOwner, map[string]any{"OperationProperties": "RuleOperation=AddMailboxRule"}, nil},
		"rights in a folder":           {Activity{Activity: "SetFolderPermission", User: "pilarp", Delegate: "donh", AccessRights: []string{"Editor"}}, "UpdateFolderPermissions", tenant.LogonOwner, map[string]any{"MemberRights": "Editor", "MemberUpn": "donh@contoso.com"}, nil},
		"a delegate for the calendar":  {Activity{Activity: "AddDelegate", User: "pilarp", Delegate: "donh"}, "UpdateCalendarDelegation", tenant.LogonOwner, map[string]any{"MemberUpn": "donh@contoso.com"}, nil},
		"an update":                    {Activity{Activity: "UpdateItem", User: "pilarp"}, "Update", tenant.LogonOwner, map[string]any{"DirtyProperties": dirtyProperties}, nil},
		"a search of eDiscovery":       {Activity{Activity: "Search", User: "zoel", Mailbox: "pilarp", Client: "eDiscovery", Query: "Invoice"}, "MailItemsAccessed", tenant.LogonAdmin, nil, nil},
		"an administrator as delegate": {Activity{Activity: "SoftDelete", User: "admin", Mailbox: "test1", Folder: `\Inbox`}, "SoftDelete", tenant.LogonDelegate, map[string]any{"DestFolderPathName": content.Deletions}, nil},
		"a MAPI editor":                {Activity{Activity: "HardDelete", User: "admin", Mailbox: "test1", Client: "MAPIEditor"}, "HardDelete", tenant.LogonAdmin, map[string]any{"ClientProcessName": "MFCMAPI.exe"}, nil},
	} {
		tn := seeded(t)
		result, err := perform(t, tn, c.a)
		require.NoError(t, err, name)
		require.NotEmpty(t, result.Records, name)
		entry := newest(t, tn, result.Mailbox)
		require.Equal(t, present, entry.LastAccessed, name)
		require.Equal(t, c.operation, entry.Operation, name)
		require.Equal(t, c.logon, entry.LogonType, name)
		for property, want := range c.has {
			v, _ := entry.Properties.Get(property)
			require.Contains(t, v, want, "%s: %s", name, property)
		}
		for _, property := range c.not {
			v, _ := entry.Properties.Get(property)
			require.Nil(t, v, "%s: %s", name, property)
		}
	}
}

// TestWhatIsNotLogged has things done that the policy does not want logged.
func TestWhatIsNotLogged(t *testing.T) {
	for name, c := range map[string]struct {
		a      Activity
		reason string
	}{
		"an owner opens a folder":       {Activity{Activity: "OpenFolder", User: "pilarp"}, "cannot be logged"},
		"a delegate opens a folder":     {Activity{Activity: "OpenFolder", User: "LeeG", Mailbox: "sales"}, "does not contain FolderBind"},
		"an owner makes a draft":        {Activity{Activity: "Create", User: "pilarp"}, "does not contain Create"},
		"signing in is not a default":   {Activity{Activity: "SignIn", User: "pilarp", Client: "IMAP4"}, "does not contain MailboxLogin"},
		"an owner's search is optional": {Activity{Activity: "Search", User: "pilarp", Query: "x"}, "does not contain SearchQueryInitiated"},
	} {
		tn := seeded(t)
		result, err := perform(t, tn, c.a)
		require.NoError(t, err, name)
		require.Len(t, result.Records, 1, name)
		require.False(t, result.Records[0].Logged, name)
		require.Contains(t, result.Records[0].Reason, c.reason, name)
		require.True(t, newest(t, tn, result.Mailbox).LastAccessed.Before(present), name)
	}
}

func TestRefusals(t *testing.T) {
	for name, c := range map[string]struct {
		a      Activity
		id     string
		denied bool
	}{
		"no rights":                {Activity{Activity: "OpenFolder", User: "gradya", Mailbox: "finance"}, "ErrorAccessDenied", true},
		"full access is no SendAs": {Activity{Activity: "SendAs", User: "LeeG", Mailbox: "sales", To: []string{"donh"}}, "ErrorSendAsDenied", true},
		"no send on behalf":        {Activity{Activity: "SendOnBehalf", User: "LeeG", Mailbox: "sales", To: []string{"donh"}}, "ErrorSendAsDenied", true},
		"a reviewer deletes":       {Activity{Activity: "HardDelete", User: "lidiah", Mailbox: "gradya"}, "ErrorAccessDenied", true},
		"no search role":           {Activity{Activity: "Search", User: "donh", Mailbox: "sales", Client: "ContentSearch"}, "ErrorAccessDenied", true},
		"no such folder":           {Activity{Activity: "OpenFolder", User: "donh", Folder: `\Nowhere`}, "ErrorFolderNotFound", false},
		"no such message":          {Activity{Activity: "HardDelete", User: "donh", Subject: []string{"Nothing"}}, "ErrorItemNotFound", false},
		"nobody":                   {Activity{Activity: "SignIn", User: "nobody"}, "ManagementObjectNotFoundException", false},
		"no activity":              {Activity{Activity: "Dance", User: "donh"}, "InvalidActivity", false},
		"no client":                {Activity{Activity: "SignIn", User: "donh", Client: "Netscape"}, "InvalidActivity", false},
		"the future":               {Activity{Activity: "SignIn", User: "donh", Time: present.Add(time.Hour)}, "InvalidActivity", false},
		"no export in the cloud":   {Activity{Activity: "ReadItem", User: "admin", Mailbox: "sales", Client: "MailboxExport"}, "InvalidActivity", false},
	} {
		_, err := perform(t, seeded(t), c.a)
		var refusal *Error
		require.ErrorAs(t, err, &refusal, name)
		require.Equal(t, c.id, refusal.ID, name)
		require.Equal(t, c.denied, refusal.Denied, name)
	}
	_, err := perform(t, seeded(t), Activity{Activity: "ReadItem", User: "lidiah", Mailbox: "gradya"})
	require.NoError(t, err, "a reviewer reads")
}

// TestConsolidation has a delegate open folders again and again.
func TestConsolidation(t *testing.T) {
	tn := seeded(t)
	require.NoError(t, tn.Update(func(w store.Writer) error {
		m, err := w.Mailbox("sales")
		require.NoError(t, err)
		m.SetAudited(tenant.LogonDelegate, tenant.Actions(tenant.ActionFolderBind))
		return w.PutMailbox(m)
	}))
	open := func(user, folder string, ago time.Duration) bool {
		result, err := perform(t, tn, Activity{Activity: "OpenFolder", User: user, Mailbox: "sales", Folder: folder, Time: present.Add(-ago)})
		require.NoError(t, err)
		return result.Records[0].Logged
	}
	require.True(t, open("LeeG", `\Inbox`, 30*time.Hour))
	require.False(t, open("LeeG", `\Inbox`, 7*time.Hour))
	require.True(t, open("LeeG", `\Sent Items`, 7*time.Hour), "another folder")
	require.True(t, open("pilarp", `\Inbox`, 7*time.Hour), "another delegate")
	require.True(t, open("LeeG", `\Inbox`, 6*time.Hour), "a day later")
	for range 2 {
		result, err := perform(t, tn, Activity{Activity: "Search", User: "zoel", Mailbox: "sales", Client: "eDiscovery", Query: "Invoice 2041"})
		require.NoError(t, err)
		require.NotEmpty(t, result.Records)
	}
}

func TestBypass(t *testing.T) {
	tn := seeded(t)
	require.NoError(t, tn.Update(func(w store.Writer) error {
		m, err := w.Mailbox("LeeG")
		require.NoError(t, err)
		m.AuditBypassEnabled = true
		return w.PutMailbox(m)
	}))
	result, err := perform(t, tn, Activity{Activity: "HardDelete", User: "LeeG", Mailbox: "sales"})
	require.NoError(t, err)
	require.False(t, result.Records[0].Logged)
	require.Contains(t, result.Records[0].Reason, "AuditBypassEnabled")
}

// TestMailArrives sends a message past a rule and a forwarding.
func TestMailArrives(t *testing.T) {
	tn := seeded(t)
	_, err := perform(t, tn, Activity{Activity: "NewInboxRule", User: "donh", Rule: "Hide", RuleSettings: tenant.BagOf(
		"SubjectContainsWords", []any{"invoice"}, "ForwardTo", []any{"thief@evil.example"}, "DeleteMessage", true)})
	require.NoError(t, err)
	_, err = perform(t, tn, Activity{Activity: "Send", User: "pilarp", To: []string{"donh", "salesteam"}, Subject: []string{"Invoice 7"}})
	require.NoError(t, err)
	require.NoError(t, tn.View(func(r store.Reader) error {
		m, err := r.Mailbox("donh")
		require.NoError(t, err)
		items, err := content.Items(r, m, present)
		require.NoError(t, err)
		require.Equal(t, "Invoice 7", items[0].Subject)
		require.Equal(t, content.DeletedItems, items[0].Folder)
		seen := map[string]bool{}
		for o, err := range r.Objects("messageTrace") {
			require.NoError(t, err)
			seen[o.Properties.Text("RecipientAddress")+" "+o.Properties.Text("Status")] = true
		}
		for _, want := range []string{"donh@contoso.com Delivered", "thief@evil.example Delivered", "salesteam@contoso.com Expanded"} {
			require.True(t, seen[want], want)
		}
		return nil
	}))
}

// TestDeletedItemsStay follows a message through deletion and purge.
func TestDeletedItemsStay(t *testing.T) {
	tn := seeded(t)
	for _, step := range []struct{ activity, folder, end string }{
		{"DeleteItem", content.Inbox, content.DeletedItems}, {"SoftDelete", content.DeletedItems, content.Deletions}, {"HardDelete", content.Deletions, content.Purges},
	} {
		_, err := perform(t, tn, Activity{Activity: step.activity, User: "donh", Folder: step.folder, Subject: []string{"Invoice 2041"}})
		require.NoError(t, err, step.activity)
		require.NoError(t, tn.View(func(r store.Reader) error {
			m, err := r.Mailbox("donh")
			require.NoError(t, err)
			items, err := content.Items(r, m, present)
			for _, item := range items {
				if item.Subject == "Invoice 2041" {
					require.Equal(t, step.end, item.Folder)
				}
			}
			return err
		}))
	}
}
