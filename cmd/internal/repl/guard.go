package repl

import (
	"os"
	"os/signal"
	"sync"
	"syscall"
)

// terminalGuard gives the terminal back to its usual mode at the end, also
// when the program is told to end while a line is being edited.
type terminalGuard struct {
	signals chan os.Signal
	mu      sync.Mutex
	restore func()
}

const exitBySignal = 128

func newTerminalGuard(restore func()) *terminalGuard {
	g := &terminalGuard{signals: make(chan os.Signal, 1), restore: restore}
	signal.Notify(g.signals, syscall.SIGTERM, syscall.SIGHUP)
	go g.wait()
	return g
}

func (g *terminalGuard) wait() {
	s, ok := <-g.signals
	if !ok {
		return
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	g.restore()
	number, _ := s.(syscall.Signal)
	os.Exit(exitBySignal + int(number))
}

func (g *terminalGuard) close() {
	signal.Stop(g.signals)
	close(g.signals)
	g.mu.Lock()
	defer g.mu.Unlock()
	g.restore()
}
