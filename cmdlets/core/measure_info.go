package core

import (
	"math"
	"strings"
	"unicode"

	"exolab/runtime/value"
)

func measureType(name string) *value.Type {
	return &value.Type{Name: name, FullName: "Microsoft.PowerShell.Commands." + name, Kind: value.KindObject,
		Base: &value.Type{Name: "MeasureInfo", FullName: "Microsoft.PowerShell.Commands.MeasureInfo", Kind: value.KindObject, Base: value.TypeObject}}
}

var (
	typeGenericMeasure = measureType("GenericMeasureInfo")
	typeObjectMeasure  = measureType("GenericObjectMeasureInfo")
	typeTextMeasure    = measureType("TextMeasureInfo")
)

func measureObject(t *value.Type, n int) *value.PSObject {
	o := value.NewObject(n)
	o.T = t
	o.TypeNames = []string{t.FullName, t.Base.FullName, "System.Object"}
	return o
}

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
	o := measureObject(t, 7)
	o.Set("Count", value.Int(m.count))
	o.Set("Average", when(bool(c.Average) && m.count > 0, m.sum/float64(m.count)))
	o.Set("Sum", when(bool(c.Sum), m.sum))
	o.Set("Maximum", maximum)
	o.Set("Minimum", minimum)
	o.Set("StandardDeviation", deviation)
	o.Set("Property", property)
	return value.Obj(o)
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
	o := measureObject(typeTextMeasure, 4)
	o.Set("Lines", when(lines, t.lines))
	o.Set("Words", when(words, t.words))
	o.Set("Characters", when(characters, t.characters))
	o.Set("Property", property)
	return value.Obj(o)
}
