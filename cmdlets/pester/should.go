package pester

import (
	"strings"

	"exolab/cmdlets"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// idAssertion is the FullyQualifiedErrorId of a failed assertion.
const idAssertion = "PesterAssertionFailed"

// Should is Should. Each operator is a parameter set named by its switch.
type Should struct {
	ActualValue value.Value `ps:"pipeline,remaining,allownull,allowempty"`

	Be                               cmdlets.Switch `ps:"alias=EQ,set=Be,mandatory"`
	BeExactly                        cmdlets.Switch `ps:"alias=CEQ,set=BeExactly,mandatory"`
	BeGreaterThan                    cmdlets.Switch `ps:"alias=GT,set=BeGreaterThan,mandatory"`
	BeGreaterOrEqual                 cmdlets.Switch `ps:"alias=GE,set=BeGreaterOrEqual,mandatory"`
	BeLessThan                       cmdlets.Switch `ps:"alias=LT,set=BeLessThan,mandatory"`
	BeLessOrEqual                    cmdlets.Switch `ps:"alias=LE,set=BeLessOrEqual,mandatory"`
	BeIn                             cmdlets.Switch `ps:"set=BeIn,mandatory"`
	BeLike                           cmdlets.Switch `ps:"set=BeLike,mandatory"`
	BeLikeExactly                    cmdlets.Switch `ps:"set=BeLikeExactly,mandatory"`
	BeNullOrEmpty                    cmdlets.Switch `ps:"set=BeNullOrEmpty,mandatory"`
	BeOfType                         cmdlets.Switch `ps:"alias=HaveType,set=BeOfType,mandatory"`
	BeTrue                           cmdlets.Switch `ps:"set=BeTrue,mandatory"`
	BeFalse                          cmdlets.Switch `ps:"set=BeFalse,mandatory"`
	Contain                          cmdlets.Switch `ps:"set=Contain,mandatory"`
	Exist                            cmdlets.Switch `ps:"set=Exist,mandatory"`
	FileContentMatch                 cmdlets.Switch `ps:"set=FileContentMatch,mandatory"`
	FileContentMatchExactly          cmdlets.Switch `ps:"set=FileContentMatchExactly,mandatory"`
	FileContentMatchMultiline        cmdlets.Switch `ps:"set=FileContentMatchMultiline,mandatory"`
	FileContentMatchMultilineExactly cmdlets.Switch `ps:"set=FileContentMatchMultilineExactly,mandatory"`
	HaveCount                        cmdlets.Switch `ps:"set=HaveCount,mandatory"`
	HaveParameter                    cmdlets.Switch `ps:"set=HaveParameter,mandatory"`
	Match                            cmdlets.Switch `ps:"set=Match,mandatory"`
	MatchExactly                     cmdlets.Switch `ps:"alias=CMATCH,set=MatchExactly,mandatory"`
	Throw                            cmdlets.Switch `ps:"set=Throw,mandatory"`
	Invoke                           cmdlets.Switch `ps:"set=Invoke,mandatory"`
	InvokeVerifiable                 cmdlets.Switch `ps:"set=InvokeVerifiable,mandatory"`

	Not cmdlets.Switch `ps:""`

	ExpectedValue     value.Value `ps:"allownull,allowempty,set=Be|BeExactly|BeGreaterThan|BeGreaterOrEqual|BeLessThan|BeLessOrEqual|BeIn|BeLike|BeLikeExactly|Contain|HaveCount,position=0"`
	RegularExpression value.Value `ps:"allownull,allowempty,set=Match|MatchExactly,position=0"`
	ExpectedContent   value.Value `ps:"allownull,allowempty,set=FileContentMatch|FileContentMatchExactly|FileContentMatchMultiline|FileContentMatchMultilineExactly,position=0"`
	ExpectedType      value.Value `ps:"set=BeOfType,position=0"`

	ExpectedMessage string         `ps:"allownull,allowempty,set=Throw,position=0"`
	ErrorID         string         `ps:"ErrorId,allownull,allowempty,set=Throw,position=1"`
	ExceptionType   *value.Type    `ps:"set=Throw,position=2"`
	PassThru        cmdlets.Switch `ps:"set=Throw"`

	ParameterName        string         `ps:"set=HaveParameter,position=0"`
	Type                 value.Value    `ps:"set=HaveParameter,position=1"`
	DefaultValue         value.Value    `ps:"allownull,allowempty,set=HaveParameter,position=2"`
	Mandatory            cmdlets.Switch `ps:"set=HaveParameter"`
	InParameterSet       string         `ps:"set=HaveParameter"`
	HasArgumentCompleter cmdlets.Switch `ps:"set=HaveParameter"`
	Alias                []string       `ps:"set=HaveParameter"`

	LiteralPath cmdlets.Switch `ps:"set=Exist"`

	CommandName     string               `ps:"set=Invoke,mandatory,position=0"`
	Times           int                  `ps:"set=Invoke,position=1"`
	ParameterFilter *runtime.ScriptBlock `ps:"set=Invoke,position=2"`
	ExclusiveFilter *runtime.ScriptBlock `ps:"set=Invoke"`
	ModuleName      string               `ps:"set=Invoke"`
	Scope           string               `ps:"set=Invoke"`
	Exactly         cmdlets.Switch       `ps:"set=Invoke"`

	Because string `ps:"allownull,allowempty,set=Be|BeExactly|BeGreaterThan|BeGreaterOrEqual|BeLessThan|BeLessOrEqual|BeIn|BeLike|BeLikeExactly|Contain|HaveCount|BeOfType|Match|MatchExactly|FileContentMatch|FileContentMatchExactly|FileContentMatchMultiline|FileContentMatchMultilineExactly,position=1,set=BeNullOrEmpty|BeTrue|BeFalse|Exist,position=0,set=Throw|HaveParameter,position=3,set=Invoke|InvokeVerifiable"`

	input []value.Value
}

// Process collects the values to look at.
func (c *Should) Process(ctx *runtime.Context) error {
	if ctx.ExpectingInput() {
		c.input = append(c.input, c.ActualValue)
	}
	return nil
}

// End applies the operator: to all input at once where it looks at
// collections, else to each value.
func (c *Should) End(ctx *runtime.Context) error {
	op := operators[value.Fold(ctx.ParameterSet())]
	if op.test == nil {
		return nil
	}
	if !ctx.ExpectingInput() {
		if !ctx.Bound("ActualValue") {
			return c.assert(ctx, op, value.Null)
		}
		if op.array {
			return c.assert(ctx, op, value.List(elementsOf(ctx, c.ActualValue)...))
		}
		return c.assert(ctx, op, c.ActualValue)
	}
	if len(c.input) == 0 {
		return c.assert(ctx, op, value.Null)
	}
	if op.array {
		return c.assert(ctx, op, value.List(c.input...))
	}
	for _, v := range c.input {
		if err := c.assert(ctx, op, v); err != nil {
			return err
		}
	}
	return nil
}

// assert applies the operator to one value; a failure is thrown.
func (c *Should) assert(ctx *runtime.Context, op operatorSpec, actual value.Value) error {
	message, err := op.test(c, ctx, actual)
	if err != nil || message == "" {
		return err
	}
	failure := &Failure{Message: message, Actual: nicely(ctx.Env(), actual), Because: strings.TrimSpace(c.Because)}
	rec := errs.New("System.Exception", message, idAssertion, value.InvalidResult, value.Obj(failure))
	rec.Invocation, rec.Thrown = ctx.Invocation(), true
	return &errs.Error{Record: rec, Thrown: true}
}

// because is the reason given, as it stands in a message.
func (c *Should) because() string { return formatBecause(c.Because) }

// Failure is the target of the error that a failed assertion throws.
type Failure struct {
	value.Extended
	// Message is the whole message, Actual the value as it stands in it, Because
	// the reason that the test gave.
	Message, Actual, Because string
}

var typeFailure = &value.Type{Name: "ShouldResult", FullName: "Pester.ShouldResult", Kind: value.KindObject, Base: value.TypeObject}

// PSType returns the type of Pester's results of assertions.
func (*Failure) PSType() *value.Type { return typeFailure }

// String is the message.
func (f *Failure) String() string { return f.Message }
