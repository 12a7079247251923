package core

import (
	"exolab/cmdlets"
	"exolab/cmdlets/internal/objects"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// MeasureObject is Measure-Object.
type MeasureObject struct {
	InputObject       value.Value    `ps:"type=psobject,pipeline"`
	Property          []value.Value  `ps:"notnullorempty,position=0"`
	StandardDeviation cmdlets.Switch `ps:"set=GenericMeasure"`
	Sum               cmdlets.Switch `ps:"set=GenericMeasure"`
	AllStats          cmdlets.Switch `ps:"set=GenericMeasure"`
	Average           cmdlets.Switch `ps:"set=GenericMeasure"`
	Maximum           cmdlets.Switch `ps:"set=GenericMeasure"`
	Minimum           cmdlets.Switch `ps:"set=GenericMeasure"`
	Line              cmdlets.Switch `ps:"set=TextMeasure"`
	Word              cmdlets.Switch `ps:"set=TextMeasure"`
	Character         cmdlets.Switch `ps:"set=TextMeasure"`
	IgnoreWhiteSpace  cmdlets.Switch `ps:"set=TextMeasure"`

	columns  []objects.Expression
	measures []*measure
	byName   map[string]*measure
	text     bool
	// numbers is set when values are added up; bad once one was no number.
	numbers, bad bool
}

// measure is the statistics of one property, or of the objects themselves.
type measure struct {
	property         string
	count            int
	sum, variance    float64
	maximum, minimum value.Value
	textCounts
}

// Begin reads the property list.
func (c *MeasureObject) Begin(ctx *runtime.Context) error {
	columns, err := objects.ParseList(ctx, c.Property, objects.SelectDefinition)
	c.columns = columns
	c.byName = map[string]*measure{}
	c.text = ctx.ParameterSet() == "TextMeasure"
	if c.AllStats {
		c.StandardDeviation, c.Sum, c.Average, c.Maximum, c.Minimum = true, true, true, true, true
	}
	c.numbers = bool(c.Sum || c.Average || c.StandardDeviation)
	return err
}

// Process takes one object into account.
func (c *MeasureObject) Process(ctx *runtime.Context) error {
	if c.InputObject.IsNull() {
		return nil
	}
	if len(c.columns) == 0 {
		return c.add(ctx, c.measure(""), c.InputObject)
	}
	if len(c.columns) == 1 && !c.columns[0].IsPattern() {
		_, err := c.addProperty(ctx, &c.columns[0])
		return err
	}
	counted := map[string]bool{}
	for i := range c.columns {
		for _, e := range c.columns[i].Expand(ctx.Env(), c.InputObject) {
			if counted[e.Folded()] {
				continue
			}
			found, err := c.addProperty(ctx, &e)
			if err != nil {
				return err
			}
			counted[e.Folded()] = found
		}
	}
	return nil
}

// addProperty measures one property and reports whether the object has it.
func (c *MeasureObject) addProperty(ctx *runtime.Context, e *objects.Expression) (found bool, err error) {
	v, found, err := e.Find(ctx, c.InputObject)
	if err != nil {
		return false, ctx.WriteError(runtime.RecordOf(err))
	}
	if !found {
		c.measure(e.Label)
		return false, nil
	}
	m := c.byName[e.Folded()]
	if m == nil {
		m = c.measure(e.NameIn(ctx.Env(), c.InputObject))
	} else if m.count == 0 {
		m.property = e.NameIn(ctx.Env(), c.InputObject)
	}
	return true, c.add(ctx, m, v)
}

func (c *MeasureObject) measure(name string) *measure {
	folded := value.Fold(name)
	m := c.byName[folded]
	if m == nil {
		m = &measure{property: name}
		c.byName[folded] = m
		c.measures = append(c.measures, m)
	}
	return m
}

func (c *MeasureObject) add(ctx *runtime.Context, m *measure, v value.Value) error {
	m.count++
	if c.text {
		m.addText(value.ToString(ctx.Env(), v), bool(c.IgnoreWhiteSpace))
		return nil
	}
	if c.numbers {
		number, err := value.Convert(ctx.Env(), v, value.TypeDouble)
		if err != nil {
			c.bad = true
			return ctx.WriteError(errs.New("System.Management.Automation.PSInvalidOperationException",
				"Input object \""+value.ToString(ctx.Env(), v)+"\" is not numeric.", "NonNumericInputObject", value.InvalidType, v))
		}
		m.addNumber(number.Float())
	}
	if c.Maximum {
		m.maximum = extreme(ctx.Env(), m.maximum, v, 1)
	}
	if c.Minimum {
		m.minimum = extreme(ctx.Env(), m.minimum, v, -1)
	}
	return nil
}

// addNumber updates the sum and the variance, which follows from the average
// before the number was added.
func (m *measure) addNumber(x float64) {
	before := m.sum
	m.sum += x
	if m.count > 1 {
		n := float64(m.count)
		difference := x - before/(n-1)
		m.variance *= (n - 2) / (n - 1)
		m.variance += difference * difference / n
	}
}

// extreme returns the greater (sign 1) or lesser (sign -1) of two values, which
// are compared as numbers where both are, and as texts where their types differ.
func extreme(env value.Env, known, v value.Value, sign int) value.Value {
	if known.IsNull() {
		return v
	}
	a, b := toNumber(env, v), toNumber(env, known)
	if !a.IsNull() && value.TypeOf(a) != value.TypeOf(b) {
		a, b = value.Str(value.ToString(env, a)), value.Str(value.ToString(env, b))
	}
	if objects.Compare(env, a, b, true)*sign > 0 {
		return v
	}
	return known
}

// toNumber is a value as a Double, or the value itself where it is none.
func toNumber(env value.Env, v value.Value) value.Value {
	if v.IsNull() {
		return v
	}
	if d, err := value.Convert(env, v, value.TypeDouble); err == nil {
		return d
	}
	return v
}

// End emits the results. A property that no object had is an error in strict
// mode alone.
func (c *MeasureObject) End(ctx *runtime.Context) error {
	if len(c.measures) == 0 && len(c.columns) == 0 {
		c.measure("")
	}
	for _, m := range c.measures {
		if m.count > 0 || len(c.columns) == 0 {
			if err := ctx.Emit(c.result(ctx.Env(), m)); err != nil {
				return err
			}
			continue
		}
		if ctx.Scope().StrictMode() >= 2 {
			if err := ctx.WriteError(c.notFound(m.property)); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *MeasureObject) notFound(property string) *errs.Record {
	id := "GenericMeasurePropertyNotFound"
	if c.text {
		id = "TextMeasurePropertyNotFound"
	}
	rec := errs.New("System.Management.Automation.PSArgumentException", "Value does not fall within the expected range.", id, value.ObjectNotFound, value.Null)
	rec.Details = "The property \"" + property + "\" cannot be found in the input for any objects."
	return rec
}
