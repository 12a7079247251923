package tenant

import (
	"fmt"
	"math/bits"
	"strings"
)

// Action is one kind of mailbox activity that auditing can log. The order of
// the constants is Exchange's, in which sets of actions are printed.
type Action uint8

// The audit actions.
const (
	ActionNone Action = iota
	ActionUpdate
	ActionCopy
	ActionMove
	ActionMoveToDeletedItems
	ActionSoftDelete
	ActionHardDelete
	ActionFolderBind
	ActionSendAs
	ActionSendOnBehalf
	ActionMessageBind
	ActionCreate
	ActionMailboxLogin
	ActionUpdateFolderPermissions
	ActionAddFolderPermissions
	ActionModifyFolderPermissions
	ActionRemoveFolderPermissions
	ActionUpdateInboxRules
	ActionUpdateCalendarDelegation
	ActionRecordDelete
	ActionApplyRecord
	ActionMailItemsAccessed
	ActionDefault
	ActionUpdateComplianceTag
	ActionSend
	ActionSearchQueryInitiated
	ActionAttachmentAccess
	ActionPriorityCleanupDelete
	ActionApplyPriorityCleanup
	ActionPreservedMailItemProactively
	actionCount
)

var actionNames = [actionCount]string{
	"None", "Update", "Copy", "Move", "MoveToDeletedItems", "SoftDelete", "HardDelete", "FolderBind", "SendAs",
	"SendOnBehalf", "MessageBind", "Create", "MailboxLogin", "UpdateFolderPermissions", "AddFolderPermissions",
	"ModifyFolderPermissions", "RemoveFolderPermissions", "UpdateInboxRules", "UpdateCalendarDelegation",
	"RecordDelete", "ApplyRecord", "MailItemsAccessed", "Default", "UpdateComplianceTag", "Send",
	"SearchQueryInitiated", "AttachmentAccess", "PriorityCleanupDelete", "ApplyPriorityCleanup",
	"PreservedMailItemProactively",
}

// String is the action's name in Exchange.
func (a Action) String() string {
	if a < actionCount {
		return actionNames[a]
	}
	return fmt.Sprintf("Action(%d)", uint8(a))
}

// ParseAction finds an action by name, ignoring case and surrounding space.
func ParseAction(name string) (Action, error) {
	name = strings.TrimSpace(name)
	for i, n := range actionNames {
		if strings.EqualFold(n, name) {
			return Action(i), nil
		}
	}
	return 0, fmt.Errorf("%q is not an audit action", name)
}

// ActionNames lists all names in Exchange's order, None included.
func ActionNames() []string { return append([]string(nil), actionNames[:]...) }

// ActionSet is a set of actions. The zero set is empty.
type ActionSet uint64

// Actions makes a set; None adds nothing.
func Actions(actions ...Action) ActionSet {
	var s ActionSet
	for _, a := range actions {
		s = s.With(a)
	}
	return s
}

// Has reports whether the action is in the set.
func (s ActionSet) Has(a Action) bool { return s&(1<<a) != 0 }

// With returns the set and the action; None leaves it as it is.
func (s ActionSet) With(a Action) ActionSet {
	if a == ActionNone {
		return s
	}
	return s | 1<<a
}

// Without returns the set less the action.
func (s ActionSet) Without(a Action) ActionSet { return s &^ (1 << a) }

// List returns the actions in Exchange's order.
func (s ActionSet) List() []Action {
	out := make([]Action, 0, bits.OnesCount64(uint64(s)))
	for a := range actionCount {
		if s.Has(a) {
			out = append(out, a)
		}
	}
	return out
}

// Names returns the names of the actions in Exchange's order.
func (s ActionSet) Names() []string {
	list := s.List()
	out := make([]string, len(list))
	for i, a := range list {
		out[i] = a.String()
	}
	return out
}

// ParseActions reads names, each of which may itself be a list with commas, as
// the documented scripts pass them. None and empty names add nothing.
func ParseActions(names ...string) (ActionSet, error) {
	var s ActionSet
	for _, list := range names {
		for name := range strings.SplitSeq(list, ",") {
			if strings.TrimSpace(name) == "" {
				continue
			}
			a, err := ParseAction(name)
			if err != nil {
				return 0, err
			}
			s = s.With(a)
		}
	}
	return s, nil
}

// LogonType tells as what somebody was in a mailbox.
type LogonType uint8

// The logon types in Exchange's order. External is not one of a mailbox's own
// three; a search may ask for it.
const (
	LogonAdmin LogonType = iota
	LogonDelegate
	LogonOwner
	LogonExternal
	logonCount
)

var logonNames = [logonCount]string{"Admin", "Delegate", "Owner", "External"}

// LogonTypes are the three logon types that a mailbox's policy knows.
var LogonTypes = [3]LogonType{LogonAdmin, LogonDelegate, LogonOwner}

// String is the logon type's name in Exchange.
func (t LogonType) String() string {
	if t < logonCount {
		return logonNames[t]
	}
	return fmt.Sprintf("LogonType(%d)", uint8(t))
}

// ParseLogonType finds a logon type by name, ignoring case; Delegated, as the
// unified log writes it, is Delegate.
func ParseLogonType(name string) (LogonType, error) {
	name = strings.TrimSpace(name)
	for i, n := range logonNames {
		if strings.EqualFold(n, name) {
			return LogonType(i), nil
		}
	}
	if strings.EqualFold(name, "Delegated") {
		return LogonDelegate, nil
	}
	return 0, fmt.Errorf("%q is not a logon type", name)
}

// LogonSet is a set of logon types. The zero set is empty.
type LogonSet uint8

// Logons makes a set.
func Logons(types ...LogonType) LogonSet {
	var s LogonSet
	for _, t := range types {
		s |= 1 << t
	}
	return s
}

// AllLogons is Admin, Delegate and Owner.
const AllLogons LogonSet = 1<<LogonAdmin | 1<<LogonDelegate | 1<<LogonOwner

// Has reports whether the type is in the set.
func (s LogonSet) Has(t LogonType) bool { return s&(1<<t) != 0 }

// List returns the logon types in Exchange's order.
func (s LogonSet) List() []LogonType {
	var out []LogonType
	for t := range logonCount {
		if s.Has(t) {
			out = append(out, t)
		}
	}
	return out
}

// Names returns the names in Exchange's order.
func (s LogonSet) Names() []string {
	out := []string{}
	for t := range logonCount {
		if s.Has(t) {
			out = append(out, t.String())
		}
	}
	return out
}

// ParseLogons reads names, each of which may be a list with commas.
func ParseLogons(names ...string) (LogonSet, error) {
	var s LogonSet
	for _, list := range names {
		for name := range strings.SplitSeq(list, ",") {
			if strings.TrimSpace(name) == "" {
				continue
			}
			t, err := ParseLogonType(name)
			if err != nil {
				return 0, err
			}
			s |= 1 << t
		}
	}
	return s, nil
}
