package activity

import (
	"encoding/json"
	"slices"
	"strings"

	"exolab/store/tenant"
)

// search looks for messages: the owner's own search is a query in the mailbox,
// that of eDiscovery opens folders and messages as an administrator.
func (d *doing) search() error {
	box, err := d.open()
	if err != nil {
		return err
	}
	var folders []string
	for _, item := range box.Items() {
		if d.a.Query != "" && !strings.Contains(tenant.FoldName(item.Subject+" "+item.Body+" "+item.From), tenant.FoldName(strings.Trim(d.a.Query, `"*`))) {
			continue
		}
		d.result.Items = append(d.result.Items, item.Event())
		if !slices.Contains(folders, item.Folder) {
			folders = append(folders, item.Folder)
		}
	}
	if d.result.Logon != tenant.LogonAdmin {
		return d.log(tenant.ActionSearchQueryInitiated, func(e *tenant.Event) {
			e.Details = []string{"QuerySource=" + d.result.Client.Name, "QueryText=" + d.a.Query}
		})
	}
	if err := d.logDiscovery(); err != nil {
		return err
	}
	found := d.result.Items
	for _, folder := range folders {
		d.folder = folder
		if err := d.log(tenant.ActionFolderBind, func(e *tenant.Event) { e.Folder = folder }); err != nil {
			return err
		}
	}
	if len(found) == 0 {
		return nil
	}
	d.folder = found[0].Folder
	return d.logAccess("Bind")
}

// discoveryRecord is the AuditData of a search, in the log's order.
type discoveryRecord struct {
	CreationTime, Id, Operation, OrganizationId string
	RecordType                                  int
	UserKey                                     string
	UserType, Version                           int
	Workload, ObjectId, UserId                  string
	ExchangeLocations                           string
	Query                                       string
}

// logDiscovery writes what the unified log tells of a search in the cloud.
func (d *doing) logDiscovery() error {
	if d.engine.org.Flavour != tenant.FlavourCloud {
		return nil
	}
	r := d.result
	record := discoveryRecord{CreationTime: r.Time.Format("2006-01-02T15:04:05"), Operation: "SearchStarted", RecordType: 24, UserKey: r.User.UserPrincipalName,
		UserType: 0, Version: 1, Workload: "SecurityComplianceCenter", UserId: r.User.UserPrincipalName, ObjectId: d.a.Query,
		ExchangeLocations: r.Mailbox.PrimarySMTPAddress, Query: d.a.Query, OrganizationId: d.engine.org.TenantID()}
	record.Id = tenant.DerivedGUID(record.CreationTime, record.UserId, record.ExchangeLocations, record.Query)
	data, err := json.Marshal(record)
	if err != nil {
		return err
	}
	unified, err := tenant.NewUnifiedAuditRecord(tenant.BagOf("RecordType", "Discovery", "CreationDate", tenant.FormatTime(r.Time), "UserIds", record.UserId,
		"Operations", record.Operation, "Identity", record.Id, "AuditData", string(data)))
	if err != nil {
		return err
	}
	return d.engine.w.AppendUnified(unified)
}
