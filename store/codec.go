package store

import (
	"encoding/binary"
	"errors"
	"math"
	"time"

	"exolab/store/record"
	"exolab/store/tenant"
)

// codecVersion begins every value of this form.
const codecVersion = 1

// errCodec is a value that is not of the form; the store is damaged.
var errCodec = errors.New("value cannot be read")

// The tags before each encoded value.
const (
	tagNil = iota
	tagFalse
	tagTrue
	tagInt
	tagFloat
	tagNumber
	tagText
	tagTime
	tagList
	tagBag
	tagLexicon
)

// encoder writes bags with one organization's lexicon.
type encoder struct {
	lexicon *lexicon
	out     []byte
}

func (e *encoder) bag(b tenant.Bag) {
	shape := b.Shape()
	if shape == nil {
		shape = emptyShape
	}
	e.uvarint(uint64(e.lexicon.shapeID(shape)))
	repeated := e.lexicon.repeatedIn(shape)
	for i, v := range b.Values() {
		e.value(v, repeated[i])
	}
}

var emptyShape = tenant.NewShape(nil)

func (e *encoder) value(v any, repeated bool) {
	switch v := v.(type) {
	case nil:
		e.out = append(e.out, tagNil)
	case bool:
		e.out = append(e.out, tagFalse+boolByte(v))
	case int64:
		e.out = binary.AppendVarint(append(e.out, tagInt), v)
	case float64:
		e.out = binary.BigEndian.AppendUint64(append(e.out, tagFloat), math.Float64bits(v))
	case tenant.Number:
		e.text(tagNumber, string(v))
	case string:
		if repeated {
			if id, ok := e.lexicon.id(v); ok {
				e.out = binary.AppendUvarint(append(e.out, tagLexicon), uint64(id))
				return
			}
		}
		e.text(tagText, v)
	case time.Time:
		e.out = binary.AppendVarint(append(e.out, tagTime), v.Unix())
		e.uvarint(uint64(v.Nanosecond()))
	case []any:
		e.out = append(e.out, tagList)
		e.uvarint(uint64(len(v)))
		for _, element := range v {
			e.value(element, false)
		}
	case tenant.Bag:
		e.out = append(e.out, tagBag)
		e.bag(v)
	default:
		e.out = append(e.out, tagNil)
	}
}

func (e *encoder) text(tag byte, s string) {
	e.out = append(e.out, tag)
	e.uvarint(uint64(len(s)))
	e.out = append(e.out, s...)
}

func (e *encoder) uvarint(n uint64) { e.out = binary.AppendUvarint(e.out, n) }

func boolByte(b bool) byte {
	if b {
		return 1
	}
	return 0
}

// decoder reads what encoder wrote. It checks every length, for the data may be
// damaged.
type decoder struct {
	lexicon *lexicon
	in      []byte
	text    string // the same bytes, so that texts share one copy
	at      int
	failed  bool
}

// decode reads a bag behind the codec version.
func decode(l *lexicon, value []byte) (tenant.Bag, error) {
	if len(value) == 0 || value[0] != codecVersion {
		return tenant.Bag{}, errCodec
	}
	return decodeBag(l, value[1:])
}

func decodeBag(l *lexicon, value []byte) (tenant.Bag, error) {
	d := decoder{lexicon: l, in: value, text: string(value)}
	b := d.bag(0)
	if d.failed || d.at != len(value) {
		return tenant.Bag{}, errCodec
	}
	return b, nil
}

func encode(l *lexicon, b tenant.Bag) []byte {
	e := encoder{lexicon: l, out: make([]byte, 1, 512)}
	e.out[0] = codecVersion
	e.bag(b)
	return e.out
}

func (d *decoder) bag(depth int) tenant.Bag {
	shape, ok := d.lexicon.shape(uint32(d.uvarint()))
	if !ok || depth > record.MaxNesting || len(shape.Names()) > len(d.in)-d.at {
		d.failed = true
		return tenant.Bag{}
	}
	values := make([]any, len(shape.Names()))
	for i := range values {
		values[i] = d.value(depth)
	}
	return tenant.NewBag(shape, values)
}

func (d *decoder) value(depth int) any {
	if d.failed || d.at >= len(d.in) {
		d.failed = true
		return nil
	}
	tag := d.in[d.at]
	d.at++
	switch tag {
	case tagNil:
		return nil
	case tagFalse:
		return false
	case tagTrue:
		return true
	case tagInt:
		return d.varint()
	case tagFloat:
		if len(d.in)-d.at < 8 {
			d.failed = true
			return nil
		}
		d.at += 8
		return math.Float64frombits(binary.BigEndian.Uint64(d.in[d.at-8:]))
	case tagNumber:
		return tenant.Number(d.string())
	case tagText:
		return d.string()
	case tagTime:
		return time.Unix(d.varint(), int64(d.uvarint())).UTC()
	case tagList:
		return d.list(depth + 1)
	case tagBag:
		return d.bag(depth + 1)
	case tagLexicon:
		text, ok := d.lexicon.text(uint32(d.uvarint()))
		d.failed = d.failed || !ok
		return text
	}
	d.failed = true
	return nil
}

func (d *decoder) list(depth int) any {
	count := d.uvarint()
	if d.failed || depth > record.MaxNesting || count > uint64(len(d.in)-d.at) {
		d.failed = true
		return nil
	}
	list := make([]any, count)
	for i := range list {
		list[i] = d.value(depth)
	}
	return list
}

func (d *decoder) string() string {
	n := d.uvarint()
	if d.failed || n > uint64(len(d.in)-d.at) {
		d.failed = true
		return ""
	}
	s := d.text[d.at : d.at+int(n)]
	d.at += int(n)
	return s
}

func (d *decoder) uvarint() uint64 {
	n, size := binary.Uvarint(d.in[d.at:])
	if size <= 0 {
		d.failed = true
		return 0
	}
	d.at += size
	return n
}

func (d *decoder) varint() int64 {
	n, size := binary.Varint(d.in[d.at:])
	if size <= 0 {
		d.failed = true
		return 0
	}
	d.at += size
	return n
}

// encodeEntry puts before an entry's properties what searches look at.
func encodeEntry(l *lexicon, e *tenant.AuditEntry) []byte {
	enc := encoder{lexicon: l, out: make([]byte, 2, 512)}
	enc.out[0] = codecVersion
	enc.out[1] = byte(e.LogonType)<<1 | boolByte(e.ExternalAccess)
	enc.value(e.Operation, true)
	enc.bag(e.Properties)
	return enc.out
}

// decodeEntry reads an entry if the query accepts it; otherwise nil. Of a head
// alone the properties are left out.
func decodeEntry(l *lexicon, mailbox tenant.GUID, t time.Time, value []byte, q *tenant.AuditQuery, headOnly bool) (*tenant.AuditEntry, error) {
	if len(value) < 3 || value[0] != codecVersion {
		return nil, errCodec
	}
	head := decoder{lexicon: l, in: value, at: 2}
	if value[2] != tagLexicon {
		head.text = string(value)
	}
	operation, ok := head.value(0).(string)
	if !ok || head.failed {
		return nil, errCodec
	}
	logon, external := tenant.LogonType(value[1]>>1), value[1]&1 != 0
	if !q.Accepts(logon, external, operation) {
		return nil, nil
	}
	e := &tenant.AuditEntry{Mailbox: mailbox, LastAccessed: t, Operation: operation, LogonType: logon, ExternalAccess: external}
	if headOnly {
		return e, nil
	}
	var err error
	e.Properties, err = decodeBag(l, value[head.at:])
	return e, err
}
