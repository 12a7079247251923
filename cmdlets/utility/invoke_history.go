package utility

import (
	"fmt"
	"strings"

	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// InvokeHistory is Invoke-History.
type InvokeHistory struct {
	Id string `ps:"position=0,byname"`

	given int
}

// invoking is what a session notes of the entries that Invoke-History runs.
type invoking struct{}

// Process counts what the pipeline names.
func (c *InvokeHistory) Process(*runtime.Context) error {
	if c.Id != "" {
		c.given++
	}
	return nil
}

// End runs a command again: the last one, one by number, or the last that
// begins so. The history remembers that command instead of Invoke-History.
func (c *InvokeHistory) End(ctx *runtime.Context) error {
	if c.given > 1 {
		return ctx.Throw(errs.New("System.ArgumentException", "Cannot process multiple history commands. You can only run a single command by using Invoke-History.",
			"InvokeHistoryMultipleCommandsError", value.InvalidArgument, value.Null))
	}
	h, problem := c.find(ctx)
	if problem != nil {
		return ctx.Throw(problem)
	}
	if ok, err := ctx.ShouldProcess(h.Line, ""); err != nil || !ok {
		return err
	}
	s := ctx.Session()
	running, _ := s.Services[invoking{}].(map[int64]bool)
	if running == nil {
		running = map[int64]bool{}
		s.Services[invoking{}] = running
	}
	if running[h.ID] {
		return ctx.Throw(errs.New("System.InvalidOperationException", "The Invoke-History cmdlet is called repeatedly, in a loop.",
			"InvokeHistoryLoopDetected", value.InvalidOperation, value.Null))
	}
	running[h.ID] = true
	defer delete(running, h.ID)
	s.ReplaceEntered(h.Line)
	if err := ctx.Host().Text(h.Line, true, -1, -1); err != nil {
		return err
	}
	return s.Execute("", h.Line, ctx.Out())
}

// find finds the entry that is meant, or says why there is none.
func (c *InvokeHistory) find(ctx *runtime.Context) (*runtime.HistoryEntry, *errs.Record) {
	all := ctx.Session().History()
	if c.Id == "" {
		if len(all) == 0 {
			return nil, errs.New("System.InvalidOperationException", "Cannot locate most recent history.",
				"InvokeHistoryNoLastHistoryEntryFound", value.InvalidOperation, value.Null)
		}
		return all[len(all)-1], nil
	}
	number, err := value.Convert(ctx.Env(), value.Str(c.Id), value.TypeInt64)
	if err != nil {
		return lastBeginningWith(all, c.Id)
	}
	id := number.Int64()
	if id <= 0 {
		return nil, errs.New("System.ArgumentOutOfRangeException",
			fmt.Sprintf("The identifier %d is not a valid value for a History identifier. Specify a positive number, and then try again. (Parameter 'Id')", id),
			"InvokeHistoryInvalidIdGetHistory", value.InvalidArgument, value.Long(id))
	}
	if h := ctx.Session().HistoryByID(id); h != nil {
		return h, nil
	}
	return nil, noHistory("InvokeHistoryNoHistoryForId", id)
}

func lastBeginningWith(all []*runtime.HistoryEntry, text string) (*runtime.HistoryEntry, *errs.Record) {
	for i := len(all) - 1; i >= 0; i-- {
		if strings.HasPrefix(all[i].Line, text) {
			return all[i], nil
		}
	}
	return nil, errs.New("System.ArgumentException", "Cannot locate the history for command line "+text+".",
		"InvokeHistoryNoHistoryForCommandline", value.ObjectNotFound, value.Str(text))
}
