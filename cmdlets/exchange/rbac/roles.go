package rbac

import (
	_ "embed"
	"iter"
	"slices"
	"strings"

	"exolab/cmdlets/internal/patterns"
)

// rolesText lists the built-in management roles by name: a line with name, type,
// for whom it is (a: administrators, u: users and their own mailbox, x:
// applications; o behind it: in Exchange Server only), and the cmdlets that it lets run, by patterns of their names. A
// pattern may name the parameters that the role gives, or, after exclamation marks,
// those that it does not give; otherwise it gives all.
//
// Which roles there are, what each is for and who has it stand in the
// documentation of permissions in Exchange Online and of roles in Exchange Server; which parameters they give is
// known for holds, audit settings and passwords, and drawn from their purposes
// for the rest.
//
//go:embed roles.txt
var rolesText string

// Role is a built-in management role.
type Role struct {
	Name, Type string
	// EndUser roles concern the caller's own mailbox and are assigned by policies.
	EndUser bool
	// ServerOnly roles do not exist in Exchange Online.
	ServerOnly bool
	entries    string
}

// Roles yields the built-in roles by name.
func Roles() iter.Seq[Role] {
	return func(yield func(Role) bool) {
		for line := range strings.Lines(rolesText) {
			f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
			if !yield(Role{Name: f[0], Type: f[1], EndUser: f[2] == "u", ServerOnly: strings.HasSuffix(f[2], "o"), entries: f[3]}) {
				return
			}
		}
	}
}

// builtIn finds a built-in role by name.
func builtIn(name string) (Role, bool) {
	for r := range Roles() {
		if strings.EqualFold(r.Name, name) {
			return r, true
		}
	}
	return Role{}, false
}

// IsServerOnly reports whether a role is one that Exchange Online does not have.
func IsServerOnly(name string) bool {
	known, _ := builtIn(name)
	return known.ServerOnly
}

// entry is what a role says of the cmdlets that fit a pattern.
type entry struct {
	cmdlet string
	// only and never are patterns of the parameters that are given and that are
	// not; both empty gives all.
	only, never []string
}

// readEntries reads the entries of a role.
func (r Role) readEntries() []entry {
	var out []entry
	for _, field := range strings.Fields(r.entries) {
		cmdlet, list, _ := strings.Cut(strings.TrimSuffix(field, ")"), "(")
		e := entry{cmdlet: cmdlet}
		for parameter := range strings.SplitSeq(list, ",") {
			if name, denied := strings.CutPrefix(parameter, "!"); denied {
				e.never = append(e.never, name)
			} else if parameter != "" {
				e.only = append(e.only, parameter)
			}
		}
		out = append(out, e)
	}
	return out
}

// gives reports whether the entry gives a parameter.
func (e entry) gives(parameter string) bool {
	return !patterns.MatchAny(e.never, parameter) && (len(e.only) == 0 || patterns.MatchAny(e.only, parameter))
}

// always are the parameters that say on what a cmdlet works and how, which every
// entry gives.
var always = []string{"Identity", "Mailbox", "DomainController", "WhatIf", "Confirm"}

// parameters are those of a cmdlet, of all that it has, that the entries of a role
// give; nil if they do not let the cmdlet run.
func parameters(entries []entry, cmdlet string, all []string) []string {
	var about []entry
	for _, e := range entries {
		if patterns.Match(e.cmdlet, cmdlet) {
			about = append(about, e)
		}
	}
	if len(about) == 0 {
		return nil
	}
	given := []string{}
	for _, name := range all {
		if slices.Contains(always, name) || slices.ContainsFunc(about, func(e entry) bool { return e.gives(name) }) {
			given = append(given, name)
		}
	}
	return given
}
