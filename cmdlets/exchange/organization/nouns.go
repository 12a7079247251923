package organization

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"exolab/cmdlets/exchange/rbac"
	"exolab/store/tenant"
)

// nounsText lists the kinds of configuration objects: a line with noun, kind,
// verbs, shape, state and sample of each, then a line for each object of the
// kind that every organization has, with its properties as name=value.
//
//go:embed nouns.txt
var nounsText string

// Noun is a kind of configuration object with its cmdlets.
type Noun struct {
	Noun, kind string
	// verbs are those of Get, Set, New, Remove, Enable and Disable that exist,
	// by their first letter.
	verbs string
	// shape names the objects' shape; "" shows what is stored.
	shape string
	// state is the property that Enable and Disable set.
	state string
	// sample are the arguments of New- in the examples, which make an object
	// named Sample; without New it is the name of an object that is there, or what
	// Get- cannot do without.
	sample string
	// rows are the objects that every organization has, as the text has them.
	rows []string
}

// Nouns returns the configuration objects that the cmdlets of this package keep.
var Nouns = sync.OnceValue(func() []*Noun {
	var out []*Noun
	for line := range strings.Lines(nounsText) {
		line = strings.TrimSuffix(line, "\n")
		if row, built := strings.CutPrefix(line, "\t"); built {
			last := out[len(out)-1]
			last.rows = append(last.rows, row)
			continue
		}
		f := strings.Split(line, "\t")
		out = append(out, &Noun{Noun: f[0], kind: f[1], verbs: f[2], shape: f[3], state: f[4], sample: f[5]})
	}
	addRoles(out)
	return out
})

// addRoles gives the management roles, and the role assignment policy that assigns
// the ones for users, what package rbac knows.
func addRoles(nouns []*Noun) {
	for _, n := range nouns {
		switch n.Noun {
		case "ManagementRole":
			for r := range rbac.Roles() {
				n.rows = append(n.rows, fmt.Sprintf("Name=%s\tRoleType=%s\tIsRootRole=True\tIsEndUserRole=%s", r.Name, r.Type, map[bool]string{true: "True", false: "False"}[r.EndUser]))
			}
		case "RoleAssignmentPolicy":
			n.rows[0] += "\tAssignedRoles={" + strings.Join(rbac.DefaultPolicyRoles(), "|") + "}"
		}
	}
}

// builtIn are the objects that every organization has.
func (n *Noun) builtIn() []tenant.Bag {
	out := make([]tenant.Bag, len(n.rows))
	for i, row := range n.rows {
		var pairs []any
		for part := range strings.SplitSeq(row, "\t") {
			name, text, _ := strings.Cut(part, "=")
			pairs = append(pairs, name, builtInValue(text))
		}
		out[i] = tenant.BagOf(pairs...)
	}
	return out
}

// builtInValue reads a value: True, False, a number, {a|b} or text.
func builtInValue(text string) any {
	switch text {
	case "":
		return nil
	case "True", "False":
		return text == "True"
	}
	if list, ok := strings.CutPrefix(text, "{"); ok && strings.HasSuffix(list, "}") {
		items := []any{}
		for item := range strings.SplitSeq(strings.TrimSuffix(list, "}"), "|") {
			if item != "" {
				items = append(items, item)
			}
		}
		return items
	}
	if n, err := strconv.ParseInt(text, 10, 64); err == nil {
		return n
	}
	return text
}
