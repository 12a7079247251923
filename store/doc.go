// Package store keeps Exchange organizations: their mailboxes and other
// recipients, permissions, rules and audit logs, in a data directory or in
// memory.
//
// A [Store] holds several organizations; [Store.Open] gives the [Tenant] of one.
// A Tenant is read in [Tenant.View] and changed in [Tenant.Update], each one
// transaction: what the function of Update wrote is there entirely, or, if it
// returned an error or the program was killed, not at all. The logs are read by
// iterators that need no transaction around them and may be left at any time:
//
//	s, err := store.Open(dir, store.Options{})
//	if err != nil { … } // errors.Is(err, store.ErrLocked) …; err.Error() is one sentence
//	defer s.Close()
//	t, made, err := seed.OpenOrNew(s, "", seed.Options{}) // the current organization
//	var box *tenant.Mailbox
//	err = t.View(func(r store.Reader) error {
//		box, err = r.Mailbox("test1@contoso.com") // or alias, name, GUID, DN …
//		return err                                // *tenant.NotFoundError, *tenant.AmbiguousError
//	})
//	query := tenant.AuditQuery{LogonTypes: tenant.Logons(tenant.LogonDelegate), Start: t.Now().AddDate(0, 0, -7)}
//	for entry, err := range t.Audit(box, query) { // newest first, within the age limit
//		…
//	}
//	err = t.Update(func(w store.Writer) error {
//		box.SetAudited(tenant.LogonOwner, tenant.Actions(tenant.ActionMailboxLogin))
//		return w.PutMailbox(box)
//	})
//
// Records returned by a Reader belong to the caller. Time is the organization's:
// [Tenant.Now], never time.Now.
//
// One process at a time has a data directory open; [OpenBeside] reads it meanwhile.
//
// On disk the store is Badger. Keys begin with the organization's number and a
// record type and are big-endian, so that byte order is time order; every value
// begins with the version of its codec. Importing or resetting an organization
// writes under a new number and switches over in one transaction at the end.
package store
