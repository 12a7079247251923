package store

import (
	"encoding/binary"
	"strings"
	"sync"

	"exolab/store/record"
	"exolab/store/tenant"
)

// lexiconLimit is the number of texts after which no further ones are added;
// they are then written out where they occur.
const lexiconLimit = 1 << 16

// lexicon numbers the texts that occur again and again in an organization's
// records - property lists, client names, account ids - so that an entry holds
// a number instead. A text once numbered keeps its number.
type lexicon struct {
	mu       sync.RWMutex
	texts    []string
	ids      map[string]uint32
	shapes   map[uint32]*tenant.Shape
	shapeIDs map[*tenant.Shape]uint32
	written  int // texts that the store has; the rest goes with the next commit
	repeated map[*tenant.Shape][]bool
}

func newLexicon() *lexicon {
	return &lexicon{
		ids: map[string]uint32{}, shapes: map[uint32]*tenant.Shape{},
		shapeIDs: map[*tenant.Shape]uint32{}, repeated: map[*tenant.Shape][]bool{},
	}
}

// id returns the number of a text, giving it one if need be and there is room.
func (l *lexicon) id(text string) (uint32, bool) {
	l.mu.RLock()
	id, ok := l.ids[text]
	l.mu.RUnlock()
	if ok {
		return id, true
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(l.texts) >= lexiconLimit {
		return 0, false
	}
	return l.add(text), true
}

func (l *lexicon) add(text string) uint32 {
	if id, ok := l.ids[text]; ok {
		return id
	}
	text = strings.Clone(text)
	id := uint32(len(l.texts))
	l.texts = append(l.texts, text)
	l.ids[text] = id
	return id
}

// shapeID returns the number of a shape; shapes are always numbered.
func (l *lexicon) shapeID(s *tenant.Shape) uint32 {
	l.mu.RLock()
	id, ok := l.shapeIDs[s]
	l.mu.RUnlock()
	if ok {
		return id
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	id = l.add(strings.Join(s.Names(), record.ShapeSeparator))
	if len(l.shapeIDs) > lexiconLimit {
		clear(l.shapeIDs)
		clear(l.repeated)
	}
	l.shapeIDs[s] = id
	return id
}

// text returns the text of a number.
func (l *lexicon) text(id uint32) (string, bool) {
	l.mu.RLock()
	defer l.mu.RUnlock()
	if int(id) >= len(l.texts) {
		return "", false
	}
	return l.texts[id], true
}

// shape returns the shape of a number, the same one every time.
func (l *lexicon) shape(id uint32) (*tenant.Shape, bool) {
	l.mu.RLock()
	s, ok := l.shapes[id]
	l.mu.RUnlock()
	if ok {
		return s, true
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if s, ok := l.shapes[id]; ok {
		return s, true
	}
	if int(id) >= len(l.texts) {
		return nil, false
	}
	var names []string
	if l.texts[id] != "" {
		names = strings.Split(l.texts[id], record.ShapeSeparator)
	}
	s = tenant.NewShape(names)
	l.shapes[id] = s
	l.shapeIDs[s] = id
	return s, true
}

// repeatedIn tells which properties of a shape have few different values.
func (l *lexicon) repeatedIn(s *tenant.Shape) []bool {
	l.mu.RLock()
	marks, ok := l.repeated[s]
	l.mu.RUnlock()
	if ok {
		return marks
	}
	marks = make([]bool, len(s.Names()))
	for i, name := range s.Names() {
		marks[i] = repeatedProperties[name]
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.repeated[s] = marks
	return marks
}

// repeatedProperties are the properties of audit records whose texts recur.
var repeatedProperties = map[string]bool{
	"Operation": true, "OperationResult": true, "LogonType": true, "FolderPathName": true,
	"DestFolderPathName": true, "ClientInfoString": true, "ClientIPAddress": true, "ClientMachineName": true,
	"ClientProcessName": true, "ClientVersion": true, "InternalLogonType": true, "MailboxOwnerUPN": true,
	"MailboxOwnerSid": true, "DestMailboxOwnerUPN": true, "DestMailboxOwnerSid": true, "DestMailboxGuid": true,
	"LogonUserDisplayName": true, "LogonUserSid": true, "SourceItemFolderPathName": true,
	"OriginatingServer": true, "MailboxGuid": true, "MailboxResolvedOwnerName": true, "ObjectState": true,
	"DirtyProperties": true, "RecordType": true, "UserIds": true, "Operations": true,
}

// load reads the lexicon of an organization.
func (l *lexicon) load(n number, kv keyValues) error {
	prefix := n.key(typeLexicon)
	err := kv.scan(prefix, func(_, value []byte) error {
		if len(value) == 0 || value[0] != codecVersion {
			return errCodec
		}
		text := string(value[1:])
		l.ids[text] = uint32(len(l.texts))
		l.texts = append(l.texts, text)
		return nil
	})
	l.written = len(l.texts)
	return err
}

// flush writes the texts that the store does not have yet and returns their
// count, to be given to flushed once the transaction is committed.
func (l *lexicon) flush(n number, kv keyValues) (int, error) {
	l.mu.RLock()
	defer l.mu.RUnlock()
	for id := l.written; id < len(l.texts); id++ {
		key := binary.BigEndian.AppendUint32(n.key(typeLexicon), uint32(id))
		value := append([]byte{codecVersion}, l.texts[id]...)
		if err := kv.set(key, value); err != nil {
			return 0, err
		}
	}
	return len(l.texts), nil
}

func (l *lexicon) flushed(count int) {
	l.mu.Lock()
	l.written = max(l.written, count)
	l.mu.Unlock()
}
