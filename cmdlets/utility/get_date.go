package utility

import (
	"exolab/cmdlets"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// GetDate is Get-Date.
type GetDate struct {
	Date            value.Value    `ps:"alias=LastWriteTime,type=datetime,position=0,pipeline,byname,set=DateAndFormat|DateAndUFormat"`
	UnixTimeSeconds int64          `ps:"alias=UnixTime,range=-62135596800:253402300799,mandatory,set=UnixTimeSecondsAndFormat|UnixTimeSecondsAndUFormat"`
	Year            *int           `ps:"range=1:9999"`
	Month           *int           `ps:"range=1:12"`
	Day             *int           `ps:"range=1:31"`
	Hour            *int           `ps:"range=0:23"`
	Minute          *int           `ps:"range=0:59"`
	Second          *int           `ps:"range=0:59"`
	Millisecond     *int           `ps:"range=0:999"`
	DisplayHint     int            `ps:"type=Microsoft.PowerShell.Commands.DisplayHintType"`
	UFormat         string         `ps:"mandatory,set=DateAndUFormat|UnixTimeSecondsAndUFormat"`
	Format          string         `ps:"set=DateAndFormat|UnixTimeSecondsAndFormat"`
	AsUTC           cmdlets.Switch `ps:""`
}

const displayDateAndTime = 2

// NewGetDate returns Get-Date with its defaults.
func NewGetDate() any { return &GetDate{DisplayHint: displayDateAndTime} }

const unixEpochSeconds = 62_135_596_800

// localNow is the session's present as local ticks.
func localNow(ctx *runtime.Context) int64 { return now(ctx).Ticks }

func now(ctx *runtime.Context) netfmt.DateTime {
	return netfmt.DateTime{Ticks: ctx.Env().NowTicks(), Kind: netfmt.UTC}.ToLocal()
}

// Process emits the date, or its text in a format.
func (c *GetDate) Process(ctx *runtime.Context) error {
	date := now(ctx)
	switch {
	case ctx.Bound("UnixTimeSeconds"):
		date = netfmt.DateTime{Ticks: (unixEpochSeconds + c.UnixTimeSeconds) * ticksPerSecond, Kind: netfmt.UTC}.ToLocal()
	case ctx.Bound("Date"):
		ticks, kind := c.Date.DateTicks()
		date = netfmt.DateTime{Ticks: ticks, Kind: netfmt.DateKind(kind)}
	}
	date, err := c.replaceParts(date)
	if err != nil {
		return ctx.Throw(errs.New("System.ArgumentOutOfRangeException", err.Error(), "System.ArgumentOutOfRangeException", value.NotSpecified, value.Null))
	}
	if c.AsUTC {
		date = date.ToUniversal()
	}
	return c.emit(ctx, date)
}

// replaceParts sets the parts of the date that were given.
func (c *GetDate) replaceParts(d netfmt.DateTime) (netfmt.DateTime, error) {
	var err error
	year, month, day := d.Date()
	hour, minute, second, _ := d.Clock()
	for _, part := range []struct {
		to  *int
		now int
		add func(netfmt.DateTime, int) (netfmt.DateTime, error)
	}{
		{c.Year, year, netfmt.DateTime.AddYears},
		{c.Month, month, netfmt.DateTime.AddMonths},
		{c.Day, day, addTicks(ticksPerDay)},
		{c.Hour, hour, addTicks(ticksPerHour)},
		{c.Minute, minute, addTicks(ticksPerMinute)},
		{c.Second, second, addTicks(ticksPerSecond)},
	} {
		if part.to != nil {
			if d, err = part.add(d, *part.to-part.now); err != nil {
				return d, err
			}
		}
	}
	if c.Millisecond != nil {
		d.Ticks += int64(*c.Millisecond)*ticksPerMillisecond - d.Ticks%ticksPerSecond
	}
	return d, nil
}

func addTicks(unit int64) func(netfmt.DateTime, int) (netfmt.DateTime, error) {
	return func(d netfmt.DateTime, n int) (netfmt.DateTime, error) {
		d.Ticks += int64(n) * unit
		return d, nil
	}
}

// fileFormats are the names that -Format takes besides .NET's specifiers.
var fileFormats = map[string]struct {
	format string
	utc    bool
}{
	"filedate":              {"yyyyMMdd", false},
	"filedateuniversal":     {"yyyyMMddZ", true},
	"filedatetime":          {"yyyyMMddTHHmmssffff", false},
	"filedatetimeuniversal": {"yyyyMMddTHHmmssffffZ", true},
}

func (c *GetDate) emit(ctx *runtime.Context, date netfmt.DateTime) error {
	switch {
	case ctx.Bound("UFormat"):
		text, err := netfmt.FormatUnixStyle(date, c.UFormat, netfmt.EnUS)
		return emitText(ctx, text, err)
	case ctx.Bound("Format"):
		format := c.Format
		if special, ok := fileFormats[value.Fold(format)]; ok {
			format = special.format
			if special.utc {
				date = date.ToUniversal()
			}
		}
		text, err := netfmt.FormatDateTime(date, format, netfmt.EnUS)
		return emitText(ctx, text, err)
	}
	return ctx.Emit(c.hinted(ctx, value.Date(date.Ticks, uint8(date.Kind))))
}

// hinted adds the DisplayHint by which the date is shown.
func (c *GetDate) hinted(ctx *runtime.Context, date value.Value) value.Value {
	hint := value.Int(c.DisplayHint)
	if t, ok := ctx.Env().LookupType("Microsoft.PowerShell.Commands.DisplayHintType"); ok {
		hint = value.Enum(t, int64(c.DisplayHint))
	}
	decorated := &value.Decorated{Inner: date}
	decorated.Extend().Members.Set("DisplayHint", hint)
	return value.Obj(decorated)
}

func emitText(ctx *runtime.Context, text string, err error) error {
	if err != nil {
		return ctx.Throw(errs.New("System.FormatException", err.Error(), "System.FormatException", value.NotSpecified, value.Null))
	}
	return ctx.Emit(value.Str(text))
}
