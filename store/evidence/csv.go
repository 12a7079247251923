package evidence

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// table reads a CSV row by row. A row whose quotes do not match is damaged; the
// reading goes on with the line after its first.
type table struct {
	lines   *lines
	comma   byte
	columns []string
}

// mostLines is the number of lines that one row may take.
const mostLines = 20_000

func newTable(l *lines) (*table, error) {
	t := &table{lines: l, comma: ','}
	for {
		line, err := l.next()
		if errors.Is(err, io.EOF) {
			return nil, errors.New("the CSV has no header")
		}
		if err != nil {
			return nil, err
		}
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#TYPE") {
			continue
		}
		if strings.Count(line, ";") > strings.Count(line, ",") {
			t.comma = ';'
		}
		fields, ok := t.split(line)
		if !ok {
			return nil, fmt.Errorf("line %d: the header's quotes do not match", l.number)
		}
		for i, field := range fields {
			if fields[i] = strings.TrimSpace(field); fields[i] == "" {
				fields[i] = fmt.Sprintf("H%d", i+1) // as Import-Csv names them
			}
		}
		t.columns = distinct(fields)
		return t, nil
	}
}

// distinct gives columns of the same name different ones.
func distinct(columns []string) []string {
	seen := map[string]int{}
	for i, c := range columns {
		folded := strings.ToLower(c)
		if seen[folded]++; seen[folded] > 1 {
			columns[i] = fmt.Sprintf("%s_%d", c, seen[folded])
		}
	}
	return columns
}

// fieldsOf is a row of a CSV: its fields, or what is wrong with it.
type fieldsOf struct {
	line   int
	fields []string
	text   string
	reason string
}

// each emits what becomes of each row.
func (t *table) each(of func(fieldsOf) row, emit func(row) error) error {
	for {
		fields, err := t.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if err := emit(of(fields)); err != nil {
			return err
		}
	}
}

// next returns the next row, io.EOF at the end.
func (t *table) next() (fieldsOf, error) {
	var texts []string
	first, quotes := 0, 0
	for {
		line, err := t.lines.next()
		if errors.Is(err, io.EOF) && len(texts) > 0 {
			return t.unclosed(first, texts), nil
		}
		if err != nil {
			return fieldsOf{}, err
		}
		if len(texts) == 0 {
			if strings.TrimSpace(line) == "" {
				continue
			}
			first = t.lines.number
		}
		texts = append(texts, line)
		if quotes += strings.Count(line, `"`); quotes%2 == 1 {
			if len(texts) < mostLines {
				continue
			}
			return t.unclosed(first, texts), nil
		}
		text := strings.Join(texts, "")
		fields, ok := t.split(text)
		switch {
		case !ok && len(texts) > 1:
			return t.unclosed(first, texts), nil
		case !ok:
			return fieldsOf{line: first, text: text, reason: "its quotes do not match"}, nil
		case len(fields) > len(t.columns):
			return fieldsOf{line: first, text: text, reason: fmt.Sprintf("it has %d columns, the header %d", len(fields), len(t.columns))}, nil
		}
		return fieldsOf{line: first, fields: fields, text: text}, nil
	}
}

// unclosed gives up the first of several lines and lets the others be read again.
func (t *table) unclosed(first int, texts []string) fieldsOf {
	t.lines.giveBack(texts[1:])
	return fieldsOf{line: first, text: texts[0], reason: "its quotes do not match"}
}

// split takes a row apart and reports whether its quotes match.
func (t *table) split(text string) ([]string, bool) {
	text = strings.TrimRight(text, "\r\n")
	fields := make([]string, 0, len(t.columns))
	for {
		if !strings.HasPrefix(text, `"`) {
			field, rest, more := strings.Cut(text, string(t.comma))
			fields = append(fields, field)
			if !more {
				return fields, true
			}
			text = rest
			continue
		}
		field, rest, ok := quoted(text[1:])
		if !ok || rest != "" && rest[0] != t.comma {
			return nil, false
		}
		fields = append(fields, field)
		if rest == "" {
			return fields, true
		}
		text = rest[1:]
	}
}

// quoted reads a field up to its closing quote.
func quoted(text string) (field, rest string, ok bool) {
	i := strings.IndexByte(text, '"')
	if i >= 0 && !strings.HasPrefix(text[i:], `""`) {
		return text[:i], text[i+1:], true
	}
	var out strings.Builder
	for {
		i := strings.IndexByte(text, '"')
		if i < 0 {
			return "", "", false
		}
		out.WriteString(text[:i])
		if !strings.HasPrefix(text[i:], `""`) {
			return out.String(), text[i+1:], true
		}
		out.WriteByte('"')
		text = text[i+2:]
	}
}

// column returns the place of a column by one of its names, or -1.
func (t *table) column(names ...string) int {
	for _, name := range names {
		if i := slices.IndexFunc(t.columns, func(c string) bool { return strings.EqualFold(c, name) }); i >= 0 {
			return i
		}
	}
	return -1
}
