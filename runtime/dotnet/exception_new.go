package dotnet

import (
	"sync"

	"exolab/runtime/value"
)

// exceptionConstructors are the constructors of exception types by full name;
// types that are not here have those of System.Exception.
var exceptionConstructors = sync.OnceValue(func() map[string]*value.Method {
	made := map[string]*value.Method{}
	for name, sigs := range map[string][]string{
		"System.Exception":                   {"()", "(string message)", "(string message, System.Exception innerException)"},
		"System.ArgumentException":           {"()", "(string message)", "(string message, System.Exception innerException)", "(string message, string paramName)", "(string message, string paramName, System.Exception innerException)"},
		"System.ArgumentNullException":       {"()", "(string paramName)", "(string message, System.Exception innerException)", "(string paramName, string message)"},
		"System.ArgumentOutOfRangeException": {"()", "(string paramName)", "(string message, System.Exception innerException)", "(string paramName, string message)", "(string paramName, System.Object actualValue, string message)"},
		"System.IO.FileNotFoundException":    {"()", "(string message)", "(string message, System.Exception innerException)", "(string message, string fileName)"},
		"System.ObjectDisposedException":     {"(string objectName)", "(string objectName, string message)", "(string message, System.Exception innerException)"},
		"System.Management.Automation.RuntimeException": {"()", "(string message)", "(string message, System.Exception innerException)",
			"(string message, System.Exception innerException, System.Management.Automation.ErrorRecord errorRecord)"},
		"System.Management.Automation.PSArgumentException": {"()", "(string message)", "(string message, string paramName)", "(string message, System.Exception innerException)"},
	} {
		b := NewRows(value.ExceptionType(name), &value.Members{})
		for _, sig := range sigs {
			b.Constructor(sig, newException)
		}
		made[name] = b.Table.Constructors
	}
	return made
})

// ConstructorsOf returns the constructors of a type: those of its own or, for an
// exception, of the nearest base type that has some; nil if there are none.
func ConstructorsOf(t *value.Type) *value.Method {
	if own := t.Members().Constructors; own != nil {
		return own
	}
	if !value.TypeException.IsAssignableFrom(t) {
		return nil
	}
	for b := t; b != nil; b = b.Base {
		if c := exceptionConstructors()[b.FullName]; c != nil {
			return c
		}
	}
	return nil
}

// newException fills an exception from the arguments of any of the
// constructors: by their parameters' meaning.
func newException(c *value.Call) (value.Value, error) {
	e := &value.Exception{T: c.Type, Data: map[string]value.Value{}}
	param, message := "", ""
	byParam := value.ExceptionType("System.ArgumentNullException").IsAssignableFrom(c.Type) || value.ExceptionType(ExArgumentRange).IsAssignableFrom(c.Type)
	var texts []string
	for i, v := range c.Args {
		switch inner, isException := value.As[*value.Exception](v); {
		case isException:
			e.Inner = inner
		case v.Kind() == value.KindString && !(len(c.Args) == 3 && i == 1 && byParam):
			texts = append(texts, v.Text())
		case !v.IsNull():
			SetData(e, "ActualValue", v)
		}
	}
	switch {
	case len(texts) == 0:
	case byParam && e.Inner == nil:
		param = texts[0]
		message = join2(texts)
	default:
		message = texts[0]
		param = join2(texts)
	}
	if message == "" && len(c.Args) == 0 || message == "" && byParam {
		message = defaultMessage(c.Type)
	}
	e.Message = message
	if param != "" {
		setDetail(e, param)
	}
	return value.Obj(e), nil
}

// join2 is the second of at most two texts.
func join2(texts []string) string {
	if len(texts) > 1 {
		return texts[1]
	}
	return ""
}

func setDetail(e *value.Exception, detail string) {
	if value.ExceptionType(ExArgument).IsAssignableFrom(e.T) {
		SetData(e, "ParamName", value.Str(detail))
		e.Message += " (Parameter '" + detail + "')"
		return
	}
	SetData(e, "FileName", value.Str(detail))
}

// loadExceptionType fills the further properties of the exception types that
// have some.
func loadExceptionType(t *value.Type, m *value.Members) {
	b := NewRows(t, m)
	switch t.FullName {
	case "System.ArgumentException":
		b.dataProperty("string ParamName")
	case "System.ArgumentOutOfRangeException":
		b.dataProperty("System.Object ActualValue")
	case "System.IO.FileNotFoundException":
		b.dataProperty("string FileName")
	case "System.Management.Automation.RuntimeException":
		const thrown = "WasThrownFromThrowStatement"
		b.Property("bool "+thrown, func(_ value.Env, v value.Value) (value.Value, error) {
			return value.Bool(value.Truth(exception(v).Data[thrown])), nil
		},
			func(_ value.Env, v, to value.Value) error { SetData(exception(v), thrown, to); return nil })
	case "System.Management.Automation.ParseException":
		b.dataProperty("System.Management.Automation.Language.ParseError[] Errors")
	case "System.Management.Automation.CommandNotFoundException":
		b.dataProperty("string CommandName")
	}
}
