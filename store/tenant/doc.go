// Package tenant holds the domain of an Exchange organization: mailboxes and
// other recipients, permissions, inbox rules, audit entries, and the rules that
// bind them - which actions are audited, who an identity names, which entries a
// search returns. It does no I/O and knows neither PowerShell nor the store.
//
// A record is a struct with typed fields for what the rules need and a [Bag] for
// every further property, so that nothing that was imported is lost. Each kind
// of record converts to and from one ordered Bag: that is the form which is
// stored, imported and exported.
package tenant
