package core

import (
	"exolab/cmdlets/internal/objects"
	"exolab/runtime"
	"exolab/runtime/format"
	"exolab/runtime/value"
)

// alignments are the alignments of columns by the names that objects.Alignments
// has.
var alignments = map[string]format.Align{"left": format.AlignLeft, "center": format.AlignCenter, "right": format.AlignRight}

// formatColumns reads the -Property list of a Format- cmdlet.
func formatColumns(ctx *runtime.Context, list []value.Value, definition objects.Definition) ([]*format.Column, error) {
	expressions, err := objects.ParseList(ctx, list, definition)
	if err != nil {
		return nil, err
	}
	columns := make([]*format.Column, 0, len(expressions))
	for i := range expressions {
		columns = append(columns, formatColumn(&expressions[i]))
	}
	return columns, nil
}

func formatColumn(e *objects.Expression) *format.Column {
	column := format.NewColumn(e.Source())
	if script := e.Script(); script != nil {
		column = &format.Column{Script: script, ScriptText: script.Text()}
	}
	option := func(name string) value.Value { return e.Options[name] }
	column.Label = option(objects.LabelOption).Text()
	column.Format = option(objects.FormatOption).Text()
	column.Align = alignments[option(objects.AlignmentOption).Text()]
	if v := option(objects.WidthOption); v.IsInteger() {
		column.Width = int(v.Int64())
	}
	if v := option(objects.DepthOption); v.IsInteger() {
		column.Depth = new(int)
		*column.Depth = int(v.Int64())
	}
	return column
}
