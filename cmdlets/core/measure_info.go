package core

import (
	"math"
	"strings"
	"unicode"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// MeasureInfo is what Measure-Object gives.
type MeasureInfo struct {
	value.Extended
	t *value.Type
	// values are those of the type's properties, in their order.
	values []value.Value
}

// PSType returns the kind of the measures: numbers, objects or text.
func (m *MeasureInfo) PSType() *value.Type { return m.t }

// measureType is the type of a measure whose properties are declared so; the
// last of them, Property, is that of the base.
func measureType(name string, properties ...string) *value.Type {
	const last = "string Property"
	return &value.Type{Name: name, FullName: "Microsoft.PowerShell.Commands." + name, Kind: value.KindObject,
		Load: func(t *value.Type, m *value.Members) { loadMeasure(t, m, 0, properties...) },
		Base: &value.Type{Name: "MeasureInfo", FullName: "Microsoft.PowerShell.Commands.MeasureInfo", Kind: value.KindObject, Base: value.TypeObject,
			Load: func(t *value.Type, m *value.Members) { loadMeasure(t, m, len(properties), last) }}}
}

// loadMeasure declares properties whose values stand from place first on.
func loadMeasure(t *value.Type, m *value.Members, first int, properties ...string) {
	r := dotnet.NewRows(t, m)
	for i, sig := range properties {
		at := first + i
		r.Property(sig, func(_ value.Env, this value.Value) (value.Value, error) {
			info, _ := value.As[*MeasureInfo](this)
			return info.values[at], nil
		}, func(_ value.Env, this, to value.Value) error {
			info, _ := value.As[*MeasureInfo](this)
			info.values[at] = to
			return nil
		})
	}
}

const number, text = "System.Nullable[double] ", "System.Nullable[int] "

var (
	typeGenericMeasure = measureType("GenericMeasureInfo", "int Count", number+"Average", number+"Sum", number+"Maximum", number+"Minimum", number+"StandardDeviation")
	typeObjectMeasure  = measureType("GenericObjectMeasureInfo", "int Count", number+"Average", number+"Sum", "System.Object Maximum",
		"System.Object Minimum", number+"StandardDeviation")
	typeTextMeasure = measureType("TextMeasureInfo", text+"Lines", text+"Words", text+"Characters")
)

// result is the object that shows a measure.
func (c *MeasureObject) result(env value.Env, m *measure) value.Value {
	property := value.Null
	if m.property != "" {
		property = value.Str(m.property)
	}
	if c.text {
		return m.textResult(bool(c.Line), bool(c.Word), bool(c.Character), property)
	}
	when := func(wanted bool, n float64) value.Value {
		if !wanted || c.bad {
			return value.Null
		}
		return value.Double(n)
	}
	maximum, minimum := toNumber(env, m.maximum), toNumber(env, m.minimum)
	t, deviation := typeGenericMeasure, when(bool(c.StandardDeviation), math.Sqrt(m.variance))
	if !isDouble(maximum) || !isDouble(minimum) {
		t, deviation, maximum, minimum = typeObjectMeasure, value.Null, m.maximum, m.minimum
	}
	average := when(bool(c.Average) && m.count > 0, m.sum/float64(m.count))
	return value.Obj(&MeasureInfo{t: t, values: []value.Value{value.Int(m.count), average, when(bool(c.Sum), m.sum), maximum, minimum, deviation, property}})
}

// isDouble reports whether an extreme is a number or was not asked for.
func isDouble(v value.Value) bool { return v.IsNull() || v.Kind() == value.KindDouble }

// textCounts counts lines, words and characters.
type textCounts struct {
	lines, words, characters int
}

func (t *textCounts) addText(s string, ignoreSpace bool) {
	t.lines += strings.Count(s, "\n")
	if s != "" && !strings.HasSuffix(s, "\n") {
		t.lines++
	}
	t.words += len(strings.Fields(s))
	for _, r := range s {
		if ignoreSpace && unicode.IsSpace(r) {
			continue
		}
		t.characters++
		if r > 0xFFFF {
			t.characters++
		}
	}
}

func (t *textCounts) textResult(lines, words, characters bool, property value.Value) value.Value {
	when := func(wanted bool, n int) value.Value {
		if !wanted {
			return value.Null
		}
		return value.Int(n)
	}
	return value.Obj(&MeasureInfo{t: typeTextMeasure,
		values: []value.Value{when(lines, t.lines), when(words, t.words), when(characters, t.characters), property}})
}
