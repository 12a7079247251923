package task

import (
	"maps"
	"slices"
	"strings"

	"exolab/cmdlets/exchange/catalogue"
	"exolab/cmdlets/exchange/shapes"
	"exolab/runtime/value"
)

// propertySets are the names that -PropertySets of the Get-EXO cmdlets knows
// and the properties of each.
var propertySets = map[string]string{
	"minimum": "ExternalDirectoryObjectId UserPrincipalName Alias DisplayName EmailAddresses PrimarySmtpAddress RecipientType RecipientTypeDetails Identity Id " +
		"ExchangeVersion Name DistinguishedName OrganizationId Guid",
	"addresslist": "AddressBookPolicy AddressListMembership GeneratedOfflineAddressBooks HiddenFromAddressListsEnabled OfflineAddressBook",
	"archive": "ArchiveDatabase ArchiveDomain ArchiveGuid ArchiveName ArchiveQuota ArchiveRelease ArchiveState ArchiveStatus ArchiveWarningQuota " +
		"AutoExpandingArchiveEnabled DisabledArchiveDatabase DisabledArchiveGuid JournalArchiveAddress",
	"audit": "AuditAdmin AuditDelegate AuditEnabled AuditLogAgeLimit AuditOwner DefaultAuditSet",
	"custom": "CustomAttribute1 CustomAttribute2 CustomAttribute3 CustomAttribute4 CustomAttribute5 CustomAttribute6 CustomAttribute7 CustomAttribute8 " +
		"CustomAttribute9 CustomAttribute10 CustomAttribute11 CustomAttribute12 CustomAttribute13 CustomAttribute14 CustomAttribute15 " +
		"ExtensionCustomAttribute1 ExtensionCustomAttribute2 ExtensionCustomAttribute3 ExtensionCustomAttribute4 ExtensionCustomAttribute5",
	"delivery": "AcceptMessagesOnlyFrom AcceptMessagesOnlyFromDLMembers AcceptMessagesOnlyFromSendersOrMembers DeliverToMailboxAndForward " +
		"DowngradeHighPriorityMessagesEnabled ForwardingAddress ForwardingSmtpAddress GrantSendOnBehalfTo MaxBlockedSenders MaxReceiveSize MaxSafeSenders " +
		"MaxSendSize MessageCopyForSendOnBehalfEnabled MessageCopyForSentAsEnabled MessageRecallProcessingEnabled RecipientLimits RejectMessagesFrom " +
		"RejectMessagesFromDLMembers RejectMessagesFromSendersOrMembers RequireSenderAuthenticationEnabled RulesQuota",
	"hold": "ComplianceTagHoldApplied DelayHoldApplied InPlaceHolds InactiveMailboxRetireTime LitigationHoldDate LitigationHoldDuration LitigationHoldEnabled " +
		"LitigationHoldOwner",
	"policy": "AddressBookPolicy DataEncryptionPolicy EmailAddressPolicyEnabled ManagedFolderMailboxPolicy PoliciesExcluded PoliciesIncluded RemoteAccountPolicy " +
		"RetentionPolicy RetentionUrl RoleAssignmentPolicy SharingPolicy ThrottlingPolicy",
	"quota": "ArchiveQuota ArchiveWarningQuota CalendarLoggingQuota IssueWarningQuota ProhibitSendQuota ProhibitSendReceiveQuota RecoverableItemsQuota " +
		"RecoverableItemsWarningQuota RulesQuota UseDatabaseQuotaDefaults",
	"resource":    "IsResource ResourceCapacity ResourceCustom ResourceType RoomMailboxAccountEnabled",
	"retention":   "EndDateForRetentionHold RetainDeletedItemsFor RetainDeletedItemsUntilBackup RetentionComment RetentionHoldEnabled RetentionPolicy RetentionUrl SingleItemRecoveryEnabled StartDateForRetentionHold UseDatabaseRetentionDefaults",
	"softdelete":  "IncludeInGarbageCollection IsInactiveMailbox IsSoftDeletedByDisable IsSoftDeletedByRemove WhenSoftDeleted",
	"moderation":  "BypassModerationFromSendersOrMembers ModeratedBy ModerationEnabled SendModerationNotifications",
	"move":        "MailboxMoveBatchName MailboxMoveFlags MailboxMoveRemoteHostName MailboxMoveSourceMDB MailboxMoveStatus MailboxMoveTargetMDB",
	"mailboxmove": "MailboxMoveBatchName MailboxMoveFlags MailboxMoveRemoteHostName MailboxMoveSourceMDB MailboxMoveStatus MailboxMoveTargetMDB",
	"publicfolder": "DefaultPublicFolderMailbox EffectivePublicFolderMailbox IsExcludedFromServingHierarchy IsHierarchyReady IsHierarchySyncEnabled " +
		"IsRootPublicFolderMailbox",
	"scl": "AntispamBypassEnabled SCLDeleteEnabled SCLDeleteThreshold SCLJunkEnabled SCLJunkThreshold SCLQuarantineEnabled SCLQuarantineThreshold " +
		"SCLRejectEnabled SCLRejectThreshold",
	"activesync": "ActiveSyncAllowedDeviceIDs ActiveSyncBlockedDeviceIDs ActiveSyncEnabled ActiveSyncMailboxPolicy ActiveSyncMailboxPolicyIsDefaulted " +
		"ActiveSyncSuppressReadReceipt HasActiveSyncDevicePartnership",
	"ews":              "EwsAllowMacOutlook EwsAllowOutlook EwsEnabled",
	"imap":             "ImapEnableExactRFC822Size ImapEnabled ImapForceICalForCalendarRetrievalOption ImapMessagesRetrievalMimeFormat ImapSuppressReadReceipt ImapUseProtocolDefaults",
	"mapi":             "MAPIBlockOutlookExternalConnectivity MAPIBlockOutlookNonCachedMode MAPIBlockOutlookRpcHttp MAPIBlockOutlookVersions MAPIEnabled MapiHttpEnabled",
	"pop":              "PopEnableExactRFC822Size PopEnabled PopMessagesRetrievalMimeFormat PopSuppressReadReceipt PopUseProtocolDefaults",
	"protocolsettings": "ExternalImapSettings ExternalPopSettings ExternalSmtpSettings InternalImapSettings InternalPopSettings InternalSmtpSettings",
	"statisticsseed":   "ArchiveDatabaseGuid DatabaseGuid ExchangeGuid",
}

