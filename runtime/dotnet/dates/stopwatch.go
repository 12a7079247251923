package dates

import (
	"time"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// Stopwatch is a System.Diagnostics.Stopwatch. It measures real time, not the
// session's clock.
type Stopwatch struct {
	running bool
	started time.Time
	before  time.Duration
}

var typeStopwatch = &value.Type{Name: "Stopwatch", FullName: "System.Diagnostics.Stopwatch", Kind: value.KindObject, Base: value.TypeObject}

// PSType returns Stopwatch.
func (*Stopwatch) PSType() *value.Type { return typeStopwatch }

func (s *Stopwatch) elapsed() time.Duration {
	if s.running {
		return s.before + time.Since(s.started)
	}
	return s.before
}

func (s *Stopwatch) start() {
	if !s.running {
		s.running, s.started = true, time.Now()
	}
}

func (s *Stopwatch) stop() {
	s.before = s.elapsed()
	s.running = false
}

func loadStopwatch(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	watch := dotnet.Of[*Stopwatch]
	b.Get("bool IsRunning", func(v value.Value) value.Value { return value.Bool(watch(v).running) })
	b.Get("timespan Elapsed", func(v value.Value) value.Value { return value.Span(int64(watch(v).elapsed() / 100)) })
	b.Get("long ElapsedMilliseconds", func(v value.Value) value.Value { return value.Long(watch(v).elapsed().Milliseconds()) })
	b.Get("long ElapsedTicks", func(v value.Value) value.Value { return value.Long(int64(watch(v).elapsed())) })
	b.Constant("long Frequency", value.Long(int64(time.Second)))
	b.Constant("bool IsHighResolution", value.True)
	b.Method("void Start()", dotnet.Run(func(c *value.Call) { watch(c.This).start() }))
	b.Method("void Stop()", dotnet.Run(func(c *value.Call) { watch(c.This).stop() }))
	b.Method("void Reset()", dotnet.Run(func(c *value.Call) { *watch(c.This) = Stopwatch{} }))
	b.Method("void Restart()", dotnet.Run(func(c *value.Call) { *watch(c.This) = Stopwatch{running: true, started: time.Now()} }))
	b.Method("string ToString()", func(c *value.Call) (value.Value, error) {
		return value.Str(dotnet.ToText(c.Env, value.Span(int64(watch(c.This).elapsed()/100)))), nil
	})
	b.Static("System.Diagnostics.Stopwatch StartNew()", dotnet.Give(func(*value.Call) value.Value { return value.Obj(&Stopwatch{running: true, started: time.Now()}) }))
	b.Static("long GetTimestamp()", dotnet.Give(func(*value.Call) value.Value { return value.Long(time.Now().UnixNano()) }))
	b.Static("timespan GetElapsedTime(long startingTimestamp)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Span((time.Now().UnixNano() - c.Args[0].Int64()) / 100)
	}))
	b.Static("timespan GetElapsedTime(long startingTimestamp, long endingTimestamp)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Span((c.Args[1].Int64() - c.Args[0].Int64()) / 100)
	}))
	b.Constructor("()", dotnet.Give(func(*value.Call) value.Value { return value.Obj(&Stopwatch{}) }))
}
