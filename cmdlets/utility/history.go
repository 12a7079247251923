package utility

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/patterns"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// GetHistory is Get-History.
type GetHistory struct {
	Id    []value.Value `ps:"type=long[],range=1:9223372036854775807,position=0,pipeline"`
	Count *int          `ps:"range=0:32767,position=1"`
}

// AddHistory is Add-History.
type AddHistory struct {
	InputObject []value.Value  `ps:"type=psobject[],position=0,pipeline"`
	Passthru    cmdlets.Switch `ps:""`
}

// ClearHistory is Clear-History.
type ClearHistory struct {
	Id          []int          `ps:"range=1:2147483647,position=0,set=IDParameter"`
	CommandLine []string       `ps:"notnullorempty,set=CommandLineParameter"`
	Count       *int           `ps:"range=1:2147483647,position=1"`
	Newest      cmdlets.Switch `ps:""`
}

// InvokeHistory is Invoke-History.
type InvokeHistory struct {
	Id string `ps:"position=0,byname"`
}

// Process emits what was entered at the prompt.
func (c *GetHistory) Process(ctx *runtime.Context) error {
	all := ctx.Session().History()
	if len(c.Id) == 0 {
		if c.Count != nil && *c.Count < len(all) {
			all = all[len(all)-*c.Count:]
		}
		for _, h := range all {
			if err := ctx.Emit(value.Obj(h)); err != nil {
				return err
			}
		}
		return nil
	}
	for _, id := range c.Id {
		h := historyByID(ctx, id.Int64())
		var err error
		if h == nil {
			err = ctx.WriteError(noHistory(id.Int64()))
		} else {
			err = ctx.Emit(value.Obj(h))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func historyByID(ctx *runtime.Context, id int64) *runtime.HistoryEntry {
	for _, h := range ctx.Session().History() {
		if h.ID == id {
			return h
		}
	}
	return nil
}

func noHistory(id int64) *errs.Record {
	return errs.New("System.ArgumentException", fmt.Sprintf("Cannot locate history for Id %d.", id), "GetHistoryNoHistoryForId", value.ObjectNotFound, value.Long(id))
}

// Process remembers commands.
func (c *AddHistory) Process(ctx *runtime.Context) error {
	for _, v := range c.InputObject {
		line := value.ToString(ctx.Env(), v)
		if h, ok := value.As[*runtime.HistoryEntry](v); ok {
			line = h.Line
		}
		now := time.Now()
		h := ctx.Session().AddHistory(line, now, now, false)
		if !c.Passthru {
			continue
		}
		if err := ctx.Emit(value.Obj(h)); err != nil {
			return err
		}
	}
	return nil
}

// Process forgets commands.
func (c *ClearHistory) Process(ctx *runtime.Context) error {
	if ok, err := ctx.ShouldProcess("", ""); err != nil || !ok {
		return err
	}
	drop := func(*runtime.HistoryEntry) bool { return true }
	switch {
	case len(c.Id) > 0:
		wanted := map[int64]bool{}
		for _, id := range c.Id {
			wanted[int64(id)] = true
			if historyByID(ctx, int64(id)) == nil {
				if err := ctx.WriteError(noHistory(int64(id))); err != nil {
					return err
				}
			}
		}
		drop = func(h *runtime.HistoryEntry) bool { return wanted[h.ID] }
	case len(c.CommandLine) > 0:
		drop = func(h *runtime.HistoryEntry) bool { return patterns.MatchAny(c.CommandLine, h.Line) }
	}
	if c.Count != nil {
		drop = c.limited(ctx, drop)
	}
	ctx.Session().ForgetHistory(drop)
	return nil
}

// limited keeps drop to -Count entries, the oldest or, with -Newest, the
// newest ones.
func (c *ClearHistory) limited(ctx *runtime.Context, drop func(*runtime.HistoryEntry) bool) func(*runtime.HistoryEntry) bool {
	var chosen []*runtime.HistoryEntry
	for _, h := range ctx.Session().History() {
		if drop(h) {
			chosen = append(chosen, h)
		}
	}
	n := min(*c.Count, len(chosen))
	if c.Newest {
		chosen = chosen[len(chosen)-n:]
	} else {
		chosen = chosen[:n]
	}
	in := map[*runtime.HistoryEntry]bool{}
	for _, h := range chosen {
		in[h] = true
	}
	return func(h *runtime.HistoryEntry) bool { return in[h] }
}

// Process runs a command again: the last one, one by number, or the last that
// begins so.
func (c *InvokeHistory) Process(ctx *runtime.Context) error {
	h := c.find(ctx)
	if h == nil {
		return ctx.Throw(errs.New("System.InvalidOperationException", "Cannot locate most recent history.", "InvokeHistoryNoLastHistoryEntryFound", value.InvalidOperation, value.Null))
	}
	if ok, err := ctx.ShouldProcess(h.Line, ""); err != nil || !ok {
		return err
	}
	if err := ctx.Host().Text(h.Line, true, -1, -1); err != nil {
		return err
	}
	return ctx.Session().Execute("", h.Line, ctx.Out())
}

func (c *InvokeHistory) find(ctx *runtime.Context) *runtime.HistoryEntry {
	all := ctx.Session().History()
	if id, err := strconv.ParseInt(c.Id, 10, 64); err == nil {
		return historyByID(ctx, id)
	}
	for i := len(all) - 1; i >= 0; i-- {
		if strings.HasPrefix(all[i].Line, c.Id) {
			return all[i]
		}
	}
	return nil
}
