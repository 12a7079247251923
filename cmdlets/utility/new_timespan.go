package utility

import (
	"exolab/runtime"
	"exolab/runtime/value"
)

// NewTimeSpan is New-TimeSpan.
type NewTimeSpan struct {
	Start        value.Value `ps:"alias=LastWriteTime,type=datetime,position=0,pipeline,byname,set=Date"`
	End          value.Value `ps:"type=datetime,position=1,byname,set=Date"`
	Days         int         `ps:"set=Time"`
	Hours        int         `ps:"set=Time"`
	Minutes      int         `ps:"set=Time"`
	Seconds      int         `ps:"set=Time"`
	Milliseconds int         `ps:"set=Time"`
}

const (
	ticksPerSecond = 1000 * ticksPerMillisecond
	ticksPerMinute = 60 * ticksPerSecond
	ticksPerHour   = 60 * ticksPerMinute
	ticksPerDay    = 24 * ticksPerHour
)

// Process emits the time from Start to End, each now if not given, or the sum
// of the parts.
func (c *NewTimeSpan) Process(ctx *runtime.Context) error {
	if ctx.ParameterSet() == "Time" {
		return ctx.Emit(value.Span(int64(c.Days)*ticksPerDay + int64(c.Hours)*ticksPerHour + int64(c.Minutes)*ticksPerMinute +
			int64(c.Seconds)*ticksPerSecond + int64(c.Milliseconds)*ticksPerMillisecond))
	}
	now := localNow(ctx)
	start, end := now, now
	if ctx.Bound("Start") {
		start, _ = c.Start.DateTicks()
	}
	if ctx.Bound("End") {
		end, _ = c.End.DateTicks()
	}
	return ctx.Emit(value.Span(end - start))
}
