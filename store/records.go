package store

import (
	"encoding/binary"
	"errors"
	"iter"
	"slices"
	"time"

	"exolab/store/tenant"
)

// records reads and writes the records of one organization; it is the Reader and
// the Writer of its Tenant.
type records struct {
	keyValues
	number   number
	lexicon  *lexicon
	org      *tenant.Organization // nil until first needed
	sequence *uint32              // the next number, nil until first needed
	days     *dayIndex            // nil until first needed
}

func (r *records) load(key []byte) (tenant.Bag, bool, error) {
	value, err := r.get(key)
	if err != nil || value == nil {
		return tenant.Bag{}, false, err
	}
	b, err := decode(r.lexicon, value)
	return b, true, err
}

func (r *records) store(key []byte, b tenant.Bag) error { return r.set(key, encode(r.lexicon, b)) }

// collect reads all records with a prefix. It does not yield from within the
// scan: a transaction that writes can run only one scan at a time.
func collect[T any](r *records, prefix []byte, read func(key []byte, b tenant.Bag) (T, error)) ([]T, error) {
	var out []T
	err := r.scan(prefix, func(key, value []byte) error {
		b, err := decode(r.lexicon, value)
		if err != nil {
			return err
		}
		record, err := read(key, b)
		if err != nil {
			return err
		}
		out = append(out, record)
		return nil
	})
	return out, err
}

func sequenceOf[T any](list []T, err error) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		if err != nil {
			var none T
			yield(none, err)
			return
		}
		for _, record := range list {
			if !yield(record, nil) {
				return
			}
		}
	}
}

func (r *records) Organization() (*tenant.Organization, error) {
	org, err := r.organization()
	if err != nil {
		return nil, err
	}
	copied := *org
	copied.Domains = slices.Clone(org.Domains)
	return &copied, nil
}

// organization is Organization without the copy.
func (r *records) organization() (*tenant.Organization, error) {
	if r.org != nil {
		return r.org, nil
	}
	b, found, err := r.load(r.number.key(typeOrganization))
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, errCodec
	}
	r.org, err = tenant.NewOrganization(b)
	return r.org, err
}

func (r *records) PutOrganization(org *tenant.Organization) error {
	copied := *org
	r.org = &copied
	return r.store(r.number.key(typeOrganization), org.Bag())
}

func (r *records) Permissions(exchangeGUID tenant.GUID) ([]*tenant.Permission, error) {
	return collect(r, r.number.guidKey(typePermission, exchangeGUID),
		func(_ []byte, b tenant.Bag) (*tenant.Permission, error) { return tenant.NewPermission(exchangeGUID, b) })
}

func (r *records) PutPermission(p *tenant.Permission) error {
	return r.store(r.number.permissionKey(p), p.Bag())
}

func (r *records) RemovePermission(p *tenant.Permission) error {
	return r.remove(r.number.permissionKey(p))
}

func (r *records) InboxRules(exchangeGUID tenant.GUID) ([]*tenant.InboxRule, error) {
	rules, err := collect(r, r.number.guidKey(typeRule, exchangeGUID),
		func(_ []byte, b tenant.Bag) (*tenant.InboxRule, error) { return tenant.NewInboxRule(exchangeGUID, b) })
	slices.SortStableFunc(rules, func(a, b *tenant.InboxRule) int { return int(a.Priority - b.Priority) })
	return rules, err
}

func (r *records) PutInboxRule(rule *tenant.InboxRule) error {
	return r.store(r.number.ruleKey(rule.Mailbox, rule.RuleIdentity), rule.Bag())
}

func (r *records) RemoveInboxRule(exchangeGUID tenant.GUID, ruleIdentity int64) error {
	return r.remove(r.number.ruleKey(exchangeGUID, ruleIdentity))
}

func (r *records) Object(kind, identity string) (*tenant.Object, error) {
	b, found, err := r.load(r.number.objectKey(kind, identity))
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, &tenant.NotFoundError{Identity: identity}
	}
	return tenant.NewObject(kind, b)
}

func (r *records) Objects(kind string) iter.Seq2[*tenant.Object, error] {
	return r.ObjectsUnder(kind, "")
}

func (r *records) ObjectsUnder(kind, prefix string) iter.Seq2[*tenant.Object, error] {
	return sequenceOf(collect(r, r.number.objectKey(kind, prefix),
		func(_ []byte, b tenant.Bag) (*tenant.Object, error) { return tenant.NewObject(kind, b) }))
}

func (r *records) PutObject(o *tenant.Object) error {
	return r.store(r.number.objectKey(o.Kind, o.Identity), o.Bag())
}

func (r *records) RemoveObject(kind, identity string) error {
	return r.remove(r.number.objectKey(kind, identity))
}

// nextSequence hands out the number that keeps records of one moment apart.
func (r *records) nextSequence() (uint32, error) {
	if r.sequence == nil {
		r.sequence = new(uint32)
		value, err := r.get(r.number.key(typeSequence))
		if err != nil {
			return 0, err
		}
		if len(value) == 5 {
			*r.sequence = binary.BigEndian.Uint32(value[1:])
		}
	}
	*r.sequence++
	return *r.sequence - 1, nil
}

// finish writes what goes with every change: the sequence and new texts of the
// lexicon, whose count it returns.
func (r *records) finish() (int, error) {
	if r.sequence != nil {
		value := binary.BigEndian.AppendUint32([]byte{codecVersion}, *r.sequence)
		if err := r.set(r.number.key(typeSequence), value); err != nil {
			return 0, err
		}
	}
	return r.lexicon.flush(r.number, r)
}

func (r *records) AppendUnified(list ...*tenant.UnifiedAuditRecord) error {
	for _, record := range list {
		if err := r.appendLog(typeUnified, record.CreationDate, record.Bag()); err != nil {
			return err
		}
	}
	return nil
}

func (r *records) AppendAdmin(list ...*tenant.AdminAuditEntry) error {
	for _, entry := range list {
		if err := r.appendLog(typeAdminLog, entry.RunDate, entry.Bag()); err != nil {
			return err
		}
	}
	return nil
}

func (r *records) appendLog(recordType byte, t time.Time, b tenant.Bag) error {
	seq, err := r.nextSequence()
	if err != nil {
		return err
	}
	return r.store(r.number.logKey(recordType, t, seq), b)
}

func (r *records) AppendAudit(entries ...*tenant.AuditEntry) error {
	if r.days == nil {
		r.days = newDayIndex()
	}
	for _, e := range entries {
		seq, err := r.nextSequence()
		if err != nil {
			return err
		}
		if err := r.set(r.number.auditKey(e.Mailbox, e.LastAccessed, seq), encodeEntry(r.lexicon, e)); err != nil {
			return err
		}
		for _, key := range r.days.missing(r.number, e) {
			if err := r.set(key, []byte{codecVersion}); err != nil {
				return err
			}
		}
	}
	return nil
}

// damagedOr turns a value that cannot be read into the error for the user.
func damagedOr(dir string, err error) error {
	if errors.Is(err, errCodec) {
		return damaged(dir)
	}
	return err
}
