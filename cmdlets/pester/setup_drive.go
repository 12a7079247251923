package pester

import (
	"path/filepath"

	"exolab/cmdlets"
	"exolab/runtime"
	"exolab/runtime/sandbox"
	"exolab/runtime/value"
)

// Setup is Setup of Pester 4: it makes a file or folder on TestDrive:.
type Setup struct {
	Dir      cmdlets.Switch `ps:"alias=Directory"`
	File     cmdlets.Switch `ps:""`
	Path     string         `ps:"position=0"`
	Content  string         `ps:"position=1"`
	PassThru cmdlets.Switch `ps:""`
}

// Process makes the file or folder.
func (c *Setup) Process(ctx *runtime.Context) error {
	st := current(ctx.Session())
	if st == nil || st.drive.root == "" {
		return notInBlock(ctx)
	}
	path := filepath.Join(st.drive.root, filepath.FromSlash(c.Path))
	dir := filepath.Dir(path)
	if c.Dir {
		dir = path
	}
	err := sandbox.MkdirAll(dir, 0o777)
	if err == nil && bool(c.File) {
		err = sandbox.WriteFile(path, []byte(c.Content), 0o666)
	}
	if err != nil {
		return thrown(ctx, "System.IO.IOException", "The path '"+c.Path+"' cannot be made on TestDrive:.")
	}
	if c.PassThru {
		return ctx.Emit(value.Str(path))
	}
	return nil
}
