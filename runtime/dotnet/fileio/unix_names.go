package fileio

import (
	"os/user"
	"strconv"
	"sync"
)

// idNames remembers the names of users or groups: looking one up reads the
// system's list of them. PowerShell remembers them for the process too.
type idNames struct {
	lookup func(id string) (string, error)
	known  sync.Map // id to name
}

var (
	userNames  = idNames{lookup: userName}
	groupNames = idNames{lookup: groupName}
)

// of returns the name of an id, or the number where it has none.
func (n *idNames) of(id int) string {
	if name, ok := n.known.Load(id); ok {
		return name.(string)
	}
	text := strconv.Itoa(id)
	name, err := n.lookup(text)
	if err != nil {
		name = text
	}
	n.known.Store(id, name)
	return name
}

func userName(id string) (string, error) {
	u, err := user.LookupId(id)
	if err != nil {
		return "", err
	}
	return u.Username, nil
}

func groupName(id string) (string, error) {
	g, err := user.LookupGroupId(id)
	if err != nil {
		return "", err
	}
	return g.Name, nil
}
