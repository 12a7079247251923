package content

import (
	"strings"

	"exolab/store"
	"exolab/store/tenant"
)

// Folders that have a part in what happens to messages.
const (
	Inbox         = `\Inbox`
	SentItems     = `\Sent Items`
	Drafts        = `\Drafts`
	DeletedItems  = `\Deleted Items`
	Calendar      = `\Calendar`
	Deletions     = `\Recoverable Items\Deletions` // what was soft-deleted
	Purges        = `\Recoverable Items\Purges`    // what was hard-deleted, as long as it is kept
	kindFolder    = "folder"
	pathSeparator = `\`
)

// wellKnown are the folders that every mailbox has.
var wellKnown = []string{Inbox, SentItems, Drafts, DeletedItems, Calendar, `\Archive`, `\Contacts`, `\Conversation History`, `\Journal`,
	`\Junk Email`, `\Notes`, `\Outbox`, `\Tasks`, Deletions, Purges, `\Recoverable Items\Versions`}

// CleanFolder brings a path into the form `\Inbox\Projects`; the names may also
// be parted by slashes.
func CleanFolder(path string) string {
	path = strings.ReplaceAll(strings.TrimSpace(path), "/", pathSeparator)
	return pathSeparator + strings.Trim(path, pathSeparator)
}

// FindFolder returns the folder of a mailbox that a path names, written as the
// mailbox has it, and whether it is there: one that every mailbox has, one that
// was made, or one that holds messages or is filled by a rule.
func FindFolder(r store.Reader, m *tenant.Mailbox, items []*Item, path string) (string, bool, error) {
	path = CleanFolder(path)
	for _, known := range wellKnown {
		if strings.EqualFold(known, path) {
			return known, true, nil
		}
	}
	for _, item := range items {
		if strings.EqualFold(item.Folder, path) {
			return item.Folder, true, nil
		}
	}
	for o, err := range r.ObjectsUnder(kindFolder, m.ExchangeGUID.String()+pathSeparator) {
		if err != nil {
			return "", false, err
		}
		if known := o.Properties.Text("Path"); strings.EqualFold(known, path) {
			return known, true, nil
		}
	}
	rules, err := r.InboxRules(m.ExchangeGUID)
	for _, rule := range rules {
		if target := rule.Properties.Text("MoveToFolder"); target != "" && strings.EqualFold(CleanFolder(target), path) {
			return CleanFolder(target), true, nil
		}
	}
	return path, false, err
}

// MadeFolders are the paths of the folders that were made in a mailbox.
func MadeFolders(r store.Reader, m *tenant.Mailbox) ([]string, error) {
	var out []string
	for o, err := range r.ObjectsUnder(kindFolder, m.ExchangeGUID.String()+pathSeparator) {
		if err != nil {
			return nil, err
		}
		out = append(out, o.Properties.Text("Path"))
	}
	return out, nil
}

// AddFolder makes a folder of a mailbox.
func AddFolder(w store.Writer, m *tenant.Mailbox, path string) error {
	path = CleanFolder(path)
	return w.PutObject(&tenant.Object{Kind: kindFolder, Identity: m.ExchangeGUID.String() + path, Properties: tenant.BagOf("Path", path)})
}
