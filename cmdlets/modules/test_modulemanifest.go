package modules

import (
	"fmt"
	"path/filepath"
	"strings"

	"exolab/cmdlets/internal/providers"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// TestModuleManifest is Test-ModuleManifest.
type TestModuleManifest struct {
	Path string `ps:"mandatory,position=0,pipeline,byname"`
}

// Process emits the module that the manifest describes, after naming what is
// wrong with it.
func (c *TestModuleManifest) Process(ctx *runtime.Context) error {
	found, rec := providers.Expand(ctx.Session(), c.Path, providers.Options{})
	if rec != nil || len(found) == 0 {
		return ctx.WriteError(errs.New("System.IO.FileNotFoundException", "The specified module '"+c.Path+"' was not loaded because no valid module file was found in any module directory.",
			"Modules_ModuleNotFound", value.ResourceUnavailable, value.Str(c.Path)))
	}
	path := found[0].Path
	if len(found) > 1 || !strings.EqualFold(filepath.Ext(path), ".psd1") {
		return ctx.Throw(errs.New("System.InvalidOperationException", "The module manifest path '"+path+"' is not valid. The value of the Path argument must resolve to "+
			"a single file that has a '.psd1' extension. Change the value of the Path argument to point to a valid psd1 file, and then try again.",
			"Modules_InvalidModuleManifestPath", value.InvalidArgument, value.Str(c.Path)))
	}
	m, err := ctx.Session().DescribeModule(path)
	if failed, ok := err.(*errs.Error); ok && !failed.Statement {
		return ctx.WriteError(failed.Record)
	}
	if err != nil {
		return err
	}
	for _, rec := range c.faults(ctx, m) {
		if err := ctx.WriteError(rec); err != nil {
			return err
		}
	}
	folder, err := netfmt.ParseVersion(filepath.Base(filepath.Dir(path)))
	if err == nil && folder.String() != m.Version {
		return ctx.Throw(errs.New("System.InvalidOperationException", fmt.Sprintf("The ModuleVersion key in module manifest '%s' specifies module version '%s' which does not match "+
			"its version folder name at '%s'. Change the value of the ModuleVersion key to match the version folder name.", path, m.Version, filepath.Dir(path)),
			"Modules_InvalidModuleManifestVersion", value.InvalidArgument, value.Str(c.Path)))
	}
	return ctx.Emit(value.Obj(m))
}

// faults are what the manifest names and what is not there.
func (c *TestModuleManifest) faults(ctx *runtime.Context, m *runtime.Module) []*errs.Record {
	var out []*errs.Record
	missing := func(field, id, name string) {
		out = append(out, errs.New("System.IO.DirectoryNotFoundException", fmt.Sprintf("The specified %s entry '%s' in the module manifest '%s' is invalid. Try again after updating this entry with valid values.",
			field, name, m.Path), id, value.ObjectNotFound, value.Str(c.Path)))
	}
	for _, name := range m.Listed("RequiredAssemblies") {
		if !m.Holds(name) {
			missing("RequiredAssemblies", "Modules_InvalidRequiredAssembliesInModuleManifest", name)
		}
	}
	if root := m.Root(); root != "" && !validRoot(m, root) {
		out = append(out, errs.New("System.ArgumentException", fmt.Sprintf("The module manifest '%s' could not be processed because it is not a valid PowerShell module manifest file. "+
			"Remove the elements that are not permitted: %s", root, m.Path), "Modules_InvalidRootModuleInModuleManifest", value.InvalidArgument, value.Str(c.Path)))
	}
	for _, name := range m.Linked(ctx.Env(), "NestedModules") {
		if !m.Holds(name, ".dll", ".ni.dll", ".exe", ".psm1") && !ctx.Session().HasModule(name) {
			missing("NestedModule", "Modules_InvalidNestedModuleinModuleManifest", name)
		}
	}
	for _, name := range m.Linked(ctx.Env(), "RequiredModules") {
		if !ctx.Session().HasModule(name) {
			missing("RequiredModules", "Modules_InvalidRequiredModulesinModuleManifest", name)
		}
	}
	for _, name := range m.Listed("FileList") {
		if !m.Holds(name) {
			missing("FileList", "Modules_InvalidFilePathinModuleManifest", name)
		}
	}
	for _, name := range m.Linked(ctx.Env(), "ModuleList") {
		if !ctx.Session().HasModule(name) {
			missing("ModuleList", "Modules_InvalidModuleListinModuleManifest", name)
		}
	}
	return append(out, c.edition(m)...)
}

// edition is the fault of a manifest that names editions without the version
// that knows them.
func (c *TestModuleManifest) edition(m *runtime.Module) []*errs.Record {
	if len(m.Listed("CompatiblePSEditions")) == 0 {
		return nil
	}
	if needed := m.Listed("PowerShellVersion"); len(needed) == 1 {
		if v, err := netfmt.ParseVersion(needed[0]); err == nil && v.Compare(netfmt.Version{Major: 5, Minor: 1, Build: -1, Revision: -1}) >= 0 {
			return nil
		}
	}
	return []*errs.Record{errs.New("System.ArgumentException", fmt.Sprintf("The module manifest '%s' is specified with the CompatiblePSEditions key which is supported only on PowerShell version '5.1' or higher. "+
		"Update the value of the PowerShellVersion key to '5.1' or higher, and try again.", m.Path), "Modules_InvalidPowerShellVersionInModuleManifest", value.InvalidArgument, value.Str(c.Path))}
}

// validRoot reports whether a RootModule is a module file below the manifest.
func validRoot(m *runtime.Module, root string) bool {
	extensions := []string{".psm1", ".cdxml", ".dll", ".ni.dll", ".exe"}
	ext := filepath.Ext(root)
	if ext == "" {
		return m.Holds(root, extensions...)
	}
	for _, known := range extensions {
		if strings.EqualFold(ext, known) {
			return m.Holds(root)
		}
	}
	return false
}
