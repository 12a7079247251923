package shapes

import (
	"strconv"
	"sync"
	"time"

	"exolab/runtime/netfmt"
	"exolab/runtime/value"
	"exolab/store/tenant"
)

const (
	// TicksPerSecond is how many ticks of .NET a second has.
	TicksPerSecond = 10_000_000
	// KindUTC is the DateTimeKind of a time in UTC.
	KindUTC = 1

	ticksToUnix = 621355968000000000
	nsPerTick   = 100
)

// ValueOf turns a value of the store into one that scripts see.
func ValueOf(v any) value.Value {
	switch v := v.(type) {
	case nil:
		return value.Null
	case bool:
		return value.Bool(v)
	case int64:
		if v == int64(int32(v)) {
			return value.Int(int(v))
		}
		return value.Long(v)
	case float64:
		return value.Double(v)
	case tenant.Number:
		f, _ := strconv.ParseFloat(string(v), 64)
		return value.Double(f)
	case string:
		return value.Str(v)
	case time.Time:
		return DateOf(v)
	case []any:
		items := make([]value.Value, len(v))
		for i, item := range v {
			items[i] = ValueOf(item)
		}
		return value.List(items...)
	case tenant.Bag:
		return value.Obj(ObjectOf(v))
	}
	return value.Null
}

// Stored turns a value of a script into one for the store.
func Stored(env value.Env, v value.Value) any {
	v = value.Unwrap(v)
	if items, ok := value.ListItems(v); ok {
		out := make([]any, len(items))
		for i, item := range items {
			out[i] = Stored(env, item)
		}
		return out
	}
	switch v.Kind() {
	case value.KindNull, value.KindVoid:
		return nil
	case value.KindBool:
		return v.AsBool()
	case value.KindInt32, value.KindInt64:
		return v.Int64()
	case value.KindDateTime:
		return TimeOf(v)
	case value.KindTimeSpan:
		return tenant.FormatTimeSpan(time.Duration(v.Ticks()) * nsPerTick)
	}
	if on, ok := value.AsSwitch(v); ok {
		return on
	}
	if o, ok := value.As[*value.PSObject](v); ok && o.TypeNames != nil {
		return IdentityOf(env, v)
	}
	return value.ToString(env, v)
}

// DateOf shows a time as a DateTime in UTC.
func DateOf(t time.Time) value.Value {
	return value.Date(ticksToUnix+t.Unix()*TicksPerSecond+int64(t.Nanosecond())/nsPerTick, KindUTC)
}

// TimeOf reads a DateTime as a time in UTC.
func TimeOf(v value.Value) time.Time {
	ticks, _ := v.DateTicks()
	ticks -= ticksToUnix
	return time.Unix(ticks/TicksPerSecond, ticks%TicksPerSecond*nsPerTick).UTC()
}

// SpanOf shows a duration. Exchange's own type for it does not survive the
// way to the session: what arrives is its text ("90.00:00:00").
func SpanOf(d time.Duration) value.Value { return value.Str(tenant.FormatTimeSpan(d)) }

func guidOf(g tenant.GUID) value.Value { return GUIDOf(g.String()) }

// GUIDOf shows the text of a GUID as a Guid.
func GUIDOf(text string) value.Value {
	parsed, err := netfmt.ParseGuid(text)
	if err != nil {
		return value.Str(text)
	}
	return value.Obj(value.Guid{Guid: parsed})
}

// emptyBags holds an empty bag for each shape of the store, so that objects of
// one shape share it.
var emptyBags sync.Map // *tenant.Shape -> value.Bag

func emptyBag(s *tenant.Shape) value.Bag {
	if known, ok := emptyBags.Load(s); ok {
		return known.(value.Bag)
	}
	b := value.NewBag(len(s.Names()))
	for _, name := range s.Names() {
		b.Set(name, value.Null)
	}
	emptyBags.Store(s, b)
	return b
}

// ObjectOf shows a bag of the store as an object.
func ObjectOf(b tenant.Bag) *value.PSObject {
	if b.Len() == 0 {
		return value.NewObject(0)
	}
	empty := emptyBag(b.Shape())
	o := &value.PSObject{Bag: empty.Clone()}
	for i, v := range b.Values() {
		o.SetAt(i, ValueOf(v))
	}
	return o
}
