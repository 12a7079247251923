package tenant

import (
	"encoding/json"
	"time"
)

// AuditHead are the properties with which the AuditData of a unified audit record
// begins, in the order in which the log writes them.
type AuditHead struct {
	CreationTime   string
	Id             string
	Operation      string
	OrganizationId string
	RecordType     int
	ResultStatus   string `json:",omitempty"`
	UserKey        string
	UserType       int
	Version        int
	Workload       string
	ClientIP       string `json:",omitempty"`
	ObjectId       string `json:",omitempty"`
	UserId         string
}

// auditTime is how AuditData writes times.
const auditTime = "2006-01-02T15:04:05"

// NewAuditHead begins the AuditData of a record of that type.
func NewAuditHead(at time.Time, recordType, workload, operation, organizationID string) AuditHead {
	return AuditHead{CreationTime: FormatAuditTime(at), Operation: operation, OrganizationId: organizationID, RecordType: RecordTypeNumber(recordType),
		Version: 1, Workload: workload}
}

// FormatAuditTime writes a time, in UTC, as AuditData does.
func FormatAuditTime(at time.Time) string { return at.UTC().Format(auditTime) }

// adminData is the AuditData of a record of the Exchange admin log.
type adminData struct {
	AuditHead
	ExternalAccess    bool
	OrganizationName  string
	OriginatingServer string
	Parameters        []Parameter
	// ModifiedProperties are there where the admin audit log holds them.
	ModifiedProperties []ModifiedProperty `json:",omitempty"`
	SessionId          string             `json:",omitempty"`
}

// UnifiedOf is the record that the unified audit log of an organization holds of
// an entry of its admin audit log.
func UnifiedOf(e *AdminAuditEntry, org *Organization) (*UnifiedAuditRecord, error) {
	data := adminData{AuditHead: NewAuditHead(e.RunDate, "ExchangeAdmin", "Exchange", e.CmdletName, org.TenantID()), OrganizationName: org.DefaultDomain(),
		OriginatingServer: e.Properties.Text("OriginatingServer"), SessionId: e.Properties.Text("SessionId"), Parameters: []Parameter{}}
	for _, b := range e.Properties.Bags("CmdletParameters") {
		data.Parameters = append(data.Parameters, Parameter{b.Text("Name"), b.Text("Value")})
	}
	for _, b := range e.Properties.Bags("ModifiedProperties") {
		data.ModifiedProperties = append(data.ModifiedProperties, ModifiedProperty{b.Text("Name"), b.Text("OldValue"), b.Text("NewValue")})
	}
	data.ResultStatus = "True"
	if !e.Succeeded {
		data.ResultStatus = "False"
	}
	data.UserKey, data.UserId, data.UserType = e.Caller, e.Caller, userTypeAdmin
	data.ClientIP, data.ObjectId = e.Properties.Text("ClientIP"), e.ObjectModified
	parameters, err := json.Marshal(data.Parameters)
	if err != nil {
		return nil, err
	}
	data.Id = DerivedGUID(e.CmdletName, e.ObjectModified, FormatTime(e.RunDate), string(parameters))
	text, err := json.Marshal(data)
	return &UnifiedAuditRecord{RecordType: "ExchangeAdmin", CreationDate: e.RunDate.Truncate(time.Second), UserIDs: e.Caller, Operations: e.CmdletName,
		Identity: data.Id, AuditData: string(text)}, err
}

// userTypeAdmin is the UserType of an administrator in AuditData.
const userTypeAdmin = 2
