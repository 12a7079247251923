package repl

import (
	"os"

	"golang.org/x/sys/unix"
)

// quietTerminal keeps the terminal from showing keys while a command runs: the
// editor shows them when it reads them. It returns a function that gives the
// terminal its settings back.
func quietTerminal(terminal *os.File) (restore func()) {
	fd := int(terminal.Fd())
	settings, err := unix.IoctlGetTermios(fd, unix.TCGETS)
	if err != nil {
		return func() {}
	}
	before := *settings
	settings.Lflag &^= unix.ECHO | unix.ICANON
	_ = unix.IoctlSetTermios(fd, unix.TCSETS, settings)
	return func() { _ = unix.IoctlSetTermios(fd, unix.TCSETS, &before) }
}
