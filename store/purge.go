package store

import (
	"encoding/binary"
	"slices"
	"time"

	"github.com/dgraph-io/badger/v4"

	"exolab/store/tenant"
)

func (t *badgerTenant) Purge(progress Progress) (int, error) {
	t.store.writing.Lock()
	defer t.store.writing.Unlock()
	if t.store.options.ReadOnly {
		return 0, writeError(t.store.dir, badger.ErrReadOnlyTxn)
	}
	limits, err := t.expiries()
	if err != nil {
		return 0, err
	}
	batch := t.store.db.NewWriteBatch()
	defer batch.Cancel()
	removed := 0
	err = t.store.read(func(v txnValues) error {
		if removed, err = t.purgeEntries(v, batch, limits, progress); err != nil {
			return err
		}
		return t.purgeDays(v, batch, limits)
	})
	if err == nil {
		err = batch.Flush()
	}
	if err != nil {
		return 0, damagedOr(t.store.dir, writeError(t.store.dir, err))
	}
	return removed, nil
}

// purgeEntries deletes the entries that are past their limit, and all entries of
// mailboxes that are no longer there.
func (t *badgerTenant) purgeEntries(v txnValues, batch *badger.WriteBatch, limits map[tenant.GUID]time.Time, progress Progress) (int, error) {
	it := v.cursor(t.number.key(typeAudit), false)
	defer it.Close()
	removed := 0
	for it.Rewind(); it.Valid(); {
		key := it.Item().Key()
		if len(key) != auditTimeAt+timeSuffixSize {
			return 0, errCodec
		}
		mailbox := tenant.GUID(key[5:auditTimeAt])
		limit, known := limits[mailbox]
		if known && !timeIn(key, auditTimeAt).Before(limit) {
			it.Seek(after(key[:auditTimeAt])) // the rest of this mailbox is younger
			continue
		}
		if err := batch.Delete(slices.Clone(key)); err != nil {
			return 0, err
		}
		removed++
		progress.Report(removed)
		it.Next()
	}
	return removed, nil
}

// purgeDays deletes the index keys of days that are wholly past the limit.
func (t *badgerTenant) purgeDays(v txnValues, batch *badger.WriteBatch, limits map[tenant.GUID]time.Time) error {
	for _, recordType := range []byte{typeDay, typeDayByOp, typeDayByActor} {
		it := v.cursor(t.number.key(recordType), false)
		for it.Rewind(); it.Valid(); it.Next() {
			key := it.Item().Key()
			at := len(key) - daySuffix
			if at < 5 {
				it.Close()
				return errCodec
			}
			limit, known := limits[tenant.GUID(key[at+4:])]
			if known && binary.BigEndian.Uint32(key[at:]) >= dayNumber(limit) {
				continue
			}
			if err := batch.Delete(slices.Clone(key)); err != nil {
				it.Close()
				return err
			}
		}
		it.Close()
	}
	return nil
}
