package evidence

import (
	"errors"
	"fmt"
	"strings"

	"exolab/store/record"
	"exolab/store/tenant"
)

// The members of AuditData that are read; the text itself is kept as it is.
const (
	dataCreationTime = iota
	dataOperation
	dataID
	dataUserID
	dataRecordType
	dataMailboxGUID
	dataMailboxOwnerUPN
	dataMailboxOwnerSid
	dataLogonUserSid
	dataLogonUserDisplayName
	dataMembers
)

// dataNames are their names, lower-cased: exports differ in the case of some.
var dataNames = map[string]int{
	"creationtime": dataCreationTime, "operation": dataOperation, "id": dataID, "userid": dataUserID, "recordtype": dataRecordType,
	"mailboxguid": dataMailboxGUID, "mailboxownerupn": dataMailboxOwnerUPN, "mailboxownersid": dataMailboxOwnerSid,
	"logonusersid": dataLogonUserSid, "logonuserdisplayname": dataLogonUserDisplayName,
}

// dataReader reads AuditData.
type dataReader struct {
	json *record.Reader
	// places are where the values of names go, -1 for nowhere.
	places map[string]int
	values [dataMembers]string
}

// mostPlaces bounds the memory for names.
const mostPlaces = 1 << 12

func newDataReader() *dataReader {
	return &dataReader{json: record.NewReader(), places: map[string]int{}}
}

func (d *dataReader) member(name, value string) {
	place, known := d.places[name]
	if !known {
		if place, known = dataNames[strings.ToLower(name)]; !known {
			place = -1
		}
		if len(d.places) < mostPlaces {
			d.places[strings.Clone(name)] = place
		}
	}
	if place >= 0 {
		d.values[place] = value
	}
}

// read makes the record of an AuditData text.
func (d *dataReader) read(data string) (row, error) {
	d.values = [dataMembers]string{}
	if err := d.json.Skim(data, d.member); err != nil {
		return row{}, err
	}
	v := &d.values
	at, ok := parseTime(v[dataCreationTime])
	switch {
	case !ok:
		return row{}, fmt.Errorf("CreationTime %q is not a time", v[dataCreationTime])
	case v[dataOperation] == "":
		return row{}, errors.New("there is no Operation")
	}
	r := row{kind: kindUnified, at: at, owner: person{upn: v[dataMailboxOwnerUPN], guid: v[dataMailboxGUID], sid: v[dataMailboxOwnerSid]},
		user: person{upn: v[dataUserID], sid: v[dataLogonUserSid], name: v[dataLogonUserDisplayName]}}
	r.bag = tenant.NewBag(unifiedShape, []any{recordTypeName(v[dataRecordType]), tenant.FormatTime(at), v[dataUserID], v[dataOperation], v[dataID], data})
	return r, nil
}

// rowOf is the row of an AuditData text, damaged if it is none.
func (d *dataReader) rowOf(line int, text string) row {
	r, err := d.read(text)
	if err != nil {
		return row{line: line, text: text, reason: "it is not AuditData: " + err.Error()}
	}
	r.line = line
	return r
}
