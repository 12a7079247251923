package store

import (
	"bufio"
	"io"
	"slices"
	"strings"
	"time"

	"exolab/store/record"
	"exolab/store/tenant"
)

// exporter writes an organization line by line.
type exporter struct {
	out      *bufio.Writer
	buffer   []byte
	progress Progress
	lines    int
}

func (e *exporter) line(kind, mailbox string, b tenant.Bag) error {
	e.buffer = record.Append(e.buffer[:0], kind, mailbox, b)
	e.lines++
	e.progress.Report(e.lines)
	_, err := e.out.Write(e.buffer)
	return err
}

func (s *badgerStore) Export(w io.Writer, name string, progress Progress) error {
	entry, err := s.entry(name)
	if err != nil {
		return err
	}
	opened, err := s.tenant(entry)
	if err != nil {
		return err
	}
	t, ok := opened.(*badgerTenant)
	if !ok {
		return unknown(name)
	}
	e := &exporter{out: bufio.NewWriterSize(w, 1<<16), progress: progress}
	err = s.read(func(v txnValues) error { return e.organization(t, v) })
	if err == nil {
		err = e.out.Flush()
	}
	return damagedOr(s.dir, err)
}

func (e *exporter) organization(t *badgerTenant, v txnValues) error {
	r := t.records(v)
	org, err := r.organization()
	if err != nil {
		return err
	}
	if err := e.line(kindOrganization, "", org.Bag()); err != nil {
		return err
	}
	mailboxes, err := sorted(r.Mailboxes(), func(m *tenant.Mailbox) string { return m.PrimarySMTPAddress })
	if err != nil {
		return err
	}
	for _, m := range mailboxes {
		if err := e.line(kindMailbox, "", m.Bag()); err != nil {
			return err
		}
	}
	if err := e.recipients(r); err != nil {
		return err
	}
	for _, m := range mailboxes {
		if err := e.ofMailbox(r, m); err != nil {
			return err
		}
	}
	if err := e.objects(r); err != nil {
		return err
	}
	for _, m := range mailboxes {
		if err := e.audit(t, v, m); err != nil {
			return err
		}
	}
	return e.logs(t, v)
}

// sorted collects records in the order of a key, then of their coming.
func sorted[T any](records func(func(T, error) bool), key func(T) string) ([]T, error) {
	var list []T
	for record, err := range records {
		if err != nil {
			return nil, err
		}
		list = append(list, record)
	}
	slices.SortStableFunc(list, func(a, b T) int { return strings.Compare(key(a), key(b)) })
	return list, nil
}

func (e *exporter) recipients(r *records) error {
	list, err := sorted(r.Recipients(), func(r *tenant.Recipient) string { return r.Name })
	for _, recipient := range list {
		if err == nil {
			err = e.line(kindRecipient, "", recipient.Bag())
		}
	}
	return err
}

func (e *exporter) ofMailbox(r *records, m *tenant.Mailbox) error {
	permissions, err := r.Permissions(m.ExchangeGUID)
	for _, p := range permissions {
		if err == nil {
			err = e.line(kindPermission, m.PrimarySMTPAddress, p.Bag())
		}
	}
	if err != nil {
		return err
	}
	rules, err := r.InboxRules(m.ExchangeGUID)
	for _, rule := range rules {
		if err == nil {
			err = e.line(kindInboxRule, m.PrimarySMTPAddress, rule.Bag())
		}
	}
	return err
}

func (e *exporter) objects(r *records) error {
	for _, kind := range tenant.ObjectKinds {
		for o, err := range r.Objects(kind) {
			if err == nil {
				err = e.line(kind, "", o.Bag())
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// audit writes a mailbox's entries, those of one moment in the order in which
// they came: an import gives them numbers in the order of the lines.
func (e *exporter) audit(t *badgerTenant, v txnValues, m *tenant.Mailbox) error {
	all := tenant.AuditQuery{}
	return eachInOrder(v, t.number.guidKey(typeAudit, m.ExchangeGUID), auditTimeAt, func(at time.Time, value []byte) error {
		entry, err := decodeEntry(t.lexicon, m.ExchangeGUID, at, value, &all, false)
		if err != nil {
			return err
		}
		return e.line(kindAuditEntry, m.PrimarySMTPAddress, entry.Properties)
	})
}

func (e *exporter) logs(t *badgerTenant, v txnValues) error {
	for _, log := range []struct {
		recordType byte
		kind       string
	}{{typeUnified, kindUnified}, {typeAdminLog, kindAdminEntry}} {
		err := eachInOrder(v, t.number.key(log.recordType), logTimeAt, func(_ time.Time, value []byte) error {
			b, err := decode(t.lexicon, value)
			if err != nil {
				return err
			}
			return e.line(log.kind, "", b)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// eachInOrder calls back for the records of a log, oldest first; those of one
// moment, which the keys have the other way round, are turned.
func eachInOrder(v txnValues, prefix []byte, timeAt int, f func(time.Time, []byte) error) error {
	var moment time.Time
	var values [][]byte
	flush := func() error {
		for i := len(values) - 1; i >= 0; i-- {
			if err := f(moment, values[i]); err != nil {
				return err
			}
		}
		values = values[:0]
		return nil
	}
	err := v.scan(prefix, func(key, value []byte) error {
		if len(key) < timeAt+timeSuffixSize {
			return errCodec
		}
		if at := timeIn(key, timeAt); !at.Equal(moment) {
			if err := flush(); err != nil {
				return err
			}
			moment = at
		}
		values = append(values, slices.Clone(value))
		return nil
	})
	if err != nil {
		return err
	}
	return flush()
}
