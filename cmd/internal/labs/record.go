package labs

import (
	cmdlets "exolab/cmdlets/lab"
	"exolab/runtime"
	"exolab/runtime/value"
)

// observe keeps a command that ran, with its bound parameters.
func (p *Play) observe(ctx *runtime.Context) {
	if p.current == nil || len(p.current.Calls) >= maxCalls || ctx.Command().Kind != runtime.CmdletCommand {
		return
	}
	call := cmdlets.Call{Command: ctx.Command().Name, Parameters: map[string][]string{}}
	ctx.BoundParameters().Each(func(name, v value.Value) bool {
		call.Parameters[value.ToString(nil, name)] = texts(ctx, v)
		return true
	})
	p.current.Calls = append(p.current.Calls, call)
}

// texts are the elements of an argument as texts.
func texts(ctx *runtime.Context, v value.Value) []string {
	v = value.Unwrap(v)
	if on, ok := value.AsSwitch(v); ok {
		return []string{value.ToString(nil, value.Bool(on))}
	}
	items, ok := value.ListItems(v)
	if !ok {
		items = []value.Value{v}
	}
	list := make([]string, 0, len(items))
	for _, item := range items {
		if len(list) == maxValues {
			break
		}
		if b, ok := value.As[*runtime.ScriptBlock](value.Unwrap(item)); ok {
			list = append(list, b.Text())
			continue
		}
		list = append(list, value.ToString(ctx.Env(), item))
	}
	return list
}
