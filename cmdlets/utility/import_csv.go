package utility

import (
	"errors"
	"fmt"
	"io"
	"slices"
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
	// named is set once every column has a name.
	named  bool
	warned *bool
}

// each emits an object for each record.
func (o *csvObjects) each(ctx *runtime.Context) error {
	if err := o.readHeader(ctx); err != nil {
		return err
	}
	for {
		record, err := o.reader.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return unreadable(ctx, err)
		}
		if err := o.name(ctx); err != nil {
			return err
		}
		if err := ctx.Emit(o.object(record)); err != nil {
			return err
		}
	}
}

func unreadable(ctx *runtime.Context, err error) error {
	return ctx.Throw(errs.New("System.IO.IOException", err.Error(), "FileReadFailure", value.ReadError, value.Null))
}

// readHeader reads what stands above the rows: the #TYPE line, comments, and
// the names of the columns, which in W3C's extended log format begin with
// "#Fields: ".
func (o *csvObjects) readHeader(ctx *runtime.Context) error {
	if o.typeName == "" {
		if line, ok := o.reader.Comment(); ok && len(line) >= len("#Type") && strings.EqualFold(line[:len("#Type")], "#Type") {
			o.typeName = strings.TrimSpace(line[len("#Type"):])
		}
	}
	for o.header == nil {
		record, err := o.reader.ReadLine()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return unreadable(ctx, err)
		}
		for len(record) > 1 && record[len(record)-1] == "" {
			record = record[:len(record)-1]
		}
		first, isLog := strings.CutPrefix(record[0], "#Fields: ")
		if isLog {
			record[0] = first
		} else if strings.HasPrefix(first, "#") {
			continue
		}
		o.header = record
	}
	return o.checkNames(ctx)
}

func (o *csvObjects) checkNames(ctx *runtime.Context) error {
	seen := map[string]bool{}
	for _, name := range o.header {
		if name != "" && seen[value.Fold(name)] {
			return ctx.Throw(errs.New("System.Management.Automation.ExtendedTypeSystemException",
				fmt.Sprintf("The member \"%s\" is already present.", name), "AlreadyPresentPSMemberInfoInternalCollectionAdd", value.NotSpecified, value.Null))
		}
		seen[value.Fold(name)] = true
	}
	return nil
}

// name gives the columns without a name one, with a warning once.
func (o *csvObjects) name(ctx *runtime.Context) error {
	if o.named {
		return nil
	}
	o.named = true
	o.header = slices.Clone(o.header)
	unnamed := 0
	for i, name := range o.header {
		if name == "" {
			unnamed++
			o.header[i] = fmt.Sprintf("H%d", unnamed)
		}
	}
	if unnamed == 0 || *o.warned {
		return nil
	}
	*o.warned = true
	return ctx.Warning("One or more headers were not specified. Default names starting with \"H\" have been used in place of any missing headers.")
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
	encoding := files.EncodingOf(c.Encoding)
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
		text := strings.NewReader(value.ToString(ctx.Env(), v))
		if c.rows.reader == nil {
			c.rows.reader = csv.NewReader(text, delimiterRune(c.Delimiter))
		} else {
			c.rows.reader.Reset(text)
		}
		if err := c.rows.each(ctx); err != nil {
			return err
		}
	}
	return nil
}
