package task

import (
	"slices"
	"strings"

	"exolab/store/tenant"
)

// EnumOperations is the enumeration of the audited operations.
const EnumOperations = "Microsoft.Exchange.Data.Directory.MailboxAuditOperations"

// IsOperation reports whether a name is one of them.
func IsOperation(name string) bool {
	return slices.ContainsFunc(tenant.ActionNames(), func(known string) bool { return strings.EqualFold(known, name) })
}
