package utility

import (
	"exolab/cmdlets"
	"exolab/runtime"
	"exolab/runtime/value"
)

// WriteWarning is Write-Warning.
type WriteWarning struct {
	Message string `ps:"alias=Msg,allowemptystring,mandatory,position=0,pipeline"`
}

// Process writes to the warning stream.
func (c *WriteWarning) Process(ctx *runtime.Context) error { return ctx.Warning(c.Message) }

// WriteVerbose is Write-Verbose.
type WriteVerbose struct {
	Message string `ps:"alias=Msg,allowemptystring,mandatory,position=0,pipeline"`
}

// Process writes to the verbose stream.
func (c *WriteVerbose) Process(ctx *runtime.Context) error { return ctx.Verbose(c.Message) }

// WriteDebug is Write-Debug.
type WriteDebug struct {
	Message string `ps:"alias=Msg,allowemptystring,mandatory,position=0,pipeline"`
}

// Process writes to the debug stream.
func (c *WriteDebug) Process(ctx *runtime.Context) error { return ctx.Debug(c.Message) }

// WriteInformation is Write-Information.
type WriteInformation struct {
	MessageData value.Value `ps:"alias=Msg|Message,allownull,mandatory,position=0,pipeline"`
	Tags        []string    `ps:"position=1"`
}

// Process writes to the information stream.
func (c *WriteInformation) Process(ctx *runtime.Context) error {
	return ctx.Information(c.MessageData, c.Tags...)
}

// WriteProgress is Write-Progress.
type WriteProgress struct {
	Activity         string         `ps:"position=0"`
	Status           string         `ps:"notnullorempty,position=1"`
	Id               int            `ps:"range=0:2147483647,position=2"`
	PercentComplete  int            `ps:"range=-1:100"`
	SecondsRemaining int            `ps:""`
	CurrentOperation string         `ps:""`
	ParentId         int            `ps:"range=-1:2147483647"`
	Completed        cmdlets.Switch `ps:""`
	SourceId         int            `ps:""`
}

// NewWriteProgress returns Write-Progress with its defaults.
func NewWriteProgress() any {
	return &WriteProgress{Status: "Processing", PercentComplete: -1, SecondsRemaining: -1, ParentId: -1}
}

// Process writes to the progress stream.
func (c *WriteProgress) Process(ctx *runtime.Context) error {
	return ctx.Progress(runtime.Progress{Activity: c.Activity, Status: c.Status, CurrentOperation: c.CurrentOperation,
		ID: c.Id, ParentID: c.ParentId, Percent: c.PercentComplete, Seconds: c.SecondsRemaining, Completed: bool(c.Completed)})
}
