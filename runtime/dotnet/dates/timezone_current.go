package dates

import (
	"time"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

var typeCurrentZone = &value.Type{Name: "TimeZone", FullName: "System.TimeZone", Kind: value.KindObject, Base: value.TypeObject, IsAbstract: true}

// currentZone is the old System.TimeZone, which knows the computer's zone only.
type currentZone struct{ TimeZone }

// PSType returns TimeZone.
func (*currentZone) PSType() *value.Type { return typeCurrentZone }

func loadCurrentZone(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	b.StaticGet("System.TimeZone CurrentTimeZone", func(value.Env) value.Value { return value.Obj(&currentZone{TimeZone{time.Local}}) })
	for _, name := range [...]string{"StandardName", "DaylightName"} {
		b.Get("string "+name, func(v value.Value) value.Value { return value.Str(dotnet.Of[*currentZone](v).id()) })
	}
	b.Method("timespan GetUtcOffset(datetime time)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Span(dotnet.Of[*currentZone](c.This).offsetAt(dotnet.NetDate(c.Args[0]).ToUniversal()))
	}))
	b.Method("bool IsDaylightSavingTime(datetime time)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Bool(dotnet.NetDate(c.Args[0]).ToUniversal().Time().In(time.Local).IsDST())
	}))
	b.Method("datetime ToLocalTime(datetime time)", dotnet.Give(func(c *value.Call) value.Value { return dotnet.DateValue(dotnet.NetDate(c.Args[0]).ToLocal()) }))
	b.Method("datetime ToUniversalTime(datetime time)", dotnet.Give(func(c *value.Call) value.Value { return dotnet.DateValue(dotnet.NetDate(c.Args[0]).ToUniversal()) }))
}
