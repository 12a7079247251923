package store

func (t *badgerTenant) Counts() (Counts, error) {
	var c Counts
	places := map[byte]*int{
		typeMailbox: &c.Mailboxes, typeRecipient: &c.Recipients, typePermission: &c.Permissions,
		typeRule: &c.InboxRules, typeObject: &c.Objects, typeAudit: &c.AuditEntries,
		typeUnified: &c.UnifiedAuditRecords, typeAdminLog: &c.AdminAuditEntries,
	}
	err := t.store.read(func(v txnValues) error {
		for recordType, place := range places {
			it := v.cursor(t.number.key(recordType), false)
			for it.Rewind(); it.Valid(); it.Next() {
				*place++
			}
			it.Close()
		}
		return nil
	})
	return c, err
}
