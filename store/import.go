package store

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"exolab/store/record"
	"exolab/store/tenant"
)

// The kinds of lines that have a type of their own; tenant.ObjectKinds are the others.
const (
	kindOrganization = "organization"
	kindMailbox      = "mailbox"
	kindRecipient    = "recipient"
	kindPermission   = "permission"
	kindInboxRule    = "inboxRule"
	kindAuditEntry   = "auditEntry"
	kindUnified      = "unifiedAuditRecord"
	kindAdminEntry   = "adminAuditEntry"
)

// importer writes records into a draft.
type importer struct {
	draft     *draft
	options   ImportOptions
	org       *tenant.Organization   // nil until its record has come
	byAddress map[string]tenant.GUID // folded primary address
	byName    map[string]tenant.GUID // folded identity; zero if several have it
	result    ImportResult
}

func (s *badgerStore) Import(r io.Reader, options ImportOptions) (ImportResult, error) {
	return s.ImportRecords(record.ReadAll(r), options)
}

func (s *badgerStore) ImportRecords(records iter.Seq2[record.Numbered, error], options ImportOptions) (ImportResult, error) {
	s.writing.Lock()
	defer s.writing.Unlock()
	i := &importer{options: options, byAddress: map[string]tenant.GUID{}, byName: map[string]tenant.GUID{}}
	if options.Into != "" {
		options.Replace = true
	}
	t, err := s.make(options.CreateOptions, func(d *draft) error {
		i.draft = d
		if options.Into != "" {
			if err := i.begin(s); err != nil {
				return err
			}
		}
		return i.run(records)
	})
	if err != nil {
		return ImportResult{}, err
	}
	i.result.Name = t.Name()
	return i.result, nil
}

// begin takes over the organization that the import adds to.
func (i *importer) begin(s *badgerStore) error {
	entry, err := s.entry(i.options.Into)
	if err != nil {
		return err
	}
	d := i.draft
	err = s.read(func(v txnValues) error {
		return v.scan(entry.number.prefix(), func(key, value []byte) error {
			moved := append(d.number.prefix(), key[4:]...)
			return d.bulk.set(moved, slices.Clone(value))
		})
	})
	if err != nil {
		return err
	}
	if err := d.lexicon.load(d.number, d.bulk); err != nil {
		return err
	}
	if i.org, err = d.organization(); err != nil {
		return err
	}
	for m, err := range d.Mailboxes() {
		if err != nil {
			return err
		}
		i.remember(m)
	}
	return nil
}

func (i *importer) run(records iter.Seq2[record.Numbered, error]) error {
	for r, err := range ahead(records) {
		if err == nil {
			err = i.record(r.Record)
		}
		if err != nil {
			return lineError(r.Line, err)
		}
		i.result.Lines++
		i.options.Progress.Report(i.result.Lines)
	}
	if i.org == nil {
		return lineError(1, errNoOrganization)
	}
	return nil
}

var errNoOrganization = errors.New("the first line must be of kind organization")

// lineError names the line, unless it is the store or the reading that failed.
func lineError(number int, err error) error {
	var refused *Error
	if number == 0 || errors.As(err, &refused) || isNoSpace(err) {
		return err
	}
	return &LineError{Line: number, Text: err.Error()}
}

