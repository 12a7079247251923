package auditlog

import (
	"net/url"

	"exolab/cmdlets/exchange/connection"
	"exolab/cmdlets/exchange/task"
	"exolab/store"
	"exolab/store/tenant"
)

const (
	exLog      = "Microsoft.Exchange.Data.ApplicationLogic.AuditLogException"
	exAdminLog = "Microsoft.Exchange.Management.SystemConfigurationTasks.AdminAuditLogSearchException"
)

// reachable reports an error for a mailbox whose log the session does not reach:
// one in another region than the session, or in a database out of service.
func reachable(c *task.Call, r store.Reader, m *tenant.Mailbox) error {
	if m.Properties.Text("MailboxRegion") != sessionRegion(c, r) {
		return task.Failure(exLog, "An error occurred while trying to access the audit log.")
	}
	if task.IsDismounted(r, task.DatabaseOf(m)) {
		return task.Failure(exLog, "An error occurred while trying to access the audit log. For more details, see the inner exception.")
	}
	return nil
}

// sessionRegion is the region that the newest connection is anchored in, by the
// mailbox that its address names (?email=user); "" is the organization's own.
func sessionRegion(c *task.Call, r store.Reader) string {
	list := connection.Of(c.Ctx.Session()).All
	if len(list) == 0 {
		return ""
	}
	address, err := url.Parse(list[len(list)-1].URI)
	if err != nil {
		return ""
	}
	anchor, err := r.Mailbox(address.Query().Get("email"))
	if err != nil {
		return ""
	}
	return anchor.Properties.Text("MailboxRegion")
}

// adminLogReachable reports an error where the database is out of service that
// holds the mailbox with the log of the cmdlets.
func adminLogReachable(c *task.Call) error {
	return c.View(func(r store.Reader) error {
		if task.IsDismounted(r, task.DatabaseOf(nil)) {
			return task.Failure(exAdminLog, "The attempt to search the administrator audit log failed. Please try again later.")
		}
		return nil
	})
}
