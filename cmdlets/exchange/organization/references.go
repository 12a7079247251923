package organization

import (
	"strings"

	"exolab/cmdlets/exchange/task"
	"exolab/store"
	"exolab/store/tenant"
)

// references are the parameters of New- and Set- cmdlets of configuration objects,
// by noun, that name other objects, and what kind those are: another noun, or
// "recipient".
var references = []struct{ noun, parameter, kind string }{
	{"RoleGroup", "Roles", "ManagementRole"}, {"RoleGroup", "Members", "recipient"}, {"RoleGroup", "ManagedBy", "recipient"}, {"RoleGroup", "CustomRecipientWriteScope", "ManagementScope"},
	{"ManagementRole", "Parent", "ManagementRole"}, {"RoleAssignmentPolicy", "Roles", "ManagementRole"},
	{"RetentionPolicy", "RetentionPolicyTagLinks", "RetentionPolicyTag"},
}

// checkReferences reports an error for an object that a parameter names and that is
// not there.
func checkReferences(c *task.Call, r store.Reader) error {
	_, noun, _ := strings.Cut(c.Cmdlet.Name, "-")
	for _, ref := range references {
		if ref.noun != noun || !c.Has(ref.parameter) {
			continue
		}
		change := task.ReadMultiValue(c.Ctx.Env(), c.Value(ref.parameter))
		for _, name := range append(change.Values, change.Add...) {
			if err := exists(r, ref.kind, name); err != nil {
				return err
			}
		}
	}
	return nil
}

func exists(r store.Reader, kind, name string) error {
	if kind == "recipient" {
		_, err := task.UserOf(r, name)
		return err
	}
	_, err := NounNamed(kind).Find(r, name)
	if task.IsNotFound(err) {
		return task.ReferenceError(name, &tenant.NotFoundError{Identity: name})
	}
	return err
}
