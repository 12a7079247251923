package utility

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"exolab/cmdlets/internal/files"
	"exolab/parser"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// ImportLocalizedData is Import-LocalizedData.
type ImportLocalizedData struct {
	BindingVariable  string   `ps:"alias=Variable,notnullorempty,position=0"`
	UICulture        *string  `ps:"position=1"`
	BaseDirectory    string   `ps:""`
	FileName         string   `ps:""`
	SupportedCommand []string `ps:""`
}

// Process reads the data file of the language into the variable, or emits it.
func (c *ImportLocalizedData) Process(ctx *runtime.Context) error {
	path, err := c.find(ctx)
	if path == "" || err != nil {
		return err
	}
	text, err := files.ReadText(path, files.UTF8)
	if err != nil {
		return ctx.WriteError(localizedProblem(fmt.Sprintf("The following error occurred while PowerShell was opening the data file '%s':\n%s.",
			path, files.Failure(err, path, "", value.OpenError).Message()), value.OpenError, path))
	}
	got, err := c.read(ctx, path, text)
	if err != nil {
		return err
	}
	if c.BindingVariable == "" {
		return ctx.Emit(got)
	}
	return ctx.Scope().Set(c.BindingVariable, got)
}

// read runs the file, which may hold data alone.
func (c *ImportLocalizedData) read(ctx *runtime.Context, path, text string) (value.Value, error) {
	fail := func(message string) error {
		return ctx.Throw(errs.New("System.Management.Automation.PSInvalidOperationException", fmt.Sprintf(
			"The following error occurred while PowerShell was loading the '%s' script data file:\n%s.", path, strings.TrimSuffix(message, ".")),
			"InvalidOperation", value.InvalidOperation, value.Null))
	}
	ast, err := parser.Parse(path, text)
	if err != nil {
		return value.Null, fail(runtime.RecordOf(err).Message())
	}
	if code := c.forbidden(ast); code != nil {
		return value.Null, fail(fmt.Sprintf("'%s' is not allowed in restricted language mode or a Data section.", ast.Source.Slice(code.Extent())))
	}
	items, err := ctx.Collect(runtime.NewScriptBlock(ast), value.Null)
	if err != nil {
		return value.Null, fail(runtime.RecordOf(err).Message())
	}
	return (&runtime.Collector{Items: items}).Value(), nil
}

// dataCommands may stand in every data file.
var dataCommands = []string{"ConvertFrom-StringData"}

// forbidden is the first part of a file that is no data, or nil.
func (c *ImportLocalizedData) forbidden(ast *parser.ScriptBlock) parser.Node {
	var found parser.Node
	parser.Walk(ast, func(n parser.Node) bool {
		switch n := n.(type) {
		case *parser.Command:
			if !named(ast.Source.Slice(n.Extent()), append(c.SupportedCommand, dataCommands...)) && found == nil {
				found = n
			}
		case *parser.InvokeMemberExpression, *parser.AssignmentStatement:
			if found == nil {
				found = n
			}
		}
		return found == nil
	})
	return found
}

func named(command string, names []string) bool {
	for _, name := range names {
		if first, _, _ := strings.Cut(command, " "); strings.EqualFold(first, name) {
			return true
		}
	}
	return false
}

// find returns the file for the language, "" after an error that was written.
func (c *ImportLocalizedData) find(ctx *runtime.Context) (string, error) {
	caller := callingFile(ctx)
	if c.FileName == "" && caller == "" {
		return "", ctx.Throw(errs.New("System.Management.Automation.PSInvalidOperationException",
			"The FileName parameter was not specified. The FileName parameter is required when Import-LocalizedData is not called from a script file.",
			"InvalidOperation", value.InvalidOperation, value.Null))
	}
	if strings.ContainsAny(c.FileName, `/\`) {
		return "", ctx.Throw(errs.New("System.Management.Automation.PSInvalidOperationException",
			"The argument for the FileName parameter should not contain a path.", "InvalidOperation", value.InvalidOperation, value.Null))
	}
	folder := ctx.Session().WorkingDirectory()
	if c.BaseDirectory != "" {
		folder = files.Resolve(ctx.Session(), c.BaseDirectory)
	} else if caller != "" {
		folder = filepath.Dir(caller)
	}
	name := c.FileName
	if name == "" {
		name = filepath.Base(caller)
	}
	name = strings.TrimSuffix(name, filepath.Ext(name)) + ".psd1"
	language := netfmt.EnUS.Name
	if c.UICulture != nil {
		language = *c.UICulture
	}
	for at := language; at != ""; at = parentLanguage(at) {
		if path := filepath.Join(folder, at, name); isFile(path) {
			return path, nil
		}
	}
	if path := filepath.Join(folder, name); isFile(path) {
		return path, nil
	}
	return "", ctx.WriteError(localizedProblem(fmt.Sprintf("Cannot find the PowerShell data file '%s' in directory '%s', or in any parent culture directories.",
		name, filepath.Join(folder, language)), value.ObjectNotFound, filepath.Join(folder, language, name)))
}

// callingFile is the script file that calls the cmdlet, or "".
func callingFile(ctx *runtime.Context) string {
	if source := ctx.Invocation().Source; source != nil && filepath.IsAbs(source.Name) {
		return source.Name
	}
	return ""
}

// parentLanguage takes the last part from a language tag.
func parentLanguage(tag string) string { return tag[:max(0, strings.LastIndexByte(tag, '-'))] }

func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && !info.IsDir()
}

func localizedProblem(message string, category value.Category, target string) *errs.Record {
	return errs.New("System.Management.Automation.PSInvalidOperationException", message, "ImportLocalizedData", category, value.Str(target))
}
