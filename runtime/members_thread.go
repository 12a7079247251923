package runtime

import (
	"time"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

var (
	typeThread = &value.Type{Name: "Thread", FullName: "System.Threading.Thread", Kind: value.KindObject, Base: value.TypeObject, Load: loadThread}
	theThread  = value.Obj(&thread{})
)

// thread is the one thread that scripts run on.
type thread struct{ value.Extended }

// PSType returns System.Threading.Thread.
func (*thread) PSType() *value.Type { return typeThread }

// loadThread adds what scripts ask of their thread, and Sleep, which Ctrl-C
// ends. There are no other threads: none can be made.
func loadThread(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	b.Constant("System.Threading.Thread CurrentThread", theThread)
	sleep := func(c *value.Call) (value.Value, error) {
		wait := time.Duration(c.Args[0].Int64()) * time.Millisecond
		if c.Args[0].Kind() == value.KindTimeSpan {
			wait = time.Duration(c.Args[0].Ticks()) * 100
		}
		if forever := -time.Millisecond; wait < forever {
			return value.Null, dotnet.ThrowParam(dotnet.ExArgumentRange, "millisecondsTimeout", "Number must be either non-negative and less than or equal to Int32.MaxValue or -1.")
		}
		return value.Void, pause(c.Env, wait)
	}
	b.Static("void Sleep(int millisecondsTimeout)", sleep)
	b.Static("void Sleep(timespan timeout)", sleep)
	for _, name := range [...]string{"CurrentCulture", "CurrentUICulture"} {
		b.Property("cultureinfo "+name, func(env value.Env, _ value.Value) (value.Value, error) {
			v, _, err := dotnet.StaticProperty(env, dotnet.MustType("System.Globalization.CultureInfo"), dotnet.NameOf(name))
			return v, err
		}, func(env value.Env, _, to value.Value) error {
			err := dotnet.SetStatic(env, dotnet.MustType("System.Globalization.CultureInfo"), dotnet.NameOf(name), to)
			if e, ok := err.(*value.Exception); ok && e.Inner != nil {
				return e.Inner // of the culture's setter, which wraps it as this one will
			}
			return err
		})
	}
	b.Get("int ManagedThreadId", func(value.Value) value.Value { return value.Int(1) })
	b.Get("string Name", func(value.Value) value.Value { return value.Null })
	b.Get("bool IsAlive", func(value.Value) value.Value { return value.True })
	b.Get("bool IsBackground", func(value.Value) value.Value { return value.False })
	b.Get("bool IsThreadPoolThread", func(value.Value) value.Value { return value.False })
	b.Method("System.Threading.ApartmentState GetApartmentState()", func(*value.Call) (value.Value, error) {
		return value.Enum(dotnet.MustType("System.Threading.ApartmentState"), apartmentUnknown), nil
	})
}

// apartmentUnknown is ApartmentState.Unknown, what threads have outside Windows.
const apartmentUnknown = 2

// pause waits, for ever with a negative time, until the session is cancelled.
func pause(env value.Env, wait time.Duration) error {
	f, ok := env.(*Frame)
	if !ok {
		return nil
	}
	var over <-chan time.Time
	if wait >= 0 {
		timer := time.NewTimer(wait)
		defer timer.Stop()
		over = timer.C
	}
	var stop <-chan struct{}
	if f.session.Ctx != nil {
		stop = f.session.Ctx.Done()
	}
	select {
	case <-over:
	case <-stop:
	}
	return f.session.cancelled()
}
