package tenant

import (
	"fmt"
	"strings"
)

// Scopes of a permission.
const (
	ScopeMailbox   = "Mailbox"   // FullAccess, ReadPermission …
	ScopeFolder    = "Folder"    // Reviewer, Editor …; AvailabilityOnly for the calendar
	ScopeRecipient = "Recipient" // SendAs
	ScopeDirectory = "Directory" // rights on the account's object in Active Directory
)

// Permission is what a user may do with a mailbox, one of its folders, or its
// address. One record holds all rights of a user in one scope and folder.
type Permission struct {
	Mailbox      GUID   // the ExchangeGUID of the mailbox
	Scope        string // ScopeMailbox, ScopeFolder, ScopeRecipient or ScopeDirectory
	Folder       string // of ScopeFolder: "\\Inbox", or "" for the top of the mailbox
	User         string // as stored: an address, an account, "Default", "Anonymous"
	AccessRights []string
	Deny         bool
	IsInherited  bool
	// Properties are all further properties, in the order in which they came.
	Properties Bag
}

var permissionFields = []field[Permission]{
	{"Scope", func(p *Permission) any { return p.Scope }, func(p *Permission, v any) error { return setText(&p.Scope, v) }},
	{"FolderName", func(p *Permission) any { return optional(p.Folder) }, func(p *Permission, v any) error { return setText(&p.Folder, v) }},
	{"User", func(p *Permission) any { return p.User }, func(p *Permission, v any) error { return setText(&p.User, v) }},
	{"AccessRights", func(p *Permission) any { return textList(p.AccessRights) }, func(p *Permission, v any) error { return setTexts(&p.AccessRights, v) }},
	{"Deny", func(p *Permission) any { return p.Deny }, func(p *Permission, v any) error { return setBool(&p.Deny, v) }},
	{"IsInherited", func(p *Permission) any { return p.IsInherited }, func(p *Permission, v any) error { return setBool(&p.IsInherited, v) }},
}

// NewPermission reads a permission on a mailbox from its properties.
func NewPermission(mailbox GUID, b Bag) (*Permission, error) {
	p := &Permission{Mailbox: mailbox}
	var err error
	if p.Properties, err = readFields(p, permissionFields, b); err != nil {
		return nil, err
	}
	switch {
	case p.Scope == "" && p.Folder != "":
		p.Scope = ScopeFolder
	case p.Scope == "":
		p.Scope = ScopeMailbox
	}
	known := false
	for _, scope := range []string{ScopeMailbox, ScopeFolder, ScopeRecipient, ScopeDirectory} {
		if strings.EqualFold(p.Scope, scope) {
			p.Scope, known = scope, true
		}
	}
	switch {
	case !known:
		return nil, fmt.Errorf("Scope: must be Mailbox, Folder, Recipient or Directory, not %q", p.Scope)
	case p.User == "":
		return nil, fmt.Errorf("a permission needs a User")
	case len(p.AccessRights) == 0:
		return nil, fmt.Errorf("a permission needs AccessRights")
	}
	return p, nil
}

// HasRight reports whether the permission grants a right, ignoring case.
func (p *Permission) HasRight(right string) bool {
	for _, r := range p.AccessRights {
		if strings.EqualFold(r, right) {
			return !p.Deny
		}
	}
	return false
}

// Bag returns all properties in the order of the record form.
func (p *Permission) Bag() Bag { return writeFields(p, permissionFields, p.Properties) }

// Property returns a property by its Exchange name, ignoring case, and whether
// the permission has it.
func (p *Permission) Property(name string) (any, bool) {
	return property(p, permissionFields, p.Properties, name)
}

// SetProperty sets a property by its Exchange name; a typed one checks the value.
func (p *Permission) SetProperty(name string, v any) error {
	return setProperty(p, permissionFields, &p.Properties, name, v)
}
