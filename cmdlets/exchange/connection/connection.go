package connection

import (
	"fmt"
	"slices"

	"exolab/cmdlets/exchange/catalogue"
	"exolab/cmdlets/exchange/rbac"
	"exolab/cmdlets/internal/patterns"
	"exolab/runtime"
	"exolab/store/tenant"
)

// DefaultCaller acts where nobody has connected.
const DefaultCaller = "admin@contoso.onmicrosoft.com"

// RunspaceID identifies the session through which the objects of an
// organization arrive that is reached remotely from the start.
var RunspaceID = tenant.DerivedGUID("connection", "0")

// Connection is one that Connect-ExchangeOnline or New-PSSession made.
type Connection struct {
	ID                         int
	Name, User, URI            string
	Prefix, AppID              string
	Organization               string
	Compliance                 bool
	Certificate, RemoteSession bool
	GUID                       string
	// Rights are what the user may do, nil for everything.
	Rights *rbac.Rights
	// Commands are patterns of the cmdlets that the connection was asked to bring,
	// nil for all.
	Commands []string
	// Imported is set once Import-PSSession brought the cmdlets of a remote
	// session.
	Imported bool
}

// List are those of a session.
type List struct {
	All []*Connection
	// Local is set where a snap-in of Exchange Server brought the cmdlets.
	Local bool
	// Calls counts the cmdlets that were run in an organization that counts them.
	Calls  int
	lastID int
}

// Connected reports whether the session has the cmdlets of an organization.
func (k *List) Connected() bool {
	return k.Local || slices.ContainsFunc(k.All, func(n *Connection) bool { return !n.RemoteSession || n.Imported })
}

type key struct{}

// Of returns the connections of a session.
func Of(s *runtime.Session) *List {
	if known, ok := s.Services[key{}].(*List); ok {
		return known
	}
	fresh := &List{}
	s.Services[key{}] = fresh
	return fresh
}

// Add numbers a connection and keeps it.
func (k *List) Add(n *Connection) *Connection {
	k.lastID++
	n.ID = k.lastID
	n.GUID = tenant.DerivedGUID("connection", fmt.Sprint(n.ID))
	k.All = append(k.All, n)
	return n
}

// Remove drops the connections that are gone.
func (k *List) Remove(gone func(*Connection) bool) {
	var left []*Connection
	for _, n := range k.All {
		if !gone(n) {
			left = append(left, n)
		}
	}
	k.All = left
}

// current is the connection that the cmdlets go through, nil if there is none.
func (k *List) current() *Connection {
	if len(k.All) == 0 {
		return nil
	}
	return k.All[len(k.All)-1]
}

// Denies reports whether the newest connection does not bring a cmdlet: it was not
// asked to, or no role of its user has it.
func (k *List) Denies(cmdlet *catalogue.Entry) bool {
	n := k.current()
	if n == nil {
		return false
	}
	return n.Commands != nil && !patterns.MatchAny(n.Commands, cmdlet.Name) || n.Rights != nil && n.Rights.Of(cmdlet) == nil
}

// Grant is what the newest connection may do with a cmdlet; nil is everything.
func (k *List) Grant(cmdlet *catalogue.Entry) *rbac.Grant {
	if n := k.current(); n != nil && n.Rights != nil {
		return n.Rights.Of(cmdlet)
	}
	return nil
}
