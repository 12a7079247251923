package core

import (
	"bufio"
	"fmt"
	"strings"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/csv"
	"exolab/cmdlets/internal/files"
	"exolab/cmdlets/internal/providers"
	"exolab/cmdlets/internal/scopes"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// ImportAlias is Import-Alias.
type ImportAlias struct {
	Path        string         `ps:"set=ByPath,position=0,mandatory,pipeline,byname"`
	LiteralPath string         `ps:"alias=PSPath|LP,set=ByLiteralPath,mandatory,pipeline,byname"`
	Scope       string         `ps:"notnullorempty"`
	PassThru    cmdlets.Switch `ps:""`
	Force       cmdlets.Switch `ps:""`
}

// Process defines the aliases of one file.
func (c *ImportAlias) Process(ctx *runtime.Context) error {
	scope, err := scopes.ByName(ctx, c.Scope)
	if err != nil {
		return err
	}
	places, rec := providers.Expand(ctx.Session(), c.Path+c.LiteralPath, providers.Options{Literal: c.LiteralPath != "", Force: true})
	if rec != nil {
		return ctx.Throw(rec)
	}
	if len(places) != 1 {
		return ctx.Throw(errs.New("System.NotSupportedException", fmt.Sprintf(
			"Cannot import alias because path '%s' contains wildcard characters that resolve to multiple paths. Aliases can be imported from only one file. Change the value of the Path parameter to a path that resolves to a single file.",
			c.Path), "NotSupported", value.NotImplemented, value.Null))
	}
	text, err := files.ReadText(places[0].Path, files.UTF8)
	if err != nil {
		return ctx.Throw(files.Failure(err, places[0].Path, "FileOpenFailure", value.OpenError))
	}
	aliases, err := readAliases(ctx, places[0].Path, text)
	if err != nil {
		return err
	}
	for _, alias := range aliases {
		if err := c.define(ctx, scope, alias); err != nil {
			return err
		}
	}
	return nil
}

// define sets one alias, unless something has its name.
func (c *ImportAlias) define(ctx *runtime.Context, scope *runtime.Scope, alias *runtime.Command) error {
	if ok, err := ctx.ShouldProcess("Name: "+alias.Name+" Value: "+alias.Target, "Import Alias"); err != nil || !ok {
		return err
	}
	known := scope.Alias(value.Fold(alias.Name))
	if !c.Force {
		if known != nil {
			return ctx.WriteError(nameTaken("The alias is not allowed, because an alias with the name '%s' already exists.", alias.Name))
		}
		if found, err := ctx.Session().FindCommand(scope, alias.Name); err == nil && found != nil {
			return ctx.WriteError(nameTaken("The alias is not allowed, because a command with the name '%s' and command type '"+value.ToString(ctx.Env(), found.CommandType())+"' already exists.", alias.Name))
		}
	}
	if rec := aliasProblem(known, alias.Options, bool(c.Force)); rec != nil {
		return ctx.WriteError(rec)
	}
	scope.SetAlias(alias)
	if !c.PassThru {
		return nil
	}
	return ctx.Emit(value.Obj(resolved(ctx, alias)))
}

func nameTaken(message, name string) *errs.Record {
	return errs.New("System.Management.Automation.SessionStateException", fmt.Sprintf(message, name), "AliasAlreadyExists", value.ResourceExists, value.Str(name))
}

// readAliases reads the lines of a file that Export-Alias wrote.
func readAliases(ctx *runtime.Context, path, text string) ([]*runtime.Command, error) {
	var aliases []*runtime.Command
	lines := bufio.NewScanner(strings.NewReader(text))
	for number := 1; lines.Scan(); number++ {
		line := lines.Text()
		if strings.TrimSpace(line) == "" || line[0] == '#' {
			continue
		}
		fields, err := csv.NewReader(strings.NewReader(line), ',').Read()
		if err != nil || len(fields) != 4 {
			return nil, ctx.Throw(errs.New("System.FormatException", fmt.Sprintf(
				"Cannot import an alias. Line number %[2]d in the file '%[1]s' is not a properly-formatted, comma-separated values (CSV) line for aliases. Change the line to contain four values separated by commas. If the value text itself contains a comma, then the value must be contained in quotation marks.",
				path, number), "ImportAliasFileFormatError", value.ReadError, value.Str(path)))
		}
		options, err := value.Convert(ctx.Env(), value.Str(fields[3]), runtime.TypeOptions)
		if err != nil {
			if err := ctx.WriteError(errs.New("System.ArgumentException", fmt.Sprintf(
				"Cannot import the alias because line number %[2]d in the file '%[1]s' contains an option that is not recognized for aliases. Change the file to contain valid options.",
				path, number), "ImportAliasOptionsError", value.ReadError, value.Str(path))); err != nil {
				return nil, err
			}
			continue
		}
		aliases = append(aliases, &runtime.Command{Name: fields[0], Kind: runtime.AliasCommand, Target: fields[1], Description: fields[2], Options: int(options.Int64())})
	}
	return aliases, nil
}
