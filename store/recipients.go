package store

import (
	"errors"
	"iter"

	"exolab/store/tenant"
)

// Owner types in the name index.
const (
	ownerMailbox   = typeMailbox
	ownerRecipient = typeRecipient
)

func (r *records) nameKey(name string, owner byte, g tenant.GUID) []byte {
	key := append(appendText(r.number.key(typeName), name), owner)
	return append(key, g[:]...)
}

// named returns the ids of the owners of a name.
func (r *records) named(identity string, owner byte) ([]tenant.GUID, error) {
	var found []tenant.GUID
	prefix := append(appendText(r.number.key(typeName), tenant.CleanIdentity(identity)), owner)
	err := r.scan(prefix, func(key, _ []byte) error {
		if len(key) == len(prefix)+guidSize {
			found = append(found, tenant.GUID(key[len(prefix):]))
		}
		return nil
	})
	return found, err
}

func (r *records) FindMailboxes(identity string) ([]*tenant.Mailbox, error) {
	return findAll(r, identity, ownerMailbox, r.MailboxByGUID)
}

func (r *records) FindRecipients(identity string) ([]*tenant.Recipient, error) {
	return findAll(r, identity, ownerRecipient, r.recipientByGUID)
}

func findAll[T any](r *records, identity string, owner byte, byGUID func(tenant.GUID) (T, error)) ([]T, error) {
	ids, err := r.named(identity, owner)
	if err != nil {
		return nil, err
	}
	found := make([]T, 0, len(ids))
	for _, id := range ids {
		record, err := byGUID(id)
		if err != nil {
			return nil, err
		}
		found = append(found, record)
	}
	return found, nil
}

func (r *records) Mailbox(identity string) (*tenant.Mailbox, error) {
	return findOne(r, identity, ownerMailbox, r.MailboxByGUID)
}

func (r *records) Recipient(identity string) (*tenant.Recipient, error) {
	return findOne(r, identity, ownerRecipient, r.recipientByGUID)
}

func findOne[T any](r *records, identity string, owner byte, byGUID func(tenant.GUID) (T, error)) (T, error) {
	var none T
	ids, err := r.named(identity, owner)
	switch {
	case err != nil:
		return none, err
	case len(ids) == 0:
		return none, &tenant.NotFoundError{Identity: identity}
	case len(ids) > 1:
		return none, &tenant.AmbiguousError{Identity: identity, Matches: ids}
	}
	return byGUID(ids[0])
}

func (r *records) MailboxByGUID(exchangeGUID tenant.GUID) (*tenant.Mailbox, error) {
	b, found, err := r.load(r.number.guidKey(typeMailbox, exchangeGUID))
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, &tenant.NotFoundError{Identity: exchangeGUID.String()}
	}
	return r.readMailbox(nil, b)
}

func (r *records) readMailbox(_ []byte, b tenant.Bag) (*tenant.Mailbox, error) {
	org, err := r.organization()
	if err != nil {
		return nil, err
	}
	return tenant.NewMailbox(b, org)
}

func (r *records) Mailboxes() iter.Seq2[*tenant.Mailbox, error] {
	if _, err := r.organization(); err != nil { // before the scan: see collect
		return sequenceOf[*tenant.Mailbox](nil, err)
	}
	return sequenceOf(collect(r, r.number.key(typeMailbox), r.readMailbox))
}

func (r *records) recipientByGUID(g tenant.GUID) (*tenant.Recipient, error) {
	b, found, err := r.load(r.number.guidKey(typeRecipient, g))
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, &tenant.NotFoundError{Identity: g.String()}
	}
	return r.readRecipient(nil, b)
}

func (r *records) readRecipient(_ []byte, b tenant.Bag) (*tenant.Recipient, error) {
	org, err := r.organization()
	if err != nil {
		return nil, err
	}
	return tenant.NewRecipient(b, org)
}

func (r *records) Recipients() iter.Seq2[*tenant.Recipient, error] {
	if _, err := r.organization(); err != nil {
		return sequenceOf[*tenant.Recipient](nil, err)
	}
	return sequenceOf(collect(r, r.number.key(typeRecipient), r.readRecipient))
}

func (r *records) PutMailbox(m *tenant.Mailbox) error {
	var before []string
	switch old, err := r.MailboxByGUID(m.ExchangeGUID); {
	case err == nil:
		before = old.IdentityNames()
	case !isNotFound(err):
		return err
	}
	if err := r.putNames(before, m.IdentityNames(), ownerMailbox, m.ExchangeGUID); err != nil {
		return err
	}
	return r.store(r.number.guidKey(typeMailbox, m.ExchangeGUID), m.Bag())
}

func (r *records) PutRecipient(record *tenant.Recipient) error {
	var before []string
	switch old, err := r.recipientByGUID(record.GUID); {
	case err == nil:
		before = old.IdentityNames()
	case !isNotFound(err):
		return err
	}
	if err := r.putNames(before, record.IdentityNames(), ownerRecipient, record.GUID); err != nil {
		return err
	}
	return r.store(r.number.guidKey(typeRecipient, record.GUID), record.Bag())
}

func isNotFound(err error) bool {
	var notFound *tenant.NotFoundError
	return errors.As(err, &notFound)
}

// putNames brings the name index from the names before to those after.
func (r *records) putNames(before, after []string, owner byte, g tenant.GUID) error {
	stays := make(map[string]bool, len(after))
	for _, name := range after {
		stays[name] = true
	}
	for _, name := range before {
		if !stays[name] {
			if err := r.remove(r.nameKey(name, owner, g)); err != nil {
				return err
			}
		}
	}
	for _, name := range after {
		if err := r.set(r.nameKey(name, owner, g), []byte{codecVersion}); err != nil {
			return err
		}
	}
	return nil
}

func (r *records) RemoveMailbox(exchangeGUID tenant.GUID) error {
	m, err := r.MailboxByGUID(exchangeGUID)
	if isNotFound(err) {
		return nil
	}
	if err != nil {
		return err
	}
	if err := r.putNames(m.IdentityNames(), nil, ownerMailbox, exchangeGUID); err != nil {
		return err
	}
	for _, recordType := range []byte{typeMailbox, typePermission, typeRule} {
		if err := r.removeAll(r.number.guidKey(recordType, exchangeGUID)); err != nil {
			return err
		}
	}
	return nil
}

func (r *records) RemoveRecipient(guid tenant.GUID) error {
	record, err := r.recipientByGUID(guid)
	if isNotFound(err) {
		return nil
	}
	if err != nil {
		return err
	}
	if err := r.putNames(record.IdentityNames(), nil, ownerRecipient, guid); err != nil {
		return err
	}
	return r.remove(r.number.guidKey(typeRecipient, guid))
}

func (r *records) removeAll(prefix []byte) error {
	var keys [][]byte
	err := r.scan(prefix, func(key, _ []byte) error {
		keys = append(keys, append([]byte(nil), key...))
		return nil
	})
	for _, key := range keys {
		if err == nil {
			err = r.remove(key)
		}
	}
	return err
}
