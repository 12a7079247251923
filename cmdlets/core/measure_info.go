package core

import (
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
func (c *MeasureObject) result(m *measure) value.Value {
	property := value.Null
	if m.property != "" {
		property = value.Str(m.property)
	}
	if c.text {
		return m.textResult(bool(c.Line), bool(c.Word), bool(c.Character), property)
	}
	when := func(wanted bool, v value.Value) value.Value {
		if !wanted || m.count == 0 {
			return value.Null
		}
		return v
	}
	all := bool(c.AllStats)
	number := m.maximum
	if number.IsNull() {
		number = m.minimum
	}
	o := measureObject(typeGenericMeasure, 7)
	if !number.IsNull() && !number.IsNumber() {
		o = measureObject(typeObjectMeasure, 7)
	}
	o.Set("Count", value.Int(m.count))
	o.Set("Average", when(all || bool(c.Average), value.Double(m.average())))
	sum := value.Null
	if all || bool(c.Sum) {
		sum = value.Double(m.sum)
	}
	o.Set("Sum", sum)
	o.Set("Maximum", when(true, toDouble(m.maximum)))
	o.Set("Minimum", when(true, toDouble(m.minimum)))
	o.Set("StandardDeviation", when(all || bool(c.StandardDeviation), m.deviation()))
	o.Set("Property", property)
	return value.Obj(o)
}

func (m *measure) average() float64 {
	if m.count == 0 {
		return 0
	}
	return m.sum / float64(m.count)
}

// toDouble makes a number a Double; what is no number stays as it is.
func toDouble(v value.Value) value.Value {
	if !v.IsNumber() {
		return v
	}
	d, err := value.Convert(nil, v, value.TypeDouble)
	if err != nil {
		return v
	}
	return d
}

// textCounts counts lines, words and characters.
type textCounts struct {
	lines, words, characters int
}

func (t *textCounts) addText(s string, ignoreSpace bool) {
	t.lines += strings.Count(s, "\n") + 1
	if s == "" {
		t.lines--
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
