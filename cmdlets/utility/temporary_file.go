package utility

import (
	"os"
	"time"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/files"
	"exolab/cmdlets/internal/providers"
	"exolab/runtime"
	"exolab/runtime/dotnet/fileio"
	"exolab/runtime/errs"
	"exolab/runtime/netfmt"
	"exolab/runtime/sandbox"
	"exolab/runtime/value"
)

// NewTemporaryFile is New-TemporaryFile.
type NewTemporaryFile struct {
}

// GetUptime is Get-Uptime.
type GetUptime struct {
	Since cmdlets.Switch `ps:"set=Since"`
}

// UnblockFile is Unblock-File.
type UnblockFile struct {
	Path        []string `ps:"mandatory,position=0,set=ByPath"`
	LiteralPath []string `ps:"alias=PSPath|LP,mandatory,byname,set=ByLiteralPath"`
}

// Process makes an empty file in the temporary folder.
func (c *NewTemporaryFile) Process(ctx *runtime.Context) error {
	dir := os.TempDir()
	if ok, err := ctx.ShouldProcess(dir, ""); err != nil || !ok {
		return err
	}
	file, err := sandbox.CreateTemp(dir, "tmp*.tmp")
	if err != nil {
		return ctx.Throw(failedWrite(err, dir))
	}
	path := file.Name()
	if err := file.Close(); err != nil {
		return ctx.Throw(failedWrite(err, path))
	}
	return ctx.Emit(value.Obj(fileio.NewFileItem(path, false, nil)))
}

// started is when the program began to run.
var started = time.Now()

// Process emits how long exolab has been running: it knows no machine.
func (c *GetUptime) Process(ctx *runtime.Context) error {
	if c.Since {
		since := netfmt.FromTime(started.UTC(), netfmt.UTC).ToLocal()
		return ctx.Emit(value.Date(since.Ticks, uint8(since.Kind)))
	}
	return ctx.Emit(value.Span(int64(time.Since(started).Round(time.Second)) / 100))
}

// Process names the paths that lead nowhere; for files it ends, as PowerShell
// does on Linux, where no file is ever blocked.
func (c *UnblockFile) Process(ctx *runtime.Context) error {
	paths, o := c.Path, providers.Options{Force: true}
	if len(c.LiteralPath) > 0 {
		paths, o.Literal = c.LiteralPath, true
	}
	for _, path := range paths {
		found, rec := providers.Expand(ctx.Session(), path, o)
		if rec != nil {
			rec.ID = "FileNotFound"
			if err := ctx.WriteError(rec); err != nil {
				return err
			}
			continue
		}
		if len(found) > 0 {
			return ctx.Throw(errs.New("System.PlatformNotSupportedException", "The cmdlet does not support Linux.", "LinuxNotSupported", value.NotImplemented, value.Null))
		}
	}
	return nil
}

func failedWrite(err error, path string) *errs.Record {
	return files.Failure(err, path, "NewTemporaryFileWriteError", value.WriteError)
}
