package pester

import (
	"exolab/parser"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// The set-up and teardown commands.
type (
	// BeforeAll is BeforeAll.
	BeforeAll struct {
		Scriptblock *runtime.ScriptBlock `ps:"mandatory,position=0"`
	}
	// AfterAll is AfterAll.
	AfterAll struct {
		Scriptblock *runtime.ScriptBlock `ps:"mandatory,position=0"`
	}
	// BeforeEach is BeforeEach.
	BeforeEach struct {
		Scriptblock *runtime.ScriptBlock `ps:"mandatory,position=0"`
	}
	// AfterEach is AfterEach.
	AfterEach struct {
		Scriptblock *runtime.ScriptBlock `ps:"mandatory,position=0"`
	}
	// BeforeDiscovery is BeforeDiscovery.
	BeforeDiscovery struct {
		ScriptBlock *runtime.ScriptBlock `ps:"mandatory,position=0"`
	}
)

// Process registers the block and runs it, unless both were done before the
// statements of the block around it.
func (c *BeforeAll) Process(ctx *runtime.Context) error {
	added, err := register(ctx, beforeAll, c.Scriptblock)
	if err != nil || !added {
		return err
	}
	st := current(ctx.Session())
	return st.invoke(ctx, c.Scriptblock, ctx.Scope(), value.Void)
}

// Process registers the block.
func (c *AfterAll) Process(ctx *runtime.Context) error {
	_, err := register(ctx, afterAll, c.Scriptblock)
	return err
}

// Process registers the block.
func (c *BeforeEach) Process(ctx *runtime.Context) error {
	_, err := register(ctx, beforeEach, c.Scriptblock)
	return err
}

// Process registers the block.
func (c *AfterEach) Process(ctx *runtime.Context) error {
	_, err := register(ctx, afterEach, c.Scriptblock)
	return err
}

// Process runs the block where it stands.
func (c *BeforeDiscovery) Process(ctx *runtime.Context) error {
	return ctx.Session().InvokeBlock(c.ScriptBlock, runtime.Invocation{Scope: ctx.Scope(), Out: runtime.SinkFunc(discard)})
}

// register adds a set-up block to the block that runs; added is false for one
// that was found in its text before it ran.
func register(ctx *runtime.Context, kind setup, b *runtime.ScriptBlock) (added bool, err error) {
	st := current(ctx.Session())
	if st == nil || st.block == nil {
		return false, notInBlock(ctx)
	}
	for _, known := range st.block.setups[kind] {
		if known.AST == b.AST {
			return false, nil
		}
	}
	if st.block.scope == nil {
		st.block.scope = ctx.Scope()
	}
	st.block.setups[kind] = append(st.block.setups[kind], b)
	return true, nil
}

func notInBlock(ctx *runtime.Context) error {
	return thrown(ctx, "System.Management.Automation.RuntimeException",
		"The "+ctx.Command().Name+" command may only be used from a Describe block.")
}

// thrown is the error that `throw` with such an exception raises.
func thrown(ctx *runtime.Context, exception, message string) error {
	rec := errs.New(exception, message, message, value.OperationStopped, value.Str(message))
	rec.Invocation, rec.Thrown = ctx.Invocation(), true
	return &errs.Error{Record: rec, Thrown: true}
}

// hoist registers the set-up blocks that stand in the text of a block as
// statements of their own, so that they run wherever they are written.
func hoist(b *block, fixture *runtime.ScriptBlock) {
	if fixture.AST.End == nil {
		return
	}
	for _, statement := range fixture.AST.End.Statements {
		kind, ast, ok := setupStatement(statement)
		if ok {
			b.setups[kind] = append(b.setups[kind], fixture.Inner(ast))
		}
	}
}

// setupStatement recognizes `BeforeAll { ... }` and its kin.
func setupStatement(statement parser.Statement) (setup, *parser.ScriptBlock, bool) {
	pipeline, ok := statement.(*parser.Pipeline)
	if !ok || len(pipeline.Elements) != 1 {
		return 0, nil, false
	}
	command, ok := pipeline.Elements[0].(*parser.Command)
	if !ok || len(command.Elements) < 2 {
		return 0, nil, false
	}
	name, ok := command.Elements[0].(*parser.StringConstant)
	if !ok {
		return 0, nil, false
	}
	kind, ok := setupNames[value.Fold(name.Value)]
	if !ok {
		return 0, nil, false
	}
	body, ok := command.Elements[len(command.Elements)-1].(*parser.ScriptBlockExpression)
	if !ok {
		return 0, nil, false
	}
	return kind, body.Block, true
}
