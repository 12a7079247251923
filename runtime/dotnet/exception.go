package dotnet

import "exolab/runtime/value"

// hresults are the HResult of exception types; others have their base's.
var hresults = map[string]int64{
	"System.Exception": -2146233088, "System.SystemException": -2146233087, "System.ArgumentException": -2147024809,
	"System.ArgumentNullException": -2147467261, "System.ArgumentOutOfRangeException": -2146233086, "System.FormatException": -2146233033,
	"System.InvalidCastException": -2147467262, "System.InvalidOperationException": -2146233079, "System.NotSupportedException": -2146233067,
	"System.NotImplementedException": -2147467263, "System.NullReferenceException": -2147467261, "System.OverflowException": -2146233066,
	"System.DivideByZeroException": -2147352558, "System.IndexOutOfRangeException": -2146233080, "System.ArithmeticException": -2147024362,
	"System.TimeoutException": -2146233083, "System.UnauthorizedAccessException": -2147024891, "System.IO.IOException": -2146232800,
	"System.IO.FileNotFoundException": -2147024894, "System.IO.DirectoryNotFoundException": -2147024893,
	"System.Collections.Generic.KeyNotFoundException": -2146232969, "System.OperationCanceledException": -2146233029,
	"System.ApplicationException": -2146232832, "System.ObjectDisposedException": -2146232798,
}

func hresult(t *value.Type) int64 {
	for ; t != nil; t = t.Base {
		if n, ok := hresults[t.FullName]; ok {
			return n
		}
	}
	return hresults["System.Exception"]
}

// defaultMessages are the messages of exceptions made without one.
var defaultMessages = map[string]string{
	"System.SystemException": "System error.", "System.ApplicationException": "Error in the application.",
	"System.ArgumentException": "Value does not fall within the expected range.", "System.ArgumentNullException": "Value cannot be null.",
	"System.ArgumentOutOfRangeException": "Specified argument was out of the range of valid values.",
	"System.FormatException":             "One of the identified items was in an invalid format.",
	"System.InvalidCastException":        "Specified cast is not valid.",
	"System.InvalidOperationException":   "Operation is not valid due to the current state of the object.",
	"System.NotSupportedException":       "Specified method is not supported.", "System.NotImplementedException": "The method or operation is not implemented.",
	"System.NullReferenceException": "Object reference not set to an instance of an object.", "System.OverflowException": "Arithmetic operation resulted in an overflow.",
	"System.DivideByZeroException": "Attempted to divide by zero.", "System.IndexOutOfRangeException": "Index was outside the bounds of the array.",
	"System.ArithmeticException": "Overflow or underflow in the arithmetic operation.", "System.TimeoutException": "The operation has timed out.",
	"System.UnauthorizedAccessException": "Attempted to perform an unauthorized operation.", "System.IO.IOException": "I/O error occurred.",
	"System.IO.FileNotFoundException": "Unable to find the specified file.", "System.IO.DirectoryNotFoundException": "Attempted to access a path that is not on the disk.",
	"System.Collections.Generic.KeyNotFoundException": "The given key was not present in the dictionary.",
	"System.OperationCanceledException":               "The operation was canceled.", "System.OutOfMemoryException": "Insufficient memory to continue the execution of the program.",
	"System.AggregateException": "One or more errors occurred.",
}

func defaultMessage(t *value.Type) string {
	if m, ok := defaultMessages[t.FullName]; ok {
		return m
	}
	return "Exception of type '" + t.FullName + "' was thrown."
}

func exception(v value.Value) *value.Exception { return Of[*value.Exception](v) }

// data reads one of the further properties of an exception.
func data(name string) func(value.Value) value.Value {
	return func(v value.Value) value.Value { return exception(v).Data[name] }
}

// dataProperty adds a property kept in the exception's data.
func (b Rows) dataProperty(sig string) {
	_, name := CutLast(sig)
	b.Property(sig, func(_ value.Env, v value.Value) (value.Value, error) { return data(name)(v), nil },
		func(_ value.Env, v, to value.Value) error {
			SetData(exception(v), name, to)
			return nil
		})
}

// SetData keeps what a property of an exception shows beside its message.
func SetData(e *value.Exception, name string, v value.Value) {
	if e.Data == nil {
		e.Data = map[string]value.Value{}
	}
	e.Data[name] = v
}

func loadException(t *value.Type, m *value.Members) {
	b := NewRows(t, m)
	b.Get("System.Reflection.MethodBase TargetSite", data("TargetSite"))
	b.Get("string Message", func(v value.Value) value.Value { return value.Str(exception(v).Message) })
	b.Property("System.Collections.IDictionary Data", func(_ value.Env, v value.Value) (value.Value, error) {
		e := exception(v)
		if e.Data["Data"].IsNull() {
			SetData(e, "Data", value.Obj(value.NewHashtable()))
		}
		return e.Data["Data"], nil
	}, nil)
	b.Get("System.Exception InnerException", func(v value.Value) value.Value {
		if inner := exception(v).Inner; inner != nil {
			return value.Obj(inner)
		}
		return value.Null
	})
	b.dataProperty("string HelpLink")
	b.dataProperty("string Source")
	b.Property("int HResult", func(_ value.Env, v value.Value) (value.Value, error) {
		if n, ok := exception(v).Data["HResult"]; ok {
			return n, nil
		}
		return value.Int(int(hresult(exception(v).T))), nil
	}, func(_ value.Env, v, to value.Value) error {
		SetData(exception(v), "HResult", to)
		return nil
	})
	b.Get("string StackTrace", data("StackTrace"))
	b.Method("System.Exception GetBaseException()", Give(func(c *value.Call) value.Value {
		e := exception(c.This)
		for e.Inner != nil {
			e = e.Inner
		}
		return value.Obj(e)
	}))
	b.Method("string ToString()", Give(func(c *value.Call) value.Value { return value.Str(ExceptionText(exception(c.This))) }))
}

// ExceptionText is Exception.ToString(): type, message and the same of what is
// inside.
func ExceptionText(e *value.Exception) string {
	s := DisplayName(e.T)
	if e.Message != "" {
		s += ": " + e.Message
	}
	if e.Inner != nil {
		s += "\n ---> " + ExceptionText(e.Inner) + "\n   --- End of inner exception stack trace ---"
	}
	if trace := e.Data["StackTrace"]; !trace.IsNull() {
		s += "\n" + trace.Text()
	}
	return s
}
