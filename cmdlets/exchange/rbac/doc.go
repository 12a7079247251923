// Package rbac knows what role-based access control says: which cmdlets a
// management role lets run, and which recipients a caller may change with them.
package rbac
