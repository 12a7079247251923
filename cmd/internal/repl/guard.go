package repl

import (
	"os"
	"os/signal"
	"sync"
	"syscall"
)

// terminalGuard gives the terminal back to its usual mode when the program is
// told to end while a line is being edited.
type terminalGuard struct {
	signals chan os.Signal
	mu      sync.Mutex
	restore func()
}

const exitBySignal = 128

func newTerminalGuard() *terminalGuard {
	g := &terminalGuard{signals: make(chan os.Signal, 1)}
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
	if g.restore != nil {
		g.restore()
	}
	number, _ := s.(syscall.Signal)
	os.Exit(exitBySignal + int(number))
}

// watch remembers how to restore the terminal and returns a function that
// does so.
func (g *terminalGuard) watch(restore func()) func() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.restore = restore
	return func() {
		g.mu.Lock()
		defer g.mu.Unlock()
		g.restore()
		g.restore = nil
	}
}

func (g *terminalGuard) close() {
	signal.Stop(g.signals)
	close(g.signals)
}
