package tenant

import "fmt"

// InboxRule is a rule of a mailbox. Its conditions and actions (From,
// SubjectContainsWords, ForwardTo, DeleteMessage …) are in Properties.
type InboxRule struct {
	Mailbox      GUID // the ExchangeGUID of the mailbox
	Name         string
	Enabled      bool
	Priority     int64 // 1 runs first
	RuleIdentity int64 // unique within the mailbox
	Description  string
	// Properties are all further properties, in the order in which they came.
	Properties Bag
}

// The properties of a rule that say nothing about messages: Outlook made it, it
// is kept out of sight.
const (
	RuleOfOutlook = "CreatedInOutlook"
	RuleHidden    = "IsHidden"
)

// IsMark reports whether a property of a rule is neither condition nor action.
func IsMark(property string) bool { return property == RuleOfOutlook || property == RuleHidden }

var ruleFields = []field[InboxRule]{
	{"Name", func(r *InboxRule) any { return r.Name }, func(r *InboxRule, v any) error { return setText(&r.Name, v) }},
	{"Enabled", func(r *InboxRule) any { return r.Enabled }, func(r *InboxRule, v any) error { return setBool(&r.Enabled, v) }},
	{"Priority", func(r *InboxRule) any { return r.Priority }, func(r *InboxRule, v any) error { return setInt(&r.Priority, v) }},
	{"RuleIdentity", func(r *InboxRule) any { return r.RuleIdentity }, func(r *InboxRule, v any) error { return setInt(&r.RuleIdentity, v) }},
	{"Description", func(r *InboxRule) any { return optional(r.Description) }, func(r *InboxRule, v any) error { return setText(&r.Description, v) }},
}

// NewInboxRule reads a rule of a mailbox from its properties; a rule is enabled
// unless told otherwise.
func NewInboxRule(mailbox GUID, b Bag) (*InboxRule, error) {
	r := &InboxRule{Mailbox: mailbox, Enabled: true}
	var err error
	if r.Properties, err = readFields(r, ruleFields, b); err != nil {
		return nil, err
	}
	if r.Name == "" {
		return nil, fmt.Errorf("an inbox rule needs a Name")
	}
	if r.RuleIdentity == 0 {
		g := deriveGUID(mailbox.String(), "rule", r.Name)
		for _, b := range g[:7] {
			r.RuleIdentity = r.RuleIdentity<<8 | int64(b)
		}
	}
	return r, nil
}

// Bag returns all properties in the order of the record form.
func (r *InboxRule) Bag() Bag { return writeFields(r, ruleFields, r.Properties) }

// Property returns a property by its Exchange name, ignoring case, and whether
// the rule has it.
func (r *InboxRule) Property(name string) (any, bool) {
	return property(r, ruleFields, r.Properties, name)
}

// SetProperty sets a property by its Exchange name; a typed one checks the value.
func (r *InboxRule) SetProperty(name string, v any) error {
	return setProperty(r, ruleFields, &r.Properties, name, v)
}
