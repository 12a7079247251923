package core

import (
	"slices"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/objects"
	"exolab/cmdlets/internal/patterns"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// SelectObject is Select-Object.
type SelectObject struct {
	InputObject     value.Value    `ps:"type=psobject,pipeline"`
	Property        []value.Value  `ps:"position=0,set=DefaultParameter|SkipLastParameter"`
	ExcludeProperty []string       `ps:"set=DefaultParameter|SkipLastParameter"`
	ExpandProperty  string         `ps:"set=DefaultParameter|SkipLastParameter"`
	Unique          cmdlets.Switch `ps:""`
	CaseInsensitive cmdlets.Switch `ps:""`
	Last            int            `ps:"range=0:2147483647,set=DefaultParameter"`
	First           int            `ps:"range=0:2147483647,set=DefaultParameter"`
	Skip            int            `ps:"range=0:2147483647,set=DefaultParameter|SkipLastParameter"`
	SkipLast        int            `ps:"range=0:2147483647,set=SkipLastParameter"`
	Wait            cmdlets.Switch `ps:"set=DefaultParameter|IndexParameter"`
	Index           []int          `ps:"range=0:2147483647,set=IndexParameter"`
	SkipIndex       []int          `ps:"range=0:2147483647,set=SkipIndexParameter"`

	columns []objects.Expression
	expand  objects.Column
	window  selectWindow
	seen    uniqueObjects
}

// Begin reads the property list and plans which objects pass.
func (c *SelectObject) Begin(ctx *runtime.Context) error {
	properties := c.Property
	if len(properties) == 0 && len(c.ExcludeProperty) > 0 {
		properties = []value.Value{value.Str("*")}
	}
	columns, err := objects.ParseList(ctx, properties, objects.SelectDefinition)
	if err != nil {
		return err
	}
	c.columns = columns
	c.expand = objects.NewColumn(c.ExpandProperty)
	c.window = c.newWindow(ctx)
	c.seen.caseInsensitive, c.seen.selected = bool(c.CaseInsensitive), len(columns) > 0
	if c.window.done() && !bool(c.Wait) {
		return ctx.StopUpstream()
	}
	return nil
}

// Process passes the object on, shaped, if its place in the input says so.
func (c *SelectObject) Process(ctx *runtime.Context) error {
	if ctx.Input().IsVoid() && !ctx.Bound("InputObject") {
		return nil
	}
	ready, ok := c.window.next(c.InputObject)
	if ok {
		if err := c.shape(ctx, ready); err != nil {
			return err
		}
	}
	if c.window.done() && !bool(c.Wait) {
		if err := c.End(ctx); err != nil {
			return err
		}
		return ctx.StopUpstream()
	}
	return nil
}

// End passes on what -Last held back.
func (c *SelectObject) End(ctx *runtime.Context) error {
	for _, v := range c.window.rest() {
		if err := c.shape(ctx, v); err != nil {
			return err
		}
	}
	return c.seen.emit(ctx)
}

// shape applies -Property and -ExpandProperty to one object.
func (c *SelectObject) shape(ctx *runtime.Context, v value.Value) error {
	if v.IsNull() {
		return nil
	}
	if len(c.columns) == 0 && c.ExpandProperty == "" {
		markSelected(v)
		return c.emit(ctx, v)
	}
	selected := value.Null
	if len(c.columns) > 0 {
		o, err := c.project(ctx, v)
		if err != nil {
			return err
		}
		selected = value.Obj(o)
	}
	if c.ExpandProperty == "" {
		return c.emit(ctx, selected)
	}
	return c.expanded(ctx, v, selected)
}

// project builds the object of the selected properties.
func (c *SelectObject) project(ctx *runtime.Context, v value.Value) (*value.PSObject, error) {
	out := value.NewObject(len(c.columns))
	for i := range c.columns {
		if !c.columns[i].IsPattern() {
			if err := c.add(ctx, out, &c.columns[i], v); err != nil {
				return nil, err
			}
			continue
		}
		if err := c.addMatching(ctx, out, &c.columns[i], v); err != nil {
			return nil, err
		}
	}
	out.TypeNames = selectedTypeNames(v)
	return out, nil
}

// addMatching adds the properties that a wildcard matches. More than one cannot
// have the name that was given.
func (c *SelectObject) addMatching(ctx *runtime.Context, out *value.PSObject, pattern *objects.Expression, v value.Value) error {
	found := slices.DeleteFunc(pattern.Expand(ctx.Env(), v), func(e objects.Expression) bool {
		return patterns.MatchAny(c.ExcludeProperty, e.Source())
	})
	if len(found) > 1 && pattern.Label != "" {
		return ctx.WriteError(errs.New("System.InvalidOperationException", "Cannot rename multiple results.",
			"RenamingMultipleResults", value.InvalidOperation, v))
	}
	for i := range found {
		if err := c.add(ctx, out, &found[i], v); err != nil {
			return err
		}
	}
	return nil
}

func (c *SelectObject) add(ctx *runtime.Context, out *value.PSObject, e *objects.Expression, v value.Value) error {
	if patterns.MatchAny(c.ExcludeProperty, e.Source()) {
		return nil
	}
	if e.Label == "" {
		return ctx.Throw(errs.New("System.Management.Automation.PSArgumentException", "A property is an empty script block and does not provide a name.",
			"EmptyScriptBlockAndNoName", value.InvalidArgument, value.Null))
	}
	if out.IndexOf(e.Folded()) >= 0 {
		return ctx.WriteError(errs.New("System.Management.Automation.PSArgumentException",
			"The property cannot be processed because the property \""+e.Label+"\" already exists.",
			"AlreadyExistingUserSpecifiedPropertyNoExpand", value.InvalidOperation, v))
	}
	content, err := e.Evaluate(ctx, v)
	if err != nil {
		if runtime.Passes(err) {
			return err
		}
		ctx.Session().RecordError(err)
		content = value.Null
	}
	if content.IsVoid() {
		content = value.Null
	}
	out.Set(e.NameIn(ctx.Env(), v), content)
	return nil
}

func (c *SelectObject) emit(ctx *runtime.Context, v value.Value) error {
	if c.Unique {
		c.seen.add(ctx.Env(), v)
		return nil
	}
	return ctx.Emit(v)
}
