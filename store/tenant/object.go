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
	"acceptedDomain", "activeSyncDevice", "activeSyncDeviceAccessRule", "activeSyncMailboxPolicy", "activeSyncOrganizationSettings",
	"activeSyncVirtualDirectory", "addressBookPolicy", "addressList", "adminAuditLogConfig", "antiPhishPolicy", "antiPhishRule", "app",
	"applicationAccessPolicy", "atpPolicyForO365", "auditLogSearch", "authConfig", "authenticationPolicy", "authServer", "autodiscoverVirtualDirectory",
	"autoReply", "availabilityAddressSpace", "blockedSenderAddress", "calendarConfiguration", "calendarProcessing", "caseHoldPolicy", "caseHoldRule",
	"casMailbox", "casMailboxPlan", "clientAccessRule", "clientAccessServer", "clientAccessService", "clutter", "complianceCase", "complianceSearch",
	"complianceSearchAction", "complianceTag", "databaseAvailabilityGroup", "dataEncryptionPolicy", "dkimSigningConfig", "dlpCompliancePolicy",
	"dlpComplianceRule", "dlpPolicy", "ecpVirtualDirectory", "eDiscoveryCaseAdmin", "emailAddressPolicy", "exchangeCertificate", "exchangeServer",
	"externalInOutlook", "federatedOrganizationIdentifier", "federationTrust", "folder", "frontendTransportService", "globalAddressList", "groundTruth",
	"historicalSearch", "hostedConnectionFilterPolicy", "hostedContentFilterPolicy", "hostedContentFilterRule", "hostedOutboundSpamFilterPolicy",
	"hostedOutboundSpamFilterRule", "hybridConfiguration", "imapSettings", "importRemainder", "inboundConnector", "informationBarrierPolicy",
	"intraOrganizationConfiguration", "intraOrganizationConnector", "irmConfiguration", "journalRule", "junkEmail", "label", "labelPolicy",
	"mailboxDatabase", "mailboxDatabaseCopyStatus", "mailboxExportRequest", "mailboxImportRequest", "mailboxPlan", "mailboxRestoreRequest",
	"mailboxSearch", "mailboxServer", "mailboxStatistics", "mailboxTransportService", "mailPublicFolder", "malwareFilterPolicy", "malwareFilterRule",
	"managedContentSettings", "managedFolder", "managedFolderMailboxPolicy", "managementRole", "managementRoleAssignment", "managementScope",
	"mapiVirtualDirectory", "message", "messageClassification", "messageConfiguration", "messageTrace", "migrationBatch", "migrationEndpoint",
	"migrationUser", "mobileDevice", "mobileDeviceMailboxPolicy", "moveRequest", "oabVirtualDirectory", "offlineAddressBook", "omeConfiguration",
	"onPremisesOrganization", "organizationConfig", "organizationRelationship", "outboundConnector", "outlookAnywhere", "owaMailboxPolicy",
	"owaVirtualDirectory", "partnerApplication", "perimeterConfig", "place", "policy", "popSettings", "powerShellVirtualDirectory", "protectionAlert",
	"publicFolder", "publicFolderDatabase", "publicFolderPermission", "publicFolderStatistics", "quarantineMessage", "quarantinePolicy", "queue",
	"receiveConnector", "regionalConfiguration", "remoteDomain", "reportSubmissionPolicy", "resourceConfig", "retentionCompliancePolicy",
	"retentionComplianceRule", "retentionPolicy", "retentionPolicyTag", "rmsTemplate", "roleAssignmentPolicy", "roleGroup", "safeAttachmentPolicy",
	"safeAttachmentRule", "safeLinksPolicy", "safeLinksRule", "sendConnector", "serverComponentState", "servicePrincipal", "settingOverride",
	"sharingPolicy", "sweepRule", "tenantAllowBlockListItems", "throttlingPolicy", "transportConfig", "transportRule", "transportServer",
	"transportService", "unifiedAuditLogRetentionPolicy", "webServicesVirtualDirectory",
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
