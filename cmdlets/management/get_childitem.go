package management

import (
	"os"
	"path/filepath"
	"strings"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/files"
	"exolab/cmdlets/internal/providers"
	"exolab/runtime"
	"exolab/runtime/dotnet/fileio"
	"exolab/runtime/value"
)

// GetChildItem is Get-ChildItem.
type GetChildItem struct {
	Path          []string       `ps:"position=0,pipeline,byname,set=Items"`
	LiteralPath   []string       `ps:"alias=PSPath|LP,mandatory,byname,set=LiteralItems"`
	Filter        string         `ps:"position=1"`
	Include       []string       `ps:""`
	Exclude       []string       `ps:""`
	Recurse       cmdlets.Switch `ps:"alias=s|r"`
	Depth         value.Value    `ps:"type=uint"`
	Force         cmdlets.Switch `ps:""`
	Name          cmdlets.Switch `ps:""`
	Attributes    value.Value    `ps:"dynamic"`
	FollowSymlink cmdlets.Switch `ps:"dynamic"`
	Directory     cmdlets.Switch `ps:"alias=ad,dynamic"`
	File          cmdlets.Switch `ps:"alias=af,dynamic"`
	Hidden        cmdlets.Switch `ps:"alias=ah|h,dynamic"`
	ReadOnly      cmdlets.Switch `ps:"alias=ar,dynamic"`
	System        cmdlets.Switch `ps:"alias=as,dynamic"`

	attributes attributeFilter
}

// lister walks through folders for one path of Get-ChildItem.
type lister struct {
	ctx     *runtime.Context
	command *GetChildItem
	options providers.Options
	recurse bool
	// depth is how many levels of folders are gone into.
	depth int
	// visited are the folders that -FollowSymlink has listed; nil without it.
	visited map[string]bool
	// root is where the names of -Name begin.
	root string
}

const anyDepth = 1 << 30

// Process lists what is below the paths.
func (c *GetChildItem) Process(ctx *runtime.Context) error {
	paths, o := both(c.Path, c.LiteralPath)
	if len(paths) == 0 {
		paths = []string{"."}
		if providers.Current(ctx.Session()).Flat() {
			paths[0] = "./"
		}
	}
	var err error
	if c.attributes, err = attributesOf(ctx, c.Attributes); err != nil {
		return err
	}
	o.Force, o.Filter = bool(c.Force || c.Hidden) || c.attributes.namesHidden(), c.Filter
	l := lister{ctx: ctx, command: c, options: o, recurse: bool(c.Recurse), depth: anyDepth}
	if !c.Depth.IsNull() {
		l.recurse, l.depth = true, int(c.Depth.Int64())
	}
	for _, path := range paths {
		if err := l.list(path); err != nil {
			return err
		}
	}
	return nil
}

// list lists one path as it was given.
func (l lister) list(path string) error {
	include, exclude := l.command.Include, l.command.Exclude
	if l.recurse && !l.options.Literal {
		path, include = l.recursive(path, include)
	}
	wild := !l.options.Literal && providers.HasWildcard(path)
	at := l.options
	at.Filter = ""
	if !l.recurse {
		at.Include, at.Exclude = include, exclude
	}
	l.options.Include, l.options.Exclude = include, exclude
	return providers.Each(l.ctx, []string{path}, at, func(p providers.Place) error {
		l.root = p.Path
		if bool(l.command.FollowSymlink) && !p.Flat() {
			l.visited = map[string]bool{}
			l.visit(p.Path)
		}
		if len(include) > 0 || len(exclude) > 0 {
			return l.manual(p, l.depth)
		}
		if (l.recurse || !wild) && p.IsContainer() {
			return l.below(p, l.depth)
		}
		if wild && !l.options.Selects(p.Name()) {
			return nil
		}
		l.root = filepath.Dir(p.Path)
		return l.emit(p)
	})
}

