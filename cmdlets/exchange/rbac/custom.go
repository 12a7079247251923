package rbac

import (
	"slices"
	"strings"

	"exolab/store"
	"exolab/store/tenant"
)

// The properties of a role that was made: which entries of the parent it lacks,
// and with which parameters it has others, as "cmdlet:parameter,parameter".
const (
	RemovedEntries    = "RemovedEntries"
	NarrowedEntries   = "NarrowedEntries"
	narrowedSeparator = ":"
)

// Effective is a role as it stands: what the built-in role gives from which it was
// made, less what was taken out of it and of the roles in between.
type Effective struct {
	// EndUser roles concern the caller's own mailbox.
	EndUser bool
	name    string
	entries []entry
	made    []*tenant.Object // the role itself first
}

// deepestRole bounds roles made from roles.
const deepestRole = 16

// Resolve reads a role; one that nobody knows gives nothing.
func Resolve(r store.Reader, name string) *Effective {
	e := &Effective{name: name}
	for range deepestRole {
		o, err := r.Object(kindRole, name)
		if err != nil {
			break
		}
		e.made = append(e.made, o)
		name = o.Properties.Text("Parent")
	}
	known, _ := builtIn(name)
	e.EndUser, e.entries = known.EndUser, known.readEntries()
	return e
}

// Parameters are those parameters of a cmdlet, of all that it has, that the role
// gives; nil if the role does not let the cmdlet run.
func (e *Effective) Parameters(cmdlet string, all []string) []string {
	given := parameters(e.entries, cmdlet, all)
	for _, o := range e.made {
		if given == nil || containsFold(listed(o.Properties, RemovedEntries), cmdlet) {
			return nil
		}
		if narrowed, ok := narrowedTo(o, cmdlet); ok {
			given = slices.DeleteFunc(given, func(name string) bool { return !containsFold(narrowed, name) })
		}
	}
	return given
}

// narrowedTo are the parameters to which an entry of a role was narrowed.
func narrowedTo(role *tenant.Object, cmdlet string) ([]string, bool) {
	for _, text := range listed(role.Properties, NarrowedEntries) {
		name, given, _ := strings.Cut(text, narrowedSeparator)
		if strings.EqualFold(name, cmdlet) {
			return strings.FieldsFunc(given, func(c rune) bool { return c == ',' }), true
		}
	}
	return nil, false
}

// Narrow keeps to which parameters an entry of a role is narrowed; nil is to none
// in particular.
func Narrow(role *tenant.Object, cmdlet string, given []string) {
	out := []any{}
	for _, text := range listed(role.Properties, NarrowedEntries) {
		if name, _, _ := strings.Cut(text, narrowedSeparator); !strings.EqualFold(name, cmdlet) {
			out = append(out, text)
		}
	}
	if given != nil {
		out = append(out, cmdlet+narrowedSeparator+strings.Join(given, ","))
	}
	role.Properties.Set(NarrowedEntries, out)
}
