package pester

import (
	"os"
	"path/filepath"
	"sort"
	"strings"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/patterns"
	"exolab/cmdlets/internal/providers"
	"exolab/runtime"
	"exolab/runtime/value"
)

// testFile is how the names of test files end.
const testFile = ".tests.ps1"

// InvokePester is Invoke-Pester.
type InvokePester struct {
	Path             []string       `ps:"alias=Script,set=Simple,position=0"`
	ExcludePath      []string       `ps:"set=Simple"`
	TagFilter        []string       `ps:"alias=Tag|Tags,set=Simple"`
	ExcludeTagFilter []string       `ps:"alias=ExcludeTag,set=Simple"`
	FullNameFilter   []string       `ps:"alias=Name|TestName,set=Simple"`
	CI               cmdlets.Switch `ps:"set=Simple"`
	Output           string         `ps:"alias=Show,validateset=Diagnostic|Detailed|Normal|Minimal|None|All,set=Simple"`
	PassThru         cmdlets.Switch `ps:"set=Simple"`
	EnableExit       cmdlets.Switch `ps:"set=Simple"`
	Container        []value.Value  `ps:"set=Simple"`
	Configuration    value.Value    `ps:"set=Advanced"`
}

// container is one thing with tests in it.
type container struct {
	path  string
	block *runtime.ScriptBlock
	data  value.Value
}

// End runs the tests.
func (c *InvokePester) End(ctx *runtime.Context) error {
	if ctx.Bound("Configuration") {
		if err := c.configure(ctx); err != nil {
			return err
		}
	}
	containers, err := c.containers(ctx)
	if err != nil {
		return err
	}
	if len(containers) == 0 {
		return thrown(ctx, "System.Management.Automation.RuntimeException", "No test files were found and no scriptblocks were provided. "+
			"Please ensure that you provided at least one path to a *.Tests.ps1 file, or a directory that contains such file.")
	}
	st := newState(ctx, filter{c.TagFilter, c.ExcludeTagFilter, c.FullNameFilter}, c.verbosity())
	defer begin(ctx.Session(), st)()
	err = st.runAll(ctx, containers)
	if endErr := st.end(ctx); err == nil {
		err = endErr
	}
	if err != nil {
		return err
	}
	if c.PassThru {
		if err := ctx.Emit(resultObject(st.run)); err != nil {
			return err
		}
	}
	failed := st.run.failures()
	ctx.Session().SetLastExitCode(failed)
	if failed > 0 && (c.CI || c.EnableExit) {
		return &runtime.ExitError{Code: failed}
	}
	return nil
}

func (c *InvokePester) verbosity() string {
	switch strings.ToLower(c.Output) {
	case "":
		return "Normal"
	case "all":
		return "Detailed"
	case "minimal":
		return "Normal"
	}
	return c.Output
}

func (st *state) runAll(ctx *runtime.Context, containers []container) error {
	for _, each := range containers {
		name, b := each.path, each.block
		if b == nil {
			loaded, err := ctx.Session().LoadScript(each.path)
			if err != nil {
				if err := st.containerFailed(ctx, name, err); err != nil {
					return err
				}
				continue
			}
			b = loaded
		}
		if name == "" {
			name = "<ScriptBlock>"
		}
		if err := st.runContainer(ctx, name, b, each.data); err != nil {
			return err
		}
	}
	return nil
}

// containers lists what is to be run: those given, else the test files that
// the paths lead to.
func (c *InvokePester) containers(ctx *runtime.Context) ([]container, error) {
	var list []container
	for _, v := range c.Container {
		list = append(list, containerOf(ctx, v))
	}
	paths := c.Path
	if len(paths) == 0 && len(list) == 0 {
		paths = []string{"."}
	}
	for _, path := range paths {
		places, rec := providers.Expand(ctx.Session(), path, providers.Options{})
		if rec != nil {
			return nil, ctx.Throw(rec)
		}
		for _, p := range places {
			for _, file := range testFiles(p.Path) {
				if !patterns.MatchAny(c.ExcludePath, file) {
					list = append(list, container{path: file, data: value.Void})
				}
			}
		}
	}
	return list, nil
}

// testFiles are the test files in and below a folder, or the file itself.
func testFiles(path string) []string {
	info, err := os.Stat(path)
	if err != nil {
		return nil
	}
	if !info.IsDir() {
		return []string{path}
	}
	var files []string
	_ = filepath.WalkDir(path, func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() && strings.HasSuffix(strings.ToLower(path), testFile) {
			files = append(files, path)
		}
		return nil
	})
	sort.Strings(files)
	return files
}