func (i *importer) record(r record.Record) error {
	if i.org == nil && r.Kind != kindOrganization {
		return errNoOrganization
	}
	switch r.Kind {
	case kindAuditEntry, kindPermission, kindInboxRule:
		return i.ofMailbox(r)
	}
	if r.HasMailbox {
		r.Properties.Set("mailbox", r.Mailbox)
	}
	switch r.Kind {
	case kindOrganization:
		return i.organization(r.Properties)
	case kindMailbox:
		return i.mailbox(r.Properties)
	case kindRecipient:
		return put(&i.result.Counts.Recipients, i.draft.PutRecipient)(tenant.NewRecipient(r.Properties, i.org))
	case kindUnified:
		record, err := tenant.NewUnifiedAuditRecord(r.Properties)
		return put(&i.result.Counts.UnifiedAuditRecords, func(r *tenant.UnifiedAuditRecord) error { return i.draft.AppendUnified(r) })(record, err)
	case kindAdminEntry:
		entry, err := tenant.NewAdminAuditEntry(r.Properties)
		return put(&i.result.Counts.AdminAuditEntries, func(e *tenant.AdminAuditEntry) error { return i.draft.AppendAdmin(e) })(entry, err)
	}
	if !tenant.IsObjectKind(r.Kind) {
		return fmt.Errorf("the kind %q is unknown", r.Kind)
	}
	return put(&i.result.Counts.Objects, i.draft.PutObject)(tenant.NewObject(r.Kind, r.Properties))
}

// put stores a record that was read without error and counts it.
func put[T any](count *int, store func(T) error) func(T, error) error {
	return func(record T, err error) error {
		if err == nil {
			err = store(record)
			*count++
		}
		return err
	}
}

// ofMailbox takes the kinds of lines that name the mailbox they belong to.
func (i *importer) ofMailbox(r record.Record) error {
	if !r.HasMailbox {
		return fmt.Errorf("the %s does not name its mailbox", r.Kind)
	}
	mailbox, err := i.resolve(r.Mailbox)
	if err != nil {
		return err
	}
	switch r.Kind {
	case kindPermission:
		return put(&i.result.Counts.Permissions, i.draft.PutPermission)(tenant.NewPermission(mailbox, r.Properties))
	case kindInboxRule:
		return put(&i.result.Counts.InboxRules, i.draft.PutInboxRule)(tenant.NewInboxRule(mailbox, r.Properties))
	}
	entry, err := tenant.NewAuditEntry(mailbox, r.Properties)
	return put(&i.result.Counts.AuditEntries, func(e *tenant.AuditEntry) error { return i.draft.AppendAudit(e) })(entry, err)
}

func (i *importer) organization(b tenant.Bag) error {
	if i.org != nil {
		return errors.New("there is an organization already")
	}
	if i.options.Name != "" {
		b.Set("Name", i.options.Name)
	}
	org, err := tenant.NewOrganization(b)
	if err != nil {
		return err
	}
	if !i.options.Replace {
		if _, err := i.draft.bulk.store.entry(org.Name); err == nil {
			return exists(org.Name)
		}
	}
	i.org = org
	return i.draft.PutOrganization(org)
}

func (i *importer) mailbox(b tenant.Bag) error {
	m, err := tenant.NewMailbox(b, i.org)
	if err != nil {
		return err
	}
	if other, taken := i.byAddress[tenant.FoldName(m.PrimarySMTPAddress)]; taken && other != m.ExchangeGUID {
		return fmt.Errorf("another mailbox has the address %s", m.PrimarySMTPAddress)
	}
	i.remember(m)
	i.result.Counts.Mailboxes++
	return i.draft.PutMailbox(m)
}

func (i *importer) remember(m *tenant.Mailbox) {
	i.byAddress[strings.Clone(tenant.FoldName(m.PrimarySMTPAddress))] = m.ExchangeGUID // of its own, for the block of lines may go
	for _, name := range m.IdentityNames() {
		if other, taken := i.byName[name]; taken && other != m.ExchangeGUID {
			i.byName[name] = tenant.GUID{}
			continue
		}
		i.byName[strings.Clone(name)] = m.ExchangeGUID
	}
}

// resolve finds the mailbox that a line names, by its address first.
func (i *importer) resolve(identity string) (tenant.GUID, error) {
	name := tenant.CleanIdentity(identity)
	if g, ok := i.byAddress[name]; ok {
		return g, nil
	}
	g, ok := i.byName[name]
	switch {
	case !ok:
		return g, fmt.Errorf("there is no mailbox %q before this line", identity)
	case g.IsZero():
		return g, fmt.Errorf("several mailboxes match %q", identity)
	}
	return g, nil
}
