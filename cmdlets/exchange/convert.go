package exchange

import (
	"strconv"
	"time"

	"exolab/runtime/value"
	"exolab/store/tenant"
)

const (
	ticksToUnix = 621355968000000000
	kindUTC     = 1
	ticksPerNS  = 100
)

// valueOf turns a value of the store into one that scripts see.
func valueOf(v any) value.Value {
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
		return dateOf(v)
	case []any:
		items := make([]value.Value, len(v))
		for i, item := range v {
			items[i] = valueOf(item)
		}
		return value.List(items...)
	case tenant.Bag:
		return value.Obj(objectOf(v))
	}
	return value.Null
}

func dateOf(t time.Time) value.Value {
	return value.Date(ticksToUnix+t.Unix()*10_000_000+int64(t.Nanosecond())/ticksPerNS, kindUTC)
}

func timeOf(v value.Value) time.Time {
	ticks, _ := v.DateTicks()
	ticks -= ticksToUnix
	return time.Unix(ticks/10_000_000, ticks%10_000_000*ticksPerNS).UTC()
}

func spanOf(d time.Duration) value.Value { return value.Span(int64(d) / ticksPerNS) }

func objectOf(b tenant.Bag) *value.PSObject {
	o := value.NewObject(b.Len())
	for name, v := range b.All() {
		o.Set(name, valueOf(v))
	}
	return o
}
