package dates

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// An OLE Automation date counts days since 1899-12-30; in a negative one the
// fraction still counts forward from midnight.

const (
	millisPerDay = dotnet.TicksPerDay / dotnet.TicksPerMillisecond
	// oaMinTicks is the first day of the year 100, before which there are no
	// OLE Automation dates.
	oaMinTicks  = 31241376000000000
	oaMinDays   = -657435.0
	oaMaxDays   = 2958466.0
	msgNoOADate = "Not a legal OleAut date."
)

func toOADate(c *value.Call) (value.Value, error) {
	ticks := dotnet.NetDate(c.This).Ticks
	if ticks == 0 {
		return value.Double(0), nil
	}
	if ticks < dotnet.TicksPerDay {
		// A time without a date counts from day zero.
		ticks += dotnet.OaEpoch
	}
	if ticks < oaMinTicks {
		return value.Null, dotnet.Throw(dotnet.ExOverflow, msgNoOADate)
	}
	millis := (ticks - dotnet.OaEpoch) / dotnet.TicksPerMillisecond
	if part := millis % millisPerDay; part < 0 {
		millis -= (millisPerDay + part) * 2
	}
	return value.Double(float64(millis) / millisPerDay), nil
}

func fromOADate(c *value.Call) (value.Value, error) {
	days := dotnet.FloatArg(c, 0)
	if !(days > oaMinDays && days < oaMaxDays) {
		return value.Null, dotnet.Throw(dotnet.ExArgument, msgNoOADate)
	}
	half := 0.5
	if days < 0 {
		half = -0.5
	}
	millis := int64(days*millisPerDay + half)
	if millis < 0 {
		millis -= millis % millisPerDay * 2
	}
	return value.Date(dotnet.OaEpoch+millis*dotnet.TicksPerMillisecond, 0), nil
}
