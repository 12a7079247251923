package utility

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/files"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/netfmt"
	"exolab/runtime/sandbox"
	"exolab/runtime/value"
)

// StartTranscript is Start-Transcript.
type StartTranscript struct {
	Path                    string         `ps:"notnullorempty,position=0,set=ByPath"`
	LiteralPath             string         `ps:"alias=PSPath|LP,notnullorempty,position=0,set=ByLiteralPath"`
	OutputDirectory         string         `ps:"notnullorempty,position=0,set=ByOutputDirectory"`
	Append                  cmdlets.Switch `ps:""`
	Force                   cmdlets.Switch `ps:""`
	NoClobber               cmdlets.Switch `ps:"alias=NoOverwrite"`
	IncludeInvocationHeader cmdlets.Switch `ps:""`
	UseMinimalHeader        cmdlets.Switch `ps:""`
}

// StopTranscript is Stop-Transcript.
type StopTranscript struct {
}

// recorder is a host that can copy what it shows.
type recorder interface{ SetTranscript(w io.Writer) error }

// transcript is the running transcript of a session.
type transcript struct {
	file *os.File
	path string
}

type transcriptKey struct{}

const transcriptLine = "**********************\n"

// Process begins to copy what the console shows into a file.
func (c *StartTranscript) Process(ctx *runtime.Context) error {
	host, ok := ctx.Host().(recorder)
	if running(ctx) != nil || !ok {
		return ctx.Throw(errs.New("System.Management.Automation.PSInvalidOperationException", "Transcription has already been started. Use the Stop-Transcript cmdlet to stop transcription.",
			"InvalidOperation", value.InvalidOperation, value.Null))
	}
	path := c.target(ctx)
	if ok, err := ctx.ShouldProcess(path, ""); err != nil || !ok {
		return err
	}
	if _, err := os.Stat(path); err == nil && bool(c.NoClobber) && !bool(c.Append) {
		return ctx.Throw(errs.New("System.UnauthorizedAccessException", fmt.Sprintf("File %s already exists and NoClobber was specified.", path),
			"NoClobber", value.ResourceExists, value.Str(path)))
	}
	flags := os.O_WRONLY | os.O_CREATE | os.O_TRUNC
	if c.Append {
		flags = os.O_WRONLY | os.O_CREATE | os.O_APPEND
	}
	file, err := sandbox.OpenFile(path, flags, 0o644)
	if err != nil {
		return ctx.Throw(files.Failure(err, path, "CannotStartTranscription", value.InvalidOperation))
	}
	if _, err := file.WriteString(c.header(ctx)); err != nil {
		return ctx.Throw(files.Failure(err, path, "CannotStartTranscription", value.WriteError))
	}
	ctx.Session().Services[transcriptKey{}] = &transcript{file, path}
	if err := ctx.Emit(value.Str("Transcript started, output file is " + path)); err != nil {
		return err
	}
	return host.SetTranscript(file)
}

func running(ctx *runtime.Context) *transcript {
	t, _ := ctx.Session().Services[transcriptKey{}].(*transcript)
	return t
}

// target is the file to write: the one that was named, or a new one.
func (c *StartTranscript) target(ctx *runtime.Context) string {
	if path := c.Path + c.LiteralPath; path != "" {
		return files.Resolve(ctx.Session(), path)
	}
	dir := c.OutputDirectory
	if dir == "" {
		dir = "~"
	}
	host, _ := os.Hostname()
	name := fmt.Sprintf("PowerShell_transcript.%s.%d.%s.txt", host, os.Getpid(), present(ctx))
	return filepath.Join(files.Resolve(ctx.Session(), dir), name)
}

// present is the time as transcripts write it.
func present(ctx *runtime.Context) string {
	now := netfmt.DateTime{Ticks: ctx.Session().Clock(), Kind: netfmt.UTC}
	text, _ := netfmt.FormatDateTime(now.ToLocal(), "yyyyMMddHHmmss", netfmt.Invariant)
	return text
}

func (c *StartTranscript) header(ctx *runtime.Context) string {
	var out strings.Builder
	out.WriteString(transcriptLine + "PowerShell transcript start\nStart time: " + present(ctx) + "\n")
	if !c.UseMinimalHeader {
		host, _ := os.Hostname()
		user := os.Getenv("USER")
		fmt.Fprintf(&out, "Username: %s\\%s\nRunAs User: %s\\%s\nConfiguration Name: \nMachine: %s (Unix)\nHost Application: %s\nProcess ID: %d\n"+
			"PSVersion: 7.6.5\nPSEdition: Core\nGitCommitId: 7.6.5\nOS: Linux\nPlatform: Unix\nPSCompatibleVersions: 1.0, 2.0, 3.0, 4.0, 5.0, 5.1, 6.0, 7.0\n"+
			"PSRemotingProtocolVersion: 2.4\nSerializationVersion: 1.1.0.1\nWSManStackVersion: 3.0\n", host, user, host, user, host, filepath.Base(os.Args[0]), os.Getpid())
	}
	return out.String() + transcriptLine
}

// Process ends the transcript.
func (c *StopTranscript) Process(ctx *runtime.Context) error {
	t := running(ctx)
	if t == nil {
		return ctx.Throw(errs.New("System.Management.Automation.PSInvalidOperationException", "An error occurred stopping transcription: The host is not currently transcribing.",
			"InvalidOperation", value.InvalidOperation, value.Null))
	}
	if ok, err := ctx.ShouldProcess("", ""); err != nil || !ok {
		return err
	}
	if host, ok := ctx.Host().(recorder); ok {
		if err := host.SetTranscript(nil); err != nil {
			return err
		}
	}
	delete(ctx.Session().Services, transcriptKey{})
	_, err := t.file.WriteString(transcriptLine + "PowerShell transcript end\nEnd time: " + present(ctx) + "\n" + transcriptLine)
	if closeErr := t.file.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		return ctx.Throw(files.Failure(err, t.path, "CannotStopTranscription", value.WriteError))
	}
	return ctx.Emit(value.Str("Transcript stopped, output file is " + t.path))
}
