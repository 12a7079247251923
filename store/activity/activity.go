// Package activity lets users do something in an organization: open a folder,
// read, delete, send as somebody, make a rule. Whether they may, what it changes,
// and whether it is logged follows from the organization's permissions and its
// audit policy.
package activity

import (
	"fmt"
	"time"

	"exolab/store/tenant"
)

// Activity is something that a user does in a mailbox.
type Activity struct {
	// Activity names what is done; see Names.
	Activity string
	// User is who does it, Mailbox where: identities. Without Mailbox it is the
	// user's own.
	User, Mailbox string
	// Client names the program; see tenant.Clients. "" is Outlook.
	Client string
	// ClientIP is the address that it comes from; "" is one that follows from the user.
	ClientIP string
	// Time is when; the zero time is the organization's present.
	Time time.Time
	// Folder is where the messages are or are made, Destination where they go.
	Folder, Destination string
	// DestinationMailbox is where Destination lies; "" is Mailbox.
	DestinationMailbox string
	// Subject picks the messages by subject, with wildcards; for a new message it
	// is its subject. ItemID picks them by id.
	Subject, ItemID []string
	// Count is how many messages at most, the newest first; 0 is all that were
	// picked, or one where nothing picks.
	Count int
	// To are recipients, Body the text of a message.
	To   []string
	Body string
	// Rule names an inbox rule; RuleSettings are its conditions and actions by
	// their names in New-InboxRule. Hidden keeps the rule out of sight.
	Rule         string
	RuleSettings tenant.Bag
	Hidden       bool
	// Delegate is who gets or loses rights; AccessRights are those rights.
	Delegate     string
	AccessRights []string
	// Query is what a search looks for.
	Query string
}

// Result says what became of an activity.
type Result struct {
	Activity string
	User     *tenant.Mailbox
	Mailbox  *tenant.Mailbox
	Client   *tenant.Client
	Time     time.Time
	Logon    tenant.LogonType
	// Items are the messages that it was about.
	Items []tenant.EventItem
	// Records tell for each kind of entry whether it was written and why.
	Records []Record
}

// Record is an entry that was written or not.
type Record struct {
	Action  tenant.Action
	Mailbox *tenant.Mailbox // in whose log
	tenant.Verdict
	// Identity is the entry's, "" if none was written.
	Identity string
}

// Error is a refusal in the words of Exchange.
type Error struct {
	// Exception is the full name of the exception, ID the error code.
	Exception, ID string
	Message       string
	// Why says what would have to be otherwise, for those who set up a lesson.
	Why string
	// Denied is true of missing permissions.
	Denied bool
}

// Error is the message.
func (e *Error) Error() string { return e.Message }

const responseException = "Microsoft.Exchange.WebServices.Data.ServiceResponseException"

func denied(id, message, why string, args ...any) error {
	return &Error{Exception: responseException, ID: id, Message: message, Why: fmt.Sprintf(why, args...), Denied: true}
}

func refused(id, message string, args ...any) error {
	return &Error{Exception: responseException, ID: id, Message: fmt.Sprintf(message, args...)}
}

func accessDenied(why string, args ...any) error {
	return denied("ErrorAccessDenied", "Access is denied. Check credentials and try again.", why, args...)
}

// webAccessDenied is what the web client shows for a mailbox that does not open.
func webAccessDenied(why string, args ...any) error {
	const exception = "Microsoft.Exchange.Data.StoreObjects.AccessDeniedException"
	return &Error{Exception: exception, ID: "ErrorAccessDenied", Message: "Something went wrong. X-OWA-Error: " + exception, Why: fmt.Sprintf(why, args...), Denied: true}
}

func invalid(message string, args ...any) error {
	return &Error{Exception: "System.ArgumentException", ID: "InvalidActivity", Message: fmt.Sprintf(message, args...)}
}
