package value

// Category is PowerShell's ErrorCategory.
type Category uint8

// The error categories, in .NET's order.
const (
	NotSpecified Category = iota
	OpenError
	CloseError
	DeviceError
	DeadlockDetected
	InvalidArgument
	InvalidData
	InvalidOperation
	InvalidResult
	InvalidType
	MetadataError
	NotImplemented
	NotInstalled
	ObjectNotFound
	OperationStopped
	OperationTimeout
	SyntaxError
	ParserError
	PermissionDenied
	ResourceBusy
	ResourceExists
	ResourceUnavailable
	ReadError
	WriteError
	FromStdErr
	SecurityError
	ProtocolError
	ConnectionError
	AuthenticationError
	LimitsExceeded
	QuotaExceeded
	NotEnabled
)

// Exception is a .NET exception. It is also the Go error by which packages
// below errs report what went wrong; errs turns it into an ErrorRecord.
type Exception struct {
	Extended
	T       *Type
	Message string
	Inner   *Exception
	// ErrorID and Category are those of the ErrorRecord that PowerShell would
	// make for it; empty means derived from the type.
	ErrorID  string
	Category Category
	// Target is the record's TargetObject.
	Target Value
	// Record is the ErrorRecord that this exception carries, if it was made
	// from one.
	Record Object
	// Final errors end the script as throw does, rather than the statement.
	Final bool
	// Data holds further properties by name (ParamName, HResult, ...).
	Data map[string]Value
}

// PSType returns the exception's type.
func (e *Exception) PSType() *Type { return e.T }

// Error returns the message.
func (e *Exception) Error() string { return e.Message }
