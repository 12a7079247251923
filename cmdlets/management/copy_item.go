package management

import (
	"fmt"
	"io"
	"os"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/providers"
	"exolab/runtime"
	"exolab/runtime/dotnet"
	"exolab/runtime/dotnet/fileio"
	"exolab/runtime/errs"
	"exolab/runtime/sandbox"
	"exolab/runtime/value"
)

// CopyItem is Copy-Item.
type CopyItem struct {
	pipedPath
	Destination string         `ps:"position=1,byname"`
	Container   cmdlets.Switch `ps:""`
	Force       cmdlets.Switch `ps:""`
	filters
	Recurse     cmdlets.Switch `ps:""`
	PassThru    cmdlets.Switch `ps:""`
	Credential  value.Value    `ps:"type=pscredential,byname"`
	FromSession value.Value    `ps:"type=System.Management.Automation.Runspaces.PSSession,notnullorempty,dynamic"`
	ToSession   value.Value    `ps:"type=System.Management.Automation.Runspaces.PSSession,notnullorempty,dynamic"`
}

// NewCopyItem returns a Copy-Item with its defaults.
func NewCopyItem() any { return &CopyItem{Container: true} }

// Process copies the items.
func (c *CopyItem) Process(ctx *runtime.Context) error {
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
		if p.Flat() || target.Flat() {
			return c.copyFlat(ctx, p, target)
		}
		if !p.IsContainer() {
			return c.copyFile(ctx, p, destination(p, target))
		}
		if target.Exists() && !target.IsContainer() {
			return ctx.WriteError(errs.New("System.Management.Automation.PSArgumentException", "Container cannot be copied onto existing leaf item.",
				"CopyContainerItemToLeafError", value.InvalidArgument, value.Str(p.Path)))
		}
		return c.copyFolder(ctx, p, destination(p, target))
	})
}

// destination is where p goes: into a target that is a folder.
func destination(p, target providers.Place) providers.Place {
	if target.IsContainer() {
		return target.Child(p.Name())
	}
	return target
}

func fileItem(p providers.Place) *fileio.FileItem {
	return fileio.NewFileItem(p.Path, p.IsContainer(), nil)
}

func (c *CopyItem) copyFile(ctx *runtime.Context, from, to providers.Place) error {
	if c.Filter != "" && !(&providers.Options{Filter: c.Filter}).Selects(from.Name()) {
		return nil
	}
	if ok, err := ctx.ShouldProcess(fmt.Sprintf("Item: %s Destination: %s", from.Path, to.Path), "Copy File"); err != nil || !ok {
		return err
	}
	if sameFile(from.Path, to.Path) {
		rec := errs.New("System.IO.IOException", fmt.Sprintf("Cannot overwrite the item %s with itself.", to.Path), "CopyError", value.WriteError, value.Str(to.Path))
		data := value.NewHashtable()
		data.Set(value.Str("SelfCopy"), value.Str(from.Path))
		dotnet.SetData(rec.Exception, "Data", value.Obj(data))
		return ctx.WriteError(rec)
	}
	if err := copyBytes(from.Path, to.Path, bool(c.Force)); err != nil {
		rec := failed(err, to.Path, "CopyFileInfoItemIOError")
		rec.Target = value.Obj(fileItem(from))
		return ctx.WriteError(rec)
	}
	return c.pass(ctx, to)
}

// sameFile reports whether two paths lead to one file, through links too.
func sameFile(a, b string) bool {
	if a == b {
		return true
	}
	x, err := os.Stat(a)
	if err != nil {
		return false
	}
	y, err := os.Stat(b)
	return err == nil && os.SameFile(x, y)
}

func (c *CopyItem) pass(ctx *runtime.Context, p providers.Place) error {
	if !c.PassThru {
		return nil
	}
	return ctx.Emit(p.Item())
}

func copyBytes(from, to string, force bool) error {
	info, err := os.Stat(from)
	if err != nil {
		return err
	}
	in, err := sandbox.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	if force {
		if old, err := os.Stat(to); err == nil && old.Mode().Perm()&0o200 == 0 {
			_ = sandbox.Chmod(to, old.Mode().Perm()|0o200)
		}
	}
	out, err := sandbox.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, info.Mode().Perm())
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	if closeErr := out.Close(); err == nil {
		err = closeErr
	}
	if err == nil {
		err = sandbox.Chtimes(to, info.ModTime(), info.ModTime())
	}
	return err
}

// copyFolder copies a folder, and with -Recurse what is in it.
func (c *CopyItem) copyFolder(ctx *runtime.Context, from, to providers.Place) error {
	if ok, err := ctx.ShouldProcess(fmt.Sprintf("Item: %s Destination: %s", from.Path, to.Path), "Copy Directory"); err != nil || !ok {
		return err
	}
	if to.Exists() && !to.IsContainer() {
		return ctx.WriteError(errs.New("System.IO.IOException", fmt.Sprintf("An item with the specified name %s already exists.", to.Path), "DirectoryExist", value.ResourceExists, value.Str(to.Path)))
	}
	children := from.Children(providers.Options{Force: true, Exclude: c.Exclude})
	if err := sandbox.MkdirAll(to.Path, 0o755); err != nil {
		return ctx.WriteError(failed(err, to.Path, "CreateDirectoryIOError"))
	}
	if err := c.pass(ctx, to); err != nil || !bool(c.Recurse) {
		return err
	}
	for _, child := range children {
		target := to.Child(child.Name())
		var err error
		switch {
		case !child.IsContainer():
			err = c.copyFile(ctx, child, target)
		case bool(c.Container):
			err = c.copyFolder(ctx, child, target)
		default:
			err = c.copyFolder(ctx, child, to)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (c *CopyItem) copyFlat(ctx *runtime.Context, from, to providers.Place) error {
	if from.Flat() != to.Flat() {
		return ctx.WriteError(errs.New("System.Management.Automation.PSArgumentException",
			"Source and destination path did not resolve to the same provider.", "Argument", value.InvalidArgument, value.Str(to.Path)))
	}
	if ok, err := ctx.ShouldProcess(fmt.Sprintf("Item: %s Destination: %s", from.Path, to.Path), "Copy Item"); err != nil || !ok {
		return err
	}
	if err := to.Drive.Items.Set(ctx.Env(), to.Path, from.Drive.Items.Content(from.Item())); err != nil {
		return err
	}
	return c.pass(ctx, to)
}
