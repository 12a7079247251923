package store

import (
	"bytes"
	"cmp"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"exolab/store/tenant"
)

// FuzzKeys compares keys with what they are made of: keys of different records
// differ, and their order is that of the times, then the newest record first.
func FuzzKeys(f *testing.F) {
	f.Add("a", "b", "c", "a", "b\x00c", "", int64(0), int64(-1), uint32(1), uint32(2))
	f.Add("a", "b\x00c", "d", "a", "b", "c\x00d", int64(1), int64(1), uint32(0), ^uint32(0))
	f.Fuzz(func(t *testing.T, scope1, folder1, user1, scope2, folder2, user2 string, time1, time2 int64, seq1, seq2 uint32) {
		const n = number(7)
		p1, p2 := tenant.Permission{Scope: scope1, Folder: folder1, User: user1}, tenant.Permission{Scope: scope2, Folder: folder2, User: user2}
		same := scope1 == scope2 && tenant.FoldName(folder1) == tenant.FoldName(folder2) && tenant.FoldName(user1) == tenant.FoldName(user2)
		require.Equal(t, same, bytes.Equal(n.permissionKey(&p1), n.permissionKey(&p2)))

		at1, at2 := time.Unix(0, time1).UTC(), time.Unix(0, time2).UTC()
		key1, key2 := n.auditKey(tenant.GUID{1}, at1, seq1), n.auditKey(tenant.GUID{1}, at2, seq2)
		require.Equal(t, cmp.Or(at1.Compare(at2), cmp.Compare(seq2, seq1)), bytes.Compare(key1, key2))
		require.Equal(t, at1, timeIn(key1, auditTimeAt))
		require.Equal(t, at2, timeIn(n.logKey(typeUnified, at2, seq2), logTimeAt))

		day1, day2 := dayNumber(at1), dayNumber(at2)
		require.Equal(t, at1.Truncate(24*time.Hour), dayStart(day1).Truncate(24*time.Hour))
		require.Equal(t, dayStart(day1).Compare(dayStart(day2)), cmp.Compare(day1, day2))
		index1, index2 := n.dayOfTextKey(typeDayByOp, user1, day1, tenant.GUID{1}), n.dayOfTextKey(typeDayByOp, user2, day2, tenant.GUID{1})
		require.Equal(t, user1 == user2 && day1 == day2, bytes.Equal(index1, index2))

		for _, prefix := range [][]byte{n.prefix(), n.objectKey(scope1, folder1), appendText(n.key(typeName), user1)} {
			require.Positive(t, bytes.Compare(after(prefix), append(prefix, user2...)))
		}
	})
}

// FuzzValues reads anything as a value: it is refused, or says the same after it
// was written again.
func FuzzValues(f *testing.F) {
	l := newLexicon()
	for _, b := range []tenant.Bag{
		{},
		tenant.BagOf("Operation", "Move", "At", time.Unix(5, 6).UTC(), "Items", []any{tenant.BagOf("Subject", "x"), nil, 1.5, int64(-3), true, tenant.Number("1e400")}),
	} {
		f.Add(encode(l, b))
	}
	f.Add(encodeEntry(l, &tenant.AuditEntry{Operation: "Move", LogonType: tenant.LogonDelegate, Properties: tenant.BagOf("Operation", "Move")}))
	f.Fuzz(func(t *testing.T, value []byte) {
		if b, err := decode(l, value); err == nil {
			again := encode(l, b)
			second, err := decode(l, again)
			require.NoError(t, err)
			require.Equal(t, again, encode(l, second))
		}
		if e, err := decodeEntry(l, tenant.GUID{}, time.Time{}, value, &tenant.AuditQuery{}, false); err == nil {
			again := encodeEntry(l, e)
			second, err := decodeEntry(l, tenant.GUID{}, time.Time{}, again, &tenant.AuditQuery{}, false)
			require.NoError(t, err)
			require.Equal(t, again, encodeEntry(l, second))
		}
	})
}
