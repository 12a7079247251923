package mailboxes

import "exolab/store/tenant"

// freshSettings are settings that are the same for all mailboxes, as names and
// values.
var freshSettings = map[mailboxSettings][]any{
	"regionalConfiguration": {"DateFormat", "M/d/yyyy", "Language", "en-US", "DefaultFolderNameMatchingUserLanguage", false, "TimeFormat", "h:mm tt", "TimeZone", "UTC"},
	"calendarConfiguration": {"WorkDays", "Weekdays", "WorkingHoursStartTime", "08:00:00", "WorkingHoursEndTime", "17:00:00", "WorkingHoursTimeZone", "UTC",
		"WeekStartDay", "Sunday", "ShowWeekNumbers", false, "FirstWeekOfYear", "FirstDay", "TimeIncrement", "ThirtyMinutes", "RemindersEnabled", true,
		"ReminderSoundEnabled", true, "DefaultReminderTime", "00:15:00", "WeatherEnabled", "FirstRun", "AgendaMailEnabled", true, "EventsFromEmailEnabled", true,
		"CreateEventsFromEmailAsPrivate", true, "SkipAgendaMailOnFreeDays", true, "ConversationalSchedulingEnabled", true, "LocationDetailsInFreeBusy", "Desk"},
	"messageConfiguration": {"AfterMoveOrDeleteBehavior", "OpenNextItem", "AlwaysShowBcc", false, "AlwaysShowFrom", false, "AutoAddSignature", false, "AutoAddSignatureOnMobile", false,
		"AutoAddSignatureOnReply", false, "CheckForForgottenAttachments", true, "ConversationSortOrder", "ChronologicalNewestOnTop", "DefaultFontColor", "#000000",
		"DefaultFontFlags", "Normal", "DefaultFontName", "Calibri", "DefaultFontSize", int64(3), "DefaultFormat", "Html", "EmptyDeletedItemsOnLogoff", false,
		"GlobalReadingPanePosition", "Right", "HideDeletedItems", false, "LinkPreviewEnabled", true, "MailSendUndoInterval", int64(0), "NewItemNotification", "All",
		"PreviewMarkAsReadBehavior", "OnSelectionChange", "ReadReceiptResponse", "DoNotAutomaticallySend", "SendAddressDefault", "", "ShowConversationAsTree", false,
		"SignatureHtml", "", "SignatureText", "", "SignatureName", ""},
	"clutter": {"IsEnabled", false},
}

// fresh are the settings that nobody has changed.
func (s mailboxSettings) fresh(m *tenant.Mailbox) tenant.Bag {
	switch s {
	case "autoReply":
		return tenant.BagOf("AutoDeclineFutureRequestsWhenOOF", false, "AutoReplyState", "Disabled", "CreateOOFEvent", false, "DeclineAllEventsForScheduledOOF", false,
			"DeclineEventsForScheduledOOF", false, "DeclineMeetingMessage", nil, "EndTime", nil, "EventsToDeleteIDs", nil, "ExternalAudience", "All",
			"ExternalMessage", "", "InternalMessage", "", "OOFEventSubject", nil, "StartTime", nil)
	case "calendarProcessing":
		processing := "AutoUpdate"
		if m.RecipientTypeDetails == "RoomMailbox" || m.RecipientTypeDetails == "EquipmentMailbox" {
			processing = "AutoAccept"
		}
		return tenant.BagOf("AutomateProcessing", processing, "AllowConflicts", false, "AllowDistributionGroup", true, "AllowMultipleResources", true, "BookingType", "Standard",
			"BookingWindowInDays", int64(180), "MaximumDurationInMinutes", int64(1440), "AllowRecurringMeetings", true, "EnforceSchedulingHorizon", true,
			"ScheduleOnlyDuringWorkHours", false, "ConflictPercentageAllowed", int64(0), "MaximumConflictInstances", int64(0), "ForwardRequestsToDelegates", true,
			"DeleteAttachments", true, "DeleteComments", true, "RemovePrivateProperty", true, "DeleteSubject", true, "AddOrganizerToSubject", true,
			"ResourceDelegates", []any{}, "BookInPolicy", []any{}, "AllBookInPolicy", true, "AllRequestInPolicy", false)
	}
	if known := freshSettings[s]; known != nil {
		return tenant.BagOf(known...)
	}
	return tenant.BagOf("Enabled", true, "TrustedListsOnly", false, "ContactsTrusted", false, "TrustedSendersAndDomains", []any{}, "BlockedSendersAndDomains", []any{},
		"TrustedRecipientsAndDomains", []any{})
}
