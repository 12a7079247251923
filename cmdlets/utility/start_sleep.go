package utility

import (
	"fmt"
	"math"
	"time"

	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// StartSleep is Start-Sleep.
type StartSleep struct {
	Seconds      float64     `ps:"range=0.0:2147483.0,mandatory,position=0,pipeline,byname,set=Seconds"`
	Milliseconds int         `ps:"alias=ms,range=0:2147483647,mandatory,byname,set=Milliseconds"`
	Duration     value.Value `ps:"alias=ts,type=timespan,range=nonnegative,mandatory,position=0,pipeline,byname,set=FromTimeSpan"`
}

const (
	ticksPerMillisecond = 10_000
	// longestSleep is the longest -Duration, in ticks.
	longestSleep = math.MaxInt32 * ticksPerMillisecond
)

// Process waits; Ctrl-C ends the wait.
func (c *StartSleep) Process(ctx *runtime.Context) error {
	wait := time.Duration(c.Milliseconds) * time.Millisecond
	switch ctx.ParameterSet() {
	case "Seconds":
		wait = time.Duration(c.Seconds * float64(time.Second))
	case "FromTimeSpan":
		if c.Duration.Ticks() > longestSleep {
			return ctx.Throw(errs.New("System.Management.Automation.PSArgumentException", fmt.Sprintf("The '-Duration' parameter value must not exceed '%s', provided value was '%s'. (Parameter 'Duration')",
				value.ToString(ctx.Env(), value.Span(longestSleep)), value.ToString(ctx.Env(), c.Duration)), "MaximumDurationExceeded", value.InvalidArgument, value.Null))
		}
		wait = time.Duration(c.Duration.Ticks()/ticksPerMillisecond) * time.Millisecond
	}
	timer := time.NewTimer(wait)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-ctx.Session().Ctx.Done():
	}
	return ctx.Cancelled()
}
