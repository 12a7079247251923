package sessions

import (
	"fmt"

	"exolab/cmdlets/exchange/connection"
	"exolab/cmdlets/exchange/task"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

const exTransport = "System.Management.Automation.Remoting.PSRemotingTransportException"

// maxSessions is how many remote sessions a user may have open, by the flavour of
// an organization that throttles.
var maxSessions = map[string]int{tenant.FlavourCloud: 3, tenant.FlavourOnPrem: 18}

// refusedSession is the error for a remote session that the organization does not
// open: of a user who may not use PowerShell, or beyond those that may be open. Nil
// is none.
func refusedSession(ctx *runtime.Context, host, user string) *errs.Record {
	t, err := task.OpenFor(ctx.Session())
	if err != nil {
		return nil
	}
	var refused *errs.Record
	_ = t.View(func(r store.Reader) error {
		if m, err := r.Mailbox(user); err == nil {
			if may, recorded := m.Property("RemotePowerShellEnabled"); recorded && may == false {
				refused = errs.New(exTransport, connecting(host)+"Access is denied. For more information, see the about_Remote_Troubleshooting Help topic.",
					"AccessDenied,PSSessionOpenFailed", value.OpenError, value.Null)
				return nil
			}
		}
		org, err := r.Organization()
		if err != nil || !org.Has(tenant.QuirkThrottling) {
			return err
		}
		open := 0
		for _, n := range connection.Of(ctx.Session()).All {
			if n.RemoteSession {
				open++
			}
		}
		if most := maxSessions[org.Flavour]; open >= most {
			refused = errs.New(exTransport, connecting(host)+fmt.Sprintf("[AuthZRequestId=%s][FailureCategory=AuthZ-AuthorizationException] Fail to create a runspace because you have exceeded "+
				"the maximum number of connections allowed : %d for the policy party : MaxConcurrency. Please close existing runspace and try again. "+
				"For more information, see the about_Remote_Troubleshooting Help topic.", tenant.DerivedGUID("session", fmt.Sprint(open)), most),
				"-2144108477,PSSessionOpenFailed", value.OpenError, value.Null)
		}
		return nil
	})
	return refused
}

// connecting begins the errors of sessions that do not open.
func connecting(host string) string {
	return fmt.Sprintf("[%[1]s] Connecting to remote server %[1]s failed with the following error message : ", host)
}
