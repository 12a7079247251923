package utility

import (
	crand "crypto/rand"
	"encoding/binary"
	"fmt"
	"math"

	"exolab/cmdlets"
	"exolab/runtime"
	"exolab/runtime/dotnet/numbers"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// GetRandom is Get-Random.
type GetRandom struct {
	SetSeed     value.Value    `ps:"type=System.Nullable[int],notnull"`
	Maximum     value.Value    `ps:"position=0,set=RandomNumberParameterSet"`
	Minimum     value.Value    `ps:"set=RandomNumberParameterSet"`
	InputObject []value.Value  `ps:"allownull,mandatory,position=0,pipeline,set=RandomListItemParameterSet|ShuffleParameterSet"`
	Count       *int           `ps:"range=1:2147483647,set=RandomNumberParameterSet|RandomListItemParameterSet"`
	Shuffle     cmdlets.Switch `ps:"mandatory,set=ShuffleParameterSet"`

	drawing drawing
}

// GetSecureRandom is Get-SecureRandom.
type GetSecureRandom struct {
	Maximum     value.Value    `ps:"position=0,set=RandomNumberParameterSet"`
	Minimum     value.Value    `ps:"set=RandomNumberParameterSet"`
	InputObject []value.Value  `ps:"allownull,mandatory,position=0,pipeline,set=RandomListItemParameterSet|ShuffleParameterSet"`
	Count       *int           `ps:"range=1:2147483647,set=RandomNumberParameterSet|RandomListItemParameterSet"`
	Shuffle     cmdlets.Switch `ps:"mandatory,set=ShuffleParameterSet"`

	drawing drawing
}

// generator draws as PowerShell's own generator does, from bytes.
type generator struct{ fill func([]byte) }

func secureGenerator() *generator { return &generator{func(b []byte) { _, _ = crand.Read(b) }} }

// sample is a number from 0 up to, not including, the largest Int32.
func (n *generator) sample() int32 {
	for {
		if s := n.rawSample(); s != math.MaxInt32 {
			return s
		}
	}
}

func (n *generator) rawSample() int32 {
	var b [4]byte
	n.fill(b[:])
	s := int32(binary.LittleEndian.Uint32(b[:]))
	if s < 0 {
		s += math.MaxInt32
	}
	return s
}

func (n *generator) float() float64 { return float64(n.sample()) * (1.0 / math.MaxInt32) }

// int32 is a number from low up to, not including, high.
func (n *generator) int32(low, high int64) int64 {
	span := high - low
	if span <= math.MaxInt32 {
		return int64(n.float()*float64(span)) + low
	}
	s := float64(n.sample())
	if n.rawSample()%2 == 0 {
		s = -s
	}
	return int64((s+math.MaxInt32)*(1.0/(2*float64(math.MaxInt32)))*float64(span)) + low
}

// int64 is a number from low up to, not including, high, over any range.
func (n *generator) int64(low, high int64) int64 {
	span := uint64(high) - uint64(low)
	if span <= math.MaxInt32 {
		return low + n.int32(0, int64(span))
	}
	mask := span
	for shift := 1; shift < 64; shift *= 2 {
		mask |= mask >> shift
	}
	var b [8]byte
	for {
		n.fill(b[:])
		if r := binary.LittleEndian.Uint64(b[:]) & mask; r < span {
			return int64(uint64(low) + r)
		}
	}
}

// double is a number from low up to, not including, high.
func (n *generator) double(low, high float64) float64 {
	span := high - low
	for {
		r := n.float()
		v := low + r*span
		if math.IsInf(span, 0) {
			v = low + r*high - r*low
		} else {
			span *= r
		}
		if v < high {
			return v
		}
	}
}

type seededKey struct{}

// drawing is what Get-Random and Get-SecureRandom have in common.
type drawing struct {
	source           *generator
	minimum, maximum value.Value
	count            int
	chosen           []value.Value
	seen             int
}

// Begin sets the seed, and emits numbers where no list is given.
func (c *GetRandom) Begin(ctx *runtime.Context) error {
	services := ctx.Session().Services
	if !c.SetSeed.IsNull() {
		services[seededKey{}] = &generator{numbers.NewSeededRandom(int32(c.SetSeed.Int64())).Fill}
	}
	source, ok := services[seededKey{}].(*generator)
	if !ok {
		source = secureGenerator()
	}
	c.drawing = drawing{source: source, minimum: c.Minimum, maximum: c.Maximum, count: drawCount(c.Count, bool(c.Shuffle))}
	return c.drawing.begin(ctx)
}

// Process chooses among the items.
func (c *GetRandom) Process(ctx *runtime.Context) error {
	c.drawing.take(ctx, c.InputObject)
	return nil
}

// End emits the chosen items.
func (c *GetRandom) End(ctx *runtime.Context) error { return c.drawing.end(ctx) }

// Begin emits numbers where no list is given.
func (c *GetSecureRandom) Begin(ctx *runtime.Context) error {
	c.drawing = drawing{source: secureGenerator(), minimum: c.Minimum, maximum: c.Maximum, count: drawCount(c.Count, bool(c.Shuffle))}
	return c.drawing.begin(ctx)
}

// Process chooses among the items.
func (c *GetSecureRandom) Process(ctx *runtime.Context) error {
	c.drawing.take(ctx, c.InputObject)
	return nil
}

// End emits the chosen items.
func (c *GetSecureRandom) End(ctx *runtime.Context) error { return c.drawing.end(ctx) }

func drawCount(count *int, shuffle bool) int {
	switch {
	case shuffle:
		return math.MaxInt32
	case count != nil:
		return *count
	}
	return 1
}

func (d *drawing) begin(ctx *runtime.Context) error {
	if ctx.ParameterSet() != "RandomNumberParameterSet" {
		return nil
	}
	low, high := d.operand(ctx, d.minimum), d.operand(ctx, d.maximum)
	draw, err := d.drawer(ctx, low, high)
	for i := 0; i < d.count && err == nil; i++ {
		err = ctx.Emit(draw())
	}
	return err
}

// operand is a bound as an Int32, Int64 or Double; Null where it was not given.
func (d *drawing) operand(ctx *runtime.Context, v value.Value) value.Value {
	v = value.Unwrap(v)
	if v.Kind() == value.KindString {
		if n, ok := value.ScanNumber(v.Text()); ok {
			v = n
		}
	}
	switch v.Kind() {
	case value.KindNull, value.KindVoid, value.KindInt32, value.KindInt64, value.KindDouble:
		return v
	}
	if n, err := value.Convert(ctx.Env(), v, value.TypeDouble); err == nil {
		return n
	}
	return value.Null
}

func (d *drawing) drawer(ctx *runtime.Context, low, high value.Value) (func() value.Value, error) {
	isInt := func(v value.Value) bool { return v.IsNull() || v.Kind() == value.KindInt32 }
	isLong := func(v value.Value) bool { return isInt(v) || v.Kind() == value.KindInt64 }
	bound := func(v value.Value, none int64) int64 {
		if v.IsNull() {
			return none
		}
		return v.Int64()
	}
	switch {
	case isInt(low) && isInt(high):
		from, to := bound(low, 0), bound(high, math.MaxInt32)
		if from >= to {
			return nil, badBounds(ctx, value.Int(int(from)), value.Int(int(to)))
		}
		return func() value.Value { return value.Int(int(d.source.int32(from, to))) }, nil
	case isLong(low) && isLong(high):
		from, to := bound(low, 0), bound(high, math.MaxInt64)
		if from >= to {
			return nil, badBounds(ctx, value.Long(from), value.Long(to))
		}
		return func() value.Value { return value.Long(d.source.int64(from, to)) }, nil
	}
	number := func(v value.Value, none float64) float64 {
		switch {
		case v.IsNull():
			return none
		case v.IsInteger():
			return float64(v.Int64())
		}
		return v.Float()
	}
	from, to := number(low, 0), number(high, math.MaxFloat64)
	if from >= to {
		return nil, badBounds(ctx, value.Double(from), value.Double(to))
	}
	return func() value.Value { return value.Double(d.source.double(from, to)) }, nil
}

func badBounds(ctx *runtime.Context, low, high value.Value) error {
	return ctx.Throw(errs.New("System.ArgumentException", fmt.Sprintf("The Minimum value (%s) cannot be greater than or equal to the Maximum value (%s).",
		value.ToString(ctx.Env(), low), value.ToString(ctx.Env(), high)), "MinGreaterThanOrEqualMax", value.InvalidArgument, value.Null))
}

// take lets each item replace a chosen one with the probability that makes
// all choices equal.
func (d *drawing) take(ctx *runtime.Context, items []value.Value) {
	if ctx.ParameterSet() == "RandomNumberParameterSet" {
		return
	}
	for _, item := range items {
		if d.seen < d.count {
			d.chosen = append(d.chosen, item)
		} else if d.source.int32(0, int64(d.seen)+1) < int64(d.count) {
			d.chosen[d.source.int32(0, int64(len(d.chosen)))] = item
		}
		d.seen++
	}
}

// end emits the chosen items in an order of chance.
func (d *drawing) end(ctx *runtime.Context) error {
	n := len(d.chosen)
	for i := range d.chosen {
		j := int(d.source.int32(int64(i), int64(n)))
		d.chosen[i], d.chosen[j] = d.chosen[j], d.chosen[i]
	}
	for _, v := range d.chosen {
		if err := ctx.Emit(v); err != nil {
			return err
		}
	}
	return nil
}
