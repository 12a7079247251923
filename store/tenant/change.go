package tenant

import "time"

// Parameter is a parameter that a cmdlet was given, as the logs show it.
type Parameter struct{ Name, Value string }

// ModifiedProperty is what a cmdlet changed.
type ModifiedProperty struct{ Name, OldValue, NewValue string }

// Change is a cmdlet that changed something, or failed to. It becomes an entry of
// the admin audit log and, in the cloud, a record of the unified log.
type Change struct {
	Cmdlet, Caller string
	// Target is the object that it worked on.
	Target     string
	Parameters []Parameter
	Modified   []ModifiedProperty
	At         time.Time
	ClientIP   string
	// Server is the server that ran it.
	Server string
	// Failure is the message with which it failed, "" if it did not.
	Failure string
}

// AdminEntry is the change in the admin audit log.
func (c *Change) AdminEntry() (*AdminAuditEntry, error) {
	parameters := make([]any, len(c.Parameters))
	for i, p := range c.Parameters {
		parameters[i] = BagOf("Name", p.Name, "Value", p.Value)
	}
	modified := make([]any, len(c.Modified))
	for i, m := range c.Modified {
		modified[i] = BagOf("Name", m.Name, "OldValue", m.OldValue, "NewValue", m.NewValue)
	}
	failure := "None"
	if c.Failure != "" {
		failure = c.Failure
	}
	return NewAdminAuditEntry(BagOf("ObjectModified", c.Target, "CmdletName", c.Cmdlet, "Caller", c.Caller, "Succeeded", c.Failure == "",
		"Error", failure, "RunDate", FormatTime(c.At), "CmdletParameters", parameters, "ModifiedProperties", modified, "ExternalAccess", false,
		"OriginatingServer", c.Server, "ClientIP", c.ClientIP))
}
