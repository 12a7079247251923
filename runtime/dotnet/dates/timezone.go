package dates

import (
	"strings"
	"time"

	"exolab/runtime/dotnet"
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// TimeZone is a System.TimeZoneInfo.
type TimeZone struct{ Location *time.Location }

var typeTimeZone = &value.Type{Name: "TimeZoneInfo", FullName: "System.TimeZoneInfo", Kind: value.KindObject, Base: value.TypeObject}

// PSType returns TimeZoneInfo.
func (*TimeZone) PSType() *value.Type { return typeTimeZone }

// windowsZones are the zones that scripts name as Windows does.
var windowsZones = map[string]string{
	"UTC": "UTC", "GMT Standard Time": "Europe/London", "W. Europe Standard Time": "Europe/Berlin", "Romance Standard Time": "Europe/Paris",
	"Central Europe Standard Time": "Europe/Budapest", "Central European Standard Time": "Europe/Warsaw", "E. Europe Standard Time": "Europe/Chisinau",
	"FLE Standard Time": "Europe/Kiev", "GTB Standard Time": "Europe/Bucharest", "Russian Standard Time": "Europe/Moscow",
	"Eastern Standard Time": "America/New_York", "Central Standard Time": "America/Chicago", "Mountain Standard Time": "America/Denver",
	"US Mountain Standard Time": "America/Phoenix", "Pacific Standard Time": "America/Los_Angeles", "Alaskan Standard Time": "America/Anchorage",
	"Hawaiian Standard Time": "Pacific/Honolulu", "Atlantic Standard Time": "America/Halifax", "Tokyo Standard Time": "Asia/Tokyo",
	"China Standard Time": "Asia/Shanghai", "India Standard Time": "Asia/Kolkata", "Singapore Standard Time": "Asia/Singapore",
	"AUS Eastern Standard Time": "Australia/Sydney", "New Zealand Standard Time": "Pacific/Auckland", "E. South America Standard Time": "America/Sao_Paulo",
	"South Africa Standard Time": "Africa/Johannesburg", "Israel Standard Time": "Asia/Jerusalem", "Arabian Standard Time": "Asia/Dubai",
}

func zoneNamed(id string) (*TimeZone, error) {
	name := id
	for windows, iana := range windowsZones {
		if strings.EqualFold(windows, id) {
			name = iana
		}
	}
	location, err := time.LoadLocation(name)
	if err != nil || name == "" {
		return nil, dotnet.Throw("System.TimeZoneNotFoundException", "The time zone ID '%s' was not found on the local computer.", id)
	}
	return &TimeZone{location}, nil
}

func (z *TimeZone) id() string {
	if z.Location == time.Local {
		return "Local"
	}
	return z.Location.String()
}

// offsetAt is the distance from UTC at a moment, in ticks.
func (z *TimeZone) offsetAt(utc netfmt.DateTime) int64 {
	_, seconds := utc.Time().In(z.Location).Zone()
	return int64(seconds) * dotnet.TicksPerSecond
}

// fromUTC is the zone's clock at a moment.
func (z *TimeZone) fromUTC(d netfmt.DateTime) value.Value {
	kind := netfmt.Unspecified
	if z.Location == time.UTC {
		kind = netfmt.UTC
	}
	utc := d.ToUniversal()
	if d.Kind == netfmt.Unspecified {
		utc = netfmt.DateTime{Ticks: d.Ticks, Kind: netfmt.UTC}
	}
	return dotnet.DateValue(netfmt.DateTime{Ticks: utc.Ticks + z.offsetAt(utc), Kind: kind})
}

// toUTC reads a time on the zone's clock.
func (z *TimeZone) toUTC(d netfmt.DateTime) netfmt.DateTime {
	guess := netfmt.DateTime{Ticks: d.Ticks, Kind: netfmt.UTC}
	guess.Ticks -= z.offsetAt(guess)
	return netfmt.DateTime{Ticks: d.Ticks - z.offsetAt(guess), Kind: netfmt.UTC}
}

func loadTimeZone(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	zone := dotnet.Of[*TimeZone]
	for _, name := range []string{"Id", "DisplayName", "StandardName", "DaylightName"} {
		b.Get("string "+name, func(v value.Value) value.Value { return value.Str(zone(v).id()) })
	}
	b.Property("timespan BaseUtcOffset", func(env value.Env, v value.Value) (value.Value, error) {
		january := time.Date(2024, 1, 1, 0, 0, 0, 0, zone(v).Location)
		july := time.Date(2024, 7, 1, 0, 0, 0, 0, zone(v).Location)
		_, a := january.Zone()
		_, z := july.Zone()
		return value.Span(int64(min(a, z)) * dotnet.TicksPerSecond), nil
	}, nil)
	b.Method("timespan GetUtcOffset(datetime dateTime)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Span(zone(c.This).offsetAt(dotnet.NetDate(c.Args[0]).ToUniversal()))
	}))
	b.Method("bool IsDaylightSavingTime(datetime dateTime)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Bool(dotnet.NetDate(c.Args[0]).ToUniversal().Time().In(zone(c.This).Location).IsDST())
	}))
	b.Method("string ToString()", dotnet.Give(func(c *value.Call) value.Value { return value.Str(zone(c.This).id()) }))
	b.StaticGet("System.TimeZoneInfo Local", func(value.Env) value.Value { return value.Obj(&TimeZone{time.Local}) })
	b.StaticGet("System.TimeZoneInfo Utc", func(value.Env) value.Value { return value.Obj(&TimeZone{time.UTC}) })
	b.Static("System.TimeZoneInfo FindSystemTimeZoneById(string id)", func(c *value.Call) (value.Value, error) {
		z, err := zoneNamed(dotnet.TextArg(c, 0))
		if err != nil {
			return value.Null, err
		}
		return value.Obj(z), nil
	})
	loadTimeZoneConversion(b)
	loadTimeZoneMore(b)
}

func loadTimeZoneConversion(b dotnet.Rows) {
	zone := dotnet.Of[*TimeZone]
	b.Static("datetime ConvertTimeFromUtc(datetime dateTime, System.TimeZoneInfo destinationTimeZone)", dotnet.Give(func(c *value.Call) value.Value {
		return zone(c.Args[1]).fromUTC(dotnet.NetDate(c.Args[0]))
	}))
	b.Static("datetime ConvertTimeToUtc(datetime dateTime)", dotnet.Give(func(c *value.Call) value.Value { return dotnet.DateValue(dotnet.NetDate(c.Args[0]).ToUniversal()) }))
	b.Static("datetime ConvertTimeToUtc(datetime dateTime, System.TimeZoneInfo sourceTimeZone)", dotnet.Give(func(c *value.Call) value.Value {
		return dotnet.DateValue(zone(c.Args[1]).toUTC(dotnet.NetDate(c.Args[0])))
	}))
	b.Static("datetime ConvertTime(datetime dateTime, System.TimeZoneInfo destinationTimeZone)", dotnet.Give(func(c *value.Call) value.Value {
		d := dotnet.NetDate(c.Args[0]).ToUniversal()
		return zone(c.Args[1]).fromUTC(d)
	}))
	b.Static("datetime ConvertTimeBySystemTimeZoneId(datetime dateTime, string destinationTimeZoneId)", func(c *value.Call) (value.Value, error) {
		z, err := zoneNamed(dotnet.TextArg(c, 1))
		if err != nil {
			return value.Null, err
		}
		return z.fromUTC(dotnet.NetDate(c.Args[0]).ToUniversal()), nil
	})
}
