package lab

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"
	"time"

	"exolab/runtime"
	"exolab/store"
	"exolab/store/tenant"
)

// AddLabEntry is Add-LabEntry: it writes entries into a mailbox's audit log, as
// if somebody had done something at some time before the lab's present.
type AddLabEntry struct {
	Mailbox     string   `ps:"mandatory,position=0"`
	Operation   string   `ps:"mandatory"`
	User        string   `ps:"help=Who did it; the owner when not given"`
	LogonType   string   `ps:"validateset=Owner|Delegate|Admin"`
	At          string   `ps:"mandatory,help=As '3d 02:14': three days before the lab's day at 02:14 UTC"`
	Subject     []string `ps:""`
	Folder      string   `ps:""`
	Destination string   `ps:""`
	ClientIP    string   `ps:""`
	Client      string   `ps:"validateset=Outlook|OWA|Mobile|REST|IMAP"`
	Result      string   `ps:""`
	Count       int      `ps:"range=1:20000"`
	Minutes     float64  `ps:"help=Between one entry and the next"`
	Rule        string   `ps:"help=What a rule of UpdateInboxRules does"`
}

// clients are the programs that entries can come from: their information
// string, and the process behind it.
var clients = map[string][2]string{
	"outlook": {"Client=MSExchangeRPC", "OUTLOOK.EXE"},
	"owa":     {"Client=OWA;Action=ViaProxy", ""},
	"mobile":  {"Client=ActiveSync;UserAgent=iOS/17.4 (21E219) dataaccessd/1.0;Action=/Proxy/default.eas", ""},
	"rest":    {"Client=REST;Client=RESTSystem;;", ""},
	"imap":    {"Client=POP3/IMAP4;Protocol=IMAP4", ""},
}

// End writes the entries.
func (c *AddLabEntry) End(ctx *runtime.Context) error {
	h, err := hostOf(ctx)
	if err != nil {
		return err
	}
	t, err := h.Tenant()
	if err != nil {
		return refuse(ctx, "NoOrganization", err.Error())
	}
	at, err := parseMoment(c.At, h.Variant().Now)
	if err != nil {
		return refuse(ctx, "BadMoment", err.Error())
	}
	for first := 0; first < max(c.Count, 1); first += entriesAtOnce {
		err := t.Update(func(w store.Writer) error {
			m, err := w.Mailbox(c.Mailbox)
			if err != nil {
				return err
			}
			who := c.person(w, m)
			for i := first; i < min(first+entriesAtOnce, max(c.Count, 1)); i++ {
				e, err := c.entry(m, who, at.Add(time.Duration(float64(i)*c.Minutes*float64(time.Minute))), i)
				if err == nil {
					err = w.AppendAudit(e)
				}
				if err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return refuse(ctx, "LabEntry", err.Error())
		}
	}
	return nil
}

// entriesAtOnce is how many entries go into one transaction.
const entriesAtOnce = 250

// parseMoment reads '3d 02:14' or '3d 02:14:30', relative to the lab's day, and
// '2026-03-11 02:14'.
func parseMoment(text string, now time.Time) (time.Time, error) {
	if at, err := time.Parse("2006-01-02 15:04", strings.TrimSpace(text)); err == nil {
		return at, nil
	}
	day, clock, ok := strings.Cut(strings.TrimSpace(text), "d ")
	days, err := strconv.Atoi(day)
	for _, form := range []string{"15:04", "15:04:05"} {
		if of, clockErr := time.Parse(form, clock); ok && err == nil && clockErr == nil {
			midnight := now.UTC().Truncate(24*time.Hour).AddDate(0, 0, -days)
			return midnight.Add(time.Duration(of.Hour())*time.Hour + time.Duration(of.Minute())*time.Minute + time.Duration(of.Second())*time.Second), nil
		}
	}
	return time.Time{}, fmt.Errorf("%q is no moment; write '3d 02:14' for three days before the lab's day at 02:14 UTC, or '2026-03-11 02:14'", text)
}

// derived is a number that the same words always give.
func derived(words ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(words, "\x00")))
	return hex.EncodeToString(sum[:16])
}

func derivedGUID(words ...string) string {
	d := derived(words...)
	return d[:8] + "-" + d[8:12] + "-" + d[12:16] + "-" + d[16:20] + "-" + d[20:]
}

// person is whoever an entry says did something.
type person struct{ name, sid string }

func (c *AddLabEntry) person(r store.Reader, owner *tenant.Mailbox) person {
	if c.User == "" {
		return person{owner.DisplayName, owner.SID}
	}
	if m, err := r.Mailbox(c.User); err == nil {
		return person{m.DisplayName, m.SID}
	}
	return person{c.User, "S-1-5-21-0-0-0-" + strconv.Itoa(len(c.User))}
}

