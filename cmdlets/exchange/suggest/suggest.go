// Package suggest completes the arguments of Exchange cmdlets with what the
// organization holds: identities of mailboxes, groups and other recipients,
// folders, operations and the names of cmdlets.
package suggest

import (
	"slices"
	"strings"

	"exolab/cmdlets/exchange/task"
	"exolab/runtime"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

// Values lists what could stand as the value of a parameter of a cmdlet and
// begins with word; known is false where nothing is known about the parameter.
func Values(s *runtime.Session, cmdlet, parameter, word string) (list []string, known bool) {
	if names, ok := parameterValues[strings.ToLower(parameter)]; ok {
		return beginning(strings.Fields(names), word), true
	}
	_, noun, _ := strings.Cut(cmdlet, "-")
	kind := kindOf(noun, parameter)
	switch kind {
	case nothing:
		return nil, false
	case operations:
		return beginning(operationNames(noun), word), true
	case cmdletNames:
		return commandNames(s, word), true
	}
	organization, err := task.OpenFor(s)
	if err != nil {
		return nil, true
	}
	err = organization.View(func(r store.Reader) error {
		list, err = identities(r, kind, noun, word)
		return err
	})
	if err != nil {
		return nil, true
	}
	return list, true
}

// identities lists the objects of a kind by the name that begins with word.
func identities(r store.Reader, kind kind, noun, word string) ([]string, error) {
	if mailbox, folder, ok := strings.Cut(word, `:\`); ok && kind == folders {
		return folderNames(r, mailbox, folder)
	}
	var names namesBeginning
	names.word = value.Fold(word)
	if kind == objects {
		for o, err := range r.Objects(noun) {
			if err != nil {
				return nil, err
			}
			names.add(o.Identity)
		}
		return names.sorted(), nil
	}
	if kind != groups {
		for m, err := range r.Mailboxes() {
			if err != nil {
				return nil, err
			}
			names.add(m.PrimarySMTPAddress, m.UserPrincipalName, m.DisplayName, m.Alias, m.Name)
		}
	}
	if kind == mailboxes || kind == folders {
		return names.sorted(), nil
	}
	for o, err := range r.Recipients() {
		if err != nil {
			return nil, err
		}
		if kind == recipients || isGroup(o) {
			names.add(o.PrimarySMTPAddress, o.UserPrincipalName, o.DisplayName, o.Alias, o.Name)
		}
	}
	return names.sorted(), nil
}

func isGroup(r *tenant.Recipient) bool { return strings.Contains(r.RecipientTypeDetails, "Group") }

// namesBeginning collects for each object the first of its names that begins
// with word.
type namesBeginning struct {
	word string
	list []string
}

func (n *namesBeginning) add(names ...string) {
	for _, name := range names {
		if name != "" && strings.HasPrefix(value.Fold(name), n.word) {
			n.list = append(n.list, name)
			return
		}
	}
}

func (n *namesBeginning) sorted() []string {
	slices.SortFunc(n.list, func(a, b string) int { return strings.Compare(value.Fold(a), value.Fold(b)) })
	return slices.Compact(n.list)
}

// folderNames lists the folders of a mailbox: those that every mailbox has and
// those that permissions name.
func folderNames(r store.Reader, mailbox, word string) ([]string, error) {
	m, err := r.Mailbox(mailbox)
	if err != nil {
		return nil, err
	}
	list := slices.Clone(wellKnownFolders)
	permissions, err := r.Permissions(m.ExchangeGUID)
	if err != nil {
		return nil, err
	}
	for _, p := range permissions {
		if name := strings.TrimPrefix(p.Folder, `\`); name != "" && !slices.Contains(list, name) {
			list = append(list, name)
		}
	}
	names := beginning(list, word)
	for i, name := range names {
		names[i] = mailbox + `:\` + name
	}
	return names, nil
}

func beginning(list []string, word string) []string {
	names := namesBeginning{word: value.Fold(word)}
	for _, name := range list {
		names.add(name)
	}
	return names.sorted()
}

// operationNames are the operations that a log knows.
func operationNames(noun string) []string {
	list := tenant.ActionNames()
	if noun == "UnifiedAuditLog" {
		list = append(slices.Clone(list), unifiedOperations...)
	}
	return list
}

// commandNames lists the Exchange cmdlets, which an admin audit log names.
func commandNames(s *runtime.Session, word string) []string {
	var list []string
	for _, c := range s.Commands.All() {
		if c.Kind == runtime.CmdletCommand && strings.HasPrefix(c.ClassName, "Microsoft.Exchange.") {
			list = append(list, c.Name)
		}
	}
	return beginning(list, word)
}
