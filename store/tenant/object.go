package tenant

import (
	"fmt"
	"slices"
)

// Object is a record of a kind that has no type of its own: a transport rule, a
// role group, an accepted domain, an audit log search.
type Object struct {
	Kind string // one of ObjectKinds
	// Identity is unique within the kind, ignoring case.
	Identity string
	// Properties are all properties, Identity not among them.
	Properties Bag
}

// ObjectKinds are the kinds of generic objects.
var ObjectKinds = []string{
	"acceptedDomain", "adminAuditLogConfig", "auditLogSearch", "authenticationPolicy", "autoReply",
	"calendarProcessing", "casMailbox", "complianceSearch", "complianceSearchAction", "exchangeServer", "folder",
	"groundTruth", "importRemainder",
	"hostedContentFilterPolicy", "hostedOutboundSpamFilterPolicy", "inboundConnector", "junkEmail", "journalRule",
	"mailboxDatabase", "mailboxSearch", "mailboxStatistics", "malwareFilterPolicy", "managementRole",
	"managementRoleAssignment", "message", "messageTrace", "mobileDevice", "organizationConfig",
	"outboundConnector", "owaMailboxPolicy", "policy", "remoteDomain", "retentionPolicy", "roleAssignmentPolicy",
	"roleGroup", "sharingPolicy", "sweepRule", "throttlingPolicy", "transportConfig", "transportRule",
	"unifiedAuditLogRetentionPolicy",
}

// IsObjectKind reports whether the name is the kind of a generic object.
func IsObjectKind(kind string) bool { return slices.Contains(ObjectKinds, kind) }

// NewObject reads an object from its properties; without an Identity its Name
// identifies it.
func NewObject(kind string, b Bag) (*Object, error) {
	o := &Object{Kind: kind, Identity: b.Text("Identity"), Properties: b}
	if o.Identity != "" {
		o.Properties.Remove("Identity")
	} else if o.Identity = b.Text("Name"); o.Identity == "" {
		return nil, fmt.Errorf("a %s needs an Identity or a Name", kind)
	}
	return o, nil
}

// Bag returns all properties, Identity first.
func (o *Object) Bag() Bag {
	names := append([]string{"Identity"}, o.Properties.Shape().Names()...)
	values := append([]any{o.Identity}, o.Properties.Values()...)
	return NewBag(NewShape(names), values)
}
