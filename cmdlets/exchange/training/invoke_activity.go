package training

import (
	"errors"
	"fmt"
	"time"

	"exolab/cmdlets"
	"exolab/cmdlets/exchange/shapes"
	"exolab/cmdlets/exchange/task"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/activity"
)

const typeActivity = "Exolab.Activity"

// InvokeActivity is Invoke-ExolabActivity.
type InvokeActivity struct {
	Activity string      `ps:"position=0,mandatory,byname,help=What is done: SignIn, OpenFolder, ReadItem, SyncFolder, NewFolder, CreateItem, UpdateItem, CopyItem, MoveItem, DeleteItem, SoftDelete, HardDelete, Send, SendAs, SendOnBehalf, NewInboxRule, SetInboxRule, RemoveInboxRule, SetFolderPermission, RemoveFolderPermission, AddDelegate, RemoveDelegate, Search. The names of the audit operations are taken as well."`
	User     value.Value `ps:"position=1,mandatory,byname,help=Who does it: any identity of a mailbox."`
	Mailbox  value.Value `ps:"position=2,pipeline,byname,alias=Identity,help=In whose mailbox, without it in the user's own. The user then is its owner and otherwise a delegate or an administrator."`
	Client   string      `ps:"byname,validateset=Outlook|OWA|Mobile|REST|EWS|IMAP4|POP3|PowerShell|eDiscovery|ContentSearch|MAPIEditor|MailboxExport,help=The program. eDiscovery, ContentSearch, MAPIEditor and MailboxExport log on as administrator."`

	ClientIPAddress string         `ps:"byname,help=The address that the user comes from, without it the one that the user usually has."`
	Time            *value.Value   `ps:"byname,type=datetime,help=When, without it now. It cannot lie after the organization's present."`
	Folder          string         `ps:"byname,help=The folder: Inbox or Inbox\\Projects."`
	Destination     string         `ps:"byname,alias=DestinationFolder,help=Where messages are moved or copied to."`
	DestMailbox     value.Value    `ps:"DestinationMailbox,byname,help=The mailbox in which the destination lies if it is another one."`
	Subject         []string       `ps:"byname,help=Which messages: their subjects with wildcards. Of a new message its subject."`
	ItemID          []string       `ps:"ItemId,byname,help=Which messages: their ids."`
	Count           int            `ps:"byname,range=nonnegative,help=How many messages at most, the newest come first."`
	To              []string       `ps:"byname,help=The recipients of a sent message."`
	Body            string         `ps:"byname,help=The text of a message."`
	Rule            string         `ps:"byname,alias=RuleName,help=The name of the inbox rule."`
	RuleSettings    *value.Dict    `ps:"byname,help=Conditions and actions of the rule by the names that New-InboxRule has for them."`
	Hidden          cmdlets.Switch `ps:"help=Makes a rule that Get-InboxRule shows with -IncludeHidden only."`
	Delegate        value.Value    `ps:"byname,help=Who gets or loses rights."`
	AccessRights    []string       `ps:"byname,help=The rights in the folder, such as Reviewer or Editor."`
	Query           string         `ps:"byname,help=What a search looks for."`
}

// Process performs the activity.
func (c *InvokeActivity) Process(ctx *runtime.Context) error {
	t, err := task.Organization(ctx)
	if err != nil {
		return err
	}
	a := c.activity(ctx, t)
	what := fmt.Sprintf("%s does %s in mailbox %s.", a.User, a.Activity, a.Mailbox)
	if ok, err := ctx.ShouldProcessText(what, what, ""); !ok || err != nil {
		return err
	}
	var result *activity.Result
	err = t.Update(func(w store.Writer) error {
		engine, err := activity.New(t, w, t.Now())
		if err == nil {
			result, err = engine.Perform(a)
		}
		return err
	})
	if err != nil {
		return refuse(ctx, err)
	}
	for _, record := range result.Records {
		if err := ctx.Emit(recordObject(result, record)); err != nil {
			return err
		}
	}
	return nil
}

// activity is what the parameters describe.
func (c *InvokeActivity) activity(ctx *runtime.Context, t store.Tenant) activity.Activity {
	env := ctx.Env()
	identity := func(v value.Value) string {
		if v.IsNull() || v.IsVoid() {
			return ""
		}
		return shapes.IdentityOf(env, v)
	}
	a := activity.Activity{Activity: c.Activity, User: identity(c.User), Mailbox: identity(c.Mailbox), Client: c.Client, ClientIP: c.ClientIPAddress,
		Folder: c.Folder, Destination: c.Destination, DestinationMailbox: identity(c.DestMailbox), Subject: c.Subject, ItemID: c.ItemID, Count: c.Count,
		To: c.To, Body: c.Body, Rule: c.Rule, Hidden: bool(c.Hidden), Delegate: identity(c.Delegate), AccessRights: c.AccessRights, Query: c.Query, Time: t.Now()}
	if c.Time != nil {
		a.Time = shapes.TimeOf(*c.Time)
	}
	if c.RuleSettings != nil {
		c.RuleSettings.Each(func(key, v value.Value) bool {
			a.RuleSettings.Set(value.ToString(env, key), ruleSetting(shapes.Stored(env, v)))
			return true
		})
	}
	return a
}

// ruleSetting brings a setting into the form that inbox rules have: conditions
// and recipients are lists.
func ruleSetting(v any) any {
	if text, ok := v.(string); ok {
		return []any{text}
	}
	return v
}

// refuse writes a refusal to the error stream; other errors end the command.
func refuse(ctx *runtime.Context, err error) error {
	var refusal *activity.Error
	var failed *store.Error
	switch {
	case errors.As(err, &refusal):
		category := value.InvalidOperation
		if refusal.Denied {
			category = value.PermissionDenied
		}
		record := errs.New(refusal.Exception, refusal.Message, refusal.ID, category, value.Null)
		record.RecommendedAction = refusal.Why
		if refusal.Why != "" {
			if err := ctx.Verbose(refusal.Why); err != nil {
				return err
			}
		}
		return ctx.WriteError(record)
	case errors.As(err, &failed):
		return ctx.Throw(errs.New("System.InvalidOperationException", err.Error(), "StoreUnavailable", value.ResourceUnavailable, value.Null))
	}
	return err
}

// recordObject shows an entry that was written or not.
func recordObject(r *activity.Result, record activity.Record) value.Value {
	o := value.NewObject(12)
	o.TypeNames = []string{typeActivity}
	subjects := make([]string, len(r.Items))
	for i, item := range r.Items {
		subjects[i] = item.Subject
	}
	o.Set("Time", shapes.DateOf(r.Time.Truncate(time.Second)))
	o.Set("Activity", value.Str(r.Activity))
	o.Set("User", value.Str(r.User.UserPrincipalName))
	o.Set("Mailbox", value.Str(record.Mailbox.PrimarySMTPAddress))
	o.Set("Client", value.Str(r.Client.Name))
	o.Set("LogonType", value.Str(r.Logon.String()))
	o.Set("Operation", value.Str(record.Action.String()))
	o.Set("Logged", value.Bool(record.Logged))
	o.Set("Reason", value.Str(record.Reason))
	o.Set("Items", value.Strings(subjects...))
	o.Set("EntryIdentity", shapes.ValueOf(optional(record.Identity)))
	return value.Obj(o)
}

// optional is nil for an empty text.
func optional(text string) any {
	if text == "" {
		return nil
	}
	return text
}
