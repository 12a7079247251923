package tenant

import (
	"fmt"
	"strings"
)

// Client is a program or service with which somebody opens a mailbox: how its
// doings look in audit entries, and as what it logs on.
type Client struct {
	// Name selects the client in an activity.
	Name string
	// Info is ClientInfoString.
	Info string
	// Process and Version are those that a program on a workstation tells; ""
	// where a server opens the mailbox for the client.
	Process, Version string
	// AdminLogon is true of the few ways in that count as an administrator's:
	// searches of eDiscovery, MAPI editors, exports of mailboxes.
	AdminLogon bool
	// Role is the management role that an admin logon needs; "" if the right to
	// the mailbox decides.
	Role string
	// TracksLogin is true where signing in is a MailboxLogin: POP3, IMAP4 and OAuth.
	TracksLogin bool
	// OnPremises is true of what only Exchange Server has.
	OnPremises bool
}

// Clients are the known clients, the usual one first.
var Clients = []Client{
	{Name: "Outlook", Info: "Client=MSExchangeRPC", Process: "OUTLOOK.EXE", Version: "16.0.17328.20162"},
	{Name: "OWA", Info: "Client=OWA;Action=ViaProxy"},
	{Name: "Mobile", Info: "Client=ActiveSync;UserAgent=iOS/17.4 (21E219) dataaccessd/1.0;Action=/Proxy/default.eas"},
	{Name: "REST", Info: "Client=REST;Client=RESTSystem;;", TracksLogin: true},
	{Name: "EWS", Info: "Client=WebServices;ExchangeServicesClient/15.00.0913.015;", TracksLogin: true},
	{Name: "IMAP4", Info: "Client=POP3/IMAP4;Protocol=IMAP4", TracksLogin: true},
	{Name: "POP3", Info: "Client=POP3/IMAP4;Protocol=POP3", TracksLogin: true},
	{Name: "PowerShell", Info: "Client=Management;Action=Cmdlet"},
	{Name: "eDiscovery", Info: "Client=WebServices;Action=E-Discovery;", AdminLogon: true, Role: "Mailbox Search"},
	{Name: "ContentSearch", Info: "Client=WebServices;Action=ContentSearch;", AdminLogon: true, Role: "Mailbox Search"},
	{Name: "MAPIEditor", Info: "Client=MSExchangeRPC", Process: "MFCMAPI.exe", Version: "24.0.0.0", AdminLogon: true},
	{Name: "MailboxExport", Info: "Client=Management", Process: "MSExchangeMailboxReplication.exe", Version: "15.1.2507.6",
		AdminLogon: true, Role: "Mailbox Import Export", OnPremises: true},
}

// ParseClient finds a client by name, ignoring case; "" is the usual one.
func ParseClient(name string) (*Client, error) {
	if name == "" {
		return &Clients[0], nil
	}
	for i := range Clients {
		if strings.EqualFold(Clients[i].Name, name) {
			return &Clients[i], nil
		}
	}
	return nil, fmt.Errorf("%q is not a client: use %s", name, strings.Join(ClientNames(), ", "))
}

// ClientNames lists the names of the known clients.
func ClientNames() []string {
	names := make([]string, len(Clients))
	for i := range Clients {
		names[i] = Clients[i].Name
	}
	return names
}
