package runtime

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// exceptionsWithRecord are the exceptions that implement IContainsErrorRecord;
// those derived from them have the property from them.
var exceptionsWithRecord = [...]string{exRuntime, "System.Management.Automation.PSInvalidCastException",
	"System.Management.Automation.PSArgumentException", "System.Management.Automation.PSArgumentNullException",
	"System.Management.Automation.PSArgumentOutOfRangeException", "System.Management.Automation.PSInvalidOperationException",
	"System.Management.Automation.PSNotImplementedException", "System.Management.Automation.PSNotSupportedException",
	"System.Management.Automation.PSObjectDisposedException"}

// describeExceptions adds ErrorRecord, whose type the packages below do not know,
// to the members of these exceptions.
func describeExceptions() {
	for _, name := range exceptionsWithRecord {
		t := value.ExceptionType(name)
		load := t.Load
		t.Load = func(t *value.Type, m *value.Members) {
			dotnet.NewRows(t, m).Get("System.Management.Automation.ErrorRecord ErrorRecord",
				property(func(e *value.Exception) value.Value { return value.Obj(carriedRecord(e)) }))
			if load != nil {
				load(t, m)
			}
		}
	}
}

// carriedRecord is the record that an exception carries. One that nobody has
// raised yet makes it of what it knows, with a stand-in for itself.
func carriedRecord(e *value.Exception) *errs.Record {
	if rec, ok := e.Record.(*errs.Record); ok {
		return rec
	}
	id := e.ErrorID
	if id == "" {
		id = e.T.Name
	}
	return errs.New("System.Management.Automation.ParentContainsErrorRecordException", e.Message, id, e.Category, e.Target)
}
