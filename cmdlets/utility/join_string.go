package utility

import (
	"strings"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/objects"
	"exolab/runtime"
	"exolab/runtime/operator"
	"exolab/runtime/value"
)

// JoinString is Join-String.
type JoinString struct {
	Property     value.Value    `ps:"position=0"`
	Separator    string         `ps:"allowemptystring,position=1"`
	OutputPrefix string         `ps:"alias=op"`
	OutputSuffix string         `ps:"alias=os"`
	SingleQuote  cmdlets.Switch `ps:"set=SingleQuote"`
	DoubleQuote  cmdlets.Switch `ps:"set=DoubleQuote"`
	FormatString string         `ps:"set=Format"`
	UseCulture   cmdlets.Switch `ps:""`
	InputObject  []value.Value  `ps:"type=psobject[],pipeline"`

	expression objects.Expression
	parts      []string
}

// Begin reads the property expression; without -Separator $OFS joins.
func (c *JoinString) Begin(ctx *runtime.Context) error {
	if ctx.Bound("Property") {
		c.expression = objects.NewExpression(ctx.Env(), c.Property)
	}
	if !ctx.Bound("Separator") {
		c.Separator = value.ToString(ctx.Env(), ctx.Env().Variable("OFS"))
	}
	return nil
}

// Process adds the texts of the input.
func (c *JoinString) Process(ctx *runtime.Context) error {
	for _, v := range c.InputObject {
		if ctx.Bound("Property") {
			var err error
			if v, err = c.expression.Evaluate(ctx, v); err != nil {
				return err
			}
		}
		text, err := c.text(ctx, v)
		if err != nil {
			return err
		}
		c.parts = append(c.parts, text)
	}
	return nil
}

func (c *JoinString) text(ctx *runtime.Context, v value.Value) (string, error) {
	if c.FormatString != "" {
		formatted, err := operator.ForOp("-f")(ctx.Env(), value.Str(c.FormatString), v)
		return formatted.Text(), err
	}
	text := value.ToString(ctx.Env(), v)
	switch {
	case bool(c.SingleQuote):
		return "'" + text + "'", nil
	case bool(c.DoubleQuote):
		return `"` + text + `"`, nil
	}
	return text, nil
}

// End emits the joined text.
func (c *JoinString) End(ctx *runtime.Context) error {
	return ctx.Emit(value.Str(c.OutputPrefix + strings.Join(c.parts, c.Separator) + c.OutputSuffix))
}
