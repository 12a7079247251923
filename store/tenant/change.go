package tenant

import (
	"bytes"
	"encoding/json"
	"strings"
	"time"
)

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

// adminRecord is the AuditData of an Exchange admin record, in the log's order.
type adminRecord struct {
	CreationTime       string
	ID                 string `json:"Id"`
	Operation          string
	OrganizationID     string `json:"OrganizationId"`
	RecordType         int
	ResultStatus       string
	UserKey            string
	UserType           int
	Version            int
	Workload           string
	ClientIP           string `json:",omitempty"`
	ObjectID           string `json:"ObjectId"`
	UserID             string `json:"UserId"`
	ExternalAccess     bool
	OrganizationName   string
	OriginatingServer  string
	Parameters         []Parameter
	ModifiedProperties []ModifiedProperty `json:",omitempty"`
}

// Unified is the change in the unified log of an organization.
func (c *Change) Unified(org *Organization) (*UnifiedAuditRecord, error) {
	status := "True"
	if c.Failure != "" {
		status = "False"
	}
	id := []string{c.Cmdlet, c.Target, c.At.String()}
	for _, p := range c.Parameters {
		id = append(id, p.Name, p.Value)
	}
	record := adminRecord{
		CreationTime: c.At.Format("2006-01-02T15:04:05"), ID: DerivedID(id...), Operation: c.Cmdlet,
		OrganizationID: org.TenantID(), RecordType: 1, ResultStatus: status, UserKey: c.Caller, UserType: 2, Version: 1,
		Workload: "Exchange", ClientIP: c.ClientIP, ObjectID: c.Target, UserID: c.Caller, OrganizationName: org.DefaultDomain(),
		OriginatingServer: c.Server, Parameters: append([]Parameter{}, c.Parameters...), ModifiedProperties: c.Modified,
	}
	data, err := compactJSON(record)
	if err != nil {
		return nil, err
	}
	return NewUnifiedAuditRecord(BagOf("RecordType", "ExchangeAdmin", "CreationDate", FormatTime(c.At.Truncate(time.Second)), "UserIds", c.Caller,
		"Operations", c.Cmdlet, "Identity", record.ID, "AuditData", data))
}

// TenantID is the id that records have as OrganizationId.
func (o *Organization) TenantID() string { return DerivedID(o.Name, "tenant") }

// DerivedID is a GUID in text that follows from the names, ignoring case.
func DerivedID(names ...string) string { return deriveGUID(names...).String() }

// compactJSON is JSON in one line that leaves <, > and & as they are.
func compactJSON(v any) (string, error) {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return "", err
	}
	return strings.TrimSuffix(out.String(), "\n"), nil
}