// minimumSets are the minimum sets of the cmdlets whose objects are no mailboxes.
var minimumSets = map[string]string{
	"Get-EXOCasMailbox": "ActiveSyncEnabled DisplayName ECPEnabled EmailAddresses EwsEnabled ExchangeVersion ExternalDirectoryObjectId Guid Identity ImapEnabled " +
		"MAPIEnabled Name OWAEnabled OrganizationId PopEnabled PrimarySmtpAddress ServerLegacyDN",
	"Get-EXOMailboxStatistics": "DeletedItemCount DisplayName ItemCount MailboxGuid TotalDeletedItemSize TotalItemSize",
	"Get-EXORecipient": "Alias DisplayName EmailAddresses ExchangeVersion ExternalDirectoryObjectId Identity Name OrganizationId PrimarySmtpAddress RecipientType " +
		"RecipientTypeDetails",
}

// WantedProperties are the names of the properties to show, those of the minimum
// set first, each once; nil for all.
func (c *Call) WantedProperties() []string {
	var names []string
	for _, set := range append([]string{"Minimum"}, c.Texts("PropertySets")...) {
		if strings.EqualFold(set, "All") {
			return nil
		}
		members := propertySets[value.Fold(set)]
		if own := minimumSets[c.Cmdlet.Name]; own != "" && strings.EqualFold(set, "Minimum") {
			members = own
		}
		names = append(names, strings.Fields(members)...)
	}
	if names = append(names, c.Texts("Properties")...); slices.Contains(names, "*") {
		return nil
	}
	return names
}

// CheckProperties reports an error for a name in -Properties that no object of the
// service has. Names that other views of recipients have, or that Set-Mailbox sets,
// pass: what exolab shows of an object is not all that the service has.
func (c *Call) CheckProperties() error {
	known := strings.Join(slices.Collect(maps.Values(propertySets)), " ")
	settable := catalogue.Find("set-mailbox").ParameterNames()
	for _, name := range c.Texts("Properties") {
		if name == "*" || ContainsFold(strings.Fields(known), name) || ContainsFold(settable, name) || shapes.IsProperty(name) {
			continue
		}
		return InvalidArgument("Could not find a property named '%s' on type 'Exchange.%s'.", name, strings.TrimPrefix(c.Cmdlet.Name, "Get-EXO"))
	}
	return nil
}

// Reduced keeps some properties of an object, in the order of their names, each
// once; nil keeps all. What a REST cmdlet gives has no type of its own, and no
// table.
func Reduced(v value.Value, wanted []string) value.Value {
	full, ok := value.As[*value.PSObject](v)
	if !ok {
		return v
	}
	names := full.Shape().Names()
	if wanted == nil {
		wanted = names
	}
	o := value.NewObject(len(wanted))
	for _, name := range wanted {
		if i := full.IndexOf(value.Fold(name)); i >= 0 {
			o.Set(names[i], full.At(i))
		}
	}
	return value.Obj(o)
}

// Chosen keeps what -Properties and -PropertySets of a REST cmdlet ask for, its
// minimum where they are not given; other cmdlets' objects stay whole.
func (c *Call) Chosen(v value.Value) value.Value {
	if minimumSets[c.Cmdlet.Name] == "" {
		return v
	}
	return Reduced(v, c.WantedProperties())
}
