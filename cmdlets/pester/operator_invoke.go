package pester

import (
	"fmt"
	"strconv"
	"strings"

	"exolab/runtime"
	"exolab/runtime/value"
)

// invoked is -Invoke: a mocked command must have been called so many times.
func invoked(c *Should, ctx *runtime.Context, _ value.Value) (string, error) {
	st := current(ctx.Session())
	if st == nil || st.block == nil {
		return "", notInBlock(ctx)
	}
	hook, err := c.mockOf(ctx)
	if err != nil {
		return "", err
	}
	inScope, err := st.inMockScope(ctx, c.Scope)
	if err != nil {
		return "", err
	}
	filter := c.ParameterFilter
	if c.ExclusiveFilter != nil {
		filter = c.ExclusiveFilter
	}
	matching, others := 0, 0
	for _, call := range st.calls {
		if call.key != hook.key || !inScope(call) {
			continue
		}
		fits := true
		if filter != nil {
			if fits, err = hook.fits(ctx, filter, call); err != nil {
				return "", err
			}
		}
		if fits {
			matching++
		} else {
			others++
		}
	}
	return c.countFault(ctx, hook, matching, others), nil
}

// mockOf finds the mock that an assertion is about.
func (c *Should) mockOf(ctx *runtime.Context) (*mockHook, error) {
	place, where := ctx.Scope(), "script scope"
	c.ModuleName = moduleOfMock(ctx, c.ModuleName)
	if c.ModuleName != "" {
		where = "module " + c.ModuleName
		var err error
		if place, err = moduleScope(ctx, c.ModuleName); err != nil {
			return nil, err
		}
	}
	command, err := commandToMock(ctx.Session(), place, c.CommandName)
	if err != nil {
		return nil, err
	}
	if command != nil {
		if hook, ok := command.Info.(*mockHook); ok && hook.module == value.Fold(c.ModuleName) {
			return hook, nil
		}
	}
	return nil, thrown(ctx, "System.Management.Automation.RuntimeException", "Should -Invoke: Could not find Mock for command "+c.CommandName+" in "+where+
		". Was the mock defined? Did you use the same -ModuleName as on the Mock? When using InModuleScope are InModuleScope, Mock and Should -Invoke using the same -ModuleName?")
}

// countFault says what is wrong with the number of calls, "" for nothing.
func (c *Should) countFault(ctx *runtime.Context, hook *mockHook, matching, others int) string {
	name := hook.original.Name
	if c.ModuleName != "" {
		name += " in module " + c.ModuleName
	}
	times := 1
	if ctx.Bound("Times") {
		times = c.Times
	}
	was := fmt.Sprintf("but was called %d times", matching)
	switch {
	case bool(c.Not) && matching == times && (bool(c.Exactly) || !ctx.Bound("Times")):
		return fmt.Sprintf("Expected %s not to be called exactly %d times,%s but it was", name, times, c.because())
	case bool(c.Not) && matching >= times && !bool(c.Exactly):
		return fmt.Sprintf("Expected %s to be called less than %d times,%s %s", name, times, c.because(), was)
	case bool(c.Not):
		return ""
	case matching != times && (bool(c.Exactly) || times == 0):
		return fmt.Sprintf("Expected %s to be called %d times exactly,%s %s", name, times, c.because(), was)
	case matching < times:
		return fmt.Sprintf("Expected %s to be called at least %d times,%s %s", name, times, c.because(), was)
	case c.ExclusiveFilter != nil && others > 0:
		return fmt.Sprintf("Expected %s to only be called with with parameters matching the specified filter,%s but %d non-matching calls were made",
			name, c.because(), others)
	}
	return ""
}

// inMockScope makes -Scope a test for calls: It, Describe, Context, or how many
// blocks to go up.
func (st *state) inMockScope(ctx *runtime.Context, scope string) (func(*mockedCall) bool, error) {
	fail := func(message string) error {
		return thrown(ctx, "System.Management.Automation.RuntimeException", message)
	}
	up, err := strconv.Atoi(scope)
	b := st.block
	switch folded := value.Fold(scope); {
	case folded == "it" || scope == "" || err == nil && up == 0:
		if st.test != nil {
			return func(call *mockedCall) bool { return call.test == st.test }, nil
		}
		if folded == "it" {
			return nil, fail("Assertion is placed outside of an It block, but -Scope It is specified.")
		}
	case err == nil && up > 0:
		if st.test != nil {
			up--
		}
		for ; up > 0 && b.parent != nil; up-- {
			b = b.parent
		}
	case folded == "describe" || folded == "context":
		for b != nil && !strings.EqualFold(b.command, scope) {
			b = b.parent
		}
		if b == nil {
			return nil, fail("Assertion is not placed directly nor nested inside a " + scope + " block, but -Scope " + scope + " is specified.")
		}
	default:
		return nil, fail("Parameter Scope must be one of 'Describe', 'Context', 'It' or a non-negative number.")
	}
	return func(call *mockedCall) bool {
		for at := call.block; at != nil; at = at.parent {
			if at == b {
				return true
			}
		}
		return false
	}, nil
}

// invokedVerifiable is -InvokeVerifiable: all mocks that are to be verified
// must have been called, or none.
func invokedVerifiable(c *Should, ctx *runtime.Context, _ value.Value) (string, error) {
	st := current(ctx.Session())
	if st == nil || st.block == nil {
		return "", notInBlock(ctx)
	}
	list := ""
	for _, b := range st.verifiable() {
		if b.ran != bool(c.Not) {
			continue
		}
		list += "\n Command " + b.command + " "
		if b.module != "" {
			list += "from inside module " + b.module + " "
		}
		if b.filter != nil {
			list += "with { " + strings.TrimSpace(b.filter.Text()) + " }"
		}
	}
	switch {
	case list == "":
		return "", nil
	case bool(c.Not):
		return "\nExpected no verifiable mocks to be called," + c.because() + " but these were:" + list, nil
	}
	return "\nExpected all verifiable mocks to be called," + c.because() + " but these were not:" + list, nil
}

// verifiable lists the behaviours that are to be verified: of the test, then of
// the blocks around it.
func (st *state) verifiable() []*behaviour {
	var list []*behaviour
	add := func(m *mocks) {
		for _, key := range m.order {
			for _, b := range m.behaviours[key] {
				if b.verifiable {
					list = append(list, b)
				}
			}
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
