package core

import (
	"strings"

	"exolab/cmdlets"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/operator"
	"exolab/runtime/value"

	"exolab/cmdlets/internal/objects"
)

// WhereObject is Where-Object.
type WhereObject struct {
	InputObject  value.Value          `ps:"type=psobject,pipeline"`
	FilterScript *runtime.ScriptBlock `ps:"mandatory,position=0,set=ScriptBlockSet"`
	Property     string               `ps:"notnullorempty,mandatory,position=0,set=EqualSet|CaseSensitiveEqualSet|NotEqualSet|CaseSensitiveNotEqualSet|GreaterThanSet|CaseSensitiveGreaterThanSet|LessThanSet|CaseSensitiveLessThanSet|GreaterOrEqualSet|CaseSensitiveGreaterOrEqualSet|LessOrEqualSet|CaseSensitiveLessOrEqualSet|LikeSet|CaseSensitiveLikeSet|NotLikeSet|CaseSensitiveNotLikeSet|MatchSet|CaseSensitiveMatchSet|NotMatchSet|CaseSensitiveNotMatchSet|ContainsSet|CaseSensitiveContainsSet|NotContainsSet|CaseSensitiveNotContainsSet|InSet|CaseSensitiveInSet|NotInSet|CaseSensitiveNotInSet|IsSet|IsNotSet|Not"`
	Value        value.Value          `ps:"position=1,set=EqualSet|CaseSensitiveEqualSet|NotEqualSet|CaseSensitiveNotEqualSet|GreaterThanSet|CaseSensitiveGreaterThanSet|LessThanSet|CaseSensitiveLessThanSet|GreaterOrEqualSet|CaseSensitiveGreaterOrEqualSet|LessOrEqualSet|CaseSensitiveLessOrEqualSet|LikeSet|CaseSensitiveLikeSet|NotLikeSet|CaseSensitiveNotLikeSet|MatchSet|CaseSensitiveMatchSet|NotMatchSet|CaseSensitiveNotMatchSet|ContainsSet|CaseSensitiveContainsSet|NotContainsSet|CaseSensitiveNotContainsSet|InSet|CaseSensitiveInSet|NotInSet|CaseSensitiveNotInSet|IsSet|IsNotSet"`
	EQ           cmdlets.Switch       `ps:"alias=IEQ,set=EqualSet"`
	CEQ          cmdlets.Switch       `ps:"mandatory,set=CaseSensitiveEqualSet"`
	NE           cmdlets.Switch       `ps:"alias=INE,mandatory,set=NotEqualSet"`
	CNE          cmdlets.Switch       `ps:"mandatory,set=CaseSensitiveNotEqualSet"`
	GT           cmdlets.Switch       `ps:"alias=IGT,mandatory,set=GreaterThanSet"`
	CGT          cmdlets.Switch       `ps:"mandatory,set=CaseSensitiveGreaterThanSet"`
	LT           cmdlets.Switch       `ps:"alias=ILT,mandatory,set=LessThanSet"`
	CLT          cmdlets.Switch       `ps:"mandatory,set=CaseSensitiveLessThanSet"`
	GE           cmdlets.Switch       `ps:"alias=IGE,mandatory,set=GreaterOrEqualSet"`
	CGE          cmdlets.Switch       `ps:"mandatory,set=CaseSensitiveGreaterOrEqualSet"`
	LE           cmdlets.Switch       `ps:"alias=ILE,mandatory,set=LessOrEqualSet"`
	CLE          cmdlets.Switch       `ps:"mandatory,set=CaseSensitiveLessOrEqualSet"`
	Like         cmdlets.Switch       `ps:"alias=ILike,mandatory,set=LikeSet"`
	CLike        cmdlets.Switch       `ps:"mandatory,set=CaseSensitiveLikeSet"`
	NotLike      cmdlets.Switch       `ps:"alias=INotLike,mandatory,set=NotLikeSet"`
	CNotLike     cmdlets.Switch       `ps:"mandatory,set=CaseSensitiveNotLikeSet"`
	Match        cmdlets.Switch       `ps:"alias=IMatch,mandatory,set=MatchSet"`
	CMatch       cmdlets.Switch       `ps:"mandatory,set=CaseSensitiveMatchSet"`
	NotMatch     cmdlets.Switch       `ps:"alias=INotMatch,mandatory,set=NotMatchSet"`
	CNotMatch    cmdlets.Switch       `ps:"mandatory,set=CaseSensitiveNotMatchSet"`
	Contains     cmdlets.Switch       `ps:"alias=IContains,mandatory,set=ContainsSet"`
	CContains    cmdlets.Switch       `ps:"mandatory,set=CaseSensitiveContainsSet"`
	NotContains  cmdlets.Switch       `ps:"alias=INotContains,mandatory,set=NotContainsSet"`
	CNotContains cmdlets.Switch       `ps:"mandatory,set=CaseSensitiveNotContainsSet"`
	In           cmdlets.Switch       `ps:"alias=IIn,mandatory,set=InSet"`
	CIn          cmdlets.Switch       `ps:"mandatory,set=CaseSensitiveInSet"`
	NotIn        cmdlets.Switch       `ps:"alias=INotIn,mandatory,set=NotInSet"`
	CNotIn       cmdlets.Switch       `ps:"mandatory,set=CaseSensitiveNotInSet"`
	Is           cmdlets.Switch       `ps:"mandatory,set=IsSet"`
	IsNot        cmdlets.Switch       `ps:"mandatory,set=IsNotSet"`
	Not          cmdlets.Switch       `ps:"mandatory,set=Not"`

	truth   truthSink
	call    runtime.Invocation
	column  objects.Column
	compare func(env value.Env, l, r value.Value) (value.Value, error)
}

