package core

import (
	"strings"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/patterns"
	"exolab/runtime"
	"exolab/runtime/dotnet"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// ForEachObject is ForEach-Object.
type ForEachObject struct {
	InputObject      value.Value          `ps:"type=psobject,pipeline,set=ScriptBlockSet|PropertyAndMethodSet|ParallelParameterSet"`
	BeginBlock       *runtime.ScriptBlock `ps:"Begin,set=ScriptBlockSet"`
	ProcessBlocks    []value.Value        `ps:"Process,type=scriptblock[],allownull,allowemptycollection,mandatory,position=0,set=ScriptBlockSet"`
	EndBlock         *runtime.ScriptBlock `ps:"End,set=ScriptBlockSet"`
	RemainingScripts []value.Value        `ps:"type=scriptblock[],allownull,allowemptycollection,remaining,set=ScriptBlockSet"`
	MemberName       string               `ps:"notnullorempty,mandatory,position=0,set=PropertyAndMethodSet"`
	ArgumentList     []value.Value        `ps:"alias=Args,remaining,set=PropertyAndMethodSet"`
	Parallel         *runtime.ScriptBlock `ps:"mandatory,set=ParallelParameterSet"`
	ThrottleLimit    int                  `ps:"range=1:2147483647,set=ParallelParameterSet"`
	TimeoutSeconds   int                  `ps:"range=0:2147483,set=ParallelParameterSet"`
	AsJob            cmdlets.Switch       `ps:"set=ParallelParameterSet"`
	UseNewRunspace   cmdlets.Switch       `ps:"set=ParallelParameterSet"`

	each   []*runtime.ScriptBlock
	call   runtime.Invocation
	member *dotnet.Name
	column dotnet.PropertyCache
}

// Begin sorts the blocks into begin, process and end, and runs the first.
func (c *ForEachObject) Begin(ctx *runtime.Context) error {
	if c.AsJob {
		return ctx.Throw(errs.New("System.NotSupportedException", "ForEach-Object -AsJob is not emulated by exolab: jobs do not exist here.",
			"NotEmulated", value.NotImplemented, value.Null))
	}
	c.member = dotnet.NameOf(c.MemberName)
	c.column.Name = c.member
	c.call = runtime.Invocation{HasUnderscore: true, Scope: ctx.Scope(), Out: ctx.Out()}
	if c.Parallel != nil {
		c.call.NewScope = true
		c.each = []*runtime.ScriptBlock{c.Parallel}
		return nil
	}
	c.sortBlocks(ctx)
	if c.BeginBlock == nil {
		return nil
	}
	return c.run(ctx, c.BeginBlock, value.Null)
}

// sortBlocks applies the rule for blocks given by position: of two the first
// is begin, of three or more the last is end.
func (c *ForEachObject) sortBlocks(ctx *runtime.Context) {
	for _, v := range append(c.ProcessBlocks, c.RemainingScripts...) {
		b, _ := value.As[*runtime.ScriptBlock](v)
		c.each = append(c.each, b)
	}
	if !ctx.Bound("Begin") && len(c.each) > 1 {
		c.BeginBlock, c.each = c.each[0], c.each[1:]
	}
	if last := len(c.each) - 1; !ctx.Bound("End") && last > 0 {
		c.EndBlock, c.each = c.each[last], c.each[:last]
	}
}

// Process runs the process blocks for one object, or reads its member.
func (c *ForEachObject) Process(ctx *runtime.Context) error {
	if c.MemberName != "" {
		return c.readMember(ctx)
	}
	for _, block := range c.each {
		if block == nil {
			continue
		}
		if err := c.run(ctx, block, c.InputObject); err != nil {
			return err
		}
	}
	return nil
}

func (c *ForEachObject) run(ctx *runtime.Context, block *runtime.ScriptBlock, underscore value.Value) error {
	c.call.Underscore = underscore
	return ctx.Session().InvokeBlock(block, c.call)
}

func (c *ForEachObject) readMember(ctx *runtime.Context) error {
	if c.InputObject.IsNull() {
		return c.memberOfNull(ctx)
	}
	if patterns.HasWildcard(c.MemberName) {
		if err := c.findMember(ctx); err != nil {
			return err
		}
	}
	if !ctx.Bound("ArgumentList") {
		v, found, err := c.column.Read(ctx.Env(), c.InputObject)
		if err != nil {
			return ctx.WriteError(runtime.RecordOf(err))
		}
		if _, method := value.As[*dotnet.MethodGroup](v); found && !method {
			return ctx.Enumerate(v)
		}
		if !found {
			return c.noMember(ctx)
		}
	}
	result, err := dotnet.InvokeMethod(ctx.Env(), c.InputObject, c.member, c.ArgumentList, nil)
	if err != nil && !ctx.Bound("ArgumentList") && runtime.RecordOf(err).ID == "MethodCountCouldNotFindBest" {
		// A method that cannot do without arguments is shown.
		method, _, _ := c.column.Read(ctx.Env(), c.InputObject)
		return ctx.Emit(method)
	}
	if err != nil {
		return ctx.WriteError(runtime.RecordOf(err))
	}
	return ctx.Enumerate(result)
}

const strictMembers = 2

// memberOfNull is what becomes of a null: nothing, or an error where a method
// is called or strict mode forbids it.
func (c *ForEachObject) memberOfNull(ctx *runtime.Context) error {
	switch {
	case len(c.ArgumentList) > 0:
		return ctx.WriteError(errs.New("System.Management.Automation.PSArgumentException", "You cannot call a method on a null-valued expression.",
			"InvokeMethodOnNull", value.InvalidArgument, value.Null))
	case ctx.Scope().StrictMode() >= strictMembers:
		return ctx.WriteError(errs.New("System.Management.Automation.PSArgumentException", "Cannot operate on a 'null' input object.",
			"InputObjectIsNull", value.InvalidArgument, value.Null))
	}
	return ctx.Emit(value.Null)
}

// noMember is what becomes of an object without the member.
func (c *ForEachObject) noMember(ctx *runtime.Context) error {
	if ctx.Scope().StrictMode() < strictMembers {
		return ctx.Emit(value.Null)
	}
	return ctx.WriteError(errs.New("System.Management.Automation.PSArgumentException",
		"The input name \""+c.MemberName+"\" cannot be resolved to a member.", "PropertyOrMethodNotFound", value.InvalidArgument, c.InputObject))
}

// findMember finds the one member that a wildcard stands for.
func (c *ForEachObject) findMember(ctx *runtime.Context) error {
	var found []string
	for _, m := range dotnet.Members(ctx.Env(), c.InputObject) {
		if patterns.Match(c.MemberName, m.Name) {
			found = append(found, m.Name)
		}
	}
	if len(found) > 1 {
		return ctx.WriteError(errs.New("System.Management.Automation.PSArgumentException",
			"Input name \""+c.MemberName+"\" is ambiguous. It can be resolved to multiple matched members. Possible matches include: "+
				strings.Join(found, " ")+".", "AmbiguousPropertyOrMethodName", value.InvalidArgument, c.InputObject))
	}
	if len(found) == 1 {
		c.member = dotnet.NameOf(found[0])
		c.column.Name = c.member
	}
	return nil
}

// End runs the end block.
func (c *ForEachObject) End(ctx *runtime.Context) error {
	if c.EndBlock == nil {
		return nil
	}
	return c.run(ctx, c.EndBlock, value.Null)
}
