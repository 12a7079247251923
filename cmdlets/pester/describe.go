package pester

import (
	"exolab/cmdlets"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/operator"
	"exolab/runtime/value"
)

// Describe is Describe.
type Describe struct {
	Name    string               `ps:"mandatory,position=0"`
	Tag     []string             `ps:"alias=Tags"`
	Fixture *runtime.ScriptBlock `ps:"position=1"`
	Skip    cmdlets.Switch       `ps:""`
	ForEach value.Value          `ps:""`

	AllowNullOrEmptyForEach cmdlets.Switch `ps:""`
}

// Context is Context.
type Context struct {
	Name    string               `ps:"mandatory,position=0"`
	Tag     []string             `ps:"alias=Tags"`
	Fixture *runtime.ScriptBlock `ps:"position=1"`
	Skip    cmdlets.Switch       `ps:""`
	ForEach value.Value          `ps:""`

	AllowNullOrEmptyForEach cmdlets.Switch `ps:""`
}

// Process runs the block.
func (c *Describe) Process(ctx *runtime.Context) error {
	return runGroup(ctx, &block{command: "Describe", path: []string{c.Name}, tags: c.Tag, skip: bool(c.Skip)}, c.Fixture, c.ForEach)
}

// Process runs the block.
func (c *Context) Process(ctx *runtime.Context) error {
	return runGroup(ctx, &block{command: "Context", path: []string{c.Name}, tags: c.Tag, skip: bool(c.Skip)}, c.Fixture, c.ForEach)
}

// runGroup runs a Describe or Context, once for each item of -ForEach.
func runGroup(ctx *runtime.Context, b *block, fixture *runtime.ScriptBlock, each value.Value) error {
	if fixture == nil {
		return thrown(ctx, "System.Management.Automation.RuntimeException",
			"No test fixture scriptblock is provided. Did you put the opening curly brace on the next line?")
	}
	st := current(ctx.Session())
	if st == nil {
		return runAlone(ctx, b, fixture, each)
	}
	if st.only != "" && st.block != nil && st.block.parent == nil && b.path[0] != st.only {
		return nil
	}
	if b.parent = st.block; b.parent != nil {
		b.path = append(append([]string(nil), b.parent.path...), b.path...)
		b.skip = b.skip || b.parent.skip
		b.failed = b.parent.failed
	}
	if !ctx.Bound("ForEach") {
		return st.runBlock(ctx, b, fixture)
	}
	for _, item := range itemsOf(each) {
		own := *b
		own.path, own.data = append([]string(nil), b.path...), item
		if err := st.runBlock(ctx, &own, fixture); err != nil {
			return err
		}
	}
	return nil
}

// runAlone makes a run of a Describe that nobody has started one for: typed at
// the prompt, or in a test file that is run as a script.
func runAlone(ctx *runtime.Context, b *block, fixture *runtime.ScriptBlock, each value.Value) error {
	st := newState(ctx, filter{}, "Detailed")
	defer begin(ctx.Session(), st)()
	err := runGroup(ctx, b, fixture, each)
	if endErr := st.end(ctx); err == nil {
		err = endErr
	}
	return err
}

// itemsOf are the items that -ForEach and -TestCases go through.
func itemsOf(v value.Value) []value.Value {
	if v.IsNull() {
		return nil
	}
	if list := operator.Elements(v); list != nil {
		return list
	}
	return []value.Value{v}
}

// runBlock runs a block's BeforeAll, its statements and its AfterAll in a
// scope of its own.
func (st *state) runBlock(ctx *runtime.Context, b *block, fixture *runtime.ScriptBlock) error {
	b.scope = runtime.NewScope(ctx.Scope())
	defineData(b.scope, b.data)
	st.block = b
	defer func() {
		st.block = b.parent
		b.mocks.end()
	}()
	name, err := expandName(ctx, b.path[len(b.path)-1], b.scope)
	if err != nil {
		return err
	}
	b.path[len(b.path)-1] = name
	hoist(b, fixture)
	kept := st.drive.entries()
	defer st.drive.clear(kept)
	return st.runBody(ctx, b, fixture)
}

func (st *state) runBody(ctx *runtime.Context, b *block, fixture *runtime.ScriptBlock) error {
	idle := b.skip || b.failed != nil
	if !idle {
		if err := st.runSetups(ctx, b, beforeAll, b.scope); err != nil {
			if err := st.blockFailed(ctx, b, err); err != nil {
				return err
			}
			b.failed = runtime.RecordOf(err)
		}
	}
	if err := st.invoke(ctx, fixture, b.scope, b.data); err != nil {
		if err := st.blockFailed(ctx, b, err); err != nil {
			return err
		}
	}
	if idle {
		return nil
	}
	if err := st.runSetups(ctx, b, afterAll, b.scope); err != nil {
		return st.blockFailed(ctx, b, err)
	}
	return nil
}

// blockFailed notes that a block's own code failed; it passes on what is no
// error but ends the run.
func (st *state) blockFailed(ctx *runtime.Context, b *block, err error) error {
	if _, failed := err.(*errs.Error); !failed {
		if runtime.IsFlow(err) || runtime.IsStopped(err) {
			return err
		}
	}
	rec := runtime.RecordOf(err)
	st.run.FailedBlocks = append(st.run.FailedBlocks, FailedBlock{Path: b.path, Error: rec})
	return st.report.blockFailed(ctx, b, rec)
}

// runSetups runs the blocks of one kind in a scope.
func (st *state) runSetups(ctx *runtime.Context, b *block, kind setup, scope *runtime.Scope) error {
	for _, each := range b.setups[kind] {
		if err := st.invoke(ctx, each, scope, b.data); err != nil {
			return err
		}
	}
	return nil
}

// invoke runs a block of the tests in a scope; its first error ends it. The
// data of -ForEach go to its parameters.
func (st *state) invoke(ctx *runtime.Context, b *runtime.ScriptBlock, scope *runtime.Scope, data value.Value) error {
	inv := runtime.Invocation{Scope: scope, Out: runtime.SinkFunc(discard), Quiet: true}
	if d, ok := value.As[*value.Dict](value.Unwrap(data)); ok && b.AST.Params != nil {
		inv.Named = d
	}
	return ctx.Session().InvokeBlock(b, inv)
}

// defineData makes an item of -ForEach known as $_ and, where it is a
// dictionary, each of its entries by name.
func defineData(scope *runtime.Scope, data value.Value) {
	if data.IsVoid() {
		return
	}
	scope.SetPlain("_", data)
	if d, ok := value.As[*value.Dict](value.Unwrap(data)); ok {
		d.Each(func(key, v value.Value) bool {
			scope.SetPlain(value.ToString(nil, key), v)
			return true
		})
	}
}
