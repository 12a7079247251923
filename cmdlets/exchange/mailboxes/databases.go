package mailboxes

import (
	"fmt"

	"exolab/cmdlets/exchange/task"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

var databaseCmdlets = []task.Cmdlet{
	task.New("Dismount-Database", "Takes a mailbox database out of service, with the mailboxes and audit logs in it.",
		"Dismount-Database 'Mailbox Database 1' -Confirm:$false; (Get-MailboxDatabase).Mounted", "False", mountDatabase(false)),
	task.New("Mount-Database", "Puts a mailbox database into service.",
		"Dismount-Database 'Mailbox Database 1' -Confirm:$false; Mount-Database 'Mailbox Database 1'; (Get-MailboxDatabase).Mounted", "True", mountDatabase(true)),
}

func mountDatabase(mounted bool) func(c *task.Call) error {
	doing := "Dismounting"
	if mounted {
		doing = "Mounting"
	}
	return func(c *task.Call) error {
		name := c.Identity("Identity")
		if ok, err := c.Confirm(fmt.Sprintf("%s database \"%s\".", doing, name)); !ok || err != nil {
			return err
		}
		return c.Report(c.Update(func(w store.Writer) error {
			o, err := task.Database(w, name)
			if err != nil {
				return err
			}
			o.Properties.Set("Mounted", mounted)
			return w.PutObject(o)
		}))
	}
}

// lacksDatabase reports whether a mailbox is recorded as one without a database,
// which every user's needs.
func lacksDatabase(m *tenant.Mailbox) bool {
	v, recorded := m.Properties.Get("Database")
	return recorded && v == nil && m.RecipientTypeDetails == "UserMailbox"
}

// warnOfCorruption warns before an object is shown that does not hold together.
func warnOfCorruption(c *task.Call, v value.Value) error {
	o, ok := value.As[*value.PSObject](v)
	if !ok {
		return nil
	}
	if valid, _ := o.Get("isvalid"); valid.Kind() != value.KindBool || valid.AsBool() {
		return nil
	}
	unit, _ := o.Get("organizationalunit")
	name, _ := o.Get("name")
	env := c.Ctx.Env()
	for _, text := range []string{
		fmt.Sprintf("The object %s/%s has been corrupted, and it's in an inconsistent state. The following validation errors happened:", value.ToString(env, unit), value.ToString(env, name)),
		"Database is mandatory on UserMailbox.",
	} {
		if err := c.Ctx.Warning(text); err != nil {
			return err
		}
	}
	return nil
}
