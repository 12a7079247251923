package utility

import (
	"fmt"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/files"
	"exolab/cmdlets/internal/providers"
	"exolab/parser"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// ImportPowerShellDataFile is Import-PowerShellDataFile.
type ImportPowerShellDataFile struct {
	Path           []string       `ps:"notnullorempty,mandatory,position=0,set=ByPath"`
	LiteralPath    []string       `ps:"alias=PSPath|LP,notnullorempty,mandatory,position=0,byname,set=ByLiteralPath"`
	SkipLimitCheck cmdlets.Switch `ps:""`
}

// Process emits the hashtable that each file holds.
func (c *ImportPowerShellDataFile) Process(ctx *runtime.Context) error {
	paths, o := c.Path, providers.Options{Force: true}
	if len(c.LiteralPath) > 0 {
		paths, o.Literal = c.LiteralPath, true
	}
	return providers.Each(ctx, paths, o, func(p providers.Place) error { return c.read(ctx, p.Path) })
}

func (c *ImportPowerShellDataFile) read(ctx *runtime.Context, path string) error {
	text, err := files.ReadText(path, files.UTF8)
	if err != nil {
		return ctx.WriteError(files.Failure(err, path, "FileReadError", value.ReadError))
	}
	ast, err := parser.Parse(path, text)
	if err != nil {
		return ctx.WriteError(notDataFile(path, "CouldNotParseAsPowerShellDataFile", "The file '%s' could not be parsed as a PowerShell Data File."))
	}
	table := dataTable(ast)
	if table == nil {
		return ctx.WriteError(notDataFile(path, "CouldNotParseAsPowerShellDataFileNoHashtableRoot", "The file '%s' could not be parsed as a PowerShell Data File. It does not contain a hashtable at its root."))
	}
	if code := firstCode(table); code != nil {
		span := code.Extent()
		return ctx.WriteError(errs.New("System.InvalidOperationException", fmt.Sprintf(
			"Cannot generate a PowerShell object for a ScriptBlock evaluating dynamic expressions. Dynamic expression: %s.", ast.Source.Slice(span)),
			"System.InvalidOperationException", value.InvalidOperation, value.Null))
	}
	items, err := ctx.Collect(runtime.NewScriptBlock(ast), value.Null)
	if err != nil {
		return err
	}
	return ctx.Emit((&runtime.Collector{Items: items}).Value())
}

func notDataFile(path, id, text string) *errs.Record {
	return errs.New("System.InvalidOperationException", fmt.Sprintf(text, path), id, value.InvalidData, value.Null)
}

// dataTable is the hashtable that is all of a script, or nil.
func dataTable(ast *parser.ScriptBlock) *parser.Hashtable {
	if ast.End == nil || ast.Params != nil || len(ast.End.Statements) != 1 {
		return nil
	}
	var table *parser.Hashtable
	parser.Walk(ast.End.Statements[0], func(n parser.Node) bool {
		switch n := n.(type) {
		case *parser.Pipeline, *parser.CommandExpression:
			return table == nil
		case *parser.Hashtable:
			table = n
		}
		return false
	})
	return table
}

// constantVariables are the variables that data may name.
var constantVariables = map[string]bool{"true": true, "false": true, "null": true, "psculture": true, "psuiculture": true, "psscriptroot": true, "pscommandpath": true}

// firstCode is the first part of a tree that is no data, or nil.
func firstCode(root parser.Node) parser.Node {
	var found parser.Node
	parser.Walk(root, func(n parser.Node) bool {
		switch n := n.(type) {
		case *parser.Command, *parser.InvokeMemberExpression, *parser.AssignmentStatement, *parser.MemberExpression, *parser.SubExpression:
			if found == nil {
				found = n
			}
		case *parser.VariableExpression:
			if found == nil && !constantVariables[value.Fold(n.Name)] {
				found = n
			}
		}
		return found == nil
	})
	return found
}
