package management

import (
	"os"
	"path/filepath"
	"strings"
	"time"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/patterns"
	"exolab/runtime"
	"exolab/runtime/dotnet/dates"
	"exolab/runtime/errs"
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// GetTimeZone is Get-TimeZone.
type GetTimeZone struct {
	Id            []string       `ps:"mandatory,byname,set=Id"`
	ListAvailable cmdlets.Switch `ps:"mandatory,set=ListAvailable"`
	Name          []string       `ps:"position=0,pipeline,set=Name"`
}

// GetProcess is Get-Process.
type GetProcess struct {
	Name            []string       `ps:"alias=ProcessName,notnullorempty,position=0,byname,set=Name|NameWithUserName"`
	Id              []int          `ps:"alias=PID,mandatory,byname,set=Id|IdWithUserName"`
	InputObject     []value.Value  `ps:"type=System.Diagnostics.Process[],mandatory,pipeline,set=InputObject|InputObjectWithUserName"`
	IncludeUserName cmdlets.Switch `ps:"mandatory,set=NameWithUserName|IdWithUserName|InputObjectWithUserName"`
	Module          cmdlets.Switch `ps:"notnull,set=Name|Id|InputObject"`
	FileVersionInfo cmdlets.Switch `ps:"alias=FV|FVI,notnull,set=Name|Id|InputObject"`
}

// GetClipboard is Get-Clipboard.
type GetClipboard struct {
	Raw       cmdlets.Switch `ps:""`
	Delimiter []string       `ps:""`
}

// SetClipboard is Set-Clipboard.
type SetClipboard struct {
	Value    []string       `ps:"allownull,allowemptystring,allowemptycollection,mandatory,position=0,pipeline,byname"`
	Append   cmdlets.Switch `ps:""`
	PassThru cmdlets.Switch `ps:""`
	AsOSC52  cmdlets.Switch `ps:"alias=ToLocalhost"`

	lines []string
}

// Process emits the session's time zone or the named ones.
func (c *GetTimeZone) Process(ctx *runtime.Context) error {
	names := append(c.Id, c.Name...)
	if len(names) == 0 {
		return ctx.Emit(value.Obj(&dates.TimeZone{Location: time.Local}))
	}
	for _, name := range names {
		location, err := time.LoadLocation(name)
		if err != nil {
			err = ctx.WriteError(errs.New("System.TimeZoneNotFoundException", "The time zone ID '"+name+"' was not found on the local computer.",
				"TimeZoneNotFound", value.ObjectNotFound, value.Str(name)))
		} else {
			err = ctx.Emit(value.Obj(&dates.TimeZone{Location: location}))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// processStart is when exolab began to run.
var processStart = time.Now()

// Process emits exolab's own process, the only one that it knows.
func (c *GetProcess) Process(ctx *runtime.Context) error {
	name := strings.TrimSuffix(filepath.Base(os.Args[0]), ".exe")
	pid := os.Getpid()
	for _, id := range c.Id {
		if id != pid {
			if err := ctx.WriteError(noProcess("process identifier "+value.ToString(nil, value.Int(id)), "NoProcessFoundForGivenId", value.Int(id))); err != nil {
				return err
			}
			continue
		}
		return ctx.Emit(ownProcess(name, pid))
	}
	if len(c.Id) > 0 {
		return nil
	}
	if len(c.Name) == 0 {
		return ctx.Emit(ownProcess(name, pid))
	}
	for _, pattern := range c.Name {
		if patterns.Match(pattern, name) || strings.EqualFold(pattern, "pwsh") {
			if err := ctx.Emit(ownProcess(name, pid)); err != nil {
				return err
			}
		} else if !patterns.HasWildcard(pattern) {
			if err := ctx.WriteError(noProcess("name \""+pattern+"\"", "NoProcessFoundForGivenName", value.Str(pattern))); err != nil {
				return err
			}
		}
	}
	return nil
}

func noProcess(what, id string, target value.Value) *errs.Record {
	return errs.New("Microsoft.PowerShell.Commands.ProcessCommandException",
		"Cannot find a process with the "+what+". Verify the process "+strings.Fields(what)[0]+" and call the cmdlet again.", id, value.ObjectNotFound, target)
}

func ownProcess(name string, pid int) value.Value {
	out := value.NewObject(8)
	out.TypeNames = []string{"System.Diagnostics.Process", "System.ComponentModel.Component", "System.MarshalByRefObject", "System.Object"}
	start := netfmt.FromTime(processStart.UTC(), netfmt.UTC).ToLocal()
	out.Set("Id", value.Int(pid))
	out.Set("ProcessName", value.Str(name))
	out.Set("Name", value.Str(name))
	out.Set("StartTime", value.Date(start.Ticks, uint8(start.Kind)))
	out.Set("HasExited", value.False)
	out.Set("Path", value.Str(os.Args[0]))
	return value.Obj(out)
}

type clipboardKey struct{}

// Process emits what Set-Clipboard kept; the clipboard of the desktop is left
// alone.
func (c *GetClipboard) Process(ctx *runtime.Context) error {
	text, _ := ctx.Session().Services[clipboardKey{}].(string)
	if c.Raw {
		return ctx.Emit(value.Str(text))
	}
	for _, line := range strings.Split(text, "\n") {
		if err := ctx.Emit(value.Str(line)); err != nil {
			return err
		}
	}
	return nil
}

// Process collects the lines.
func (c *SetClipboard) Process(*runtime.Context) error {
	c.lines = append(c.lines, c.Value...)
	return nil
}

// End keeps the lines in the session.
func (c *SetClipboard) End(ctx *runtime.Context) error {
	if ok, err := ctx.ShouldProcess(strings.Join(c.lines, "\n"), "Set Clipboard"); err != nil || !ok {
		return err
	}
	services := ctx.Session().Services
	if old, _ := services[clipboardKey{}].(string); bool(c.Append) && old != "" {
		c.lines = append([]string{old}, c.lines...)
	}
	services[clipboardKey{}] = strings.Join(c.lines, "\n")
	if !c.PassThru {
		return nil
	}
	return ctx.Emit(value.Str(strings.Join(c.lines, "\n")))
}
