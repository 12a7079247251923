package utility

import (
	"strings"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/csv"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// The values of -UseQuotes in .NET's order.
var quotings = []csv.Quoting{csv.QuoteNever, csv.QuoteAlways, csv.QuoteAsNeeded}

// csvOptions is what the cmdlets that write CSV have in common.
type csvOptions struct {
	delimiter   value.Value
	typed       bool
	quoteFields []string
	quotes      *int
	noHeader    bool
}

// rows returns the writer of records, or the error of contradicting options.
func (o csvOptions) rows(ctx *runtime.Context, out *strings.Builder) (*csvRows, error) {
	if ctx.Bound("UseQuotes") && ctx.Bound("QuoteFields") {
		return nil, ctx.Throw(errs.New("System.InvalidOperationException",
			"You must specify either the -UseQuotes or -QuoteFields parameters, but not both.",
			"CannotSpecifyQuoteFieldsAndUseQuotes", value.InvalidData, value.Null))
	}
	if ctx.Bound("IncludeTypeInformation") && ctx.Bound("NoTypeInformation") {
		return nil, ctx.Throw(errs.New("System.InvalidOperationException",
			"You must specify either the -IncludeTypeInformation or -NoTypeInformation parameters, but not both.",
			"CannotSpecifyIncludeTypeInformationAndNoTypeInformation", value.InvalidData, value.Null))
	}
	w := csv.NewWriter(out, delimiterText(o.delimiter))
	if o.quotes != nil {
		w.Quoting = quotings[*o.quotes]
	}
	if len(o.quoteFields) > 0 {
		w.QuoteFields = map[string]bool{}
		for _, name := range o.quoteFields {
			w.QuoteFields[value.Fold(name)] = true
		}
	}
	return &csvRows{writer: w, header: !o.noHeader, typed: o.typed}, nil
}

func delimiterText(v value.Value) string {
	if v.IsNull() {
		return ","
	}
	return string(rune(v.Int64()))
}

// ConvertToCsv is ConvertTo-Csv.
type ConvertToCsv struct {
	InputObject            value.Value    `ps:"type=psobject,mandatory,position=0,pipeline,byname"`
	Delimiter              value.Value    `ps:"type=char,notnull,position=1,set=Delimiter"`
	UseCulture             cmdlets.Switch `ps:"set=UseCulture"`
	IncludeTypeInformation cmdlets.Switch `ps:"alias=ITI"`
	NoTypeInformation      cmdlets.Switch `ps:"alias=NTI,dontshow"`
	QuoteFields            []string       `ps:"alias=QF"`
	UseQuotes              *int           `ps:"alias=UQ,type=Microsoft.PowerShell.Commands.BaseCsvWritingCommand+QuoteKind"`
	NoHeader               cmdlets.Switch `ps:""`

	out  strings.Builder
	rows *csvRows
}

// Begin checks the options.
func (c *ConvertToCsv) Begin(ctx *runtime.Context) (err error) {
	c.rows, err = csvOptions{c.Delimiter, bool(c.IncludeTypeInformation), c.QuoteFields, c.UseQuotes, bool(c.NoHeader)}.rows(ctx, &c.out)
	if err == nil {
		c.rows.writer.Newline = ""
	}
	return err
}

// Process emits the record of one object, and before the first the header.
func (c *ConvertToCsv) Process(ctx *runtime.Context) error {
	if c.rows.columns == nil {
		c.rows.between = func() error { return c.emit(ctx) }
		if err := c.rows.start(ctx.Env(), c.InputObject); err != nil {
			return err
		}
		if err := c.emit(ctx); err != nil {
			return err
		}
	}
	if err := c.rows.row(ctx.Env(), c.InputObject); err != nil {
		return err
	}
	return c.emit(ctx)
}

// emit puts out the line that was written, if there is anything in it.
func (c *ConvertToCsv) emit(ctx *runtime.Context) error {
	line := c.out.String()
	c.out.Reset()
	if line == "" {
		return nil
	}
	return ctx.Emit(value.Str(line))
}
