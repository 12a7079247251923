package management

import (
	"fmt"
	"strings"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/providers"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// SplitPath is Split-Path.
type SplitPath struct {
	Path        []string       `ps:"mandatory,position=0,pipeline,byname,set=ParentSet|LeafSet|LeafBaseSet|ExtensionSet|QualifierSet|NoQualifierSet|IsAbsoluteSet"`
	LiteralPath []string       `ps:"alias=PSPath|LP,mandatory,byname,set=LiteralPathSet"`
	Qualifier   cmdlets.Switch `ps:"mandatory,byname,set=QualifierSet"`
	NoQualifier cmdlets.Switch `ps:"mandatory,byname,set=NoQualifierSet"`
	Parent      cmdlets.Switch `ps:"byname,set=ParentSet"`
	Leaf        cmdlets.Switch `ps:"mandatory,byname,set=LeafSet"`
	LeafBase    cmdlets.Switch `ps:"mandatory,byname,set=LeafBaseSet"`
	Extension   cmdlets.Switch `ps:"mandatory,byname,set=ExtensionSet"`
	Resolve     cmdlets.Switch `ps:""`
	IsAbsolute  cmdlets.Switch `ps:"mandatory,set=IsAbsoluteSet"`
	Credential  value.Value    `ps:"type=pscredential,byname"`
}

// JoinPath is Join-Path.
type JoinPath struct {
	Path                []string       `ps:"alias=PSPath,mandatory,position=0,pipeline,byname"`
	ChildPath           []string       `ps:"allownull,allowemptystring,allowemptycollection,mandatory,position=1,byname"`
	AdditionalChildPath []string       `ps:"allownull,allowemptystring,allowemptycollection,position=2,byname,remaining"`
	Resolve             cmdlets.Switch `ps:""`
	Credential          value.Value    `ps:"type=pscredential,byname"`
}

// Process emits the wanted part of each path.
func (c *SplitPath) Process(ctx *runtime.Context) error {
	paths, o := both(c.Path, c.LiteralPath)
	if !c.Resolve {
		for _, path := range paths {
			if err := c.emit(ctx, path); err != nil {
				return err
			}
		}
		return nil
	}
	return providers.Each(ctx, paths, o, func(p providers.Place) error { return c.emit(ctx, p.Text()) })
}

func (c *SplitPath) emit(ctx *runtime.Context, path string) error {
	switch ctx.ParameterSet() {
	case "LeafSet":
		return ctx.Emit(value.Str(leaf(path)))
	case "LeafBaseSet":
		name := leaf(path)
		if i := strings.LastIndexByte(name, '.'); i >= 0 {
			name = name[:i]
		}
		return ctx.Emit(value.Str(name))
	case "ExtensionSet":
		name := leaf(path)
		if i := strings.LastIndexByte(name, '.'); i >= 0 && i < len(name)-1 {
			return ctx.Emit(value.Str(name[i:]))
		}
		return ctx.Emit(value.Str(""))
	case "IsAbsoluteSet":
		_, _, qualified := qualifier(path)
		return ctx.Emit(value.Bool(qualified || strings.HasPrefix(path, "/") || strings.HasPrefix(path, `\`)))
	case "QualifierSet":
		q, _, ok := qualifier(path)
		if !ok {
			return ctx.WriteError(errs.New("System.FormatException", fmt.Sprintf("Cannot parse path because path '%s' does not have a qualifier specified.", path),
				"ParsePathFormatError", value.InvalidArgument, value.Str(path)))
		}
		return ctx.Emit(value.Str(q))
	case "NoQualifierSet":
		_, rest, _ := qualifier(path)
		return ctx.Emit(value.Str(rest))
	}
	return ctx.Emit(value.Str(parent(path)))
}

// qualifier cuts a path into drive (or provider) and the rest.
func qualifier(path string) (drive, rest string, ok bool) {
	if i := strings.Index(path, "::"); i > 0 {
		return path[:i+2], path[i+2:], true
	}
	i := strings.IndexByte(path, ':')
	if i <= 0 || strings.ContainsAny(path[:i], `/\`) {
		return "", path, false
	}
	return path[:i+1], path[i+1:], true
}

func slashes(path string) string { return strings.ReplaceAll(path, `\`, "/") }

// leaf is the last name in a path.
func leaf(path string) string {
	path = strings.TrimRight(slashes(path), "/")
	if path == "" {
		return "/"
	}
	if i := strings.LastIndexAny(path, "/:"); i >= 0 && i < len(path)-1 {
		return path[i+1:]
	}
	return path
}

// parent is a path without its last name: "" where nothing is left.
func parent(path string) string {
	path = slashes(path)
	trimmed := strings.TrimRight(path, "/")
	if trimmed == "" {
		return ""
	}
	i := strings.LastIndexByte(trimmed, '/')
	switch {
	case i < 0:
		if drive, rest, ok := qualifier(trimmed); ok && rest != "" {
			return drive
		}
		return ""
	}
	above := strings.TrimRight(trimmed[:i], "/")
	if strings.HasSuffix(above, ":") {
		above += "/"
	}
	return above
}

// Process emits the joined paths.
func (c *JoinPath) Process(ctx *runtime.Context) error {
	child := ""
	for _, next := range append(c.ChildPath, c.AdditionalChildPath...) {
		child = join(child, next)
	}
	for _, path := range c.Path {
		joined := join(path, child)
		if !c.Resolve {
			if err := c.qualified(ctx, joined); err != nil {
				return err
			}
			continue
		}
		err := providers.Each(ctx, []string{joined}, providers.Options{}, func(p providers.Place) error { return ctx.Emit(value.Str(p.Text())) })
		if err != nil {
			return err
		}
	}
	return nil
}

// qualified writes a joined path; its drive must exist.
func (c *JoinPath) qualified(ctx *runtime.Context, path string) error {
	if drive, _, ok := qualifier(path); ok && !strings.HasSuffix(drive, "::") && len(drive) > 2 {
		if name := strings.TrimSuffix(drive, ":"); providers.FindDrive(ctx.Session(), name) == nil {
			return ctx.WriteError(providers.NoDrive(name))
		}
	}
	return ctx.Emit(value.Str(path))
}

// join puts two paths together with one separator between them.
func join(path, child string) string {
	path, child = slashes(path), slashes(child)
	switch {
	case path == "":
		return child
	case child == "":
		if strings.HasSuffix(path, "/") {
			return path
		}
		return path + "/"
	}
	return strings.TrimRight(path, "/") + "/" + strings.TrimLeft(child, "/")
}