// recursive turns `folder/*.txt` into the folder and the pattern to look for
// below it.
func (l lister) recursive(path string, include []string) (string, []string) {
	dir, name := filepath.Split(strings.ReplaceAll(path, `\`, "/"))
	if name == "" || name == "." || name == ".." {
		return path, include
	}
	p, rec := providers.Resolve(l.ctx.Session(), path)
	if rec != nil || p.Flat() || !providers.HasWildcard(name) && (p.IsContainer() || !parentExists(p)) {
		return path, include
	}
	if dir == "" {
		dir = "."
	}
	if name == "*" {
		return dir, include
	}
	return dir, append(include[:len(include):len(include)], name)
}

// parentExists reports whether a path that may not exist lies in a folder that
// does: its name is then looked for below that folder.
func parentExists(p providers.Place) bool {
	info, err := os.Stat(filepath.Dir(p.Path))
	return err == nil && info.IsDir()
}

// below lists a container: all its items first, then folder by folder.
func (l lister) below(p providers.Place, depth int) error {
	if _, err := os.ReadDir(p.Path); err != nil && !p.Flat() {
		return l.ctx.WriteError(files.Failure(err, p.Path, "DirUnauthorizedAccessError", value.PermissionDenied))
	}
	for _, child := range p.Children(l.options) {
		if err := l.emit(child); err != nil {
			return err
		}
	}
	if !l.recurse || depth <= 0 || p.Flat() {
		return nil
	}
	for _, child := range p.Children(providers.Options{Force: l.options.Force}) {
		into, err := l.enter(child)
		if err == nil && into {
			err = l.below(child, depth-1)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// manual lists by -Include and -Exclude: an item is followed by what is below
// it.
func (l lister) manual(p providers.Place, depth int) error {
	if !p.IsContainer() {
		l.root = filepath.Dir(p.Path)
		if l.options.Selects(p.Name()) {
			return l.emit(p)
		}
		return nil
	}
	for _, child := range p.Children(providers.Options{Force: l.options.Force}) {
		if l.options.Selects(child.Name()) {
			if err := l.emit(child); err != nil {
				return err
			}
		}
		if !l.recurse || depth <= 0 {
			continue
		}
		into, err := l.enter(child)
		if err == nil && into {
			err = l.manual(child, depth-1)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// isFolder reports whether a place is a folder and no link to one.
func isFolder(p providers.Place) bool {
	info, err := os.Lstat(p.Path)
	return !p.Flat() && err == nil && info.IsDir()
}

// enter reports whether recursion goes into a place. Links are followed with
// -FollowSymlink alone; then every folder is listed once.
func (l lister) enter(p providers.Place) (bool, error) {
	if l.visited == nil || p.Flat() {
		return isFolder(p), nil
	}
	info, err := os.Stat(p.Path)
	if err != nil || !info.IsDir() {
		return false, nil
	}
	if !l.visit(p.Path) {
		return false, l.ctx.Warning("Skip already-visited directory " + p.Path + ".")
	}
	return true, nil
}

// visit notes a folder as listed; it reports false for one that was before.
func (l lister) visit(path string) bool {
	target, err := filepath.EvalSymlinks(path)
	if err != nil || l.visited[target] {
		return false
	}
	l.visited[target] = true
	return true
}

// emit writes an item, or its name for -Name, if the switches select it.
func (l lister) emit(p providers.Place) error {
	if !l.command.Name {
		item := p.Item()
		if !l.command.selects(item) {
			return nil
		}
		return l.ctx.Enumerate(item)
	}
	if !l.command.selects(p.Item()) {
		return nil
	}
	name := p.Name()
	if rel, err := filepath.Rel(l.root, p.Path); err == nil && !p.Flat() {
		name = rel
	}
	return l.ctx.Emit(value.Str(name))
}

// selects applies -Attributes, -File, -Directory, -Hidden, -ReadOnly and -System.
func (c *GetChildItem) selects(item value.Value) bool {
	f, ok := value.As[*fileio.FileItem](item)
	if !ok {
		return true
	}
	if c.attributes != nil && !c.attributes.holds(f.Attributes()) {
		return false
	}
	if bool(c.File) != bool(c.Directory) && f.Directory != bool(c.Directory) {
		return false
	}
	if !c.Hidden && !c.ReadOnly && !c.System {
		return true
	}
	n := f.Attributes()
	return (!bool(c.Hidden) || n&2 != 0) && (!bool(c.ReadOnly) || n&1 != 0) && !bool(c.System)
}
