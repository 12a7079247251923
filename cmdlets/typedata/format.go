package typedata

import (
	"fmt"
	"path/filepath"
	"strings"

	"exolab/cmdlets/internal/providers"
	"exolab/parser"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/format"
	"exolab/runtime/sandbox"
	"exolab/runtime/value"
)

// UpdateFormatData is Update-FormatData.
type UpdateFormatData struct {
	AppendPath  []string `ps:"alias=PSPath|Path,notnull,position=0,pipeline,byname,set=FileSet"`
	PrependPath []string `ps:"notnull,set=FileSet"`
}

// Process reads the views of the files, those of -PrependPath before the
// default views.
func (c *UpdateFormatData) Process(ctx *runtime.Context) error {
	views := format.ViewsOf(ctx.Session().Services)
	for _, list := range []struct {
		paths  []string
		before bool
	}{{c.PrependPath, true}, {c.AppendPath, false}} {
		err := eachFile(ctx, list.paths, "Update FormatData", func(text []byte) error { return views.ReadFile(text, list.before, compile) })
		if err != nil {
			return err
		}
	}
	return nil
}

// extension is the ending of files with views or type data.
const extension = ".ps1xml"

// eachFile reads the files at the paths; what is wrong with one is an error of
// the command, and the others are read.
func eachFile(ctx *runtime.Context, paths []string, action string, read func(text []byte) error) error {
	return providers.Each(ctx, paths, providers.Options{Force: true}, func(p providers.Place) error {
		if ok, err := ctx.ShouldProcess("FileName: "+p.Path, action); err != nil || !ok {
			return err
		}
		if !strings.EqualFold(filepath.Ext(p.Path), extension) {
			return ctx.WriteError(errs.New("System.Management.Automation.PSInvalidOperationException",
				fmt.Sprintf("Cannot read the file \"%s\"  because it does not have the file name extension \"%s\".", p.Path, extension),
				"WrongExtension", value.InvalidArgument, value.Null))
		}
		text, err := sandbox.ReadFile(p.Path)
		if err == nil {
			err = read([]byte(parser.Decode(text)))
		}
		if err == nil {
			return nil
		}
		return ctx.WriteError(errs.New("System.Management.Automation.RuntimeException", fmt.Sprintf("Error in file %s: %v", p.Path, err),
			strings.ReplaceAll(action, " ", "")+"Exception", value.InvalidOperation, value.Null))
	})
}

// compile makes a script block of a file's text.
func compile(text string) (value.Invoker, error) {
	ast, err := parser.Parse("", text)
	if err != nil {
		return nil, err
	}
	return runtime.NewScriptBlock(ast), nil
}
