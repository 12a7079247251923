package task

import (
	"errors"
	"fmt"

	"exolab/cmdlets/exchange/shapes"
	"exolab/runtime/errs"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

// The exceptions of Exchange that the cmdlets raise.
const (
	ExNotFound   = "Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException"
	ExRecipient  = "Microsoft.Exchange.Management.Tasks.RecipientTaskException"
	ExArgument   = "System.ArgumentException"
	exPermission = "Microsoft.Exchange.Management.StoreTasks."
)

// taskError is an error of Exchange on its way through the Go code to the
// error stream.
type taskError struct {
	exception, message string
	category           value.Category
	// code is the service's own, "" for that of the exception.
	code string
}

// Error is the message.
func (e *taskError) Error() string { return e.message }

// Failure is an error of Exchange with the full name of its exception.
func Failure(exception, format string, args ...any) error {
	return &taskError{exception: exception, message: fmt.Sprintf(format, args...)}
}

// ambiguous has the exception of an object that is not found, as the service
// raises it, and a code of its own.
func ambiguous(format string, args ...any) error {
	return &taskError{exception: ExNotFound, message: fmt.Sprintf(format, args...), code: codeAmbiguous}
}

// ReferenceError turns an error of the lookup of an object that a parameter
// refers to into Exchange's words, which are others than for the object itself.
func ReferenceError(identity string, err error) error {
	if !IsMissing(err) {
		return IdentityError(identity, err)
	}
	return &taskError{exception: ExNotFound, code: codeReference,
		message: fmt.Sprintf("Couldn't find object \"%s\". Please make sure that it was spelled correctly or specify a different object.", identity)}
}

// IsReferenceError reports whether an error is that of a reference to an object
// that is not there.
func IsReferenceError(err error) bool {
	var task *taskError
	return errors.As(err, &task) && task.code == codeReference
}

// IsNotFound reports whether an error says that the object of an identity is not
// there.
func IsNotFound(err error) bool {
	var task *taskError
	return errors.As(err, &task) && task.exception == ExNotFound && task.code == ""
}

// NoSuchMailbox is the error of the cmdlets that read the contents of mailboxes.
func NoSuchMailbox(identity string) error {
	return Failure(ExNotFound, "The specified mailbox Identity:\"%s\" doesn't exist.", identity)
}

// NameTaken is the error for the name of a new object that another one bears.
func NameTaken(name string) error {
	return Failure("Microsoft.Exchange.Data.Directory.NameConversionException", "The name \"%s\" is already being used. Please try another name.", name)
}

// InvalidArgument is an ArgumentException.
func InvalidArgument(format string, args ...any) error {
	return &taskError{exception: ExArgument, message: fmt.Sprintf(format, args...), category: value.InvalidArgument}
}

// record makes the error record; the id is the exception's short name.
func (e *taskError) record(target value.Value) *errs.Record {
	rec := errs.New(e.exception, e.message, "", e.category, target)
	rec.ID = "[FailureCategory=Cmdlet-" + rec.Exception.T.Name + "] " + rec.Exception.T.Name
	return rec
}

// Report writes an error of Exchange to the error stream, after which the
// command goes on with the next input, and logs it. Other errors pass.
func (c *Call) Report(err error) error {
	var task *taskError
	if errors.As(err, &task) {
		c.logFailure(task)
		return c.Ctx.WriteError(c.shaped(task))
	}
	return err
}

// EmitOrReport emits what a change shows of its result, or reports why it
// failed.
func (c *Call) EmitOrReport(shown value.Value, err error) error {
	if err != nil {
		return c.Report(err)
	}
	return c.Emit(shown)
}

// RecordOf is the record of an error of Exchange, nil for other errors.
func RecordOf(err error) *errs.Record {
	var task *taskError
	if errors.As(err, &task) {
		return task.record(value.Null)
	}
	return nil
}

// IdentityError turns an error of a lookup into Exchange's words.
func IdentityError(identity string, err error) error {
	var missing *tenant.NotFoundError
	var several *tenant.AmbiguousError
	switch {
	case errors.As(err, &missing):
		return Failure(ExNotFound, "The operation couldn't be performed because object '%s' couldn't be found on '%s'.", identity, shapes.DirectoryServer)
	case errors.As(err, &several):
		return ambiguous("The operation couldn't be performed because object '%s' matches multiple entries.", identity)
	}
	return err
}

// Fault lets errors of Exchange and of the pipeline pass and gives a failure
// of the store PowerShell's form.
func (c *Call) Fault(err error) error {
	if err == nil {
		return nil
	}
	var task *taskError
	var failed *store.Error
	if errors.As(err, &task) || !errors.As(err, &failed) {
		return err
	}
	return c.Ctx.Throw(errs.New("System.InvalidOperationException", err.Error(), "StoreUnavailable", value.ResourceUnavailable, value.Null))
}

// CannotTransform is the binder's error for an argument that Exchange's own
// type does not take.
func (c *Call) CannotTransform(parameter, given, typeName, inner string) error {
	name := c.Ctx.Command().Name
	rec := errs.New("System.Management.Automation.ParameterBindingArgumentTransformationException",
		fmt.Sprintf("Cannot process argument transformation on parameter '%s'. Cannot convert value \"%s\" to type \"%s\". Error: \"%s\"", parameter, given, typeName, inner),
		"ParameterArgumentTransformationError", value.InvalidData, value.Null)
	rec.Activity = name
	return c.Ctx.Throw(rec)
}

// BadEnum is that error for a name that an enumeration does not have.
func (c *Call) BadEnum(parameter, given, enum string, names []string) error {
	list := ""
	for i, n := range names {
		if i > 0 {
			list += ", "
		}
		list += n
	}
	invalid := "Conversion failed due to invalid enumeration value. Please specify one of the following enumeration values and try again. The possible enumeration values are '" + list + "'."
	return c.CannotTransform(parameter, given, "Microsoft.Exchange.Data.MultiValuedProperty`1["+enum+"]",
		fmt.Sprintf("Failed to convert %[1]s from System.String to %[2]s. Error: System.FormatException: Error while converting string '%[1]s' to result type %[2]s: %[3]s"+
			" ---> System.ArgumentException: %[3]s ---> System.ArgumentException: Requested value '%[1]s' was not found.", given, enum, invalid))
}

// InvalidValue is the binder's error for an argument that validation refuses.
func (c *Call) InvalidValue(parameter, why string) error {
	return c.Ctx.Throw(errs.New("System.Management.Automation.ParameterBindingValidationException",
		fmt.Sprintf("Cannot validate argument on parameter '%s'. %s", parameter, why), "ParameterArgumentValidationError", value.InvalidData, value.Null))
}

// FirstOf returns the first error that is one.
func FirstOf(errors ...error) error {
	for _, err := range errors {
		if err != nil {
			return err
		}
	}
	return nil
}
