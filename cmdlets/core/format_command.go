package core

import (
	"errors"

	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/format"
	"exolab/runtime/value"
)

// formatting is what the Format- cmdlets share.
type formatting struct {
	formatter *format.Formatter
}

// formatArguments are the parameters that all Format- cmdlets have.
type formatArguments struct {
	property  []value.Value
	groupBy   value.Value
	view      string
	expand    string
	keys      columnKeys
	showError bool
	inPlace   bool
	force     bool
}

func (f *formatting) begin(ctx *runtime.Context, o format.Options, a formatArguments) error {
	var err error
	if o.Columns, err = a.keys.columns(ctx, a.property); err != nil {
		return err
	}
	if !a.groupBy.IsNull() {
		if o.GroupBy, err = listKeys.column(ctx, a.groupBy); err != nil {
			return err
		}
	}
	if a.view != "" && len(o.Columns) > 0 {
		return invalidFormat(ctx, "FormatCannotSpecifyViewAndProperty", "The View and Property parameters cannot be used together.")
	}
	o.View, o.Force, o.ShowErrors, o.ShowErrorsInPlace = a.view, a.force, a.showError, a.inPlace
	if a.expand != "" {
		expand := map[string]format.Expansion{"enumonly": format.EnumOnly, "coreonly": format.CoreOnly, "both": format.Both}[value.Fold(a.expand)]
		o.Expand = &expand
	}
	o.ErrorText = func(err error, _ *format.Column, _ value.Value) error { return ctx.WriteError(runtime.RecordOf(err)) }
	f.formatter = format.NewFormatter(ctx.Env(), &o, func(r format.Record) error { return ctx.Emit(value.Obj(r)) })
	return nil
}

func (f *formatting) object(ctx *runtime.Context, v value.Value) error {
	err := f.formatter.Object(v)
	var missing *format.ViewNotFound
	if errors.As(err, &missing) {
		return ctx.Throw(errs.New("System.Management.Automation.PipelineStoppedException",
			"View name "+missing.View+" cannot be found.", "FormatViewNotFound", value.ObjectNotFound, value.Null))
	}
	return err
}

func (f *formatting) end() error { return f.formatter.End() }

func invalidFormat(ctx *runtime.Context, id, details string) error {
	rec := errs.New("System.IO.InvalidDataException", "Found invalid data while decoding.", id, value.InvalidArgument, value.Null)
	rec.Details = details
	return ctx.Throw(rec)
}
