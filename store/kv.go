package store

import (
	"errors"

	"github.com/dgraph-io/badger/v4"
)

// keyValues is what the records of an organization are read from and written
// to: a transaction, or a bulk load.
type keyValues interface {
	// get returns a copy of a value, nil if the key is not there.
	get(key []byte) ([]byte, error)
	set(key, value []byte) error
	remove(key []byte) error
	// scan calls back for each key with the prefix, in order. Key and value are
	// valid only during the call. The function may return errStop.
	scan(prefix []byte, f func(key, value []byte) error) error
}

// errStop ends a scan early without being an error.
var errStop = errors.New("stop")

// txnValues is a Badger transaction as keyValues.
type txnValues struct {
	txn    *badger.Txn
	mapped *mapped
}

func (v txnValues) get(key []byte) ([]byte, error) {
	item, err := v.txn.Get(key)
	if errors.Is(err, badger.ErrKeyNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return item.ValueCopy(nil)
}

func (v txnValues) set(key, value []byte) error { return v.txn.Set(key, value) }

func (v txnValues) remove(key []byte) error { return v.txn.Delete(key) }

func (v txnValues) scan(prefix []byte, f func(key, value []byte) error) error {
	it := v.cursor(prefix, false)
	defer it.Close()
	for it.Rewind(); it.Valid(); it.Next() {
		item := it.Item()
		err := item.Value(func(value []byte) error { return f(item.Key(), value) })
		if errors.Is(err, errStop) {
			return nil
		}
		if err != nil {
			return err
		}
	}
	return nil
}
