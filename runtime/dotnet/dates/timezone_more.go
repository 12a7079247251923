package dates

import (
	"slices"
	"strings"
	"time"

	"exolab/runtime/dotnet"
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// changes reports whether the zone's clock is put forward in summer.
func (z *TimeZone) changes() bool {
	_, january := time.Date(2024, 1, 1, 0, 0, 0, 0, z.Location).Zone()
	_, july := time.Date(2024, 7, 1, 0, 0, 0, 0, z.Location).Zone()
	return january != july
}

// nearby are the zone's offsets from UTC a day before and a day after a time.
func (z *TimeZone) nearby(d netfmt.DateTime) [2]int64 {
	const day = 24 * 60 * dotnet.TicksPerMinute
	return [2]int64{
		z.offsetAt(netfmt.DateTime{Ticks: d.Ticks - day, Kind: netfmt.UTC}),
		z.offsetAt(netfmt.DateTime{Ticks: d.Ticks + day, Kind: netfmt.UTC}),
	}
}

// clock tells what is special about a time on the zone's clock: it occurs twice
// when the clock is put back, and never when it is put forward.
func (z *TimeZone) clock(d netfmt.DateTime) (twice, never bool) {
	offsets := z.nearby(d)
	if offsets[0] == offsets[1] {
		return false, false
	}
	valid := 0
	for _, off := range offsets {
		if z.offsetAt(netfmt.DateTime{Ticks: d.Ticks - off, Kind: netfmt.UTC}) == off {
			valid++
		}
	}
	return valid == 2, valid == 0
}

// bothOffsets are the two offsets from UTC that a time of the clocks can have,
// the smaller first.
func (z *TimeZone) bothOffsets(d netfmt.DateTime, param, message string) (value.Value, error) {
	if twice, _ := z.clock(d); !twice {
		return value.Null, dotnet.ThrowParam(dotnet.ExArgument, param, message)
	}
	offsets := z.nearby(d)
	slices.Sort(offsets[:])
	return value.Obj(&value.Array{Elem: value.TypeTimeSpan, Items: []value.Value{value.Span(offsets[0]), value.Span(offsets[1])}}), nil
}

func loadTimeZoneMore(b dotnet.Rows) {
	zone := dotnet.Of[*TimeZone]
	b.Get("bool SupportsDaylightSavingTime", func(v value.Value) value.Value { return value.Bool(zone(v).changes()) })
	b.Get("bool HasIanaId", func(value.Value) value.Value { return value.True })
	moment := func(v value.Value) netfmt.DateTime {
		return netfmt.DateTime{Ticks: offset(v).UTC().Ticks, Kind: netfmt.UTC}
	}
	b.Method("timespan GetUtcOffset(System.DateTimeOffset dateTimeOffset)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Span(zone(c.This).offsetAt(moment(c.Args[0])))
	}))
	b.Method("bool IsDaylightSavingTime(System.DateTimeOffset dateTimeOffset)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Bool(moment(c.Args[0]).Time().In(zone(c.This).Location).IsDST())
	}))
	b.Method("bool IsAmbiguousTime(datetime dateTime)", dotnet.Give(func(c *value.Call) value.Value {
		twice, _ := zone(c.This).clock(dotnet.NetDate(c.Args[0]))
		return value.Bool(twice)
	}))
	// clocked is the time that the zone's clocks show.
	clocked := func(c *value.Call) netfmt.DateTime {
		at := moment(c.Args[0])
		return netfmt.DateTime{Ticks: at.Ticks + zone(c.This).offsetAt(at)}
	}
	b.Method("bool IsAmbiguousTime(System.DateTimeOffset dateTimeOffset)", dotnet.Give(func(c *value.Call) value.Value {
		twice, _ := zone(c.This).clock(clocked(c))
		return value.Bool(twice)
	}))
	b.Method("timespan[] GetAmbiguousTimeOffsets(datetime dateTime)", func(c *value.Call) (value.Value, error) {
		return zone(c.This).bothOffsets(dotnet.NetDate(c.Args[0]), "dateTime", "The supplied DateTime is not in an ambiguous time range.")
	})
	b.Method("timespan[] GetAmbiguousTimeOffsets(System.DateTimeOffset dateTimeOffset)", func(c *value.Call) (value.Value, error) {
		return zone(c.This).bothOffsets(clocked(c), "dateTimeOffset", "The supplied DateTimeOffset is not in an ambiguous time range.")
	})
	b.Method("bool IsInvalidTime(datetime dateTime)", dotnet.Give(func(c *value.Call) value.Value {
		d := dotnet.NetDate(c.Args[0])
		_, never := zone(c.This).clock(d)
		return value.Bool(never && d.Kind != netfmt.UTC)
	}))
	same := dotnet.Give(func(c *value.Call) value.Value {
		other, ok := value.As[*TimeZone](c.Args[0])
		return value.Bool(ok && other.id() == zone(c.This).id())
	})
	b.Method("bool Equals(System.TimeZoneInfo other)", same)
	b.Method("bool HasSameRules(System.TimeZoneInfo other)", same)
	loadTimeZoneNames(b)
	b.Static("datetime ConvertTime(datetime dateTime, System.TimeZoneInfo sourceTimeZone, System.TimeZoneInfo destinationTimeZone)", dotnet.Give(func(c *value.Call) value.Value {
		return zone(c.Args[2]).fromUTC(zone(c.Args[1]).toUTC(dotnet.NetDate(c.Args[0])))
	}))
	b.Static("datetime ConvertTimeBySystemTimeZoneId(datetime dateTime, string sourceTimeZoneId, string destinationTimeZoneId)", func(c *value.Call) (value.Value, error) {
		from, err := zoneNamed(dotnet.TextArg(c, 1))
		if err != nil {
			return value.Null, err
		}
		to, err := zoneNamed(dotnet.TextArg(c, 2))
		if err != nil {
			return value.Null, err
		}
		return to.fromUTC(from.toUTC(dotnet.NetDate(c.Args[0]))), nil
	})
	moved := func(v value.Value, z *TimeZone) value.Value {
		off := z.offsetAt(moment(v))
		return offsetValue(moment(v).Ticks+off, off)
	}
	b.Static("System.DateTimeOffset ConvertTime(System.DateTimeOffset dateTimeOffset, System.TimeZoneInfo destinationTimeZone)", dotnet.Give(func(c *value.Call) value.Value {
		return moved(c.Args[0], zone(c.Args[1]))
	}))
	b.Static("System.DateTimeOffset ConvertTimeBySystemTimeZoneId(System.DateTimeOffset dateTimeOffset, string destinationTimeZoneId)", func(c *value.Call) (value.Value, error) {
		z, err := zoneNamed(dotnet.TextArg(c, 1))
		if err != nil {
			return value.Null, err
		}
		return moved(c.Args[0], z), nil
	})
}