func (c *AddLabEntry) entry(m *tenant.Mailbox, who person, at time.Time, i int) (*tenant.AuditEntry, error) {
	logon := c.LogonType
	if logon == "" {
		logon = "Owner"
		if who.sid != m.SID {
			logon = "Delegate"
		}
	}
	internal := map[string]string{"Owner": "Owner", "Delegate": "Delegated", "Admin": "Admin"}[logon]
	client := clients["outlook"]
	if c.Client != "" {
		client = clients[strings.ToLower(c.Client)]
	}
	words := []string{m.ExchangeGUID.String(), c.Operation, at.Format(time.RFC3339), strconv.Itoa(i), who.name}
	pairs := []any{"Operation", c.Operation, "OperationResult", orElse(c.Result, "Succeeded"), "LogonType", logon, "ExternalAccess", false,
		"FolderId", "LgAAAA" + derived(append(words, "folder")...)[:20], "FolderPathName", orElse(c.Folder, `\Inbox`), "ClientInfoString", client[0],
		"ClientIPAddress", orElse(c.ClientIP, "10.4.8.22"), "InternalLogonType", internal, "MailboxOwnerUPN", m.UserPrincipalName, "MailboxOwnerSid", m.SID,
		"CrossMailboxOperation", false, "LogonUserDisplayName", who.name, "LogonUserSid", who.sid, "OriginatingServer", "MWHPR12MB1553 (15.20.7409.024)",
		"SessionId", derivedGUID(append(words, "session")...), "MailboxGuid", m.ExchangeGUID.String(), "MailboxResolvedOwnerName", m.DisplayName,
		"LastAccessed", at, "Identity", "RgAAAA" + derived(words...)[:26] + "AAAJ", "IsValid", true, "ObjectState", "New"}
	if client[1] != "" {
		pairs = append(pairs, "ClientProcessName", client[1], "ClientVersion", "16.0.17328.20162", "ClientMachineName", "WS-"+strings.ToUpper(firstWord(who.name)))
	}
	values := make([]any, len(tenant.EntryProperties))
	set := func(name string, v any) { values[tenant.EntryShape.Index(name)] = v }
	for k := 0; k < len(pairs); k += 2 {
		set(pairs[k].(string), pairs[k+1])
	}
	set("SourceItems", []any{})
	set("SourceFolders", []any{})
	c.setItems(set, words, i)
	return tenant.NewAuditEntry(m.ExchangeGUID, tenant.NewBag(tenant.EntryShape, values))
}

func orElse(text, other string) string {
	if text == "" {
		return other
	}
	return text
}

func firstWord(s string) string {
	word, _, _ := strings.Cut(s, " ")
	return word
}

// itemShape are the properties of an element of SourceItems.
var itemShape = tenant.NewShape([]string{"SourceItemId", "SourceItemSubject", "SourceItemFolderPathName"})

// setItems sets what an entry says about messages: moves and deletions list
// them, other operations name one.
func (c *AddLabEntry) setItems(set func(string, any), words []string, i int) {
	subject := ""
	if len(c.Subject) > 0 {
		subject = c.Subject[i%len(c.Subject)]
	}
	folder := orElse(c.Folder, `\Inbox`)
	item := "RgAAAA" + derived(append(words, "item")...)[:20]
	switch c.Operation {
	case "Move", "Copy", "MoveToDeletedItems", "SoftDelete", "HardDelete":
		set("SourceItems", []any{tenant.NewBag(itemShape, []any{item, subject, folder})})
		set("SourceItemIdsList", item)
		set("SourceItemSubjectsList", subject)
		set("SourceItemFolderPathNamesList", folder)
		destination := c.Destination
		if c.Operation == "MoveToDeletedItems" {
			destination = orElse(destination, `\Deleted Items`)
		}
		if destination != "" {
			set("DestFolderId", "LgAAAA"+derived(destination)[:20])
			set("DestFolderPathName", destination)
		}
	case "UpdateInboxRules":
		set("OperationProperties", c.Rule)
	default:
		if subject != "" {
			set("ItemId", item)
			set("ItemSubject", subject)
			set("ItemInternetMessageId", "<"+derivedGUID(append(words, "message")...)+"@contoso.com>")
		}
	}
}

// InvokeLabPast is Invoke-LabPast: it runs commands of a set-up as if it were
// some time before the lab's present, so that the logs say so.
type InvokeLabPast struct {
	At          string               `ps:"mandatory,position=0"`
	ScriptBlock *runtime.ScriptBlock `ps:"mandatory,position=1"`
}

// End runs the commands.
func (c *InvokeLabPast) End(ctx *runtime.Context) error {
	h, err := hostOf(ctx)
	if err != nil {
		return err
	}
	at, err := parseMoment(c.At, h.Variant().Now)
	if err != nil {
		return refuse(ctx, "BadMoment", err.Error())
	}
	clock, ok := h.(Clock)
	if !ok {
		return refuse(ctx, "NoSetup", "Only the set-up of a lab can go back in time.")
	}
	before := clock.SetClock(at)
	defer clock.SetClock(before)
	return ctx.Session().InvokeBlock(c.ScriptBlock, runtime.Invocation{Scope: ctx.Scope(), Out: ctx.Out()})
}