// setOperators maps parameter sets to operators.
var setOperators = map[string]string{
	"EqualSet":                       "-eq",
	"CaseSensitiveEqualSet":          "-ceq",
	"NotEqualSet":                    "-ne",
	"CaseSensitiveNotEqualSet":       "-cne",
	"GreaterThanSet":                 "-gt",
	"CaseSensitiveGreaterThanSet":    "-cgt",
	"LessThanSet":                    "-lt",
	"CaseSensitiveLessThanSet":       "-clt",
	"GreaterOrEqualSet":              "-ge",
	"CaseSensitiveGreaterOrEqualSet": "-cge",
	"LessOrEqualSet":                 "-le",
	"CaseSensitiveLessOrEqualSet":    "-cle",
	"LikeSet":                        "-like",
	"CaseSensitiveLikeSet":           "-clike",
	"NotLikeSet":                     "-notlike",
	"CaseSensitiveNotLikeSet":        "-cnotlike",
	"MatchSet":                       "-match",
	"CaseSensitiveMatchSet":          "-cmatch",
	"NotMatchSet":                    "-notmatch",
	"CaseSensitiveNotMatchSet":       "-cnotmatch",
	"ContainsSet":                    "-contains",
	"CaseSensitiveContainsSet":       "-ccontains",
	"NotContainsSet":                 "-notcontains",
	"CaseSensitiveNotContainsSet":    "-cnotcontains",
	"InSet":                          "-in",
	"CaseSensitiveInSet":             "-cin",
	"NotInSet":                       "-notin",
	"CaseSensitiveNotInSet":          "-cnotin",
	"IsSet":                          "-is",
	"IsNotSet":                       "-isnot",
	"Not":                            "-not",
}

// truthSink tells whether the output of a block counts as true.
type truthSink struct {
	count int
	last  value.Value
}

// Emit takes note of one object.
func (s *truthSink) Emit(v value.Value) error {
	s.count++
	s.last = v
	return nil
}

func (s *truthSink) isTrue() bool {
	return s.count > 1 || s.count == 1 && value.Truth(s.last)
}

// Begin chooses how objects are tested.
func (c *WhereObject) Begin(ctx *runtime.Context) error {
	if c.FilterScript != nil {
		c.call = runtime.Invocation{HasUnderscore: true, Scope: ctx.Scope(), Out: &c.truth}
		return nil
	}
	c.column = objects.NewColumn(c.Property)
	set := ctx.ParameterSet()
	if set == "Not" || set == "EqualSet" && !bool(c.EQ) && !ctx.Bound("Value") {
		return nil
	}
	if set == "EqualSet" && !bool(c.EQ) {
		return ctx.Throw(errs.New("System.Management.Automation.PSArgumentException",
			"The specified operator requires both the -Property and -Value parameters. Provide values for both parameters, and then try the command again.",
			"OperatorNotSpecified", value.InvalidArgument, value.Null))
	}
	if !ctx.Bound("Value") {
		return ctx.Throw(errs.New("System.Management.Automation.PSArgumentException",
			"The specified operator requires both the -Property and -Value parameters. Provide values for both parameters, and then try the command again.",
			"ValueNotSpecifiedForWhereObject", value.InvalidArgument, value.Null))
	}
	if name := c.Value.Text(); set == "IsSet" || set == "IsNotSet" {
		// A type name may stand in brackets, as it does behind -is.
		if bare, ok := strings.CutPrefix(name, "["); ok && strings.HasSuffix(bare, "]") {
			c.Value = value.Str(strings.TrimSuffix(bare, "]"))
		}
	}
	c.compare = operator.ForOp(setOperators[set])
	if set == "IsSet" || set == "IsNotSet" {
		c.Value = withoutBrackets(c.Value)
	}
	return nil
}

// withoutBrackets makes the name of a type out of a bare [type].
func withoutBrackets(v value.Value) value.Value {
	text := v.Text()
	if len(text) > 2 && text[0] == '[' && text[len(text)-1] == ']' {
		return value.Str(text[1 : len(text)-1])
	}
	return v
}

// Process passes an object on if it meets the condition.
func (c *WhereObject) Process(ctx *runtime.Context) error {
	if ctx.ExpectingInput() && ctx.Input().IsVoid() {
		return nil
	}
	passes, err := c.test(ctx)
	if err != nil || !passes {
		return err
	}
	return ctx.Emit(c.InputObject)
}

func (c *WhereObject) test(ctx *runtime.Context) (bool, error) {
	if c.FilterScript != nil {
		c.truth.count = 0
		c.call.Underscore = c.InputObject
		err := ctx.Session().InvokeBlock(c.FilterScript, c.call)
		return c.truth.isTrue(), err
	}
	property, err := c.column.Read(ctx.Env(), c.InputObject)
	if err != nil {
		return false, nil
	}
	if c.compare == nil {
		return value.Truth(property) != bool(c.Not), nil
	}
	result, err := c.compare(ctx.Env(), property, c.Value)
	if err != nil {
		return false, ctx.WriteError(runtime.RecordOf(err))
	}
	return value.Truth(result), nil
}
