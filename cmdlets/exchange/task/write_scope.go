package task

import (
	"exolab/cmdlets/exchange/rbac"
	"exolab/store"
	"exolab/store/tenant"
)

// exScope is the exception for an object outside the caller's scope.
const exScope = "Microsoft.Exchange.Configuration.Tasks.OperationRequiresHigherScope"

// writeScope tells for each recipient that a cmdlet changes whether the caller
// may; what limits the caller is looked up with the first.
func (c *Call) writeScope(r store.Reader) func(dn string, properties tenant.Bag) error {
	var scope *rbac.WriteScope
	known := false
	return func(dn string, properties tenant.Bag) error {
		if !known {
			var err error
			if scope, err = rbac.ScopeOf(c.Ctx.Env(), r, c.Caller(), c.Ctx.Command().Name); err != nil {
				return err
			}
			known = true
		}
		if scope.Admits(c.Ctx.Env(), properties) {
			return nil
		}
		return Failure(exScope, "Can't perform operation because object '%s' is not within your current write scopes.", dn)
	}
}
