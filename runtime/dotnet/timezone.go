package dotnet

import (
	"strings"
	"time"

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
		return nil, throw("System.TimeZoneNotFoundException", "The time zone ID '%s' was not found on the local computer.", id)
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
	return int64(seconds) * ticksPerSecond
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
	return dateValue(netfmt.DateTime{Ticks: utc.Ticks + z.offsetAt(utc), Kind: kind})
}

// toUTC reads a time on the zone's clock.
func (z *TimeZone) toUTC(d netfmt.DateTime) netfmt.DateTime {
	guess := netfmt.DateTime{Ticks: d.Ticks, Kind: netfmt.UTC}
	guess.Ticks -= z.offsetAt(guess)
	return netfmt.DateTime{Ticks: d.Ticks - z.offsetAt(guess), Kind: netfmt.UTC}
}

func loadTimeZone(t *value.Type, m *value.Members) {
	b := table{t, m}
	zone := of[*TimeZone]
	for _, name := range []string{"Id", "DisplayName", "StandardName", "DaylightName"} {
		b.get("string "+name, func(v value.Value) value.Value { return value.Str(zone(v).id()) })
	}
	b.property("timespan BaseUtcOffset", func(env value.Env, v value.Value) (value.Value, error) {
		january := time.Date(2024, 1, 1, 0, 0, 0, 0, zone(v).Location)
		july := time.Date(2024, 7, 1, 0, 0, 0, 0, zone(v).Location)
		_, a := january.Zone()
		_, z := july.Zone()
		return value.Span(int64(min(a, z)) * ticksPerSecond), nil
	}, nil)
	b.method("timespan GetUtcOffset(datetime dateTime)", give(func(c *value.Call) value.Value {
		return value.Span(zone(c.This).offsetAt(netDate(c.Args[0]).ToUniversal()))
	}))
	b.method("bool IsDaylightSavingTime(datetime dateTime)", give(func(c *value.Call) value.Value {
		return value.Bool(netDate(c.Args[0]).ToUniversal().Time().In(zone(c.This).Location).IsDST())
	}))
	b.method("string ToString()", give(func(c *value.Call) value.Value { return value.Str(zone(c.This).id()) }))
	b.staticGet("System.TimeZoneInfo Local", func(value.Env) value.Value { return value.Obj(&TimeZone{time.Local}) })
	b.staticGet("System.TimeZoneInfo Utc", func(value.Env) value.Value { return value.Obj(&TimeZone{time.UTC}) })
	b.static("System.TimeZoneInfo FindSystemTimeZoneById(string id)", func(c *value.Call) (value.Value, error) {
		z, err := zoneNamed(text(c, 0))
		if err != nil {
			return value.Null, err
		}
		return value.Obj(z), nil
	})
	loadTimeZoneConversion(b)
}

func loadTimeZoneConversion(b table) {
	zone := of[*TimeZone]
	b.static("datetime ConvertTimeFromUtc(datetime dateTime, System.TimeZoneInfo destinationTimeZone)", give(func(c *value.Call) value.Value {
		return zone(c.Args[1]).fromUTC(netDate(c.Args[0]))
	}))
	b.static("datetime ConvertTimeToUtc(datetime dateTime)", give(func(c *value.Call) value.Value { return dateValue(netDate(c.Args[0]).ToUniversal()) }))
	b.static("datetime ConvertTimeToUtc(datetime dateTime, System.TimeZoneInfo sourceTimeZone)", give(func(c *value.Call) value.Value {
		return dateValue(zone(c.Args[1]).toUTC(netDate(c.Args[0])))
	}))
	b.static("datetime ConvertTime(datetime dateTime, System.TimeZoneInfo destinationTimeZone)", give(func(c *value.Call) value.Value {
		d := netDate(c.Args[0]).ToUniversal()
		return zone(c.Args[1]).fromUTC(d)
	}))
	b.static("datetime ConvertTimeBySystemTimeZoneId(datetime dateTime, string destinationTimeZoneId)", func(c *value.Call) (value.Value, error) {
		z, err := zoneNamed(text(c, 1))
		if err != nil {
			return value.Null, err
		}
		return z.fromUTC(netDate(c.Args[0]).ToUniversal()), nil
	})
}
