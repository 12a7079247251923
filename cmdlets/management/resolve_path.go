package management

import (
	"path/filepath"
	"strings"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/providers"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// ResolvePath is Resolve-Path.
type ResolvePath struct {
	pipedPath
	Relative         cmdlets.Switch `ps:"set=Path|LiteralPath"`
	RelativeBasePath string         `ps:""`
	Force            cmdlets.Switch `ps:""`
	Credential       value.Value    `ps:"type=pscredential,byname"`
}

// ConvertPath is Convert-Path.
type ConvertPath struct {
	pipedPath
	Force cmdlets.Switch `ps:""`
}

// Process emits the full paths.
func (c *ResolvePath) Process(ctx *runtime.Context) error {
	paths, o := both(c.Path, c.LiteralPath)
	o.Force = bool(c.Force)
	base := ctx.Session().WorkingDirectory()
	if c.RelativeBasePath != "" {
		p, rec := providers.Resolve(ctx.Session(), c.RelativeBasePath)
		if rec != nil {
			return ctx.Throw(rec)
		}
		base = p.Path
	}
	for _, path := range paths {
		places, rec := c.expand(ctx.Session(), path, o)
		if rec != nil {
			if err := ctx.WriteError(rec); err != nil {
				return err
			}
		}
		for _, p := range places {
			if err := c.emit(ctx, base, p); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *ResolvePath) emit(ctx *runtime.Context, base string, p providers.Place) error {
	if c.Relative {
		return ctx.Emit(value.Str(relative(base, p)))
	}
	return ctx.Emit(value.Obj(&providers.PathInfo{Place: p}))
}

// expand lists the places of a path, as seen from -RelativeBasePath. The
// session is back in its location before anything is emitted.
func (c *ResolvePath) expand(s *runtime.Session, path string, o providers.Options) ([]providers.Place, *errs.Record) {
	if c.RelativeBasePath == "" {
		return providers.Expand(s, path, o)
	}
	base, rec := providers.Expand(s, c.RelativeBasePath, providers.Options{Literal: true})
	if rec != nil {
		return nil, rec
	}
	before := providers.Current(s)
	defer providers.GoTo(s, before)
	providers.GoTo(s, base[0])
	return providers.Expand(s, path, o)
}

// relative is a path as seen from a folder, beginning with a dot.
func relative(base string, p providers.Place) string {
	rel, err := filepath.Rel(base, p.Path)
	switch {
	case p.Flat() || err != nil:
		return p.Text()
	case rel == "." || strings.HasPrefix(rel, ".."):
		return rel
	}
	return "./" + rel
}

// Process emits the provider's own paths.
func (c *ConvertPath) Process(ctx *runtime.Context) error {
	paths, o := both(c.Path, c.LiteralPath)
	o.Force = bool(c.Force)
	return providers.Each(ctx, paths, o, func(p providers.Place) error { return ctx.Emit(value.Str(p.Path)) })
}
