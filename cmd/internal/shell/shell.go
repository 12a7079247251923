package shell

import (
	"context"
	"io"
	"os"
	"os/signal"
	"path/filepath"

	"exolab/cmd/internal/console"
	"exolab/cmdlets"
	"exolab/cmdlets/core"
	"exolab/cmdlets/exchange"
	"exolab/cmdlets/gallery"
	"exolab/cmdlets/graph"
	"exolab/cmdlets/help"
	"exolab/cmdlets/management"
	"exolab/cmdlets/modules"
	"exolab/cmdlets/pester"
	"exolab/cmdlets/refused"
	"exolab/cmdlets/typedata"
	"exolab/cmdlets/utility"
	"exolab/runtime"
	"exolab/runtime/completion"
	"exolab/runtime/format"
	"exolab/runtime/interrupt"
)

// Streams are the program's standard streams.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
}

// Options says how a session is put together.
type Options struct {
	Config         Config
	Streams        Streams
	NonInteractive bool
	// Directory is the location to start in; "" is the process's.
	Directory string
}

// Shell is a session with everything around it.
type Shell struct {
	Console       *console.Console
	Session       *runtime.Session
	Organizations *Organizations

	stop context.CancelFunc
}

// BeginLine makes Ctrl-C end the command that is about to run, and only it.
func (sh *Shell) BeginLine() {
	sh.stop()
	sh.Session.Ctx = sh.awaitInterrupt()
}

// awaitInterrupt returns a context that Ctrl-C ends.
func (sh *Shell) awaitInterrupt() context.Context {
	var ctx context.Context
	ctx, sh.stop = signal.NotifyContext(context.Background(), os.Interrupt)
	interrupt.Watch(ctx.Done())
	return ctx
}

// EndLine gives Ctrl-C back to the prompt. What the prompt itself runs is not
// stopped any more.
func (sh *Shell) EndLine() {
	interrupt.Watch(nil)
	sh.stop()
	sh.Session.Ctx = context.Background()
	_ = sh.Console.Sync()
}

// New puts a session together.
func New(o Options) (*Shell, error) {
	var notices io.Writer
	if o.Config.Notices {
		notices = o.Streams.Err
	}
	sh := &Shell{Organizations: NewOrganizations(o.Config, notices)}
	sh.Console = console.New(console.Options{In: o.Streams.In, Out: o.Streams.Out, Err: o.Streams.Err,
		NonInteractive: o.NonInteractive, Colour: !o.Config.NoColour})
	session, err := runtime.NewSession(runtime.Options{Host: sh.Console, Ctx: sh.awaitInterrupt(), Clock: sh.Organizations.Ticks, Directory: o.Directory})
	if err != nil {
		return nil, err
	}
	sh.Session = session
	output := format.NewOutput(session.Env(), sh.Console, sh.Console.Width)
	output.SetStyle(sh.viewStyle)
	sh.Console.Formatter, sh.Console.Style = output, sh.psStyle
	sh.Console.RenderError = sh.renderError
	session.Fresh = func() (*runtime.Session, error) {
		other, err := runtime.NewSession(runtime.Options{Host: sh.Console, Ctx: session.Ctx, Clock: sh.Organizations.Ticks, Directory: session.WorkingDirectory()})
		if err != nil {
			return nil, err
		}
		other.Fresh = session.Fresh
		return other, sh.equip(other, o)
	}
	return sh, sh.equip(session, o)
}

// equip gives a session its cmdlets, functions and drives.
func (sh *Shell) equip(session *runtime.Session, o Options) error {
	cmdlets.DefineAliases(session)
	completion.Register(session)
	core.Register(session)
	typedata.Register(session)
	utility.Register(session)
	if dir := sh.Organizations.Directory(); dir != "" {
		utility.SetOutbox(session, filepath.Join(dir, "outbox"))
	}
	management.Register(session)
	modules.Register(session)
	pester.Register(session)
	gallery.Register(session)
	mapped := o.Config.Drives != nil || !o.Config.Memory
	if mapped {
		management.MapDrives(session, o.Config.Drives, o.Config.driveFolder(), func(dir string) { makeDrive(dir, sh.Organizations.notices) })
	}
	if !o.Config.NoExchange {
		nameWindowsUser()
		if mapped {
			nameWindowsFolders()
		}
		exchange.Register(session, exchange.Options{Open: sh.Organizations.Tenant, Mail: sh.Organizations.Directory, RequireConnection: o.Config.RequireConnection})
		graph.Register(session, graph.Options{RequireConnection: o.Config.RequireConnection})
	}
	refused.Register(session)
	if err := help.Register(session); err != nil {
		return err
	}
	return cmdlets.DefineFunctions(session)
}

// Close writes out what is pending and closes the store.
func (sh *Shell) Close() error {
	sh.stop()
	_ = sh.Console.Formatter.Flush()
	err := sh.Console.Close()
	if closeErr := sh.Organizations.Close(); err == nil {
		err = closeErr
	}
	return err
}
