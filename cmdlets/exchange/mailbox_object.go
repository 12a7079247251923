package exchange

import (
	"time"

	"exolab/runtime/value"
	"exolab/store/tenant"
)

const typeMailbox = "Microsoft.Exchange.Data.Directory.Management.Mailbox"

var mailboxNames = []string{"Deserialized." + typeMailbox, "Deserialized.System.Object"}

// mailboxObject is what Get-Mailbox shows of a mailbox.
func mailboxObject(m *tenant.Mailbox) value.Value {
	o := value.NewObject(40)
	o.TypeNames = mailboxNames
	for name, v := range m.Bag().All() {
		o.Set(name, valueOf(v))
	}
	o.Set("AuditLogAgeLimit", spanOf(m.AuditLogAgeLimit))
	for _, logon := range tenant.LogonTypes {
		o.Set("Audit"+logon.String(), value.Strings(auditedActions(m, logon)...))
	}
	o.Set("Identity", value.Str(m.Name))
	o.Set("Id", value.Str(m.Name))
	return value.Obj(o)
}

func auditedActions(m *tenant.Mailbox, logon tenant.LogonType) []string {
	switch logon {
	case tenant.LogonAdmin:
		return m.AuditAdmin.Names()
	case tenant.LogonDelegate:
		return m.AuditDelegate.Names()
	}
	return m.AuditOwner.Names()
}

func zeroTime(v value.Value, given bool) time.Time {
	if !given {
		return time.Time{}
	}
	return timeOf(v)
}
