package evidence

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"exolab/store/tenant"
)

const kindUnified = "unifiedAuditRecord"

// unifiedShape are the properties that every record has; those of the places
// are read again from a CSV's columns.
var unifiedShape = tenant.NewShape([]string{"RecordType", "CreationDate", "UserIds", "Operations", "Identity", "AuditData"})

const (
	placeUsers      = 2
	placeOperations = 3
	placeIdentity   = 4
)

// recordTypeName is the name of a record type by number; a name stays as it is.
func recordTypeName(number string) string {
	if name := tenant.RecordTypeName(number); name != "" {
		return name
	}
	return number
}

// readAuditData reads AuditData, one record in a line or all in an array.
func readAuditData(l *lines, emit func(row) error) error {
	if start, _ := l.in.Peek(64); strings.HasPrefix(strings.TrimLeft(strings.TrimPrefix(string(start), "\ufeff"), " \t\r\n"), "[") {
		return readArray(l, emit)
	}
	data := newDataReader()
	for {
		text, err := l.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if strings.TrimSpace(text) == "" {
			continue
		}
		if err := emit(data.rowOf(l.number, strings.TrimSpace(text))); err != nil {
			return err
		}
	}
}

// readArray reads the elements of one JSON array; the line of an element is its
// number.
func readArray(l *lines, emit func(row) error) error {
	d := json.NewDecoder(l.in)
	if _, err := d.Token(); err != nil {
		return fmt.Errorf("the JSON is damaged: %w", err)
	}
	data := newDataReader()
	for n := 1; d.More(); n++ {
		var raw json.RawMessage
		if err := d.Decode(&raw); err != nil {
			return emit(row{line: n, text: "", reason: "the JSON ends or is damaged at this element: " + err.Error()})
		}
		if err := emit(data.rowOf(n, compact(raw))); err != nil {
			return err
		}
	}
	return nil
}

// readPurview reads a CSV with AuditData.
func readPurview(l *lines, emit func(row) error) error {
	t, err := newTable(l)
	if err != nil {
		return err
	}
	return t.each(newPurview(t).row, emit)
}

// purview knows the columns of such a CSV. The names differ between the portal
// and what Search-UnifiedAuditLog exports.
type purview struct {
	json                                                   *dataReader
	data, created, users, operations, recordType, identity int
	// further are the columns that are kept as they are.
	further []int
	// narrow and wide are the properties of the records, wide with the column of
	// the time where it says another one than AuditData.
	narrow, wide *tenant.Shape
}

func newPurview(t *table) *purview {
	p := &purview{json: newDataReader(), data: t.column("AuditData"), created: t.column("CreationDate", "CreationTime"), users: t.column("UserIds", "UserId"),
		operations: t.column("Operations", "Operation"), recordType: t.column("RecordType"), identity: t.column("Identity", "RecordId")}
	var names []string
	for i, column := range t.columns {
		switch i {
		case p.data, p.created, p.users, p.operations, p.recordType, p.identity:
		default:
			p.further = append(p.further, i)
			names = append(names, column)
		}
	}
	p.narrow = tenant.NewShape(slices.Concat(unifiedShape.Names(), names))
	p.wide = tenant.NewShape(slices.Concat(unifiedShape.Names(), []string{"CreationDateColumn"}, names))
	return p
}

// row is the record of a row: AuditData says what it is; where it is damaged, the
// columns beside it do.
func (p *purview) row(f fieldsOf) row {
	if f.reason != "" {
		return row{line: f.line, text: f.text, reason: f.reason}
	}
	r, err := p.json.read(p.field(f, p.data))
	if err != nil {
		at, ok := parseTime(p.field(f, p.created))
		if !ok || p.field(f, p.operations) == "" {
			return row{line: f.line, text: f.text, reason: "AuditData is damaged (" + err.Error() + ") and the other columns do not say when and what"}
		}
		r = row{kind: kindUnified, at: at, reason: "AuditData is damaged (" + err.Error() + "); it was kept as it is", user: person{upn: p.field(f, p.users)}}
		r.bag = tenant.NewBag(unifiedShape, []any{recordTypeName(p.field(f, p.recordType)), tenant.FormatTime(at), p.field(f, p.users),
			p.field(f, p.operations), p.field(f, p.identity), p.field(f, p.data)})
	}
	r.line = f.line
	p.keep(&r, f)
	return r
}

// keep adds what the columns say beyond AuditData.
func (p *purview) keep(r *row, f fieldsOf) {
	values := append(make([]any, 0, len(p.wide.Names())), r.bag.Values()...)
	for place, column := range map[int]int{placeUsers: p.users, placeOperations: p.operations, placeIdentity: p.identity} {
		if text := p.field(f, column); text != "" {
			values[place] = text
		}
	}
	shape := p.narrow
	if text := p.field(f, p.created); text != "" && !sameTime(text, r.at) {
		shape, values = p.wide, append(values, text)
	}
	for _, i := range p.further {
		values = append(values, p.field(f, i))
	}
	r.bag = tenant.NewBag(shape, values)
}

func sameTime(text string, at time.Time) bool {
	t, ok := parseTime(text)
	return ok && t.Truncate(time.Second).Equal(at.Truncate(time.Second))
}

func (p *purview) field(f fieldsOf, i int) string {
	if i < 0 || i >= len(f.fields) {
		return ""
	}
	return f.fields[i]
}

// compact writes JSON in one line.
func compact(raw json.RawMessage) string {
	var out bytes.Buffer
	if json.Compact(&out, raw) != nil {
		return string(raw)
	}
	return out.String()
}
