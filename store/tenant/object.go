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
	"acceptedDomain", "activeSyncDevice", "activeSyncDeviceAccessRule", "activeSyncMailboxPolicy",
	"activeSyncOrganizationSettings", "addressBookPolicy", "addressList", "adminAuditLogConfig",
	"antiPhishPolicy", "antiPhishRule", "applicationAccessPolicy", "atpPolicyForO365", "auditLogSearch",
	"authConfig", "authenticationPolicy", "authServer", "autoReply", "availabilityAddressSpace",
	"calendarConfiguration", "calendarProcessing", "caseHoldPolicy", "caseHoldRule", "casMailbox",
	"clientAccessRule", "clientAccessService", "complianceCase", "complianceSearch", "complianceSearchAction",
	"complianceTag", "dataEncryptionPolicy", "dkimSigningConfig", "dlpCompliancePolicy", "dlpComplianceRule",
	"dlpPolicy", "eDiscoveryCaseAdmin", "emailAddressPolicy", "exchangeCertificate", "exchangeServer",
	"externalInOutlook", "federatedOrganizationIdentifier", "federationTrust", "folder", "globalAddressList",
	"groundTruth", "hostedConnectionFilterPolicy", "hostedContentFilterPolicy", "hostedContentFilterRule",
	"hostedOutboundSpamFilterPolicy", "hostedOutboundSpamFilterRule", "hybridConfiguration", "importRemainder", "inboundConnector",
	"informationBarrierPolicy", "intraOrganizationConnector", "irmConfiguration", "journalRule", "junkEmail",
	"label", "labelPolicy", "mailboxDatabase", "mailboxExportRequest", "mailboxImportRequest", "mailboxPlan",
	"mailboxRestoreRequest", "mailboxSearch", "mailboxServer", "mailboxStatistics", "mailPublicFolder",
	"malwareFilterPolicy", "malwareFilterRule", "managedContentSettings", "managedFolder",
	"managedFolderMailboxPolicy", "managementRole", "managementRoleAssignment", "managementScope", "message",
	"messageClassification", "messageConfiguration", "messageTrace", "migrationBatch", "migrationEndpoint",
	"migrationUser", "mobileDevice", "mobileDeviceMailboxPolicy", "moveRequest", "offlineAddressBook",
	"omeConfiguration", "onPremisesOrganization", "organizationConfig", "organizationRelationship",
	"outboundConnector", "owaMailboxPolicy", "partnerApplication", "perimeterConfig", "policy",
	"protectionAlert", "publicFolder", "publicFolderStatistics", "quarantineMessage", "quarantinePolicy",
	"receiveConnector", "regionalConfiguration", "remoteDomain", "reportSubmissionPolicy", "resourceConfig",
	"retentionCompliancePolicy", "retentionComplianceRule", "retentionPolicy", "retentionPolicyTag",
	"roleAssignmentPolicy", "roleGroup", "safeAttachmentPolicy", "safeAttachmentRule", "safeLinksPolicy",
	"safeLinksRule", "sendConnector", "servicePrincipal", "settingOverride", "sharingPolicy", "sweepRule",
	"tenantAllowBlockListItems", "throttlingPolicy", "transportConfig", "transportRule", "transportService",
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
