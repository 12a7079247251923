package tenant

import "fmt"

// Recipient is a recipient without a mailbox of its own: a group, a contact, a
// mail user, or a plain user account.
type Recipient struct {
	DisplayName               string
	Name                      string
	Alias                     string
	PrimarySMTPAddress        string
	EmailAddresses            []string
	ExternalEmailAddress      string
	UserPrincipalName         string
	RecipientTypeDetails      string // MailUniversalDistributionGroup, GroupMailbox, MailContact, User …
	GUID                      GUID
	ExternalDirectoryObjectID string
	SID                       string
	SAMAccountName            string
	DistinguishedName         string
	LegacyExchangeDN          string
	Members                   []string // identities
	ManagedBy                 []string // identities
	HiddenFromAddressLists    bool
	// Properties are all further properties, in the order in which they came.
	Properties Bag
}

var recipientFields = []field[Recipient]{
	{"DisplayName", func(r *Recipient) any { return r.DisplayName }, func(r *Recipient, v any) error { return setText(&r.DisplayName, v) }},
	{"Name", func(r *Recipient) any { return r.Name }, func(r *Recipient, v any) error { return setText(&r.Name, v) }},
	{"Alias", func(r *Recipient) any { return optional(r.Alias) }, func(r *Recipient, v any) error { return setText(&r.Alias, v) }},
	{"PrimarySmtpAddress", func(r *Recipient) any { return optional(r.PrimarySMTPAddress) }, func(r *Recipient, v any) error { return setText(&r.PrimarySMTPAddress, v) }},
	{"EmailAddresses", func(r *Recipient) any { return optionalList(r.EmailAddresses) }, func(r *Recipient, v any) error { return setTexts(&r.EmailAddresses, v) }},
	{"ExternalEmailAddress", func(r *Recipient) any { return optional(r.ExternalEmailAddress) }, func(r *Recipient, v any) error { return setText(&r.ExternalEmailAddress, v) }},
	{"UserPrincipalName", func(r *Recipient) any { return optional(r.UserPrincipalName) }, func(r *Recipient, v any) error { return setText(&r.UserPrincipalName, v) }},
	{"RecipientTypeDetails", func(r *Recipient) any { return r.RecipientTypeDetails }, func(r *Recipient, v any) error { return setText(&r.RecipientTypeDetails, v) }},
	{"Guid", func(r *Recipient) any { return optionalGUID(r.GUID) }, func(r *Recipient, v any) error { return setGUID(&r.GUID, v) }},
	{"ExternalDirectoryObjectId", func(r *Recipient) any { return optional(r.ExternalDirectoryObjectID) }, func(r *Recipient, v any) error { return setText(&r.ExternalDirectoryObjectID, v) }},
	{"Sid", func(r *Recipient) any { return optional(r.SID) }, func(r *Recipient, v any) error { return setText(&r.SID, v) }},
	{"SamAccountName", func(r *Recipient) any { return optional(r.SAMAccountName) }, func(r *Recipient, v any) error { return setText(&r.SAMAccountName, v) }},
	{"DistinguishedName", func(r *Recipient) any { return optional(r.DistinguishedName) }, func(r *Recipient, v any) error { return setText(&r.DistinguishedName, v) }},
	{"LegacyExchangeDN", func(r *Recipient) any { return optional(r.LegacyExchangeDN) }, func(r *Recipient, v any) error { return setText(&r.LegacyExchangeDN, v) }},
	{"Members", func(r *Recipient) any { return optionalList(r.Members) }, func(r *Recipient, v any) error { return setTexts(&r.Members, v) }},
	{"ManagedBy", func(r *Recipient) any { return optionalList(r.ManagedBy) }, func(r *Recipient, v any) error { return setTexts(&r.ManagedBy, v) }},
	{"HiddenFromAddressListsEnabled", func(r *Recipient) any { return r.HiddenFromAddressLists }, func(r *Recipient, v any) error { return setBool(&r.HiddenFromAddressLists, v) }},
}

// NewRecipient reads a recipient from its properties and derives the names and
// ids that the bag does not give.
func NewRecipient(b Bag, org *Organization) (*Recipient, error) {
	r := &Recipient{}
	var err error
	if r.Properties, err = readFields(r, recipientFields, b); err != nil {
		return nil, err
	}
	if r.PrimarySMTPAddress == "" {
		r.PrimarySMTPAddress = primaryOf(r.EmailAddresses)
	}
	for _, derived := range []struct {
		to   *string
		from string
	}{
		{&r.Name, r.DisplayName}, {&r.Name, r.Alias}, {&r.Name, r.PrimarySMTPAddress},
		{&r.DisplayName, r.Name}, {&r.RecipientTypeDetails, "User"},
	} {
		if *derived.to == "" {
			*derived.to = derived.from
		}
	}
	if r.Name == "" {
		return nil, fmt.Errorf("a recipient needs a Name")
	}
	if len(r.EmailAddresses) == 0 && r.PrimarySMTPAddress != "" {
		r.EmailAddresses = []string{"SMTP:" + r.PrimarySMTPAddress}
	}
	if r.GUID.IsZero() {
		r.GUID = deriveGUID(org.Name, "recipient", r.Name, r.PrimarySMTPAddress)
	}
	if r.DistinguishedName == "" {
		r.DistinguishedName = "CN=" + escapeDN(r.Name) + "," + organizationalUnit(org)
	}
	return r, nil
}

// IdentityNames returns every name that stands for the recipient, folded.
func (r *Recipient) IdentityNames() []string {
	return foldedNames([]string{r.DisplayName, r.Name, r.Alias, r.UserPrincipalName, r.PrimarySMTPAddress,
		r.DistinguishedName, CanonicalName(r.DistinguishedName), r.LegacyExchangeDN, r.SAMAccountName,
		r.ExternalDirectoryObjectID, r.SID, r.GUID.String()}, r.EmailAddresses)
}

// Bag returns all properties in the order of the record form.
func (r *Recipient) Bag() Bag { return writeFields(r, recipientFields, r.Properties) }

// Property returns a property by its Exchange name, ignoring case, and whether
// the recipient has it.
func (r *Recipient) Property(name string) (any, bool) {
	return property(r, recipientFields, r.Properties, name)
}

// SetProperty sets a property by its Exchange name; a typed one checks the value.
func (r *Recipient) SetProperty(name string, v any) error {
	return setProperty(r, recipientFields, &r.Properties, name, v)
}
