package labs

import (
	"fmt"
	"hash/fnv"
	"sort"

	cmdlets "exolab/cmdlets/lab"
	"exolab/store"
	"exolab/store/tenant"
)

// snapshot is what the records of an organization hold: for each record the
// hashes of its properties.
type snapshot map[recordKey]map[string]uint64

type recordKey struct{ kind, identity string }

// takeSnapshot reads all records but the logs.
func takeSnapshot(t store.Tenant) (snapshot, error) {
	s := snapshot{}
	err := t.View(func(r store.Reader) error {
		org, err := r.Organization()
		if err != nil {
			return err
		}
		s.add("Organization", org.Name, org.Bag())
		for m, err := range r.Mailboxes() {
			if err != nil {
				return err
			}
			s.add("Mailbox", m.DisplayName, m.Bag())
			if err := s.addBelow(r, m); err != nil {
				return err
			}
		}
		for other, err := range r.Recipients() {
			if err != nil {
				return err
			}
			s.add("Recipient", other.DisplayName, other.Bag())
		}
		return s.addObjects(r)
	})
	return s, err
}

// addBelow adds a mailbox's permissions and rules.
func (s snapshot) addBelow(r store.Reader, m *tenant.Mailbox) error {
	permissions, err := r.Permissions(m.ExchangeGUID)
	if err != nil {
		return err
	}
	for _, p := range permissions {
		s.add("Permission", m.DisplayName+" "+p.Scope+p.Folder+" "+p.User, p.Bag())
	}
	rules, err := r.InboxRules(m.ExchangeGUID)
	if err != nil {
		return err
	}
	for _, rule := range rules {
		s.add("InboxRule", m.DisplayName+" "+rule.Name, rule.Bag())
	}
	return nil
}

func (s snapshot) addObjects(r store.Reader) error {
	for _, kind := range tenant.ObjectKinds {
		for o, err := range r.Objects(kind) {
			if err != nil {
				return err
			}
			s.add(kind, o.Identity, o.Bag())
		}
	}
	return nil
}

// volatile are properties that change by themselves.
var volatile = map[string]bool{"WhenChanged": true, "WhenChangedUTC": true, "LastModified": true}

func (s snapshot) add(kind, identity string, b tenant.Bag) {
	properties := map[string]uint64{}
	for name, v := range b.All() {
		if volatile[name] {
			continue
		}
		h := fnv.New64a()
		fmt.Fprint(h, v)
		properties[name] = h.Sum64()
	}
	s[recordKey{kind, identity}] = properties
}

// changes lists what differs from an earlier snapshot.
func (s snapshot) changes(before snapshot) []cmdlets.Change {
	var list []cmdlets.Change
	for key, now := range s {
		was, known := before[key]
		if !known {
			list = append(list, cmdlets.Change{Kind: key.kind, Identity: key.identity, Change: "Added"})
			continue
		}
		if names := differing(was, now); len(names) > 0 {
			list = append(list, cmdlets.Change{Kind: key.kind, Identity: key.identity, Change: "Changed", Properties: names})
		}
	}
	for key := range before {
		if _, still := s[key]; !still {
			list = append(list, cmdlets.Change{Kind: key.kind, Identity: key.identity, Change: "Removed"})
		}
	}
	sort.Slice(list, func(i, j int) bool {
		a, b := list[i], list[j]
		if a.Kind != b.Kind {
			return a.Kind < b.Kind
		}
		return a.Identity < b.Identity
	})
	return list
}

func differing(a, b map[string]uint64) []string {
	var names []string
	for name, v := range b {
		if was, ok := a[name]; !ok || was != v {
			names = append(names, name)
		}
	}
	for name := range a {
		if _, ok := b[name]; !ok {
			names = append(names, name)
		}
	}
	sort.Strings(names)
	return names
}
