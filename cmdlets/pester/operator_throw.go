package pester

import (
	"fmt"
	"strings"

	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// throwing is -Throw: the block must end with an error that fits.
func throwing(c *Should, ctx *runtime.Context, actual value.Value) (string, error) {
	b, ok := value.As[*runtime.ScriptBlock](value.Unwrap(actual))
	if !ok {
		return "", thrown(ctx, argumentException,
			"Input is missing or not a ScriptBlock. Input to '-Throw' and '-Not -Throw' must be enclosed in curly braces.")
	}
	rec, err := thrownBy(ctx, b)
	if err != nil {
		return "", err
	}
	if c.Not {
		if rec == nil {
			return "", nil
		}
		return fmt.Sprintf("Expected no exception to be thrown,%s but an exception \"%s\" was thrown %s.", c.because(),
			rec.Exception.Message, place(rec)), nil
	}
	filters, buts, err := c.unlike(ctx, rec)
	if err != nil {
		return "", err
	}
	if len(buts) == 0 {
		if c.PassThru {
			return "", ctx.Emit(value.Obj(rec))
		}
		return "", nil
	}
	with := ""
	if len(filters) > 0 {
		with = " with " + joinAnd(filters, 2)
	}
	return strings.TrimSpace(fmt.Sprintf("Expected an exception%s to be thrown,%s but %s. %s", with, c.because(), joinAnd(buts, 2), place(rec))), nil
}

// thrownBy runs a block and returns the error that ended it, or nil.
func thrownBy(ctx *runtime.Context, b *runtime.ScriptBlock) (*errs.Record, error) {
	err := ctx.Session().InvokeBlock(b, runtime.Invocation{Scope: ctx.Scope(), NewScope: true, Out: runtime.SinkFunc(discard), Quiet: true})
	if err == nil {
		return nil, nil
	}
	if _, exits := err.(*runtime.ExitError); exits || runtime.IsStopped(err) {
		return nil, err
	}
	if runtime.IsFlow(err) {
		return nil, nil
	}
	return runtime.RecordOf(err), nil
}

// unlike lists what was asked of the error and what it is instead.
func (c *Should) unlike(ctx *runtime.Context, rec *errs.Record) (filters, buts []string, err error) {
	env := ctx.Env()
	if c.ExceptionType != nil {
		filters = append(filters, "type "+nicelyType(c.ExceptionType))
		if rec != nil && !c.ExceptionType.IsAssignableFrom(rec.Exception.T) {
			buts = append(buts, "the exception type was "+nicelyType(rec.Exception.T))
		}
	}
	texts := []struct{ want, what, got string }{{c.ExpectedMessage, "message", ""}, {c.ErrorID, "FullyQualifiedErrorId", ""}}
	if rec != nil {
		texts[0].got, texts[1].got = rec.Exception.Message, rec.ID
	}
	for i, t := range texts {
		if strings.TrimSpace(t.want) == "" {
			continue
		}
		how := t.what
		if i == 0 {
			how += " like"
		}
		filters = append(filters, how+" "+nicely(env, value.Str(t.want)))
		if rec == nil {
			continue
		}
		ok, err := holds(env, "-like", value.Str(t.got), value.Str(t.want))
		if err != nil {
			return nil, nil, err
		}
		if !ok {
			buts = append(buts, "the "+t.what+" was "+nicely(env, value.Str(t.got)))
		}
	}
	if rec == nil {
		buts = append(buts, "no exception was thrown")
	}
	return filters, buts, nil
}

// place says where an error arose.
func place(rec *errs.Record) string {
	if rec == nil || rec.Invocation == nil {
		return ""
	}
	var lines []string
	for _, line := range strings.Split(rec.Invocation.PositionMessage(), "\n") {
		if strings.TrimSpace(line) != "" {
			lines = append(lines, line)
		}
	}
	text := strings.Join(lines, "\n    ")
	if rest, ok := strings.CutPrefix(text, "At "); ok {
		return "from " + rest
	}
	return text
}
