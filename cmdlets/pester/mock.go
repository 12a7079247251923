package pester

import (
	"exolab/cmdlets"
	"exolab/runtime"
	"exolab/runtime/value"
)

// Mock is Mock.
type Mock struct {
	CommandName     string               `ps:"mandatory,position=0"`
	MockWith        *runtime.ScriptBlock `ps:"position=1"`
	Verifiable      cmdlets.Switch       `ps:""`
	ParameterFilter *runtime.ScriptBlock `ps:""`
	ModuleName      string               `ps:""`

	RemoveParameterType       []string `ps:""`
	RemoveParameterValidation []string `ps:""`
}

// behaviour is what one Mock says that calls of a command do.
type behaviour struct {
	command, module string
	with, filter    *runtime.ScriptBlock
	// verifiable behaviours must have run where -InvokeVerifiable is asserted.
	verifiable, ran bool
}

// mocks are the behaviours that a block or a test defines, by folded names of
// module and command, latest last; undo takes away what modules were given.
type mocks struct {
	behaviours map[string][]*behaviour
	// order holds the keys in the order of their first mocks.
	order []string
	undo  []func()
}

// mockedCall is a call that a behaviour answered.
type mockedCall struct {
	key   string
	bound *value.Dict
	rest  []value.Value
	block *block
	test  *Test
}

// Process defines the behaviour for the test or the block that is running, and
// puts a command in the place of the mocked one.
func (c *Mock) Process(ctx *runtime.Context) error {
	st := current(ctx.Session())
	if st == nil || st.block == nil {
		return notInBlock(ctx)
	}
	place, frame := st.mockPlace(ctx)
	c.ModuleName = moduleOfMock(ctx, c.ModuleName)
	if c.ModuleName != "" {
		var err error
		if place, err = moduleScope(ctx, c.ModuleName); err != nil {
			return err
		}
	}
	hook, err := st.hook(ctx, place, c.CommandName, c.ModuleName, frame)
	if err != nil {
		return err
	}
	if frame.behaviours == nil {
		frame.behaviours = map[string][]*behaviour{}
	}
	if len(frame.behaviours[hook.key]) == 0 {
		frame.order = append(frame.order, hook.key)
	}
	frame.behaviours[hook.key] = append(frame.behaviours[hook.key], &behaviour{command: hook.original.Name, module: c.ModuleName,
		with: c.MockWith, filter: c.ParameterFilter, verifiable: bool(c.Verifiable)})
	return nil
}

// mockPlace is the scope in which a mock is to be known, and what is to keep
// it: those of the test that runs, else of the block.
func (st *state) mockPlace(ctx *runtime.Context) (*runtime.Scope, *mocks) {
	if st.test != nil {
		return st.test.scope, &st.test.mocks
	}
	if st.block.scope == nil {
		st.block.scope = ctx.Scope()
	}
	return st.block.scope, &st.block.mocks
}

// hook finds the command that stands for a mocked one, and makes it on the
// first mock of that command.
func (st *state) hook(ctx *runtime.Context, place *runtime.Scope, name, module string, frame *mocks) (*mockHook, error) {
	original, err := commandToMock(ctx.Session(), place, name)
	if err != nil {
		return nil, err
	}
	if original == nil {
		return nil, thrown(ctx, "System.Management.Automation.CommandNotFoundException", "Could not find Command "+name)
	}
	if known, ok := original.Info.(*mockHook); ok && known.module == value.Fold(module) {
		return known, nil
	} else if ok {
		original = known.original
	}
	h := &mockHook{st: st, original: original, module: value.Fold(module), key: mockKey(module, original.Name)}
	before := place.Functions()[value.Fold(original.Name)]
	place.SetFunction(h.command(ctx.Session()))
	if module != "" {
		frame.undo = append(frame.undo, func() {
			place.RemoveFunction(value.Fold(original.Name))
			if before != nil {
				place.SetFunction(before)
			}
		})
	}
	return h, nil
}

// end takes away the mocks of modules when the block or test ends.
func (m *mocks) end() {
	for i := len(m.undo) - 1; i >= 0; i-- {
		m.undo[i]()
	}
	m.undo = nil
}

func mockKey(module, command string) string { return value.Fold(module) + "\\" + value.Fold(command) }

// commandToMock is the command that a name means in a scope, through aliases.
func commandToMock(s *runtime.Session, scope *runtime.Scope, name string) (*runtime.Command, error) {
	command, err := s.FindCommand(scope, name)
	for range 10 {
		if err != nil || command == nil || command.Kind != runtime.AliasCommand {
			break
		}
		command, err = s.FindCommand(scope, command.Target)
	}
	return command, err
}

// behavioursOf lists what the mocks of the running test and of the blocks
// around it say for a command, latest first.
func (st *state) behavioursOf(key string) []*behaviour {
	var list []*behaviour
	add := func(m *mocks) {
		own := m.behaviours[key]
		for i := len(own) - 1; i >= 0; i-- {
			list = append(list, own[i])
		}
	}
	if st.test != nil {
		add(&st.test.mocks)
	}
	for b := st.block; b != nil; b = b.parent {
		add(&b.mocks)
	}
	return list
}
