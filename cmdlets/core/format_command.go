package core

import (
	"errors"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/objects"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/format"
	"exolab/runtime/value"
)

// formatting is what the Format- cmdlets share: parameters, and the way of the
// objects to the formatter.
type formatting struct {
	GroupBy      value.Value    `ps:""`
	View         string         `ps:""`
	ShowError    cmdlets.Switch `ps:""`
	DisplayError cmdlets.Switch `ps:""`
	Force        cmdlets.Switch `ps:""`
	Expand       string         `ps:"validateset=CoreOnly|EnumOnly|Both"`
	InputObject  value.Value    `ps:"type=psobject,pipeline"`

	formatter *format.Formatter
}

// begin reads the properties by a definition and opens the formatter.
func (f *formatting) begin(ctx *runtime.Context, o format.Options, property []value.Value, definition objects.Definition) error {
	var err error
	if o.Columns, err = formatColumns(ctx, property, definition); err != nil {
		return err
	}
	if !f.GroupBy.IsNull() {
		groupBy, err := formatColumns(ctx, []value.Value{f.GroupBy}, objects.ListDefinition)
		if err != nil {
			return err
		}
		o.GroupBy = groupBy[0]
	}
	if f.View != "" && len(o.Columns) > 0 {
		return invalidFormat(ctx, "FormatCannotSpecifyViewAndProperty", "Cmdlet parameters View and Property are mutually exclusive.")
	}
	o.View, o.Force, o.ShowErrors, o.ShowErrorsInPlace = f.View, bool(f.Force), bool(f.ShowError), bool(f.DisplayError)
	if f.Expand != "" {
		expand := map[string]format.Expansion{"enumonly": format.EnumOnly, "coreonly": format.CoreOnly, "both": format.Both}[value.Fold(f.Expand)]
		o.Expand = &expand
	}
	o.ErrorText = func(err error, _ *format.Column, _ value.Value) error { return ctx.WriteError(runtime.RecordOf(err)) }
	f.formatter = format.NewFormatter(ctx.Env(), &o, func(r format.Record) error { return ctx.Emit(value.Obj(r)) })
	return nil
}

// Process formats one object.
func (f *formatting) Process(ctx *runtime.Context) error {
	err := f.formatter.Object(f.InputObject)
	var missing *format.ViewNotFound
	if errors.As(err, &missing) {
		rec := errs.New("System.Management.Automation.PipelineStoppedException", "The pipeline has been stopped.",
			"FormatViewNotFound", value.ObjectNotFound, value.Str(missing.View))
		rec.Details = missing.Error()
		return ctx.Throw(rec)
	}
	return err
}

// End closes the view.
func (f *formatting) End(*runtime.Context) error { return f.formatter.End() }

func invalidFormat(ctx *runtime.Context, id, details string) error {
	rec := errs.New("System.IO.InvalidDataException", "Found invalid data while decoding.", id, value.InvalidArgument, value.Null)
	rec.Details = details
	return ctx.Throw(rec)
}
