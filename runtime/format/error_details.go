package format

import (
	"slices"
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// maxErrorDepth is how deep errors are shown within errors.
const maxErrorDepth = 10

// errorIndex is the property by which Get-Error numbers several errors.
const errorIndex = "pserrorindex"

// errorView is the name of Get-Error's view.
const errorView = "GetErrorInstance"

// errorDetails writes an error as Get-Error shows it: all of its properties
// that hold something, and errors and invocations within them in the same way.
type errorDetails struct {
	env value.Env
	out strings.Builder
}

// detail is a property that is shown.
type detail struct {
	name  string
	value value.Value
}

// errorText is the view of Get-Error.
func errorText(env value.Env, v value.Value) string {
	d := errorDetails{env: env}
	d.object(v, 0, 1)
	takeOriginalName(v)
	return d.out.String()
}

func (d *errorDetails) object(v value.Value, indent, depth int) {
	width, details := d.detailsOf(v)
	prefix := strings.Repeat(" ", indent)
	for i, p := range details {
		if i > 0 {
			d.out.WriteByte('\n')
		}
		d.out.WriteString(prefix + p.name + strings.Repeat(" ", width-len(p.name)) + " : ")
		d.value(p, indent, width, depth)
	}
}

// detailsOf lists the properties to show and the width of the longest name.
func (d *errorDetails) detailsOf(v value.Value) (width int, details []detail) {
	add := func(name string, got value.Value) {
		if value.Fold(name) != errorIndex && !isBlank(got) {
			details = append(details, detail{name, got})
			width = max(width, len(name))
		}
	}
	x, isException := value.As[*value.Exception](v)
	if isException {
		add("Type", value.Str(x.T.FullName))
	}
	for _, name := range propertyNames(d.env, v) {
		got, err := pathOf(name)(d.env, v)
		if err != nil || isException && name == "Type" {
			continue
		}
		if rec, ok := value.As[*errs.Record](got); ok && rec.Exception == x {
			got = value.Obj(withoutParent(rec))
		}
		add(name, got)
	}
	return width, details
}

// withoutParent is the record that an exception carries: it names the
// exception it stands in by its message alone.
func withoutParent(rec *errs.Record) *errs.Record {
	inner := *rec
	inner.Exception = &value.Exception{T: value.ExceptionType("System.Management.Automation.ParentContainsErrorRecordException"), Message: rec.Exception.Message}
	return &inner
}

// isBlank reports whether a value equals $null or an empty string, which zero
// and $false do, or is an empty collection.
func isBlank(v value.Value) bool {
	v = value.Unwrap(v)
	if d, ok := v.Object().(*value.Dict); ok {
		return d.Len() == 0
	}
	if v.Kind() == value.KindEnum {
		return false
	}
	if _, ok := v.Object().(value.Enumerable); ok {
		return !slices.ContainsFunc(dotnet.ItemsOf(v), func(item value.Value) bool { return !isBlank(item) })
	}
	return v.IsNull() || !value.Truth(v)
}

func (d *errorDetails) value(p detail, indent, width, depth int) {
	v := value.Unwrap(p.value)
	if isNestedError(v) {
		d.nested(v, indent+4, depth)
		return
	}
	if p.name == "StackTrace" {
		d.out.WriteString("\n" + text(d.env, v))
		return
	}
	switch o := v.Object().(type) {
	case *value.Dict:
		d.pairs(o, indent)
	case *value.Type:
		d.out.WriteString("[" + text(d.env, v) + "]")
	case value.Enumerable:
		d.items(v, indent, depth)
	default:
		d.lines(text(d.env, v), indent+width+len(" : "))
	}
}

func isNestedError(v value.Value) bool {
	switch v.Object().(type) {
	case *value.Exception, *errs.Record, *errs.Invocation:
		return true
	}
	return false
}

func (d *errorDetails) nested(v value.Value, indent, depth int) {
	if depth >= maxErrorDepth {
		d.out.WriteString("…")
		return
	}
	d.out.WriteByte('\n')
	d.object(v, indent, depth+1)
}

// pairs writes a dictionary, sorted by its keys. Each pair ends its line.
func (d *errorDetails) pairs(dict *value.Dict, indent int) {
	prefix := strings.Repeat(" ", indent+4)
	var lines []string
	dict.Each(func(key, v value.Value) bool {
		name, shown := text(d.env, key), value.ToString(d.env, v)
		if value.Fold(name) == "authorization" {
			shown = "…"
		}
		lines = append(lines, prefix+name+" : "+shown+"\n")
		return true
	})
	slices.SortFunc(lines, func(a, b string) int { return strings.Compare(value.Fold(a), value.Fold(b)) })
	d.out.WriteString("\n" + strings.Join(lines, ""))
}

func (d *errorDetails) items(v value.Value, indent, depth int) {
	margin := strings.Repeat(" ", indent+indent+6)
	for i, item := range dotnet.ItemsOf(v) {
		item = value.Unwrap(item)
		switch t, isType := item.Object().(*value.Type); {
		case isType:
			d.out.WriteString("\n" + margin + "[" + t.FullName + "]")
		case isScalarKind(item.Kind()):
			d.out.WriteString("\n" + margin + text(d.env, item))
		default:
			if i > 0 {
				d.out.WriteByte('\n')
			}
			d.nested(item, indent+4, depth)
		}
	}
}

// lines writes text whose further lines stand below the first.
func (d *errorDetails) lines(s string, column int) {
	first, rest, several := strings.Cut(s, "\n")
	if !several {
		d.out.WriteString(s)
		return
	}
	d.out.WriteString(strings.TrimSpace(first))
	for line := range strings.SplitSeq(rest, "\n") {
		d.out.WriteString("\n" + strings.Repeat(" ", column) + strings.TrimSpace(line))
	}
}

// RenderError is the text by which a console shows an error: DetailedView is
// what Get-Error shows, which is the newest error, and the others are those of
// errs.Render.
func RenderError(env value.Env, rec *errs.Record, view errs.View) string {
	if value.Fold(view.Name) != "detailedview" {
		return errs.Render(rec, view)
	}
	newest := value.Obj(rec)
	if list := dotnet.ItemsOf(env.Variable("Error")); len(list) > 0 {
		newest = list[0]
	}
	var out textBuffer
	o := NewTextOutput(env, &out, func() int { return view.Width - 1 })
	shown := ExtendedError(newest)
	if o.Emit(shown) != nil || o.Flush() != nil {
		return errs.Render(rec, view)
	}
	return view.Colours.Error + out.String() + view.Colours.Reset
}

// textBuffer keeps the lines of an Output.
type textBuffer struct{ strings.Builder }

// WriteLine appends a line.
func (b *textBuffer) WriteLine(line string) error {
	b.WriteString(line + "\n")
	return nil
}

const extendedSuffix = "#PSExtendedError"

// ExtendedError returns an error as Get-Error emits it: a copy whose type
// names ask for its view. What is no error comes back as it is.
func ExtendedError(v value.Value) value.Value {
	switch o := value.Unwrap(v).Object().(type) {
	case *errs.Record:
		shown := *o
		shown.Extended = value.Extended{}
		shown.Extend().TypeNames = []string{errs.TypeRecord.FullName + extendedSuffix, "System.Object"}
		return value.Obj(&shown)
	case *value.Exception:
		shown := *o
		shown.Extended = value.Extended{}
		for t := o.T; t != nil; t = t.Base {
			name := t.FullName
			if name == "System.Exception" {
				name += extendedSuffix
			}
			shown.Extend().TypeNames = append(shown.Extend().TypeNames, name)
		}
		return value.Obj(&shown)
	}
	return v
}

// isExtendedError reports whether a record is one that Get-Error emitted.
func isExtendedError(rec *errs.Record) bool {
	ext := rec.Extension()
	return ext != nil && len(ext.TypeNames) > 0 && strings.HasSuffix(ext.TypeNames[0], extendedSuffix)
}

// takeOriginalName gives an error that was shown in full its type's own name
// back, so that it is shown like any other error from then on.
func takeOriginalName(v value.Value) {
	x, ok := v.Object().(value.Extensible)
	if !ok || x.Extension() == nil {
		return
	}
	names := x.Extension().TypeNames
	for i, name := range names {
		if original, extended := strings.CutSuffix(name, extendedSuffix); extended {
			x.Extension().TypeNames = append(slices.Delete(names, i, i+1), original)
			return
		}
	}
}
