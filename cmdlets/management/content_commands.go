package management

import (
	"fmt"

	"exolab/cmdlets/internal/files"
	"exolab/cmdlets/internal/providers"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/sandbox"
	"exolab/runtime/value"
)

// Process writes values.
func (c *SetContent) Process(ctx *runtime.Context) error { return c.put(ctx, "Set Content", false) }

// End closes the files.
func (c *SetContent) End(ctx *runtime.Context) error { return c.writer.end(ctx) }

// Clean closes the files, whatever happened.
func (c *SetContent) Clean(*runtime.Context) error { return c.writer.close() }

// Process adds values.
func (c *AddContent) Process(ctx *runtime.Context) error {
	return (*SetContent)(c).put(ctx, "Add Content", true)
}

// End closes the files.
func (c *AddContent) End(ctx *runtime.Context) error { return c.writer.end(ctx) }

// Clean closes the files, whatever happened.
func (c *AddContent) Clean(*runtime.Context) error { return c.writer.close() }

// put writes values; the files are opened before the first one.
func (c *SetContent) put(ctx *runtime.Context, action string, add bool) error {
	if !c.writer.opened {
		encoding := files.EncodingOf(c.Encoding)
		if c.AsByteStream {
			encoding = files.UTF8
		}
		c.writer.options = files.WriteOptions{Encoding: encoding, Append: add, Force: bool(c.Force)}
		c.writer.bytes, c.writer.bare, c.writer.passing, c.writer.action = bool(c.AsByteStream), bool(c.NoNewline), bool(c.PassThru), action
		paths, o := both(c.Path, c.LiteralPath)
		o.Force = bool(c.Force)
		c.narrow(&o)
		if err := c.writer.open(ctx, paths, o); err != nil {
			return err
		}
	}
	return c.writer.write(ctx, c.Value)
}

// Process empties the files.
func (c *ClearContent) Process(ctx *runtime.Context) error {
	paths, o := both(c.Path, c.LiteralPath)
	o.Force = bool(c.Force)
	c.narrow(&o)
	return providers.Each(ctx, paths, o, func(p providers.Place) error {
		if p.Flat() {
			return p.Drive.Items.Set(ctx.Env(), p.Path, value.Null)
		}
		if ok, err := ctx.ShouldProcess("Item: "+p.Path, "Clear Content"); err != nil || !ok {
			return err
		}
		if p.IsContainer() {
			return ctx.WriteError(errs.New("System.NotSupportedException", fmt.Sprintf(
				"Unable to clear content of '%s' because it is a directory. Clear-Content is only supported on files.", p.Path),
				"ClearDirectoryContent", value.InvalidOperation, value.Str(p.Path)))
		}
		if err := sandbox.Truncate(p.Path, 0); err != nil {
			return ctx.WriteError(files.Failure(err, p.Path, "ClearContentIOError", value.WriteError))
		}
		return nil
	})
}
