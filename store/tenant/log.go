package tenant

import (
	"fmt"
	"time"
)

// UnifiedAuditRecord is one record of the unified audit log.
type UnifiedAuditRecord struct {
	RecordType   string // ExchangeItem, ExchangeAdmin …
	CreationDate time.Time
	UserIDs      string
	Operations   string
	Identity     string // the Id of AuditData
	AuditData    string // JSON in one line
	// Properties are all further properties, in the order in which they came.
	Properties Bag
}

var unifiedFields = []field[UnifiedAuditRecord]{
	{"RecordType", func(r *UnifiedAuditRecord) any { return r.RecordType }, func(r *UnifiedAuditRecord, v any) error { return setText(&r.RecordType, v) }},
	{"CreationDate", func(r *UnifiedAuditRecord) any { return FormatTime(r.CreationDate) }, func(r *UnifiedAuditRecord, v any) error { return setTime(&r.CreationDate, v) }},
	{"UserIds", func(r *UnifiedAuditRecord) any { return r.UserIDs }, func(r *UnifiedAuditRecord, v any) error { return setText(&r.UserIDs, v) }},
	{"Operations", func(r *UnifiedAuditRecord) any { return r.Operations }, func(r *UnifiedAuditRecord, v any) error { return setText(&r.Operations, v) }},
	{"Identity", func(r *UnifiedAuditRecord) any { return r.Identity }, func(r *UnifiedAuditRecord, v any) error { return setText(&r.Identity, v) }},
	{"AuditData", func(r *UnifiedAuditRecord) any { return r.AuditData }, func(r *UnifiedAuditRecord, v any) error { return setText(&r.AuditData, v) }},
}

// NewUnifiedAuditRecord reads a record from its properties.
func NewUnifiedAuditRecord(b Bag) (*UnifiedAuditRecord, error) {
	r := &UnifiedAuditRecord{}
	var err error
	if r.Properties, err = readFields(r, unifiedFields, b); err != nil {
		return nil, err
	}
	if r.Operations == "" {
		return nil, fmt.Errorf("a unified audit record needs Operations")
	}
	return r, checkTime("CreationDate", r.CreationDate)
}

// Bag returns all properties in the order of the record form.
func (r *UnifiedAuditRecord) Bag() Bag { return writeFields(r, unifiedFields, r.Properties) }

// Property returns a property by its Exchange name, ignoring case, and whether
// the record has it.
func (r *UnifiedAuditRecord) Property(name string) (any, bool) {
	return property(r, unifiedFields, r.Properties, name)
}

// SetProperty sets a property by its Exchange name; a typed one checks the value.
func (r *UnifiedAuditRecord) SetProperty(name string, v any) error {
	return setProperty(r, unifiedFields, &r.Properties, name, v)
}

// AdminAuditEntry is one entry of the admin audit log: a cmdlet that was run.
// CmdletParameters and ModifiedProperties are in Properties as lists of Bags.
type AdminAuditEntry struct {
	ObjectModified string
	CmdletName     string
	Caller         string
	Succeeded      bool
	Error          string
	RunDate        time.Time
	// Properties are all further properties, in the order in which they came.
	Properties Bag
}

var adminFields = []field[AdminAuditEntry]{
	{"ObjectModified", func(e *AdminAuditEntry) any { return e.ObjectModified }, func(e *AdminAuditEntry, v any) error { return setText(&e.ObjectModified, v) }},
	{"CmdletName", func(e *AdminAuditEntry) any { return e.CmdletName }, func(e *AdminAuditEntry, v any) error { return setText(&e.CmdletName, v) }},
	{"Caller", func(e *AdminAuditEntry) any { return e.Caller }, func(e *AdminAuditEntry, v any) error { return setText(&e.Caller, v) }},
	{"Succeeded", func(e *AdminAuditEntry) any { return e.Succeeded }, func(e *AdminAuditEntry, v any) error { return setBool(&e.Succeeded, v) }},
	{"Error", func(e *AdminAuditEntry) any { return optional(e.Error) }, func(e *AdminAuditEntry, v any) error { return setText(&e.Error, v) }},
	{"RunDate", func(e *AdminAuditEntry) any { return FormatTime(e.RunDate) }, func(e *AdminAuditEntry, v any) error { return setTime(&e.RunDate, v) }},
}

// NewAdminAuditEntry reads an entry from its properties.
func NewAdminAuditEntry(b Bag) (*AdminAuditEntry, error) {
	e := &AdminAuditEntry{}
	var err error
	if e.Properties, err = readFields(e, adminFields, b); err != nil {
		return nil, err
	}
	if e.CmdletName == "" {
		return nil, fmt.Errorf("an admin audit entry needs a CmdletName")
	}
	return e, checkTime("RunDate", e.RunDate)
}

// Bag returns all properties in the order of the record form.
func (e *AdminAuditEntry) Bag() Bag { return writeFields(e, adminFields, e.Properties) }

// Property returns a property by its Exchange name, ignoring case, and whether
// the entry has it.
func (e *AdminAuditEntry) Property(name string) (any, bool) {
	return property(e, adminFields, e.Properties, name)
}

// SetProperty sets a property by its Exchange name; a typed one checks the value.
func (e *AdminAuditEntry) SetProperty(name string, v any) error {
	return setProperty(e, adminFields, &e.Properties, name, v)
}

func checkTime(name string, t time.Time) error {
	if !Orderable(t) {
		return fmt.Errorf("%s: %s is out of range", name, FormatTime(t))
	}
	return nil
}
