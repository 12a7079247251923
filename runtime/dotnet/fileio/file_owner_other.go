//go:build !unix

package fileio

import "io/fs"

// fileOwner is unknown on platforms without numeric owners.
func fileOwner(fs.FileInfo) (owner, group string) { return "", "" }
