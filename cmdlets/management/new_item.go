package management

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/files"
	"exolab/cmdlets/internal/providers"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/sandbox"
	"exolab/runtime/value"
)

// NewItem is New-Item.
type NewItem struct {
	Path       []string       `ps:"set=pathSet,mandatory,position=0,byname,set=nameSet,position=0,byname"`
	Name       string         `ps:"allownull,allowemptystring,mandatory,byname,set=nameSet"`
	ItemType   string         `ps:"alias=Type,byname"`
	Value      value.Value    `ps:"alias=Target,pipeline,byname"`
	Force      cmdlets.Switch `ps:""`
	Credential value.Value    `ps:"type=pscredential,byname"`
}

// Process makes the items.
func (c *NewItem) Process(ctx *runtime.Context) error {
	paths := c.Path
	if len(paths) == 0 {
		paths = []string{"."}
	}
	for _, path := range paths {
		if c.Name != "" {
			path = join(path, c.Name)
		}
		p, rec := providers.Resolve(ctx.Session(), path)
		if rec != nil {
			if err := ctx.WriteError(rec); err != nil {
				return err
			}
			continue
		}
		if err := c.make(ctx, p); err != nil {
			return err
		}
	}
	return nil
}

// itemKind completes an abbreviated -ItemType; "" is a type that files have not.
func itemKind(name string) string {
	folded := value.Fold(name)
	if folded == "" {
		return "file"
	}
	for _, kind := range []string{"directory", "container", "file", "symboliclink", "junction", "hardlink"} {
		if strings.HasPrefix(kind, folded) {
			if kind == "container" {
				return "directory"
			}
			return kind
		}
	}
	return ""
}

func (c *NewItem) make(ctx *runtime.Context, p providers.Place) error {
	if p.Flat() {
		return c.makeFlat(ctx, p)
	}
	switch itemKind(c.ItemType) {
	case "directory":
		return c.makeDirectory(ctx, p)
	case "file":
		return c.makeFile(ctx, p)
	case "symboliclink", "junction":
		return c.makeLink(ctx, p, "Create Symbolic Link", sandbox.Symlink)
	case "hardlink":
		return c.makeLink(ctx, p, "Create Hard Link", sandbox.Link)
	}
	return ctx.WriteError(errs.New("System.Management.Automation.PSArgumentException",
		"The type is not a known type for the file system. Only \"file\",\"directory\" or \"symboliclink\" can be specified.", "Argument", value.InvalidArgument, value.Str(c.ItemType)))
}

func (c *NewItem) makeDirectory(ctx *runtime.Context, p providers.Place) error {
	if ok, err := ctx.ShouldProcess("Destination: "+p.Path, "Create Directory"); err != nil || !ok {
		return err
	}
	if _, err := os.Stat(p.Path); err == nil && (!bool(c.Force) || !p.IsContainer()) {
		return ctx.WriteError(errs.New("System.IO.IOException", fmt.Sprintf("An item with the specified name %s already exists.", p.Path),
			"DirectoryExist", value.ResourceExists, value.Str(p.Path)))
	}
	if err := sandbox.MkdirAll(p.Path, 0o755); err != nil {
		return ctx.WriteError(failed(err, p.Path, "CreateDirectoryIOError"))
	}
	return ctx.Emit(p.Item())
}

func (c *NewItem) makeFile(ctx *runtime.Context, p providers.Place) error {
	if ok, err := ctx.ShouldProcess("Destination: "+p.Path, "Create File"); err != nil || !ok {
		return err
	}
	flags := os.O_WRONLY | os.O_CREATE | os.O_EXCL
	if c.Force {
		flags = os.O_WRONLY | os.O_CREATE | os.O_TRUNC
		_ = sandbox.MkdirAll(filepath.Dir(p.Path), 0o755)
	}
	file, err := sandbox.OpenFile(p.Path, flags, 0o644)
	if err == nil {
		if !c.Value.IsNull() {
			_, err = file.WriteString(value.ToString(ctx.Env(), c.Value))
		}
		if closeErr := file.Close(); err == nil {
			err = closeErr
		}
	}
	if err != nil {
		return ctx.WriteError(failed(err, p.Path, "NewItemIOError"))
	}
	return ctx.Emit(p.Item())
}

// fullTarget is the target of a hard link, which is seen from the current
// location; that of a symbolic link stays as it is written.
func (c *NewItem) fullTarget(ctx *runtime.Context, target string) string {
	if itemKind(c.ItemType) != "hardlink" {
		return target
	}
	if place, rec := providers.Resolve(ctx.Session(), target); rec == nil && !place.Flat() {
		return place.Path
	}
	return target
}

func (c *NewItem) makeLink(ctx *runtime.Context, p providers.Place, action string, link func(target, path string) error) error {
	if ok, err := ctx.ShouldProcess("Destination: "+p.Path, action); err != nil || !ok {
		return err
	}
	target := value.ToString(ctx.Env(), c.Value)
	if target == "" {
		return ctx.Throw(errs.New("System.Management.Automation.PSArgumentNullException", "Cannot process argument because the value of argument \"content\" is null. Change the value of argument \"content\" to a non-null value.",
			"ArgumentNull", value.InvalidArgument, value.Null))
	}
	target = c.fullTarget(ctx, target)
	if c.Force && target == p.Path {
		return ctx.WriteError(errs.New("System.InvalidOperationException", "The target and path cannot be the same.", "TargetIsSameAsLink", value.InvalidOperation, value.Str(p.Path)))
	}
	if c.Force {
		_ = sandbox.Remove(p.Path)
	}
	err := link(target, p.Path)
	if err != nil && !errors.Is(err, fs.ErrExist) {
		return ctx.WriteError(failed(err, p.Path, "NewItemIOError"))
	}
	if err != nil {
		return ctx.WriteError(errs.New("System.IO.IOException", fmt.Sprintf("An item with the specified name %s already exists.", p.Path),
			"SymLinkExists", value.ResourceExists, value.Str(p.Path)))
	}
	return ctx.Emit(p.Item())
}

func (c *NewItem) makeFlat(ctx *runtime.Context, p providers.Place) error {
	text := value.ToString(ctx.Env(), c.Value)
	if ok, err := ctx.ShouldProcess(fmt.Sprintf("Item: %s Type: %s Value: %s", p.Path, c.ItemType, text), "New Item"); err != nil || !ok {
		return err
	}
	if p.Exists() && !bool(c.Force) {
		kind := map[string]string{"Env": "environment variable", "Variable": "variable", "Alias": "alias", "Function": "function"}[p.Drive.Name]
		return ctx.WriteError(errs.New("System.Management.Automation.PSArgumentException",
			fmt.Sprintf("The %s '%s' already exists.", kind, p.Path), "Argument", value.InvalidArgument, value.Str(p.Path)))
	}
	if err := p.Drive.Items.Set(ctx.Env(), p.Path, c.Value); err != nil {
		return err
	}
	return ctx.Enumerate(p.Item())
}

// failed is the record of a file operation that the operating system refused.
func failed(err error, path, id string) *errs.Record {
	if errors.Is(err, fs.ErrExist) {
		return errs.New("System.IO.IOException", fmt.Sprintf("The file '%s' already exists.", path), id, value.WriteError, value.Str(path))
	}
	if errors.Is(err, fs.ErrPermission) {
		id = strings.TrimSuffix(id, "IOError") + "UnauthorizedAccessError"
	}
	return files.Failure(err, path, id, value.WriteError)
}
