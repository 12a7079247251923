package management

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/providers"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/sandbox"
	"exolab/runtime/value"
)

// MoveItem is Move-Item.
type MoveItem struct {
	pipedPath
	Destination string         `ps:"position=1,byname"`
	Force       cmdlets.Switch `ps:""`
	filters
	PassThru   cmdlets.Switch `ps:""`
	Credential value.Value    `ps:"type=pscredential,byname"`
}

// RenameItem is Rename-Item.
type RenameItem struct {
	Path        string         `ps:"mandatory,position=0,pipeline,byname,set=ByPath"`
	LiteralPath string         `ps:"alias=PSPath|LP,mandatory,byname,set=ByLiteralPath"`
	NewName     string         `ps:"mandatory,position=1,byname"`
	Force       cmdlets.Switch `ps:""`
	PassThru    cmdlets.Switch `ps:""`
	Credential  value.Value    `ps:"type=pscredential,byname"`
}

// Process moves the items.
func (c *MoveItem) Process(ctx *runtime.Context) error {
	paths, o := both(c.Path, c.LiteralPath)
	o.Force = bool(c.Force)
	c.narrow(&o)
	to := c.Destination
	if to == "" {
		to = "."
	}
	target, rec := providers.Resolve(ctx.Session(), to)
	if rec != nil {
		return ctx.Throw(rec)
	}
	return providers.Each(ctx, paths, o, func(p providers.Place) error {
		if err := c.move(ctx, p, destination(p, target)); err != nil {
			return err
		}
		return nil
	})
}

func (c *MoveItem) move(ctx *runtime.Context, from, to providers.Place) error {
	kind, id := kindOf(from), "MoveFileInfoItemIOError"
	if !from.Flat() && from.IsContainer() {
		id = "MoveDirectoryItemIOError"
		if to.Path == from.Path || strings.HasPrefix(to.Path, strings.TrimSuffix(from.Path, "/")+"/") {
			return ctx.WriteError(errs.New("System.IO.IOException", fmt.Sprintf("Destination path cannot be a subdirectory of the source or the source itself: %s.", to.Path),
				"MoveItemArgumentError", value.InvalidArgument, value.Str(to.Path)))
		}
	}
	if ok, err := ctx.ShouldProcess(fmt.Sprintf("Item: %s Destination: %s", from.Path, to.Path), "Move "+kind); err != nil || !ok {
		return err
	}
	if !from.Flat() && from.IsContainer() && to.Exists() && !to.IsContainer() {
		return ctx.WriteError(errs.New("System.IO.IOException", fmt.Sprintf("An item with the specified name %s already exists.", to.Path), "DirectoryExist", value.ResourceExists, value.Str(to.Path)))
	}
	if rec := rename(from, to, bool(c.Force), id); rec != nil {
		return ctx.WriteError(rec)
	}
	if !c.PassThru {
		return nil
	}
	return ctx.Emit(to.Item())
}

func kindOf(p providers.Place) string {
	switch {
	case p.Flat():
		return "Item"
	case p.IsContainer():
		return "Directory"
	}
	return "File"
}

// rename gives a file another path. An existing one is in the way unless it
// is a file and force is set.
func rename(from, to providers.Place, force bool, id string) *errs.Record {
	if from.Flat() {
		return renameFlat(from, to)
	}
	target := value.Obj(fileItem(from))
	if to.Exists() && from.Path != to.Path {
		if from.IsContainer() || to.IsContainer() {
			return errs.New("System.IO.IOException", fmt.Sprintf("Cannot create '%s' because a file or directory with the same name already exists.", to.Path), id, value.WriteError, target)
		}
		if !force {
			return errs.New("System.IO.IOException", "Cannot create a file when that file already exists.", id, value.WriteError, target)
		}
	}
	err := sandbox.Rename(from.Path, to.Path)
	if err != nil && !errors.Is(err, fs.ErrPermission) && !from.IsContainer() && filepath.Dir(from.Path) != filepath.Dir(to.Path) {
		if err = copyBytes(from.Path, to.Path, true); err == nil {
			err = sandbox.Remove(from.Path)
		}
	}
	if err == nil {
		return nil
	}
	rec := failed(err, to.Path, id)
	rec.Target = target
	return rec
}

func renameFlat(from, to providers.Place) *errs.Record {
	content := from.Drive.Items.Content(from.Item())
	err := from.Drive.Items.Set(nil, to.Path, content)
	if err == nil {
		err = from.Drive.Items.Remove(from.Path)
	}
	if err != nil {
		return runtime.RecordOf(err)
	}
	return nil
}

// Process renames the item.
func (c *RenameItem) Process(ctx *runtime.Context) error {
	path, literal := c.Path, c.LiteralPath != ""
	if literal {
		path = c.LiteralPath
	}
	places, rec := providers.Expand(ctx.Session(), path, providers.Options{Literal: literal, Force: true})
	if rec != nil && (rec.ID != "PathNotFound" || providers.Current(ctx.Session()).Flat()) {
		return ctx.WriteError(rec)
	}
	if len(places) != 1 {
		return ctx.WriteError(errs.New("System.Management.Automation.PSInvalidOperationException",
			fmt.Sprintf("Cannot rename because item at '%s' does not exist.", path), "InvalidOperation", value.InvalidOperation, value.Null))
	}
	from := places[0]
	name := slashes(c.NewName)
	if dir := filepath.Dir(name); strings.Contains(name, "/") && !sameFolder(ctx, dir, filepath.Dir(from.Path)) {
		return ctx.WriteError(errs.New("System.Management.Automation.PSArgumentException",
			"Cannot rename the specified target, because it represents a path or device name.", "Argument", value.InvalidArgument, value.Null))
	}
	return c.rename(ctx, from, providers.Place{Drive: from.Drive, Path: filepath.Join(filepath.Dir(from.Path), filepath.Base(name))})
}

func sameFolder(ctx *runtime.Context, dir, folder string) bool {
	p, rec := providers.Resolve(ctx.Session(), dir)
	return rec == nil && p.Path == folder
}

// guarded is why a function or alias keeps its name, or nil.
func (c *RenameItem) guarded(p providers.Place) *errs.Record {
	command, ok := value.As[*runtime.Command](p.Item())
	if !ok || command.Options&runtime.OptionConstant == 0 && (command.Options&runtime.OptionReadOnly == 0 || bool(c.Force)) {
		return nil
	}
	kind := p.Drive.Name
	return errs.New("System.Management.Automation.SessionStateUnauthorizedAccessException",
		fmt.Sprintf("Cannot rename %[1]s because %[1]s %[2]s is read-only or constant.", strings.ToLower(kind), command.Name), "CannotRename"+kind, value.WriteError, value.Str(command.Name))
}

func (c *RenameItem) rename(ctx *runtime.Context, from, to providers.Place) error {
	if from.Flat() {
		to.Path = c.NewName
		if rec := c.guarded(from); rec != nil {
			return ctx.WriteError(rec)
		}
	}
	if ok, err := ctx.ShouldProcess(fmt.Sprintf("Item: %s Destination: %s", from.Path, to.Path), "Rename "+kindOf(from)); err != nil || !ok {
		return err
	}
	if from.Path == to.Path {
		return ctx.WriteError(errs.New("System.IO.IOException", "Source and destination path must be different.", "RenameItemIOError", value.WriteError, value.Str(from.Path)))
	}
	if rec := rename(from, to, false, "RenameItemIOError"); rec != nil {
		rec.Target = value.Str(from.Path)
		return ctx.WriteError(rec)
	}
	if !c.PassThru {
		return nil
	}
	return ctx.Emit(to.Item())
}
