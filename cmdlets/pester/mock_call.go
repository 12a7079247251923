package pester

import (
	"sync"

	"exolab/runtime"
	"exolab/runtime/value"
)

// mockHook stands in the place of a mocked command: it takes the parameters of
// the original, and answers as the behaviours say that fit the call.
type mockHook struct {
	st          *state
	original    *runtime.Command
	module, key string
}

// command is the command that is found instead of the original.
func (h *mockHook) command(s *runtime.Session) *runtime.Command {
	metadata := sync.OnceValue(func() *runtime.Metadata {
		switch {
		case h.original.Metadata != nil:
			return h.original.Metadata()
		case h.original.Block != nil:
			return h.original.Block.Metadata(s)
		}
		return &runtime.Metadata{}
	})
	return &runtime.Command{Name: h.original.Name, Kind: h.original.Kind, Module: h.original.Module, Version: h.original.Version,
		Metadata: metadata, Info: h, New: func() runtime.Executable { return &mockCall{hook: h} }}
}

// mockCall is one call of a mocked command.
type mockCall struct{ hook *mockHook }

// Bind keeps nothing: the context knows what was bound.
func (*mockCall) Bind(int, value.Value) error { return nil }

// Begin does nothing.
func (*mockCall) Begin(*runtime.Context) error { return nil }

// End does nothing.
func (*mockCall) End(*runtime.Context) error { return nil }

// Clean does nothing.
func (*mockCall) Clean(*runtime.Context) error { return nil }

// Process answers for one object of the pipeline, or for the call itself: as
// the latest behaviour whose filter holds, else as the latest without one, else
// as the original command.
func (m *mockCall) Process(ctx *runtime.Context) error {
	st := m.hook.st
	call := &mockedCall{key: m.hook.key, bound: ctx.BoundParameters(), rest: ctx.Remaining(), block: st.block, test: st.test}
	var chosen *behaviour
	for _, b := range st.behavioursOf(m.hook.key) {
		if b.filter == nil {
			if chosen == nil {
				chosen = b
			}
			continue
		}
		holds, err := m.hook.fits(ctx, b.filter, call)
		if err != nil {
			return err
		}
		if holds {
			chosen = b
			break
		}
	}
	if chosen == nil {
		return m.callOriginal(ctx, call)
	}
	chosen.ran = true
	st.calls = append(st.calls, call)
	if chosen.with == nil {
		return nil
	}
	return m.hook.run(ctx, chosen.with, call, runtime.Invocation{Out: ctx.Out()})
}

// fits reports whether a filter holds for a call.
func (h *mockHook) fits(ctx *runtime.Context, filter *runtime.ScriptBlock, call *mockedCall) (bool, error) {
	var out runtime.Collector
	err := h.run(ctx, filter, call, runtime.Invocation{Out: &out, Quiet: true})
	return value.Truth(out.Value()), err
}

// run runs a block with the parameters of a call as variables and, where it
// declares parameters, as these.
func (h *mockHook) run(ctx *runtime.Context, b *runtime.ScriptBlock, call *mockedCall, inv runtime.Invocation) error {
	inv.Scope = runtime.NewScope(ctx.Scope())
	command := h.command(ctx.Session())
	for _, p := range command.Metadata().Params {
		v, given := call.bound.GetText(p.Name)
		switch {
		case given:
			inv.Scope.SetPlain(p.Name, v)
		case !p.Common:
			inv.Scope.SetPlain(p.Name, value.Null)
		}
	}
	inv.Scope.SetPlain("PesterBoundParameters", value.Obj(call.bound))
	inv.Underscore, inv.HasUnderscore = ctx.Input(), !ctx.Input().IsVoid()
	inv.Args = call.rest
	if b.AST.Params != nil {
		inv.Named = value.NewHashtable()
		for _, p := range b.AST.Params.Parameters {
			if v, given := call.bound.GetText(p.Name.Name); given {
				inv.Named.Set(value.Str(p.Name.Name), v)
			}
		}
	}
	return ctx.Session().InvokeBlock(b, inv)
}

// original calls a command with parameters that were bound before.
var original = sync.OnceValue(func() *runtime.ScriptBlock {
	b, _ := runtime.ParseBlock("", "param($command, $bound, $rest) & $command @bound @rest")
	return b
})

func (m *mockCall) callOriginal(ctx *runtime.Context, call *mockedCall) error {
	return ctx.Session().InvokeBlock(original(), runtime.Invocation{NewScope: true, Scope: ctx.Scope(), Out: ctx.Out(),
		Args: []value.Value{value.Obj(m.hook.original), value.Obj(call.bound), value.List(call.rest...)}})
}