// loadTimeZoneNames adds the look-up of zones and of their names elsewhere.
func loadTimeZoneNames(b dotnet.Rows) {
	b.Static("bool TryFindSystemTimeZoneById(string id, out System.TimeZoneInfo timeZoneInfo)", func(c *value.Call) (value.Value, error) {
		z, err := zoneNamed(dotnet.TextArg(c, 0))
		if err != nil {
			return value.False, dotnet.SetOut(c, 1, value.Null)
		}
		return value.True, dotnet.SetOut(c, 1, value.Obj(z))
	})
	named := func(find func(id string) string) dotnet.Body {
		return func(c *value.Call) (value.Value, error) {
			last := len(c.Args) - 1
			id := find(dotnet.TextArg(c, 0))
			if id == "" {
				return value.False, dotnet.SetOut(c, last, value.Null)
			}
			return value.True, dotnet.SetOut(c, last, value.Str(id))
		}
	}
	// The zone of a region is the one that stands for all regions here.
	for _, region := range [...]string{"", "string region, "} {
		b.Static("bool TryConvertWindowsIdToIanaId(string windowsId, "+region+"out string ianaId)", named(func(id string) string {
			for windows, iana := range windowsZones {
				if strings.EqualFold(windows, id) {
					return iana
				}
			}
			return ""
		}))
	}
	b.Static("bool TryConvertIanaIdToWindowsId(string ianaId, out string windowsId)", named(func(id string) string {
		for windows, iana := range windowsZones {
			if strings.EqualFold(iana, id) {
				return windows
			}
		}
		return ""
	}))
	list := dotnet.Give(func(*value.Call) value.Value {
		var zones []*TimeZone
		for _, iana := range windowsZones {
			if z, err := zoneNamed(iana); err == nil {
				zones = append(zones, z)
			}
		}
		january := time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)
		slices.SortFunc(zones, func(a, z *TimeZone) int {
			_, x := january.In(a.Location).Zone()
			_, y := january.In(z.Location).Zone()
			if x != y {
				return x - y
			}
			return strings.Compare(a.id(), z.id())
		})
		out := make([]value.Value, len(zones))
		for i, z := range zones {
			out[i] = value.Obj(z)
		}
		return value.List(out...)
	})
	b.Static("System.Object[] GetSystemTimeZones()", list)
	b.Static("System.Object[] GetSystemTimeZones(bool skipSorting)", list)
	b.Static("void ClearCachedData()", dotnet.Run(func(*value.Call) {}))
	b.Static("System.TimeZoneInfo CreateCustomTimeZone(string id, timespan baseUtcOffset, string displayName, string standardDisplayName)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Obj(&TimeZone{time.FixedZone(dotnet.TextArg(c, 0), int(c.Args[1].Ticks()/dotnet.TicksPerSecond))})
	}))
}
