package utility

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/csv"
	"exolab/cmdlets/internal/files"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// csvObjects reads records and makes them objects.
type csvObjects struct {
	reader   *csv.Reader
	header   []string
	typeName string
	warned   *bool
}

// each emits an object for each record.
func (o *csvObjects) each(ctx *runtime.Context) error {
	for {
		record, err := o.reader.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return ctx.Throw(errs.New("System.IO.IOException", err.Error(), "FileReadFailure", value.ReadError, value.Null))
		}
		if o.header == nil {
			if name, ok := strings.CutPrefix(strings.Join(record, ","), "#TYPE"); ok && o.typeName == "" {
				o.typeName = strings.TrimSpace(name)
				continue
			}
			if err := o.takeHeader(ctx, record); err != nil {
				return err
			}
			continue
		}
		if err := ctx.Emit(o.object(record)); err != nil {
			return err
		}
	}
}

// takeHeader names the columns; a column without a name gets one, with a
// warning once.
func (o *csvObjects) takeHeader(ctx *runtime.Context, record []string) error {
	seen := map[string]bool{}
	for i, name := range record {
		if name == "" {
			record[i] = fmt.Sprintf("H%d", i+1)
			if !*o.warned {
				*o.warned = true
				if err := ctx.Warning("One or more headers were not specified. Default names starting with \"H\" have been used in place of any missing headers."); err != nil {
					return err
				}
			}
		}
		if seen[value.Fold(record[i])] {
			return ctx.Throw(errs.New("System.Management.Automation.ExtendedTypeSystemException",
				fmt.Sprintf("The member \"%s\" is already present.", record[i]), "AlreadyPresentPSMemberInfoInternalCollectionAdd", value.NotSpecified, value.Null))
		}
		seen[value.Fold(record[i])] = true
	}
	o.header = record
	return nil
}

func (o *csvObjects) object(record csv.Record) value.Value {
	row := value.NewObject(len(o.header))
	for i, name := range o.header {
		cell := value.Null
		if i < len(record) {
			cell = value.Str(record[i])
		}
		row.Set(name, cell)
	}
	if o.typeName != "" {
		row.TypeNames = []string{o.typeName, "CSV:" + o.typeName}
	}
	return value.Obj(row)
}

// ImportCsv is Import-Csv.
type ImportCsv struct {
	Delimiter   value.Value    `ps:"type=char,notnull,position=1,set=DelimiterPath|DelimiterLiteralPath"`
	Path        []string       `ps:"notnullorempty,mandatory,position=0,pipeline,byname,set=DelimiterPath|CulturePath"`
	LiteralPath []string       `ps:"alias=PSPath|LP,notnullorempty,mandatory,byname,set=DelimiterLiteralPath|CultureLiteralPath"`
	UseCulture  cmdlets.Switch `ps:"notnull,mandatory,set=CulturePath|CultureLiteralPath"`
	Header      []string       `ps:"notnullorempty"`
	Encoding    value.Value    `ps:"type=System.Text.Encoding,notnullorempty,transform=encoding"`

	warned bool
}

// Process reads each file.
func (c *ImportCsv) Process(ctx *runtime.Context) error {
	for _, path := range append(c.Path, c.LiteralPath...) {
		if err := c.file(ctx, path); err != nil {
			return err
		}
	}
	return nil
}

func (c *ImportCsv) file(ctx *runtime.Context, written string) error {
	encoding, _ := files.EncodingOf(ctx.Env(), c.Encoding)
	path := files.Resolve(ctx.Session(), written)
	in, err := files.OpenText(path, encoding)
	if err != nil {
		return ctx.WriteError(files.Failure(err, path, "FileOpenFailure", value.OpenError))
	}
	defer in.Close()
	rows := csvObjects{reader: csv.NewReader(in, delimiterRune(c.Delimiter)), header: c.Header, warned: &c.warned}
	return rows.each(ctx)
}

func delimiterRune(v value.Value) rune {
	if v.IsNull() {
		return ','
	}
	return rune(v.Int64())
}

// ConvertFromCsv is ConvertFrom-Csv.
type ConvertFromCsv struct {
	Delimiter   value.Value    `ps:"type=char,notnull,notnullorempty,position=1,set=Delimiter"`
	UseCulture  cmdlets.Switch `ps:"notnull,notnullorempty,mandatory,set=UseCulture"`
	InputObject []value.Value  `ps:"type=psobject[],notnull,notnullorempty,mandatory,position=0,pipeline,byname"`
	Header      []string       `ps:"notnull,notnullorempty"`

	rows   *csvObjects
	warned bool
}

// Process reads the records of each string; the first line of all is the header.
func (c *ConvertFromCsv) Process(ctx *runtime.Context) error {
	if c.rows == nil {
		c.rows = &csvObjects{header: c.Header, warned: &c.warned}
	}
	for _, v := range c.InputObject {
		c.rows.reader = csv.NewReader(strings.NewReader(value.ToString(ctx.Env(), v)), delimiterRune(c.Delimiter))
		if err := c.rows.each(ctx); err != nil {
			return err
		}
	}
	return nil
}
