package format

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// Expansion says what is done with a collection.
type Expansion uint8

// EnumOnly shows the elements, CoreOnly the collection itself, Both both.
const (
	EnumOnly Expansion = iota
	CoreOnly
	Both
)

// Options are what a Format- cmdlet was asked for.
type Options struct {
	Shape   Shape
	Columns []*Column
	GroupBy *Column
	// View is the name of a view, "" for the type's own.
	View string
	// Expand is nil when the type decides.
	Expand                               *Expansion
	AutoSize, Wrap, HideHeaders, Repeat  bool
	Force, ShowErrors, ShowErrorsInPlace bool
	// WideColumns is the number of columns of a wide view; 0 for the default.
	WideColumns int
	// Depth is how deep a custom view goes.
	Depth int
	// ErrorText reports that a column failed for an object (-ShowError).
	ErrorText func(err error, column *Column, of value.Value) error
}

// Formatter turns objects into records.
type Formatter struct {
	env     value.Env
	options *Options
	emit    func(Record) error
	gen     generator
	inGroup bool
	group   grouping
	limit   int
	names   nameCache
	// added are the views of the session beside the default ones, or nil.
	added *Views
}

// NewFormatter returns a Formatter; without options the first object decides
// about the view.
func NewFormatter(env value.Env, options *Options, emit func(Record) error) *Formatter {
	f := &Formatter{env: env, options: options, emit: emit, limit: defaultLimit}
	if s, ok := env.(servicer); ok {
		f.added, _ = s.Service(viewsKey{}).(*Views)
	}
	if v := env.Variable("FormatEnumerationLimit"); v.IsInteger() {
		f.limit = int(v.Int64())
	}
	return f
}

const defaultLimit = 4

// Object formats an object, or the elements of a collection.
func (f *Formatter) Object(v value.Value) error {
	if v.IsNull() {
		return nil
	}
	each := enumerate(v)
	if each == nil {
		return f.object(v)
	}
	expand := EnumOnly
	if f.options != nil && f.options.Expand != nil {
		expand = *f.options.Expand
	}
	if expand == CoreOnly {
		return f.object(v)
	}
	if expand == Both {
		if err := f.core(v, each); err != nil {
			return err
		}
	}
	return each(f.object)
}

// core shows a collection itself before its elements.
func (f *Formatter) core(v value.Value, each func(func(value.Value) error) error) error {
	if e := f.outOfBand(v, true); e != nil {
		return f.emit(e)
	}
	return nil
}

func (f *Formatter) object(v value.Value) error {
	if r, ok := v.Object().(Record); ok {
		return f.emit(r)
	}
	if v.IsNull() {
		v = value.Str("")
	}
	force := f.options != nil && f.options.Force
	if !force {
		if e := f.outOfBand(v, false); e != nil {
			return f.emit(e)
		}
	}
	if f.gen == nil {
		if err := f.open(v); err != nil {
			return err
		}
	} else if !force && !f.gen.applies(f.names.of(v)) {
		if e := f.outOfBand(v, true); e != nil {
			return f.emit(e)
		}
	}
	if err := f.changeGroup(v); err != nil {
		return err
	}
	e, err := f.gen.entry(f, v)
	if err != nil {
		return err
	}
	return f.emit(e)
}

// open chooses the view and starts it.
func (f *Formatter) open(v value.Value) error {
	gen, err := f.choose(v)
	if err != nil {
		return err
	}
	f.gen = gen
	if f.options != nil && f.options.GroupBy != nil {
		f.group = grouping{by: f.options.GroupBy}
	} else if view := gen.database(); view != nil && view.group != nil {
		f.group = grouping{by: view.group}
	} else if view != nil && view.groupBy != "" {
		f.group = groupingOf(view)
	}
	return f.emit(gen.start(f, v))
}

// changeGroup starts a group, or the next one when the object belongs to it.
func (f *Formatter) changeGroup(v value.Value) error {
	changed := f.group.update(f, v)
	if f.inGroup {
		if !changed {
			return nil
		}
		if err := f.emit(&Entry{outOfBand: true, kind: complexEntry, lines: []complexLine{{}}}); err != nil {
			return err
		}
		if err := f.emit(GroupEnd{}); err != nil {
			return err
		}
	}
	f.inGroup = true
	return f.emit(f.group.start(f))
}

// End closes the view.
func (f *Formatter) End() error {
	if f.gen == nil {
		return nil
	}
	f.gen = nil
	if f.inGroup {
		f.inGroup = false
		if err := f.emit(GroupEnd{}); err != nil {
			return err
		}
	}
	return f.emit(End{})
}

// Expression returns the value of a column for an object; found is false when
// there is no such property.
func (f *Formatter) expression(c *Column, v value.Value) (value.Value, bool, error) {
	if c.Script != nil {
		got, err := run(f.env, c.Script, v)
		return got, err == nil && !got.IsVoid(), err
	}
	if c.compute != nil {
		got, err := c.compute(f.env, v)
		return got, err == nil, err
	}
	if d, ok := value.As[*value.Dict](v); ok {
		return dictProperty(f.env, d, v, c.cache.Name)
	}
	return c.cache.Read(f.env, v)
}

// dictProperty reads a .NET property of a dictionary, or an entry.
func dictProperty(env value.Env, d *value.Dict, v value.Value, name *dotnet.Name) (value.Value, bool, error) {
	if m := dotnet.GetMember(env, v, name); m != nil && m.Method == nil {
		got, err := dotnet.ReadMember(env, v, m)
		return got, err == nil, err
	}
	got, ok := d.GetText(name.Text)
	return got, ok, nil
}

// run calls a column's script. Its errors are not shown by themselves: the
// formatter decides (-ShowError).
func run(env value.Env, script value.Invoker, v value.Value) (value.Value, error) {
	if quiet, ok := script.(interface {
		InvokeQuietly(env value.Env, item value.Value) (value.Value, error)
	}); ok {
		return quiet.InvokeQuietly(env, v)
	}
	return script.Invoke(env, v)
}

// field is the text of a column for an object.
func (f *Formatter) field(c *Column, v value.Value, inTable bool) string {
	got, found, err := f.expression(c, v)
	if err != nil {
		return f.failed(c, v, err)
	}
	if !found || got.IsNull() {
		return ""
	}
	if c.Format != "" {
		if s, ok := formatted(f.env, got, c.Format); ok {
			return s
		}
	}
	return cellText(f.env, got, f.limit, inTable)
}

func (f *Formatter) failed(c *Column, v value.Value, err error) string {
	if f.options == nil {
		return ""
	}
	if f.options.ShowErrors && f.options.ErrorText != nil {
		_ = f.options.ErrorText(err, c, v)
	}
	if f.options.ShowErrorsInPlace {
		return "#ERR"
	}
	return ""
}

// nameCache remembers the type names of the objects seen last.
type nameCache struct {
	seen  *value.Type
	names []string
}

var customNames = []string{"System.Management.Automation.PSCustomObject", "System.Object"}

func (c *nameCache) of(v value.Value) []string {
	if o, ok := v.Object().(*value.PSObject); ok {
		if o.TypeNames != nil {
			return o.TypeNames
		}
		if o.T == nil {
			return customNames
		}
	}
	if e, ok := v.Object().(value.Extensible); ok && e.Extension() != nil {
		return dotnet.TypeNames(v)
	}
	if t := value.TypeOf(v); t != c.seen {
		c.seen, c.names = t, dotnet.TypeNames(v)
	}
	return c.names
}
