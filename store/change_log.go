package store

import "exolab/store/tenant"

// LogChange writes a change into the admin audit log and, in the cloud, the
// unified log.
func LogChange(w Writer, change *tenant.Change) error {
	entry, err := change.AdminEntry()
	if err == nil {
		err = w.AppendAdmin(entry)
	}
	if err != nil {
		return err
	}
	org, err := w.Organization()
	if err != nil || org.Flavour != tenant.FlavourCloud {
		return err
	}
	record, err := tenant.UnifiedOf(entry, org)
	if err != nil {
		return err
	}
	return w.AppendUnified(record)
}
