package dotnet

import (
	"time"

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
	b := table{t, m}
	watch := of[*Stopwatch]
	b.get("bool IsRunning", func(v value.Value) value.Value { return value.Bool(watch(v).running) })
	b.get("timespan Elapsed", func(v value.Value) value.Value { return value.Span(int64(watch(v).elapsed() / 100)) })
	b.get("long ElapsedMilliseconds", func(v value.Value) value.Value { return value.Long(watch(v).elapsed().Milliseconds()) })
	b.get("long ElapsedTicks", func(v value.Value) value.Value { return value.Long(int64(watch(v).elapsed())) })
	b.constant("long Frequency", value.Long(int64(time.Second)))
	b.constant("bool IsHighResolution", value.True)
	b.method("void Start()", run(func(c *value.Call) { watch(c.This).start() }))
	b.method("void Stop()", run(func(c *value.Call) { watch(c.This).stop() }))
	b.method("void Reset()", run(func(c *value.Call) { *watch(c.This) = Stopwatch{} }))
	b.method("void Restart()", run(func(c *value.Call) { *watch(c.This) = Stopwatch{running: true, started: time.Now()} }))
	b.method("string ToString()", func(c *value.Call) (value.Value, error) {
		return value.Str(toText(c.Env, value.Span(int64(watch(c.This).elapsed()/100)))), nil
	})
	b.static("System.Diagnostics.Stopwatch StartNew()", give(func(*value.Call) value.Value { return value.Obj(&Stopwatch{running: true, started: time.Now()}) }))
	b.static("long GetTimestamp()", give(func(*value.Call) value.Value { return value.Long(time.Now().UnixNano()) }))
	b.constructor("()", give(func(*value.Call) value.Value { return value.Obj(&Stopwatch{}) }))
}
