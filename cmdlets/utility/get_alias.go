package utility

import (
	"fmt"
	"os"
	"sort"
	"strings"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/csv"
	"exolab/cmdlets/internal/files"
	"exolab/cmdlets/internal/patterns"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// GetAlias is Get-Alias.
type GetAlias struct {
	Name       []string `ps:"notnullorempty,position=0,pipeline,byname,set=Default"`
	Exclude    []string `ps:""`
	Scope      string   `ps:""`
	Definition []string `ps:"notnullorempty,set=Definition"`
}

// RemoveAlias is Remove-Alias.
type RemoveAlias struct {
	Name  []string       `ps:"mandatory,position=0,pipeline,byname"`
	Scope string         `ps:""`
	Force cmdlets.Switch `ps:""`
}

// ExportAlias is Export-Alias.
type ExportAlias struct {
	Path        string         `ps:"mandatory,position=0,set=ByPath"`
	LiteralPath string         `ps:"alias=PSPath|LP,mandatory,byname,set=ByLiteralPath"`
	Name        []string       `ps:"position=1,byname"`
	PassThru    cmdlets.Switch `ps:""`
	As          int            `ps:"type=Microsoft.PowerShell.Commands.ExportAliasFormat"`
	Append      cmdlets.Switch `ps:""`
	Force       cmdlets.Switch `ps:""`
	NoClobber   cmdlets.Switch `ps:"alias=NoOverwrite"`
	Description string         `ps:""`
	Scope       string         `ps:""`
}

// ImportAlias is Import-Alias.
type ImportAlias struct {
	Path        string         `ps:"mandatory,position=0,pipeline,byname,set=ByPath"`
	LiteralPath string         `ps:"alias=PSPath|LP,mandatory,pipeline,byname,set=ByLiteralPath"`
	Scope       string         `ps:"notnullorempty"`
	PassThru    cmdlets.Switch `ps:""`
	Force       cmdlets.Switch `ps:""`
}

// Process emits the aliases of those names, or those for those commands.
func (c *GetAlias) Process(ctx *runtime.Context) error {
	if len(c.Definition) > 0 {
		for _, definition := range c.Definition {
			err := c.find(ctx, definition, func(a *runtime.Command) string { return a.Target }, "definition")
			if err != nil {
				return err
			}
		}
		return nil
	}
	names := c.Name
	if len(names) == 0 {
		names = []string{"*"}
	}
	for _, name := range names {
		if err := c.find(ctx, name, func(a *runtime.Command) string { return a.Name }, "name"); err != nil {
			return err
		}
	}
	return nil
}

func (c *GetAlias) find(ctx *runtime.Context, pattern string, of func(*runtime.Command) string, what string) error {
	at, err := scopeByName(ctx, c.Scope)
	if err != nil {
		return err
	}
	found := false
	for _, a := range aliasesFrom(at, c.Scope != "") {
		if !patterns.Match(pattern, of(a)) || patterns.MatchAny(c.Exclude, a.Name) {
			continue
		}
		found = true
		if err := ctx.Emit(value.Obj(a)); err != nil {
			return err
		}
	}
	if found || patterns.HasWildcard(pattern) {
		return nil
	}
	return ctx.WriteError(aliasNotFound(pattern, what))
}

func aliasNotFound(name, what string) *errs.Record {
	return errs.New("System.Management.Automation.ItemNotFoundException", fmt.Sprintf(
		"This command cannot find a matching alias because an alias with the %s '%s' does not exist.", what, name),
		"ItemNotFoundException", value.ObjectNotFound, value.Str(name))
}

// aliasesFrom lists the aliases seen from a scope, or those of that very
// scope, by name.
func aliasesFrom(at *runtime.Scope, only bool) []*runtime.Command {
	seen := map[string]bool{}
	var all []*runtime.Command
	for ; at != nil; at = at.Parent() {
		for folded, a := range at.Aliases() {
			if !seen[folded] {
				seen[folded] = true
				all = append(all, a)
			}
		}
		if only {
			break
		}
	}
	sort.Slice(all, func(i, j int) bool { return value.Fold(all[i].Name) < value.Fold(all[j].Name) })
	return all
}

// Process takes aliases away.
func (c *RemoveAlias) Process(ctx *runtime.Context) error {
	for _, name := range c.Name {
		folded := value.Fold(name)
		a := ctx.Scope().Alias(folded)
		if a == nil {
			if err := ctx.WriteError(aliasNotFound(name, "name")); err != nil {
				return err
			}
			continue
		}
		if a.Options&runtime.OptionConstant != 0 || a.Options&runtime.OptionReadOnly != 0 && !bool(c.Force) {
			rec := errs.New("System.Management.Automation.SessionStateUnauthorizedAccessException",
				fmt.Sprintf("Alias %s is read-only or constant and cannot be removed.", name), "AliasNotRemovable", value.WriteError, value.Str(name))
			if err := ctx.WriteError(rec); err != nil {
				return err
			}
			continue
		}
		ctx.Scope().RemoveAlias(folded)
	}
	return nil
}

const (
	aliasesAsScript = 1
)

// Process writes aliases to a file.
func (c *ExportAlias) Process(ctx *runtime.Context) error {
	path := files.Resolve(ctx.Session(), c.Path+c.LiteralPath)
	if ok, err := ctx.ShouldProcess(path, ""); err != nil || !ok {
		return err
	}
	out, err := files.Create(path, files.WriteOptions{Encoding: files.UTF8, Append: bool(c.Append), NoClobber: bool(c.NoClobber), Force: bool(c.Force)})
	if err != nil {
		return ctx.Throw(files.Failure(err, path, "FileOpenFailure", value.OpenError))
	}
	defer out.Close()
	names := c.Name
	if len(names) == 0 {
		names = []string{"*"}
	}
	for _, a := range aliasesFrom(ctx.Scope(), false) {
		if !patterns.MatchAny(names, a.Name) {
			continue
		}
		if _, err := out.Write([]byte(aliasLine(a, c.As))); err != nil {
			return ctx.Throw(files.Failure(err, path, "FileOpenFailure", value.WriteError))
		}
		if c.PassThru {
			if err := ctx.Emit(value.Obj(a)); err != nil {
				return err
			}
		}
	}
	return nil
}

func aliasLine(a *runtime.Command, as int) string {
	options := optionsText(a.Options)
	if as == aliasesAsScript {
		return fmt.Sprintf("set-alias -Name:\"%s\" -Value:\"%s\" -Description:\"%s\" -Option:\"%s\"\n", a.Name, a.Target, a.Description, options)
	}
	return fmt.Sprintf("\"%s\",\"%s\",\"%s\",\"%s\"\n", a.Name, a.Target, a.Description, options)
}

// optionsText names ScopedItemOptions.
func optionsText(options int) string {
	var words []string
	for _, o := range []struct {
		bit  int
		name string
	}{{runtime.OptionReadOnly, "ReadOnly"}, {runtime.OptionConstant, "Constant"}, {runtime.OptionPrivate, "Private"}, {runtime.OptionAllScope, "AllScope"}} {
		if options&o.bit != 0 {
			words = append(words, o.name)
		}
	}
	if len(words) == 0 {
		return "None"
	}
	return strings.Join(words, ", ")
}

// Process reads aliases from a file that Export-Alias wrote.
func (c *ImportAlias) Process(ctx *runtime.Context) error {
	path := files.Resolve(ctx.Session(), c.Path+c.LiteralPath)
	in, err := os.Open(path)
	if err != nil {
		return ctx.Throw(files.Failure(err, path, "FileOpenFailure", value.OpenError))
	}
	defer in.Close()
	at, err := scopeByName(ctx, c.Scope)
	if err != nil {
		return err
	}
	reader := csv.NewReader(in, ',')
	for {
		record, err := reader.Read()
		if err != nil {
			return nil
		}
		if len(record) < 4 || strings.HasPrefix(record[0], "#") {
			continue
		}
		if known := at.Alias(value.Fold(record[0])); known != nil && !bool(c.Force) {
			if err := ctx.WriteError(aliasExists(record[0])); err != nil {
				return err
			}
			continue
		}
		a := &runtime.Command{Name: record[0], Kind: runtime.AliasCommand, Target: record[1], Description: record[2]}
		at.SetAlias(a)
		if c.PassThru {
			if err := ctx.Emit(value.Obj(a)); err != nil {
				return err
			}
		}
	}
}

func aliasExists(name string) *errs.Record {
	return errs.New("System.Management.Automation.SessionStateException", fmt.Sprintf("The alias is not allowed, because an alias with the name '%s' already exists.", name),
		"AliasAlreadyExists", value.ResourceExists, value.Str(name))
}
