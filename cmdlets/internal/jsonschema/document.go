package jsonschema

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
)

var errNotJSON = errors.New("the text is not JSON")

// object is a JSON object with its names in the order of the text, which is the
// order in which faults are told.
type object struct {
	names   []string
	members map[string]any
}

// parse reads a text into nil, bool, json.Number, string, []any and *object.
func parse(text string) (any, error) {
	text = strings.TrimPrefix(text, "\ufeff")
	// This also bounds the depth, so that reading and checking may recurse.
	if !json.Valid([]byte(text)) {
		return nil, errNotJSON
	}
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	return readValue(d)
}

func readValue(d *json.Decoder) (any, error) {
	token, err := d.Token()
	if err != nil {
		return nil, err
	}
	switch token {
	case json.Delim('{'):
		return readObject(d)
	case json.Delim('['):
		return readArray(d)
	}
	return token, nil
}

func readObject(d *json.Decoder) (any, error) {
	o := &object{members: map[string]any{}}
	for d.More() {
		token, err := d.Token()
		if err != nil {
			return nil, err
		}
		member, err := readValue(d)
		if err != nil {
			return nil, err
		}
		name, _ := token.(string)
		if _, ok := o.members[name]; !ok {
			o.names = append(o.names, name)
		}
		o.members[name] = member
	}
	_, err := d.Token()
	return o, err
}

func readArray(d *json.Decoder) (any, error) {
	list := []any{}
	for d.More() {
		item, err := readValue(d)
		if err != nil {
			return nil, err
		}
		list = append(list, item)
	}
	_, err := d.Token()
	return list, err
}

// MarshalJSON writes the members in their order.
func (o *object) MarshalJSON() ([]byte, error) {
	var out bytes.Buffer
	for i, name := range o.names {
		out.WriteByte("{,"[min(i, 1)])
		out.WriteString(compact(name) + ":" + compact(o.members[name]))
	}
	if len(o.names) == 0 {
		out.WriteByte('{')
	}
	out.WriteByte('}')
	return out.Bytes(), nil
}

// compact is the JSON text of a value.
func compact(v any) string {
	text, err := json.Marshal(v)
	if err != nil {
		return ""
	}
	return string(text)
}
