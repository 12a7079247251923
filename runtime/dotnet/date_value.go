package dotnet

import (
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// NetDate is a DateTime value as netfmt formats and computes it.
func NetDate(v value.Value) netfmt.DateTime {
	ticks, kind := v.DateTicks()
	return netfmt.DateTime{Ticks: ticks, Kind: netfmt.DateKind(kind)}
}

// DateValue is the value of a date.
func DateValue(d netfmt.DateTime) value.Value { return value.Date(d.Ticks, uint8(d.Kind)) }

// OaEpoch is the midnight of 1899-12-30 in ticks, FileEpoch that of 1601-01-01,
// UnixEpoch that of 1970-01-01.
const (
	OaEpoch   = 599264352000000000
	FileEpoch = 504911232000000000
	UnixEpoch = 621355968000000000
)

// The units of time in ticks.
const (
	TicksPerMicrosecond = 10
	TicksPerMillisecond = 10_000
	TicksPerSecond      = 1000 * TicksPerMillisecond
	TicksPerMinute      = 60 * TicksPerSecond
	TicksPerHour        = 60 * TicksPerMinute
	TicksPerDay         = 24 * TicksPerHour
)
