package task

import (
	"fmt"
	"strings"

	"exolab/cmdlets/exchange/connection"
	"exolab/runtime/value"
	"exolab/store/tenant"
)

const (
	// freeCalls is how many cmdlets of a session a throttled organization runs
	// without delay, delayPerCall the delay that each further one adds, in
	// milliseconds; nothing really waits.
	freeCalls    = 20
	delayPerCall = 250
	exDehydrated = "Microsoft.Exchange.Configuration.Tasks.InvalidOperationInDehydratedContextException"
)

// customizing are the cmdlets that change objects which new organizations share.
var customizing = map[string]bool{"New-RoleGroup": true, "New-ManagementRoleAssignment": true, "New-ManagementRole": true, "New-ManagementScope": true,
	"New-RoleAssignmentPolicy": true, "Set-RoleAssignmentPolicy": true, "New-OwaMailboxPolicy": true, "Set-OwaMailboxPolicy": true, "New-SharingPolicy": true,
	"Set-SharingPolicy": true, "New-RetentionPolicy": true, "Set-RetentionPolicy": true, "New-RetentionPolicyTag": true, "Set-RetentionPolicyTag": true,
	"Set-AdminAuditLogConfig": true, "Enable-EOPProtectionPolicyRule": true, "Enable-ATPProtectionPolicyRule": true}

// admitted applies the quirks that meet every cmdlet: it delays the call, or
// refuses it with an error.
func (c *Call) admitted() error {
	org := c.organization()
	if org == nil {
		return nil
	}
	if org.Has(tenant.QuirkDehydrated) && customizing[c.Cmdlet.Name] {
		return &taskError{exception: exDehydrated, category: value.InvalidOperation, message: "The command you tried to run isn't currently allowed in your organization. " +
			"To run this command, you first need to run the command: Enable-OrganizationCustomization."}
	}
	if !org.Has(tenant.QuirkThrottling) {
		return nil
	}
	list := connection.Of(c.Ctx.Session())
	list.Calls++
	delay := (list.Calls - freeCalls) * delayPerCall
	if delay <= 0 {
		return nil
	}
	return c.Ctx.Warning(fmt.Sprintf("Micro delay applied. Actual delayed: %[1]d msecs, Enforced: True, Capped delay: %[1]d msecs, Required: False, "+
		"Additional info: PolicyDN: CN=GlobalThrottlingPolicy,CN=Global Settings,CN=Configuration,CN=%[2]s; Snapshot: Owner: Sid~%[3]s~PowerShell~false",
		delay, strings.ToLower(org.DefaultDomain()), c.Caller()))
}
