package conformance

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"sort"
	"strings"
)

// Tally counts passed and run cases by area and topic.
type Tally struct {
	rows map[string]*row
}

type row struct{ passed, total int }

// Add counts one case.
func (t *Tally) Add(area, topic string, passed bool) {
	if t.rows == nil {
		t.rows = map[string]*row{}
	}
	for _, key := range []string{area, area + "/" + topic} {
		r := t.rows[key]
		if r == nil {
			r = &row{}
			t.rows[key] = r
		}
		r.total++
		if passed {
			r.passed++
		}
	}
}

// Print writes a line for each area and topic, and the sum.
func (t *Tally) Print(w io.Writer) {
	keys := make([]string, 0, len(t.rows))
	for k := range t.rows {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	sum := row{}
	for _, k := range keys {
		r := t.rows[k]
		name := k
		if strings.Contains(k, "/") {
			name = "  " + k[strings.Index(k, "/")+1:]
		} else {
			sum.passed += r.passed
			sum.total += r.total
		}
		printRow(w, name, *r)
	}
	printRow(w, "all", sum)
}

func printRow(w io.Writer, name string, r row) {
	fmt.Fprintf(w, "%-34s %6d / %6d  %6.2f %%\n", name, r.passed, r.total, 100*float64(r.passed)/float64(max(r.total, 1)))
}

// Deviations is the list of known differences: id and reason.
type Deviations map[string]string

// ReadDeviations reads lines of the form "id: reason"; blank lines and lines
// that begin with # are skipped. A missing file is an empty list.
func ReadDeviations(file string) (Deviations, error) {
	list := Deviations{}
	f, err := os.Open(file)
	if os.IsNotExist(err) {
		return list, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		line := strings.TrimSpace(lines.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		id, reason, ok := strings.Cut(line, ": ")
		if !ok || strings.TrimSpace(reason) == "" {
			return nil, fmt.Errorf("%s: no reason given: %s", file, line)
		}
		list[id] = reason
	}
	return list, lines.Err()
}
