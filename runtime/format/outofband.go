package format

import (
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// isScalarKind reports whether values of a kind are shown as bare text.
func isScalarKind(k value.Kind) bool {
	switch k {
	case value.KindDateTime, value.KindTimeSpan, value.KindNull, value.KindVoid, value.KindObject, value.KindMember:
		return false
	}
	return true
}

var scalarNames = map[string]bool{"System.String": true, "System.SByte": true, "System.Byte": true, "System.Int16": true,
	"System.UInt16": true, "System.Int32": true, "System.UInt32": true, "System.Int64": true, "System.UInt64": true,
	"System.Char": true, "System.Single": true, "System.Double": true, "System.Boolean": true, "System.Decimal": true,
	"System.IntPtr": true, "System.Security.SecureString": true, "System.Numerics.BigInteger": true}

// isScalar reports whether an object is shown as its text alone, and stands
// right in a table.
func isScalar(v value.Value, names []string) bool {
	if isScalarKind(v.Kind()) {
		return true
	}
	return len(names) > 0 && scalarNames[names[0]] || len(names) > 1 && names[1] == "System.Enum"
}

// outOfBand returns the entry of an object that is shown on its own, wherever
// it comes, or nil. orList makes a list of objects that have no such view.
func (f *Formatter) outOfBand(v value.Value, orList bool) *Entry {
	if isScalarKind(v.Kind()) {
		return &Entry{outOfBand: true, raw: text(f.env, v)}
	}
	if o, ok := v.Object().(*value.PSObject); ok && o.TypeNames == nil && o.T == nil && o.Len() > 0 && !orList {
		return nil
	}
	if rec, ok := v.Object().(*errs.Record); ok && !isExtendedError(rec) {
		view := errs.View{Width: errorWidth}
		if name := f.env.Variable("ErrorView"); !name.IsNull() {
			view.Name = text(f.env, name)
		}
		return &Entry{outOfBand: true, kind: complexEntry, lines: textLinesOf(RenderError(f.env, rec, view))}
	}
	names := f.names.of(v)
	if view := f.findView(names, func(w *view) bool { return w.kind == viewOutOfBand }); view != nil {
		return &Entry{outOfBand: true, kind: complexEntry, lines: customLines(f, view, v)}
	}
	if isScalar(v, names) || hasNoProperties(f.env, v) {
		return &Entry{outOfBand: true, raw: text(f.env, v)}
	}
	if !orList {
		return nil
	}
	e := listOf(f, nil, v)
	e.outOfBand = true
	return e
}

const errorWidth = 120

func hasNoProperties(env value.Env, v value.Value) bool { return len(propertyNames(env, v)) == 0 }
