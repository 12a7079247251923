package management

import (
	"strings"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/providers"
	"exolab/runtime"
	"exolab/runtime/dotnet/fileio"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// TestPath is Test-Path.
type TestPath struct {
	Path        []string `ps:"allownull,allowemptystring,allowemptycollection,mandatory,position=0,pipeline,byname,set=Path"`
	LiteralPath []string `ps:"alias=PSPath|LP,allownull,allowemptystring,allowemptycollection,mandatory,byname,set=LiteralPath"`
	filters
	PathType   int            `ps:"alias=Type,type=Microsoft.PowerShell.Commands.TestPathType"`
	IsValid    cmdlets.Switch `ps:""`
	Credential value.Value    `ps:"type=pscredential,byname"`
	OlderThan  value.Value    `ps:"type=System.Nullable[datetime],dynamic"`
	NewerThan  value.Value    `ps:"type=System.Nullable[datetime],dynamic"`
}

const (
	pathAny = iota
	pathContainer
	pathLeaf
)

// Process emits, for each path, whether it leads somewhere.
func (c *TestPath) Process(ctx *runtime.Context) error {
	paths, o := both(c.Path, c.LiteralPath)
	if len(paths) == 0 {
		return ctx.WriteError(errs.New("System.ArgumentNullException",
			"Value cannot be null. (Parameter 'The provided Path argument was null or an empty collection.')", "NullPathNotPermitted", value.InvalidArgument, value.Null))
	}
	o.Force = true
	c.narrow(&o)
	for _, path := range paths {
		if err := ctx.Emit(value.Bool(c.test(ctx, path, o))); err != nil {
			return err
		}
	}
	return nil
}

func (c *TestPath) test(ctx *runtime.Context, path string, o providers.Options) bool {
	if isBlank(path) {
		return false
	}
	if c.IsValid {
		_, rec := providers.Resolve(ctx.Session(), path)
		return rec == nil && !strings.ContainsRune(path, 0)
	}
	places, rec := providers.Expand(ctx.Session(), path, o)
	if rec != nil {
		return false
	}
	for _, p := range places {
		if c.PathType != pathAny && p.IsContainer() != (c.PathType == pathContainer) {
			continue
		}
		if c.inTime(p) {
			return true
		}
	}
	return false
}

// inTime applies -OlderThan and -NewerThan.
func (c *TestPath) inTime(p providers.Place) bool {
	if c.OlderThan.IsNull() && c.NewerThan.IsNull() {
		return true
	}
	f, ok := value.As[*fileio.FileItem](p.Item())
	if !ok {
		return false
	}
	written := f.LastWrite(true).Ticks
	if old, _ := c.OlderThan.DateTicks(); !c.OlderThan.IsNull() && written >= old {
		return false
	}
	recent, _ := c.NewerThan.DateTicks()
	return c.NewerThan.IsNull() || written > recent
}

func isBlank(s string) bool {
	for _, r := range s {
		if r != ' ' && r != '\t' && r != '\r' && r != '\n' {
			return false
		}
	}
	return true
}
