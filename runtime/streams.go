package runtime

import (
	"strings"

	"exolab/parser"
	"exolab/runtime/errs"
	"exolab/runtime/interrupt"
	"exolab/runtime/value"
)

// streams says where the streams beside the success stream go; a nil Sink is
// the host. The lists are those of -ErrorVariable and its kin: everything
// written to the stream is also added to them.
type streams struct {
	error, warning, verbose, debug, information Sink
	errorLists, warningLists, informationLists  []*value.Sequence
}

// listed reports whether any variable collects what the streams get.
func (s *streams) listed() bool {
	return len(s.errorLists)+len(s.warningLists)+len(s.informationLists) > 0
}

var toHost = &streams{}

// commandState is what pipeline and streams keep in a Session.
type commandState struct {
	// modules are the loaded script modules.
	modules []*Module
	// moduleDepth counts the modules that are loading each other.
	moduleDepth int
	// shipped are the modules that are part of the program.
	shipped []ShippedModule
	// location is the current directory.
	location string
	// streams is where the running command's streams go; nil is the host.
	streams *streams
	// history is what was entered at the prompt; historyID numbers it.
	history []*HistoryEntry
	// entered is the command that is being run, for the history.
	entered *enteredLine
	// lastEntered is the command that was entered before.
	lastEntered string
	historyID   int64
}

func (s *Session) currentStreams() *streams {
	if s.streams == nil {
		return toHost
	}
	return s.streams
}

// cancelled returns the error that ends the pipeline when it is being stopped.
func (s *Session) cancelled() error {
	if s.Ctx == nil {
		return nil
	}
	select {
	case <-s.Ctx.Done():
		return ErrStopped
	default:
		return nil
	}
}

// stopping is cancelled outside of the blocks that run to their end in any case.
// What fails meanwhile fails because of it, and nobody is told.
func (s *Session) stopping() error {
	if s.stopShield > 0 {
		return nil
	}
	return s.cancelled()
}

// ErrStopped ends a pipeline that Ctrl-C stopped.
var ErrStopped = interrupt.ErrStopped

// IsStopped reports whether err says that the pipeline was stopped by Ctrl-C.
func IsStopped(err error) bool { return err == ErrStopped }

// stopUpstream says that a stage wants no more input.
type stopUpstream struct{ stage *processor }

// Error names the request; nobody is shown it.
func (*stopUpstream) Error() string { return "stop upstream commands" }

// isPipelineFlow reports whether err steers the pipeline and is no error to
// be reported.
func isPipelineFlow(err error) bool {
	_, stops := err.(*stopUpstream)
	return stops || IsStopped(err)
}

// reportError shows an error that ended a statement but not the script.
func (s *Session) reportError(_ *Frame, rec *errs.Record) error {
	to := s.currentStreams()
	note(to.errorLists, value.Obj(rec))
	return s.writeErrorTo(to, rec)
}

func (s *Session) writeErrorTo(to *streams, rec *errs.Record) error {
	if to.error != nil {
		return to.error.Emit(value.Obj(rec))
	}
	return s.Host.Error(rec)
}

// ReportError shows an error on the error stream and puts it into $Error; the
// host uses it for what ended a script.
func (s *Session) ReportError(err error) error {
	rec := RecordOf(err)
	s.rememberError(rec)
	return s.reportError(nil, rec)
}

// RecordOf returns the ErrorRecord behind an error that a script or command
// ended with.
func RecordOf(err error) *errs.Record {
	switch err := err.(type) {
	case *errs.Error:
		return err.Record
	case *bindingError:
		return err.record
	case *parser.ParseErrors:
		return parseErrorRecord(err)
	}
	return errs.FromException(exceptionOf(err))
}

// startCommands prepares commands and streams of a new session.
func (s *Session) startCommands(directory string) error {
	s.location = directory
	if s.Commands == nil {
		s.Commands = NewCommandTable()
	}
	s.setPreferences()
	return nil
}

// WorkingDirectory is the absolute path of the current location.
func (s *Session) WorkingDirectory() string { return s.location }

// SetWorkingDirectory changes the current location.
func (s *Session) SetWorkingDirectory(path string) { s.location = path }

// FilePath is the operating system's absolute path for a path as a script
// writes it: on a drive, below the home folder or the current location.
func (s *Session) FilePath(path string) string {
	if s.OnDrive != nil && strings.IndexByte(path, ':') > 0 {
		path = s.OnDrive(path)
	}
	path = strings.ReplaceAll(path, "\\", "/")
	if path == "~" || strings.HasPrefix(path, "~/") {
		if home := s.Global.Lookup("home"); home != nil {
			path = home.Read().Text() + path[1:]
		}
	}
	return absolutePath(s.location, path)
}

// setPreferences defines the preference variables.
func (s *Session) setPreferences() {
	g := s.Global
	for name, a := range map[string]action{"ErrorActionPreference": actionContinue, "WarningPreference": actionContinue, "ProgressPreference": actionContinue,
		"VerbosePreference": actionSilent, "DebugPreference": actionSilent, "InformationPreference": actionSilent} {
		cell := g.SetPlain(name, actionValue(a))
		cell.constrain(s.env(), TypeActionPreference, []ParamAttribute{notReserved{}})
	}
	g.SetPlain("ConfirmPreference", value.Enum(TypeConfirmImpact, 3)).constrain(s.env(), TypeConfirmImpact, nil)
	g.SetPlain("WhatIfPreference", value.False)
	g.SetPlain("ErrorView", value.Enum(TypeErrorView, 2))
	g.SetPlain("PSDefaultParameterValues", value.Obj(value.NewHashtable()))
	g.SetPlain("PSNativeCommandUseErrorActionPreference", value.False)
	g.SetPlain("MaximumHistoryCount", value.Int(4096))
	g.SetPlain("FormatEnumerationLimit", value.Int(4))
	g.SetPlain("NestedPromptLevel", value.Int(0))
}

// LookupType finds a type by its written name in the scope that is being run.
func (s *Session) LookupType(name string) (*value.Type, bool) { return s.lookupType(nil, name) }

func (s *Session) defaultParameterValues(c *Context) *value.Dict {
	v, _ := c.frame.scope.Get("psdefaultparametervalues")
	d, _ := value.As[*value.Dict](v)
	return d
}
