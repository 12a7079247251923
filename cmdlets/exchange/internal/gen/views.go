package main

import (
	"encoding/json"
	"fmt"
	"strings"
)

type tableView struct {
	Kind    string
	Columns [][]any
}

// views writes the tables in which objects are shown, in the form of package
// format: of several forms of a view, the last.
func views(facts []byte) (string, error) {
	var file struct {
		Objects []struct {
			TypeNames []string
			View      json.RawMessage
		}
	}
	if err := json.Unmarshal(facts, &file); err != nil {
		return "", err
	}
	seen := map[string]bool{}
	var out strings.Builder
	for _, o := range file.Objects {
		name, _, _ := strings.Cut(o.TypeNames[0], " ")
		v, ok := lastView(o.View)
		if !ok || seen[name] {
			continue
		}
		seen[name] = true
		columns, flags := v.columns()
		fmt.Fprintf(&out, "T\t%s,Deserialized.%s\t%s\t\t%s\t%s\n", name, name, name[strings.LastIndexByte(name, '.')+1:], flags, columns)
	}
	return out.String(), nil
}

func lastView(text json.RawMessage) (tableView, bool) {
	var several []tableView
	if json.Unmarshal(text, &several) != nil {
		several = make([]tableView, 1)
		if json.Unmarshal(text, &several[0]) != nil {
			return tableView{}, false
		}
	}
	v := several[len(several)-1]
	return v, v.Kind == "table"
}

// columns writes label, property, width and alignment of each column; the
// flag a says that all widths follow from the data.
func (v tableView) columns() (text, flags string) {
	flags = "a"
	var out []string
	for _, c := range v.Columns {
		label, property, width, align := c[0].(string), c[1].(string), 0, "U"
		if label == property {
			label = ""
		}
		switch w := c[2].(type) {
		case float64:
			width = int(w)
		case string:
			if n, err := fmt.Sscanf(w, "right %d", &width); err == nil && n == 1 {
				align = "R"
			}
		}
		if width > 0 || c[2] != "auto" {
			flags = ""
		}
		out = append(out, fmt.Sprintf("%s|%s|%d|%s", label, property, width, align))
	}
	return strings.Join(out, ";"), flags
}
