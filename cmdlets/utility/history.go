package utility

import (
	"fmt"
	"slices"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/patterns"
	"exolab/runtime"
	"exolab/runtime/dotnet"
	"exolab/runtime/errs"
	"exolab/runtime/netfmt"
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

// Process emits what was entered at the prompt.
func (c *GetHistory) Process(ctx *runtime.Context) error {
	all := ctx.Session().History()
	switch {
	case len(c.Id) > 1 && c.Count != nil:
		return ctx.Throw(tooManyIDs(*c.Count))
	case len(c.Id) == 1 && c.Count != nil:
		return emitHistory(ctx, historyUpTo(all, c.Id[0].Int64(), *c.Count))
	case len(c.Id) == 0 && c.Count != nil:
		return emitHistory(ctx, all[max(0, len(all)-*c.Count):])
	case len(c.Id) == 0:
		return emitHistory(ctx, all)
	}
	for _, id := range c.Id {
		h := ctx.Session().HistoryByID(id.Int64())
		var err error
		if h == nil {
			err = ctx.WriteError(noHistory("GetHistoryNoHistoryForId", id.Int64()))
		} else {
			err = ctx.Emit(value.Obj(h))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func emitHistory(ctx *runtime.Context, entries []*runtime.HistoryEntry) error {
	for _, h := range entries {
		if err := ctx.Emit(value.Obj(h)); err != nil {
			return err
		}
	}
	return nil
}

// historyUpTo are the count entries that end with the one of that number.
func historyUpTo(all []*runtime.HistoryEntry, id int64, count int) []*runtime.HistoryEntry {
	end := slices.IndexFunc(all, func(h *runtime.HistoryEntry) bool { return h.ID > id })
	if end < 0 {
		end = len(all)
	}
	return all[max(0, end-count):end]
}

// historyFrom are the count entries that begin with the one of that number.
func historyFrom(all []*runtime.HistoryEntry, id int64, count int) []*runtime.HistoryEntry {
	from := slices.IndexFunc(all, func(h *runtime.HistoryEntry) bool { return h.ID >= id })
	if from < 0 {
		return nil
	}
	return all[from:min(len(all), from+count)]
}

func noHistory(errorID string, id int64) *errs.Record {
	return errs.New("System.ArgumentException", fmt.Sprintf("Cannot locate the history for Id %d.", id), errorID, value.ObjectNotFound, value.Long(id))
}

func tooManyIDs(count int) *errs.Record {
	return errs.New("System.ArgumentException", "The count cannot be combined with multiple Ids.", "GetHistoryNoCountWithMultipleIds", value.InvalidArgument, value.Int(count))
}

// Begin puts the command that is being run before what is added.
func (c *AddHistory) Begin(ctx *runtime.Context) error {
	ctx.Session().NoteEntered()
	return nil
}

// Process remembers commands: objects with the properties of a HistoryInfo.
func (c *AddHistory) Process(ctx *runtime.Context) error {
	for _, v := range c.InputObject {
		h := readHistory(ctx.Env(), v)
		if h == nil {
			if err := ctx.WriteError(errs.New("System.IO.InvalidDataException", "Cannot add history because the input object has a format that is not valid.",
				"AddHistoryInvalidInput", value.InvalidData, v)); err != nil {
				return err
			}
			continue
		}
		added := ctx.Session().AddHistory(h.Line, h.Start, h.End, h.Failed)
		if !c.Passthru {
			continue
		}
		if err := ctx.Emit(value.Obj(added)); err != nil {
			return err
		}
	}
	return nil
}

// readHistory reads the properties of a HistoryInfo; nil if one is missing or
// of another type.
func readHistory(env value.Env, v value.Value) *runtime.HistoryEntry {
	read := func(name string) value.Value {
		got, _, err := dotnet.Property(env, v, dotnet.NameOf(name))
		if err != nil {
			return value.Null
		}
		return got
	}
	line, status := read("CommandLine"), value.ToString(env, read("ExecutionStatus"))
	start, startErr := value.Convert(env, read("StartExecutionTime"), value.TypeDateTime)
	end, endErr := value.Convert(env, read("EndExecutionTime"), value.TypeDateTime)
	if line.Kind() != value.KindString || status == "" || startErr != nil || endErr != nil {
		return nil
	}
	at := func(v value.Value) netfmt.DateTime {
		ticks, kind := v.DateTicks()
		return netfmt.DateTime{Ticks: ticks, Kind: netfmt.DateKind(kind)}
	}
	return &runtime.HistoryEntry{Line: line.Text(), Start: at(start).Time(), End: at(end).Time(), Failed: status == "Failed"}
}

// Process forgets commands.
func (c *ClearHistory) Process(ctx *runtime.Context) error {
	if len(c.CommandLine) > 0 {
		return c.byCommandLine(ctx)
	}
	return c.byID(ctx)
}

func (c *ClearHistory) byID(ctx *runtime.Context) error {
	s := ctx.Session()
	switch {
	case len(c.Id) == 0 && c.Count == nil:
		const warning = "This command will clear all the entries from the session history."
		if ok, err := ctx.ShouldProcess(warning, ""); err != nil || !ok {
			return err
		}
		forget(s, s.History())
	case len(c.Id) == 0:
		forget(s, c.some(s.History(), *c.Count))
	case c.Count == nil:
		for _, id := range c.Id {
			h := s.HistoryByID(int64(id))
			if h != nil {
				forget(s, []*runtime.HistoryEntry{h})
			} else if err := ctx.WriteError(noHistory("GetHistoryNoHistoryForId", int64(id))); err != nil {
				return err
			}
		}
	case len(c.Id) > 1:
		return ctx.Throw(tooManyIDs(*c.Count))
	default:
		return c.around(ctx, int64(c.Id[0]))
	}
	return nil
}

// around forgets -Count commands up to the one of that number or, with
// -Newest, from it on.
func (c *ClearHistory) around(ctx *runtime.Context, id int64) error {
	s := ctx.Session()
	if s.HistoryByID(id) == nil {
		if err := ctx.WriteError(noHistory("GetHistoryNoHistoryForId", id)); err != nil {
			return err
		}
	}
	if c.Newest {
		forget(s, historyFrom(s.History(), id, *c.Count))
	} else {
		forget(s, historyUpTo(s.History(), id, *c.Count))
	}
	return nil
}

// byCommandLine forgets the commands that fit a pattern; without -Count, a
// text without wildcards stands for one of them.
func (c *ClearHistory) byCommandLine(ctx *runtime.Context) error {
	if c.Count != nil && len(c.CommandLine) > 1 {
		return ctx.Throw(errs.New("System.ArgumentException", "The count cannot be combined with multiple CommandLine parameters.",
			"NoCountWithMultipleCmdLine ", value.InvalidArgument, value.Strings(c.CommandLine...)))
	}
	s := ctx.Session()
	for _, line := range c.CommandLine {
		pattern, err := netfmt.CompileWildcard(line, true)
		if err != nil {
			return err
		}
		var found []*runtime.HistoryEntry
		for _, h := range s.History() {
			if pattern.Match(h.Line) {
				found = append(found, h)
			}
		}
		count := 1
		if c.Count != nil {
			count = *c.Count
		} else if patterns.HasWildcard(line) {
			count = len(found)
		}
		forget(s, c.some(found, count))
	}
	return nil
}

// some are the first or, with -Newest, the last entries.
func (c *ClearHistory) some(entries []*runtime.HistoryEntry, count int) []*runtime.HistoryEntry {
	count = min(count, len(entries))
	if c.Newest {
		return entries[len(entries)-count:]
	}
	return entries[:count]
}

func forget(s *runtime.Session, entries []*runtime.HistoryEntry) {
	s.ForgetHistory(func(h *runtime.HistoryEntry) bool { return slices.Contains(entries, h) })
}
