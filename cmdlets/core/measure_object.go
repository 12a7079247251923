package core

import (
	"math"

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
	bad      bool
}

// measure is the statistics of one property, or of the objects themselves.
type measure struct {
	property         string
	count            int
	sum, mean, m2    float64
	maximum, minimum value.Value
	textCounts
}

// Begin reads the property list.
func (c *MeasureObject) Begin(ctx *runtime.Context) error {
	columns, err := objects.ParseList(ctx, c.Property, objects.Keys{})
	c.columns = columns
	c.byName = map[string]*measure{}
	c.text = ctx.ParameterSet() == "TextMeasure"
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
	for i := range c.columns {
		expanded := c.columns[i].Expand(ctx.Env(), c.InputObject)
		for j := range expanded {
			if err := c.addProperty(ctx, &expanded[j]); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *MeasureObject) addProperty(ctx *runtime.Context, e *objects.Expression) error {
	v, found, err := e.Find(ctx, c.InputObject)
	if err != nil {
		return ctx.WriteError(runtime.RecordOf(err))
	}
	if !found || v.IsNull() {
		return nil
	}
	return c.add(ctx, c.measure(e.Label), v)
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
	if c.text {
		m.addText(value.ToString(ctx.Env(), v), bool(c.IgnoreWhiteSpace))
		return nil
	}
	if c.Maximum || c.AllStats {
		m.maximum = extreme(ctx.Env(), m.maximum, v, 1)
	}
	if c.Minimum || c.AllStats {
		m.minimum = extreme(ctx.Env(), m.minimum, v, -1)
	}
	if c.Sum || c.Average || c.StandardDeviation || c.AllStats {
		number, err := value.Convert(ctx.Env(), v, value.TypeDouble)
		if err != nil {
			c.bad = true
			return ctx.WriteError(errs.New("System.Management.Automation.PSInvalidCastException",
				"Input object \""+value.ToString(ctx.Env(), v)+"\" is not numeric.", "NonNumericInputObject", value.InvalidType, v))
		}
		m.addNumber(number.Float(), m.count+1)
	}
	m.count++
	return nil
}

// addNumber updates sum, mean and the sum of squared differences (Welford).
func (m *measure) addNumber(x float64, n int) {
	m.sum += x
	delta := x - m.mean
	m.mean += delta / float64(n)
	m.m2 += delta * (x - m.mean)
}

func (m *measure) deviation() value.Value {
	if m.count < 2 {
		return value.Double(0)
	}
	return value.Double(math.Sqrt(m.m2 / float64(m.count-1)))
}

// extreme returns the greater (sign 1) or lesser (sign -1) of two values.
func extreme(env value.Env, known, v value.Value, sign int) value.Value {
	if known.IsNull() || objects.Compare(env, v, known, false)*sign > 0 {
		return v
	}
	return known
}

// End emits the results.
func (c *MeasureObject) End(ctx *runtime.Context) error {
	if len(c.measures) == 0 {
		for _, e := range c.columns {
			if err := ctx.WriteError(errs.New("System.ArgumentException", "The property \""+e.Label+"\" cannot be found in the input for any objects.",
				"GenericMeasurePropertyNotFound", value.InvalidArgument, value.Null)); err != nil {
				return err
			}
		}
		if len(c.columns) > 0 {
			return nil
		}
		c.measure("")
	}
	for _, m := range c.measures {
		if err := ctx.Emit(c.result(m)); err != nil {
			return err
		}
	}
	return nil
}
