package utility

import (
	"fmt"
	"os"
	"strings"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/csv"
	"exolab/cmdlets/internal/files"
	"exolab/cmdlets/internal/objects"
	"exolab/runtime"
	"exolab/runtime/dotnet/text"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// ExportCsv is Export-Csv.
type ExportCsv struct {
	InputObject            value.Value    `ps:"type=psobject,mandatory,pipeline,byname"`
	Path                   string         `ps:"notnullorempty,position=0"`
	LiteralPath            string         `ps:"alias=PSPath|LP,notnullorempty"`
	Force                  cmdlets.Switch `ps:""`
	NoClobber              cmdlets.Switch `ps:"alias=NoOverwrite"`
	Encoding               value.Value    `ps:"type=System.Text.Encoding,notnullorempty,transform=encoding"`
	Append                 cmdlets.Switch `ps:""`
	Delimiter              value.Value    `ps:"type=char,notnull,position=1,set=Delimiter"`
	UseCulture             cmdlets.Switch `ps:"set=UseCulture"`
	IncludeTypeInformation cmdlets.Switch `ps:"alias=ITI"`
	NoTypeInformation      cmdlets.Switch `ps:"alias=NTI,dontshow"`
	QuoteFields            []string       `ps:"alias=QF"`
	UseQuotes              *int           `ps:"alias=UQ,type=Microsoft.PowerShell.Commands.BaseCsvWritingCommand+QuoteKind"`
	NoHeader               cmdlets.Switch `ps:""`

	line     strings.Builder
	rows     *csvRows
	file     *files.TextWriter
	existing []string
	skip     bool
}

// Begin opens the file.
func (c *ExportCsv) Begin(ctx *runtime.Context) (err error) {
	written := c.Path
	if c.Path == "" {
		written = c.LiteralPath
	}
	if (c.Path == "") == (c.LiteralPath == "") {
		return ctx.Throw(errs.New("System.InvalidOperationException", "You must specify either the -Path or -LiteralPath parameters, but not both.",
			"CannotSpecifyPathAndLiteralPath", value.InvalidData, value.Null))
	}
	c.rows, err = csvOptions{c.Delimiter, bool(c.IncludeTypeInformation), c.QuoteFields, c.UseQuotes, bool(c.NoHeader)}.rows(ctx, &c.line)
	if err != nil {
		return err
	}
	c.rows.formulas = wantedFormulas(ctx.Env())
	path := files.Resolve(ctx.Session(), written)
	if ok, err := ctx.ShouldProcess(path, ""); err != nil || !ok {
		c.skip = true
		return err
	}
	return c.open(ctx, path)
}

func (c *ExportCsv) open(ctx *runtime.Context, path string) error {
	encoding := files.EncodingOf(c.Encoding)
	if c.NoClobber {
		if _, err := os.Stat(path); err == nil {
			return ctx.Throw(errs.New("System.IO.IOException", fmt.Sprintf("The file '%s' already exists.", path), "NoClobber", value.ResourceExists, value.Str(path)))
		}
	}
	if c.Append {
		c.readHeader(path, encoding)
	}
	var err error
	c.file, err = files.Create(path, files.WriteOptions{Encoding: encoding, Append: bool(c.Append), Force: bool(c.Force)})
	if err != nil {
		return ctx.Throw(files.Failure(err, path, "FileOpenFailure", value.OpenError))
	}
	return nil
}

// readHeader finds the columns of the file that is appended to.
func (c *ExportCsv) readHeader(path string, encoding *text.Encoding) {
	in, err := files.OpenText(path, encoding)
	if err != nil {
		return
	}
	defer in.Close()
	reader := csv.NewReader(in, rune(delimiterText(c.Delimiter)[0]))
	for {
		record, err := reader.Read()
		if err != nil {
			return
		}
		if !strings.HasPrefix(record[0], "#TYPE") {
			c.existing = record
			return
		}
	}
}

// Process writes one object.
func (c *ExportCsv) Process(ctx *runtime.Context) error {
	if c.skip {
		return nil
	}
	if c.rows.columns == nil {
		if err := c.begin(ctx); err != nil {
			return err
		}
	}
	if err := c.rows.row(ctx.Env(), c.InputObject); err != nil {
		return err
	}
	return c.write(ctx)
}

func (c *ExportCsv) begin(ctx *runtime.Context) error {
	if c.existing == nil {
		return c.rows.start(ctx.Env(), c.InputObject)
	}
	names := map[string]bool{}
	for _, column := range objects.Columns(ctx.Env(), c.InputObject) {
		names[column.Folded] = true
	}
	for _, name := range c.existing {
		if !bool(c.Force) && !names[value.Fold(name)] {
			return ctx.Throw(errs.New("System.InvalidOperationException", fmt.Sprintf(
				"Cannot append CSV content to the following file: %s. The appended object does not have a property that corresponds to the following column: %s. To continue with mismatched properties, add the -Force parameter, and then retry the command.",
				c.Path, name), "CannotAppendCsvWithMismatchedPropertyNames", value.InvalidData, value.Str(name)))
		}
	}
	c.rows.fixed(c.existing)
	return nil
}

func (c *ExportCsv) write(ctx *runtime.Context) error {
	_, err := c.file.Write([]byte(c.line.String()))
	c.line.Reset()
	return c.failed(ctx, err)
}

func (c *ExportCsv) failed(ctx *runtime.Context, err error) error {
	if err == nil {
		return nil
	}
	return ctx.Throw(files.Failure(err, files.Resolve(ctx.Session(), c.Path+c.LiteralPath), "FileOpenFailure", value.WriteError))
}

// End closes the file, so that the next command can read it.
func (c *ExportCsv) End(ctx *runtime.Context) error {
	if err := c.Clean(ctx); err != nil {
		return err
	}
	return c.rows.formulas.warn(ctx, c.Path+c.LiteralPath)
}

// Clean closes the file, whatever happened.
func (c *ExportCsv) Clean(ctx *runtime.Context) error {
	if c.file == nil {
		return nil
	}
	err := c.file.Close()
	c.file = nil
	return c.failed(ctx, err)
}
