package management

import (
	"fmt"
	"os"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/providers"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/sandbox"
	"exolab/runtime/value"
)

// RemoveItem is Remove-Item.
type RemoveItem struct {
	pipedPath
	filters
	Recurse    cmdlets.Switch `ps:""`
	Force      cmdlets.Switch `ps:""`
	Credential value.Value    `ps:"type=pscredential,byname"`
}

// Process removes the items.
func (c *RemoveItem) Process(ctx *runtime.Context) error {
	paths, o := both(c.Path, c.LiteralPath)
	o.Force = bool(c.Force)
	c.narrow(&o)
	if c.Recurse && len(c.Include) > 0 {
		return c.below(ctx, paths, o)
	}
	return providers.Each(ctx, paths, o, func(p providers.Place) error { return c.remove(ctx, p) })
}

// below removes what -Include selects anywhere below the paths.
func (c *RemoveItem) below(ctx *runtime.Context, paths []string, o providers.Options) error {
	var found []providers.Place
	var collect func(p providers.Place)
	collect = func(p providers.Place) {
		for _, child := range p.Children(providers.Options{Force: o.Force}) {
			if o.Selects(child.Name()) {
				found = append(found, child)
			} else if isFolder(child) {
				collect(child)
			}
		}
	}
	err := providers.Each(ctx, paths, providers.Options{Literal: o.Literal, Force: o.Force}, func(p providers.Place) error {
		if !p.IsContainer() && o.Selects(p.Name()) {
			found = append(found, p)
		} else if p.IsContainer() {
			collect(p)
		}
		return nil
	})
	for i := 0; i < len(found) && err == nil; i++ {
		err = c.remove(ctx, found[i])
	}
	return err
}

func (c *RemoveItem) remove(ctx *runtime.Context, p providers.Place) error {
	if p.Flat() {
		if ok, err := ctx.ShouldProcess("Item: "+p.Path, "Remove Item"); err != nil || !ok {
			return err
		}
		return p.Drive.Items.Remove(p.Path)
	}
	info, err := os.Lstat(p.Path)
	if err != nil {
		return nil
	}
	if here := ctx.Session().WorkingDirectory(); info.IsDir() && p.Path == here {
		return ctx.WriteError(errs.New("System.Management.Automation.PSInvalidOperationException",
			fmt.Sprintf("Cannot remove the item at '%s' because it is in use.", p.Path), "InvalidOperation", value.InvalidOperation, value.Null))
	}
	action := "Remove File"
	if info.IsDir() {
		action = "Remove Directory"
		if ok, err := c.mayRemoveChildren(ctx, p); err != nil || !ok {
			return err
		}
	}
	if ok, err := ctx.ShouldProcess(p.Path, action); err != nil || !ok {
		return err
	}
	if info.Mode().Perm()&0o200 == 0 && !info.IsDir() && info.Mode()&os.ModeSymlink == 0 && !bool(c.Force) {
		return ctx.WriteError(errs.New("System.IO.IOException", fmt.Sprintf(
			"Cannot remove item %s: You do not have sufficient access rights to perform this operation or the item is hidden, system, or read only.", p.Path),
			"RemoveFileSystemItemUnAuthorizedAccess", value.PermissionDenied, value.Obj(fileItem(p))))
	}
	if err := sandbox.RemoveAll(p.Path); err != nil {
		return ctx.WriteError(errs.New("System.UnauthorizedAccessException", sandbox.Denied(err, p.Path),
			"RemoveFileSystemItemUnAuthorizedAccess", value.PermissionDenied, value.Obj(fileItem(p))))
	}
	return nil
}

// mayRemoveChildren asks before a folder with content goes, unless -Recurse
// says so.
func (c *RemoveItem) mayRemoveChildren(ctx *runtime.Context, p providers.Place) (bool, error) {
	if bool(c.Recurse) || ctx.WhatIf() {
		return true, nil
	}
	if list, err := os.ReadDir(p.Path); err != nil || len(list) == 0 {
		return true, nil
	}
	return ctx.ShouldContinueAll(fmt.Sprintf(
		"The item at %s has children and the Recurse parameter was not specified. If you continue, all children will be removed with the item. Are you sure you want to continue?", p.Path), "Confirm")
}
