package core

import (
	"fmt"
	"os"
	"os/user"
	"strings"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/files"
	"exolab/cmdlets/internal/patterns"
	"exolab/cmdlets/internal/scopes"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// ExportAlias is Export-Alias.
type ExportAlias struct {
	Path        string         `ps:"set=ByPath,position=0,mandatory"`
	LiteralPath string         `ps:"alias=PSPath|LP,set=ByLiteralPath,mandatory,byname"`
	Name        []string       `ps:"position=1,byname"`
	PassThru    cmdlets.Switch `ps:""`
	As          int            `ps:"type=Microsoft.PowerShell.Commands.ExportAliasFormat"`
	Append      cmdlets.Switch `ps:""`
	Force       cmdlets.Switch `ps:""`
	NoClobber   cmdlets.Switch `ps:"alias=NoOverwrite"`
	Description *string        `ps:""`
	Scope       string         `ps:""`

	found []*runtime.Command
}

// The formats of a line, by ExportAliasFormat.
var aliasLines = []string{`"%s","%s","%s","%s"`, `set-alias -Name:"%s" -Value:"%s" -Description:"%s" -Option:"%s"`}

// Process collects the aliases by name.
func (c *ExportAlias) Process(ctx *runtime.Context) error {
	scope, err := scopes.ByName(ctx, c.Scope)
	if err != nil {
		return err
	}
	all := visibleAliases(scope)
	if c.Scope != "" {
		all = ownAliases(scope)
	}
	names := c.Name
	if len(names) == 0 {
		names = []string{"*"}
	}
	for _, name := range names {
		before := len(c.found)
		for _, alias := range all {
			if patterns.Match(name, alias.Name) {
				c.found = append(c.found, alias)
			}
		}
		if len(c.found) == before && !patterns.HasWildcard(name) {
			if err := ctx.WriteError(aliasNotFound(name)); err != nil {
				return err
			}
		}
	}
	return nil
}

// End writes the file.
func (c *ExportAlias) End(ctx *runtime.Context) error {
	path := files.Resolve(ctx.Session(), c.Path+c.LiteralPath)
	write, err := ctx.ShouldProcess(c.Path+c.LiteralPath, "")
	if err != nil {
		return err
	}
	if write {
		if err := c.write(ctx, path); err != nil {
			return err
		}
	}
	if !c.PassThru {
		return nil
	}
	for _, alias := range c.found {
		if err := ctx.Emit(value.Obj(resolved(ctx, alias))); err != nil {
			return err
		}
	}
	return nil
}

func (c *ExportAlias) write(ctx *runtime.Context, path string) error {
	if _, err := os.Stat(path); err == nil && bool(c.NoClobber) && !bool(c.Append) {
		return ctx.Throw(errs.New("System.IO.IOException", "The file '"+path+"' already exists.", "NoClobber", value.ResourceExists, value.Str(path)))
	}
	out, err := files.Create(path, files.WriteOptions{Encoding: files.UTF8, Append: bool(c.Append), Force: bool(c.Force)})
	if err != nil {
		return ctx.Throw(files.Failure(err, path, "FileOpenFailure", value.OpenError))
	}
	text := c.header(ctx)
	for _, alias := range c.found {
		text += fmt.Sprintf(aliasLines[c.As], alias.Name, alias.Target, alias.Description, value.ToString(ctx.Env(), value.Enum(runtime.TypeOptions, int64(alias.Options)))) + "\n"
	}
	_, err = out.Write([]byte(text))
	if closeErr := out.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		return ctx.Throw(files.Failure(err, path, "FileOpenFailure", value.WriteError))
	}
	return nil
}

// header is the comment that begins the file.
func (c *ExportAlias) header(ctx *runtime.Context) string {
	who := ""
	if u, err := user.Current(); err == nil {
		who = u.Username
	}
	machine, _ := os.Hostname()
	now, _ := netfmt.FormatDateTime(netfmt.DateTime{Ticks: ctx.Env().NowTicks(), Kind: netfmt.UTC}.ToLocal(), "F", netfmt.EnUS)
	text := "# Alias File\n# Exported by : " + who + "\n# Date/Time : " + now + "\n# Computer : " + machine + "\n"
	if c.Description != nil {
		text += "#\n# " + strings.ReplaceAll(*c.Description, "\n", "\n# ") + "\n"
	}
	return text
}
