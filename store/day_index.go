package store

import (
	"time"

	"exolab/store/tenant"
)

// dayNumber counts days since 1970 so that they sort as unsigned numbers.
func dayNumber(t time.Time) uint32 {
	seconds := t.Unix()
	days := seconds / 86400
	if seconds%86400 < 0 {
		days--
	}
	return uint32(days) ^ 1<<31
}

func dayStart(day uint32) time.Time {
	return time.Unix(int64(int32(day^1<<31))*86400, 0).UTC()
}

// The day indexes tell which mailboxes have entries on a day: by anybody, by
// operation, by actor.
func (n number) dayKey(day uint32, mailbox tenant.GUID) []byte {
	return append(appendDay(n.key(typeDay), day), mailbox[:]...)
}

func (n number) dayOfTextKey(index byte, text string, day uint32, mailbox tenant.GUID) []byte {
	return append(appendDay(appendText(n.key(index), text), day), mailbox[:]...)
}

// rememberedDays bounds the memory for index keys that need no further writing.
const rememberedDays = 1 << 18

// dayMark is an index key that was written: numbers stand for the text (0 for the
// index of all entries) and the mailbox.
type dayMark struct{ text, day, mailbox uint32 }

// dayIndex knows the index keys that were written already.
type dayIndex struct {
	marks     map[dayMark]struct{}
	mailboxes map[tenant.GUID]uint32
	// texts are numbered by index and text, as entries have it.
	texts map[string]uint32
}

func newDayIndex() *dayIndex {
	return &dayIndex{marks: map[dayMark]struct{}{}, mailboxes: map[tenant.GUID]uint32{}, texts: map[string]uint32{}}
}

// missing returns the index keys of an entry that were not asked for before.
func (d *dayIndex) missing(n number, e *tenant.AuditEntry) [][]byte {
	if len(d.marks) > rememberedDays || len(d.texts) > rememberedDays {
		*d = *newDayIndex()
	}
	mailbox, known := d.mailboxes[e.Mailbox]
	if !known {
		mailbox = uint32(len(d.mailboxes))
		d.mailboxes[e.Mailbox] = mailbox
	}
	day := dayNumber(e.LastAccessed)
	var keys [][]byte
	if d.isNew(dayMark{0, day, mailbox}) {
		keys = append(keys, n.dayKey(day, e.Mailbox))
	}
	if d.isNew(dayMark{d.textNumber(typeDayByOp, e.Operation), day, mailbox}) {
		keys = append(keys, n.dayOfTextKey(typeDayByOp, tenant.FoldName(e.Operation), day, e.Mailbox))
	}
	if actor := e.ActorName(); d.isNew(dayMark{d.textNumber(typeDayByActor, actor), day, mailbox}) {
		keys = append(keys, n.dayOfTextKey(typeDayByActor, tenant.FoldName(actor), day, e.Mailbox))
	}
	return keys
}

func (d *dayIndex) isNew(mark dayMark) bool {
	before := len(d.marks)
	d.marks[mark] = struct{}{}
	return len(d.marks) > before
}

// textNumber numbers a text of an index; 0 is none's.
func (d *dayIndex) textNumber(index byte, text string) uint32 {
	var space [64]byte
	key := append(append(space[:0], index), text...)
	id, known := d.texts[string(key)]
	if !known {
		id = uint32(len(d.texts) + 1)
		d.texts[string(key)] = id
	}
	return id
}
