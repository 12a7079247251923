package exchange

import (
	"errors"
	"fmt"

	"exolab/runtime/errs"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

// The exceptions of Exchange that the cmdlets raise.
const (
	exNotFound   = "Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException"
	exAmbiguous  = "Microsoft.Exchange.Configuration.Tasks.ManagementObjectAmbiguousException"
	exRecipient  = "Microsoft.Exchange.Management.Tasks.RecipientTaskException"
	exArgument   = "System.ArgumentException"
	exPermission = "Microsoft.Exchange.Management.StoreTasks."
)

// taskError is an error of Exchange on its way through the Go code to the
// error stream.
type taskError struct {
	exception, message string
	category           value.Category
}

// Error is the message.
func (e *taskError) Error() string { return e.message }

func failure(exception, format string, args ...any) error {
	return &taskError{exception, fmt.Sprintf(format, args...), value.NotSpecified}
}

func invalidArgument(format string, args ...any) error {
	return &taskError{exArgument, fmt.Sprintf(format, args...), value.InvalidArgument}
}

// record makes the error record; the id is the exception's short name.
func (e *taskError) record(target value.Value) *errs.Record {
	rec := errs.New(e.exception, e.message, "", e.category, target)
	rec.ID = "[FailureCategory=Cmdlet-" + rec.Exception.T.Name + "] " + rec.Exception.T.Name
	return rec
}

// report writes an error of Exchange to the error stream, after which the
// command goes on with the next input. Other errors pass.
func (c *call) report(err error) error {
	var task *taskError
	if errors.As(err, &task) {
		return c.ctx.WriteError(task.record(value.Null))
	}
	return err
}

// identityError turns an error of a lookup into Exchange's words.
func identityError(identity string, err error) error {
	var missing *tenant.NotFoundError
	var several *tenant.AmbiguousError
	switch {
	case errors.As(err, &missing):
		return failure(exNotFound, "The operation couldn't be performed because object '%s' couldn't be found on '%s'.", identity, directoryServer)
	case errors.As(err, &several):
		return failure(exAmbiguous, "The operation couldn't be performed because object '%s' matches multiple entries.", identity)
	}
	return err
}

// directoryServer is the domain controller that errors name.
const directoryServer = "CY4PR15A005DC12.NAMPR15A005.PROD.OUTLOOK.COM"

// fault lets errors of Exchange and of the pipeline pass and gives a failure
// of the store PowerShell's form.
func (c *call) fault(err error) error {
	if err == nil {
		return nil
	}
	var task *taskError
	var failed *store.Error
	if errors.As(err, &task) || !errors.As(err, &failed) {
		return err
	}
	return c.ctx.Throw(errs.New("System.InvalidOperationException", err.Error(), "StoreUnavailable", value.ResourceUnavailable, value.Null))
}

// cannotTransform is the binder's error for an argument that Exchange's own
// type does not take.
func (c *call) cannotTransform(parameter, given, typeName, inner string) error {
	name := c.ctx.Command().Name
	rec := errs.New("System.Management.Automation.ParameterBindingArgumentTransformationException",
		fmt.Sprintf("Cannot process argument transformation on parameter '%s'. Cannot convert value \"%s\" to type \"%s\". Error: \"%s\"", parameter, given, typeName, inner),
		"ParameterArgumentTransformationError", value.InvalidData, value.Null)
	rec.Activity = name
	return c.ctx.Throw(rec)
}

// badEnum is that error for a name that an enumeration does not have.
func (c *call) badEnum(parameter, given, enum string, names []string) error {
	list := ""
	for i, n := range names {
		if i > 0 {
			list += ", "
		}
		list += n
	}
	invalid := "Conversion failed due to invalid enumeration value. Please specify one of the following enumeration values and try again. The possible enumeration values are '" + list + "'."
	return c.cannotTransform(parameter, given, "Microsoft.Exchange.Data.MultiValuedProperty`1["+enum+"]",
		fmt.Sprintf("Failed to convert %[1]s from System.String to %[2]s. Error: System.FormatException: Error while converting string '%[1]s' to result type %[2]s: %[3]s"+
			" ---> System.ArgumentException: %[3]s ---> System.ArgumentException: Requested value '%[1]s' was not found.", given, enum, invalid))
}

// invalidValue is the binder's error for an argument that validation refuses.
func (c *call) invalidValue(parameter, why string) error {
	return c.ctx.Throw(errs.New("System.Management.Automation.ParameterBindingValidationException",
		fmt.Sprintf("Cannot validate argument on parameter '%s'. %s", parameter, why), "ParameterArgumentValidationError", value.InvalidData, value.Null))
}
