package runtime

import (
	"fmt"
	"strings"

	"exolab/parser"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// The exceptions of the parameter binder.
const (
	exBinding    = "System.Management.Automation.ParameterBindingException"
	exTransfer   = "System.Management.Automation.ParameterBindingArgumentTransformationException"
	exValidation = "System.Management.Automation.ParameterBindingValidationException"
)

// bindingError is a failure of the binder: the record and what kind of
// failure it is, which decides if another binding may be tried.
type bindingError struct {
	record *errs.Record
	kind   string
	cause  error
}

// Error returns the message.
func (e *bindingError) Error() string { return e.record.Message() }

// fail makes an error of the binder at a place of the command line; an empty
// span stands for the whole command.
func (c *Context) fail(kind, id string, category value.Category, at parser.Span, format string, args ...any) *bindingError {
	rec := errs.New(kind, fmt.Sprintf(format, args...), id, category, value.Null)
	c.label(rec)
	rec.Exception.Record = rec
	if at.End > at.Start {
		inv := *c.inv
		inv.Span = at
		rec.Invocation = &inv
	}
	return &bindingError{record: rec, kind: kind}
}

func (c *Context) parameterNotFound(a *boundArg) error {
	return c.fail(exBinding, "NamedParameterNotFound", value.InvalidArgument, a.position(),
		"A parameter cannot be found that matches parameter name '%s'.", a.name)
}

func (c *Context) positionalNotFound(a *boundArg) error {
	return c.fail(exBinding, "PositionalParameterNotFound", value.InvalidArgument, a.position(),
		"A positional parameter cannot be found that accepts argument '%s'.", c.argumentText(a.value))
}

func (c *Context) ambiguousName(a *boundArg, matches []int) error {
	var list strings.Builder
	for _, i := range matches {
		list.WriteString(" -" + c.meta.Params[i].Name)
	}
	return c.fail(exBinding, "AmbiguousParameter", value.InvalidArgument, a.position(),
		"Parameter cannot be processed because the parameter name '%s' is ambiguous. Possible matches include:%s.", strings.TrimPrefix(a.name, "-"), list.String())
}

func (c *Context) boundTwice(a *boundArg, p *Param) error {
	return c.fail(exBinding, "ParameterAlreadyBound", value.InvalidArgument, a.position(),
		"Cannot bind parameter because parameter '%s' is specified more than once. To provide multiple values to parameters that can accept multiple values, use the array syntax. For example, \"-parameter value1,value2,value3\".", p.Name)
}

func (c *Context) missingArgument(a *boundArg, p *Param) error {
	return c.fail(exBinding, "MissingArgument", value.InvalidArgument, a.position(),
		"Missing an argument for parameter '%s'. Specify a parameter of type '%s' and try again.", p.Name, p.Type.FullName)
}

func (c *Context) ambiguousSet() error {
	return c.fail(exBinding, "AmbiguousParameterSet", value.InvalidArgument, parser.Span{},
		"Parameter set cannot be resolved using the specified named parameters. One or more parameters issued cannot be used together or an insufficient number of parameters were provided.")
}

func (c *Context) ambiguousPosition() error {
	return c.fail(exBinding, "AmbiguousPositionalParameterNoName", value.InvalidArgument, parser.Span{},
		"Cannot bind positional parameters because no names were given.")
}

func (c *Context) missingMandatory(names []string) error {
	return c.fail(exBinding, "MissingMandatoryParameter", value.InvalidArgument, parser.Span{},
		"Cannot process command because of one or more missing mandatory parameters: %s.", strings.Join(names, " "))
}

// transformationFailed wraps what a conversion or transformation reported.
func (c *Context) transformationFailed(p *Param, at parser.Span, cause error) error {
	e := c.fail(exTransfer, "ParameterArgumentTransformationError", value.InvalidData, at,
		"Cannot process argument transformation on parameter '%s'. %s", p.Name, cause.Error())
	inner := value.NewException("System.Management.Automation.ArgumentTransformationMetadataException", cause.Error())
	inner.Inner = exceptionOf(cause)
	e.record.Exception.Inner = inner
	e.cause = cause
	return e
}

func (c *Context) validationFailed(p *Param, at parser.Span, cause error) error {
	e := c.fail(exValidation, "ParameterArgumentValidationError", value.InvalidData, at,
		"Cannot validate argument on parameter '%s'. %s", p.Name, cause.Error())
	e.record.Exception.Inner = exceptionOf(cause)
	e.cause = cause
	return e
}

func (c *Context) conversionFailed(p *Param, at parser.Span, cause error) error {
	e := c.fail(exBinding, "CannotConvertArgumentNoMessage", value.InvalidArgument, at,
		"Cannot bind parameter '%s'. %s", p.Name, cause.Error())
	e.record.Exception.Inner = exceptionOf(cause)
	e.cause = cause
	return e
}

// notSupported is the failure to give a collection to a parameter that takes
// one object.
func (c *Context) notSupported(p *Param, at parser.Span, v value.Value) error {
	e := c.fail(exBinding, "CannotConvertArgument", value.InvalidArgument, at,
		"Cannot convert '%s' to the type '%s' required by parameter '%s'. %s", c.argumentText(v), p.Type.FullName, p.Name, "Specified method is not supported.")
	e.record.Exception.Inner = value.NewException("System.NotSupportedException", "Specified method is not supported.")
	e.cause = e.record.Exception.Inner
	return e
}

// notAllowed is the failure of the check for null and empty arguments of
// mandatory parameters: what is "Null", "EmptyString", ...
func (c *Context) notAllowed(p *Param, at parser.Span, what, text string) error {
	return c.fail(exValidation, "ParameterArgumentValidationError"+what+"NotAllowed", value.InvalidData, at,
		"Cannot bind argument to parameter '%s' because it is %s.", p.Name, text)
}

// argumentText is an argument as error messages show it.
func (c *Context) argumentText(v value.Value) string {
	if v.IsNull() {
		return "$null"
	}
	if a, ok := value.As[*value.Array](v); ok {
		return a.PSType().FullName
	}
	return value.ToString(c.Env(), v)
}

// exceptionOf returns the .NET exception behind an error.
func exceptionOf(err error) *value.Exception {
	switch err := err.(type) {
	case *value.Exception:
		return err
	case *errs.Error:
		return err.Record.Exception
	case *bindingError:
		return err.record.Exception
	}
	return value.NewException(exRuntime, err.Error())
}
