package pester

import (
	"strings"
	"time"

	"exolab/cmdlets"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// It is It.
type It struct {
	Name    string               `ps:"mandatory,position=0"`
	Test    *runtime.ScriptBlock `ps:"position=1"`
	ForEach []value.Value        `ps:"alias=TestCases,allownull,allowemptycollection"`
	Tag     []string             `ps:"alias=Tags"`
	Pending cmdlets.Switch       `ps:"set=Pending"`
	Skip    cmdlets.Switch       `ps:"set=Skip"`

	AllowNullOrEmptyForEach cmdlets.Switch `ps:""`
}

// Process runs the test, once for each item of -ForEach.
func (c *It) Process(ctx *runtime.Context) error {
	st := current(ctx.Session())
	if st == nil || st.block == nil {
		return notInBlock(ctx)
	}
	if c.Test == nil {
		if strings.Contains(c.Name, "\n") {
			return thrown(ctx, "System.Management.Automation.RuntimeException",
				"Test name has multiple lines and no test scriptblock is provided. Did you provide the test name?")
		}
		return thrown(ctx, "System.Management.Automation.RuntimeException",
			"No test scriptblock is provided. Did you put the opening curly brace on the next line?")
	}
	items := []value.Value{value.Void}
	if ctx.Bound("ForEach") {
		items = c.ForEach
	}
	for _, item := range items {
		t := &Test{template: c.Name, Tags: c.Tag, block: c.Test}
		if err := st.runTest(ctx, t, item, bool(c.Skip || c.Pending) || st.block.skip); err != nil {
			return err
		}
	}
	return nil
}

// runTest runs one test and notes how it ended.
func (st *state) runTest(ctx *runtime.Context, t *Test, data value.Value, skip bool) error {
	b := st.block
	scope := runtime.NewScope(ctx.Scope())
	defineData(scope, data)
	name, err := expandName(ctx, t.template, scope)
	if err != nil {
		return err
	}
	t.Name, t.Path = name, append(append([]string(nil), b.path...), name)
	if !st.filter.selects(append(b.allTags(), t.Tags...), t.Path) {
		t.Outcome = NotRun
		st.run.Tests = append(st.run.Tests, t)
		return nil
	}
	start := time.Now()
	switch {
	case skip:
		t.Outcome = Skipped
	case b.failed != nil:
		t.Outcome, t.Errors = Failed, []*errs.Record{b.failed}
	default:
		err = st.execute(ctx, t, scope, data)
	}
	t.Duration = time.Since(start)
	st.run.Tests = append(st.run.Tests, t)
	if err != nil {
		return err
	}
	return st.report.test(ctx, b, t)
}

// execute runs the test between the BeforeEach and AfterEach of all blocks
// around it. The error returned is one that ends the run.
func (st *state) execute(ctx *runtime.Context, t *Test, scope *runtime.Scope, data value.Value) error {
	chain := st.block.chain()
	st.test, t.scope = t, scope
	defer func() {
		st.test = nil
		t.mocks.end()
	}()
	err := func() error {
		for _, each := range chain {
			if err := st.runSetups(ctx, each, beforeEach, scope); err != nil {
				return err
			}
		}
		return st.invoke(ctx, t.block, scope, data)
	}()
	if err := note(t, err); err != nil {
		return err
	}
	for i := len(chain) - 1; i >= 0; i-- {
		if err := note(t, st.runSetups(ctx, chain[i], afterEach, scope)); err != nil {
			return err
		}
	}
	if t.Outcome == "" {
		t.Outcome = Passed
	}
	return nil
}

// note gives a test the outcome that an error stands for.
func note(t *Test, err error) error {
	if err == nil {
		return nil
	}
	if _, failed := err.(*errs.Error); !failed && runtime.IsStopped(err) {
		return err
	}
	if _, exits := err.(*runtime.ExitError); exits {
		return err
	}
	if runtime.IsFlow(err) {
		return nil
	}
	rec := runtime.RecordOf(err)
	t.Errors = append(t.Errors, rec)
	switch rec.ID {
	case idSkipped:
		t.Outcome = Skipped
	case idInconclusive:
		t.Outcome = Inconclusive
	default:
		t.Outcome = Failed
	}
	return nil
}

// expandName fills in the <name> parts of a name, as variables of the scope.
func expandName(ctx *runtime.Context, name string, scope *runtime.Scope) (string, error) {
	if !strings.Contains(name, "<") {
		return name, nil
	}
	var text strings.Builder
	text.WriteByte('"')
	for rest := name; rest != ""; {
		open := strings.IndexByte(rest, '<')
		end := -1
		if open >= 0 {
			end = strings.IndexByte(rest[open:], '>')
		}
		if end < 2 {
			text.WriteString(quoted(rest))
			break
		}
		if open > 0 && rest[open-1] == '`' {
			text.WriteString(quoted(rest[:open-1]) + "<")
			rest = rest[open+1:]
			continue
		}
		text.WriteString(quoted(rest[:open]) + "$($" + rest[open+1:open+end] + ")")
		rest = rest[open+end+1:]
	}
	text.WriteByte('"')
	b, err := runtime.ParseBlock("", text.String())
	if err != nil {
		return name, nil
	}
	var out runtime.Collector
	err = ctx.Session().InvokeBlock(b, runtime.Invocation{Scope: scope, Out: &out, Quiet: true})
	if err != nil {
		if runtime.IsStopped(err) {
			return "", err
		}
		return name, nil
	}
	return value.ToString(ctx.Env(), out.Value()), nil
}

// quoted writes text as it stands between double quotes.
func quoted(text string) string {
	return strings.NewReplacer("`", "``", "$", "`$", `"`, "`\"").Replace(text)
}
