package store

import (
	"encoding/binary"
	"strings"
	"time"

	"exolab/store/tenant"
)

// Keys of the store itself begin with tenant number 0, those of an organization
// with its number; then comes one of these record types. What follows is
// big-endian, texts end in a zero byte (appendText).
const (
	typeAudit        = 'a' // mailbox16 time8 ^seq4 -> entry
	typeDayByActor   = 'A' // actor 0 day4 mailbox16 -> nothing
	typeDayByOp      = 'O' // operation 0 day4 mailbox16 -> nothing
	typeDay          = 'T' // day4 mailbox16 -> nothing
	typeAdminLog     = 'd' // time8 ^seq4 -> entry
	typeLexicon      = 'L' // id4 -> text
	typeMailbox      = 'm' // guid16 -> mailbox
	typeName         = 'n' // name 0 owner-type1 guid16 -> nothing
	typeOrganization = 'o' // -> organization
	typePermission   = 'p' // mailbox16 scope 0 folder 0 user 0 flags1 -> permission
	typeRecipient    = 'r' // guid16 -> recipient
	typeRule         = 'i' // mailbox16 rule8 -> rule
	typeSequence     = 's' // -> seq4, the next to be used
	typeUnified      = 'u' // time8 ^seq4 -> record
	typeObject       = 'x' // kind 0 identity -> object
)

// Record types below tenant number 0.
const (
	typeSchema    = 'S' // -> version
	typeDirectory = 'D' // folded name -> number, name, creation time
	typeCurrent   = 'C' // -> folded name
	typeNumber    = 'N' // -> number4, the next to be used
	typeGarbage   = 'G' // number4 -> nothing: keys of this number are to be removed
)

// number identifies an organization in keys. It is never used again.
type number uint32

func (n number) key(recordType byte) []byte {
	key := make([]byte, 5, 64)
	binary.BigEndian.PutUint32(key, uint32(n))
	key[4] = recordType
	return key
}

// prefix is what all keys of an organization begin with.
func (n number) prefix() []byte { return binary.BigEndian.AppendUint32(nil, uint32(n)) }

func (n number) guidKey(recordType byte, g tenant.GUID) []byte {
	return append(n.key(recordType), g[:]...)
}

// appendText appends a text that ends where it ends: a zero byte in it is followed
// by 0xff, with which nothing begins that comes after a text.
func appendText(key []byte, text string) []byte {
	for {
		before, rest, more := strings.Cut(text, "\x00")
		key = append(append(key, before...), 0)
		if !more {
			return key
		}
		key, text = append(key, 0xff), rest
	}
}

// appendTime appends a time so that byte order is time order.
func appendTime(key []byte, t time.Time) []byte {
	return binary.BigEndian.AppendUint64(key, uint64(t.UnixNano())^1<<63)
}

// appendSequence appends a sequence number the other way round: walking back
// from the newest, entries of one moment then come in the order of their numbers.
func appendSequence(key []byte, seq uint32) []byte { return binary.BigEndian.AppendUint32(key, ^seq) }

// timeIn reads the time that appendTime put at an offset.
func timeIn(key []byte, offset int) time.Time {
	return time.Unix(0, int64(binary.BigEndian.Uint64(key[offset:])^1<<63)).UTC()
}

func appendDay(key []byte, day uint32) []byte { return binary.BigEndian.AppendUint32(key, day) }

const (
	guidSize       = 16
	auditTimeAt    = 5 + guidSize // where the time of an audit key begins
	logTimeAt      = 5            // where the time of a log key begins
	daySuffix      = 4 + guidSize // day and mailbox at the end of a day index key
	timeSuffixSize = 12
)

// audit is the key of an audit entry.
func (n number) auditKey(mailbox tenant.GUID, t time.Time, seq uint32) []byte {
	return appendSequence(appendTime(n.guidKey(typeAudit, mailbox), t), seq)
}

func (n number) logKey(recordType byte, t time.Time, seq uint32) []byte {
	return appendSequence(appendTime(n.key(recordType), t), seq)
}

func (n number) permissionKey(p *tenant.Permission) []byte {
	key := n.guidKey(typePermission, p.Mailbox)
	key = appendText(key, p.Scope)
	key = appendText(key, tenant.FoldName(p.Folder))
	key = appendText(key, tenant.FoldName(p.User))
	var flags byte
	if p.Deny {
		flags |= 1
	}
	if p.IsInherited {
		flags |= 2
	}
	return append(key, flags)
}

func (n number) ruleKey(mailbox tenant.GUID, rule int64) []byte {
	return binary.BigEndian.AppendUint64(n.guidKey(typeRule, mailbox), uint64(rule)^1<<63)
}

func (n number) objectKey(kind, identity string) []byte {
	return append(appendText(n.key(typeObject), kind), tenant.FoldName(identity)...)
}

// after is the smallest key greater than all that begin with the prefix.
func after(prefix []byte) []byte {
	end := append([]byte(nil), prefix...)
	for i := len(end) - 1; i >= 0; i-- {
		end[i]++
		if end[i] != 0 {
			return end[:i+1]
		}
	}
	return append(end, 0xff)
}
