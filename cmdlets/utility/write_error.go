package utility

import (
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

const (
	writeErrorException = "Microsoft.PowerShell.Commands.WriteErrorException"
	writeErrorMessage   = "Exception of type 'Microsoft.PowerShell.Commands.WriteErrorException' was thrown."
)

// WriteError is Write-Error.
type WriteError struct {
	Exception          value.Value `ps:"type=System.Exception,mandatory,position=0,set=WithException"`
	Message            string      `ps:"alias=Msg,allownull,allowemptystring,set=NoException,mandatory,position=0,pipeline,set=WithException"`
	ErrorRecord        value.Value `ps:"type=System.Management.Automation.ErrorRecord,mandatory,position=0,set=ErrorRecord"`
	Category           int         `ps:"type=System.Management.Automation.ErrorCategory,set=NoException|WithException"`
	ErrorId            string      `ps:"set=NoException|WithException"`
	TargetObject       value.Value `ps:"set=NoException|WithException"`
	RecommendedAction  string      `ps:""`
	CategoryActivity   string      `ps:"alias=Activity"`
	CategoryReason     string      `ps:"alias=Reason"`
	CategoryTargetName string      `ps:"alias=TargetName"`
	CategoryTargetType string      `ps:"alias=TargetType"`
}

// Process writes the error record to the error stream.
func (c *WriteError) Process(ctx *runtime.Context) error {
	rec := c.record()
	rec.Activity = "Write-Error"
	if c.RecommendedAction != "" {
		rec.RecommendedAction = c.RecommendedAction
	}
	for _, part := range []struct{ to, from *string }{
		{&rec.Activity, &c.CategoryActivity}, {&rec.Reason, &c.CategoryReason},
		{&rec.TargetName, &c.CategoryTargetName}, {&rec.TargetType, &c.CategoryTargetType},
	} {
		if *part.from != "" {
			*part.to = *part.from
		}
	}
	return ctx.WriteErrorAsCaller(rec)
}

func (c *WriteError) record() *errs.Record {
	if rec, ok := value.As[*errs.Record](c.ErrorRecord); ok {
		again := *rec
		return &again
	}
	id := c.ErrorId
	if id == "" {
		id = writeErrorException
	}
	rec := &errs.Record{ID: id, Category: value.Category(c.Category), Target: c.TargetObject}
	if e, ok := value.As[*value.Exception](c.Exception); ok {
		if c.ErrorId == "" {
			rec.ID = e.T.FullName
		}
		rec.Exception, rec.Details = e, c.Message
		return rec
	}
	message := c.Message
	if message == "" {
		message = writeErrorMessage
	}
	rec.Exception = value.NewException(writeErrorException, message)
	return rec
}
