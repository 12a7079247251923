package format

import (
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/dotnet/collections"
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// culture is the session's culture.
var culture = netfmt.EnUS

// text is the string form of an object on the console: in the current
// culture, doubles with up to 15 digits.
func text(env value.Env, v value.Value) string {
	switch v = value.Unwrap(v); v.Kind() {
	case value.KindString:
		return v.Text()
	case value.KindDouble, value.KindSingle:
		return floatText(v)
	case value.KindObject:
		if t, ok := v.Object().(*value.Type); ok {
			return dotnet.TypeString(t)
		}
		return value.WrappedString(env, v)
	}
	return value.CultureText(v)
}

func floatText(v value.Value) string {
	if v.Kind() == value.KindSingle {
		s, _ := netfmt.FormatSingle(float32(v.Float()), "G7", culture)
		return s
	}
	s, _ := netfmt.FormatDouble(v.Float(), "G15", culture)
	return s
}

// cellText is the text of a property's value in a view; floating numbers in
// tables have two decimals. limit is $FormatEnumerationLimit.
func cellText(env value.Env, v value.Value, limit int, inTable bool) string {
	switch v.Kind() {
	case value.KindString:
		return v.Text()
	case value.KindDouble, value.KindSingle, value.KindDecimal:
		if inTable {
			return fixedText(env, v)
		}
	case value.KindObject:
		return objectText(env, v, limit)
	}
	return text(env, v)
}

func fixedText(env value.Env, v value.Value) string {
	s, err := value.Format(env, v, "F", culture)
	if err != nil {
		return text(env, v)
	}
	return s
}

func objectText(env value.Env, v value.Value, limit int) string {
	each := enumerate(v)
	if each == nil {
		return text(env, v)
	}
	var b strings.Builder
	b.WriteByte('{')
	n := 0
	_ = each(func(item value.Value) error {
		if limit >= 0 && n == limit {
			b.WriteString(ellipsis)
			return errEnough
		}
		if n++; n > 1 {
			b.WriteString(", ")
		}
		b.WriteString(itemText(env, item))
		return nil
	})
	b.WriteByte('}')
	return b.String()
}

type enough struct{}

func (enough) Error() string { return "enough" }

// errEnough ends an enumeration early.
var errEnough error = enough{}

// itemText is the text of an element within braces: objects that have no text
// of their own show their name or id.
func itemText(env value.Env, v value.Value) string {
	if v.IsNull() {
		return "$null"
	}
	if e, ok := v.Object().(*collections.Entry); ok {
		return "[" + text(env, e.Key) + ", " + text(env, e.Val) + "]"
	}
	s := text(env, v)
	if o := v.Object(); o != nil && (s == value.TypeOf(v).FullName || hasBaseText(v)) {
		if name, ok := displayName(env, v); ok {
			return name
		}
	}
	return s
}

// baseTexts are the types whose text is that of their base class.
var baseTexts = map[string]bool{"System.Text.RegularExpressions.Match": true, "System.Text.RegularExpressions.Group": true,
	"System.IO.FileInfo": true, "System.IO.DirectoryInfo": true}

// hasBaseText reports whether an object has no text of its very own type;
// objects that came with members of their own count as having one.
func hasBaseText(v value.Value) bool {
	if e, ok := v.Object().(value.Extensible); ok && e.Extension() != nil {
		return false
	}
	return baseTexts[value.TypeOf(v).FullName]
}

// displayName finds the property that names an object; of a hashtable, the entry.
func displayName(env value.Env, v value.Value) (string, bool) {
	var names []string
	if table, ok := value.As[*value.Dict](v); ok && value.TypeHashtable.IsAssignableFrom(value.TypeOf(v)) {
		table.Each(func(key, _ value.Value) bool {
			names = append(names, value.ToString(env, key))
			return true
		})
	} else if enumerate(v) != nil {
		return "", false
	} else {
		names = propertyNames(env, v)
	}
	for _, pattern := range []string{"name", "id", "key", "*key", "*name", "*id"} {
		w, err := netfmt.CompileWildcard(pattern, true)
		if err != nil {
			continue
		}
		for _, n := range names {
			if !w.Match(n) {
				continue
			}
			if got, found, err := dotnet.Property(env, v, dotnet.NameOf(n)); found && err == nil {
				return text(env, got), true
			}
		}
	}
	return "", false
}

// enumerate returns how to go through what a collection or dictionary holds,
// or nil for everything else.
func enumerate(v value.Value) func(yield func(value.Value) error) error {
	switch o := value.Unwrap(v).Object().(type) {
	case *value.Dict:
		return func(yield func(value.Value) error) error {
			for _, e := range collections.Entries(o) {
				if err := yield(e); err != nil {
					return err
				}
			}
			return nil
		}
	case *value.PSObject:
		return nil
	case value.Enumerable:
		return o.Enumerate
	}
	return nil
}

// formatted applies a FormatString to a value; ok is false if that failed.
func formatted(env value.Env, v value.Value, spec string) (s string, ok bool) {
	if !strings.Contains(spec, "{0") && !strings.Contains(spec, "}") {
		s, err := value.Format(env, v, spec, culture)
		return s, err == nil
	}
	text, err := value.AppendComposite(nil, env, spec, []value.Value{v}, culture)
	return string(text), err == nil
}
