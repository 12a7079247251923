//go:build !linux

package repl

import "os"

// quietTerminal does nothing where the terminal's settings are not known.
func quietTerminal(*os.File) (restore func()) { return func() {} }
