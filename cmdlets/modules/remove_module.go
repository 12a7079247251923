package modules

import (
	"fmt"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/patterns"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/modulespec"
	"exolab/runtime/value"
)

// RemoveModule is Remove-Module.
type RemoveModule struct {
	Name               []string       `ps:"mandatory,position=0,pipeline,set=name"`
	FullyQualifiedName []value.Value  `ps:"type=Microsoft.PowerShell.Commands.ModuleSpecification[],mandatory,position=0,pipeline,set=FullyQualifiedName"`
	ModuleInfo         []value.Value  `ps:"type=psmoduleinfo[],mandatory,position=0,pipeline,set=ModuleInfo"`
	Force              cmdlets.Switch `ps:""`

	removed int
}

// Process unloads the modules.
func (c *RemoveModule) Process(ctx *runtime.Context) error {
	for _, m := range append([]*runtime.Module(nil), ctx.Session().Modules()...) {
		if !c.named(m) {
			continue
		}
		if err := c.remove(ctx, m); err != nil {
			return err
		}
	}
	for _, m := range objectsOf[*runtime.Module](c.ModuleInfo) {
		if err := c.remove(ctx, m); err != nil {
			return err
		}
	}
	return nil
}

// named reports whether a loaded module is one of those named.
func (c *RemoveModule) named(m *runtime.Module) bool {
	for _, spec := range objectsOf[*modulespec.Spec](c.FullyQualifiedName) {
		if m.Is(spec) {
			return true
		}
	}
	return len(c.Name) > 0 && (patterns.MatchAny(c.Name, m.Name) || m.Path != "" && patterns.MatchAny(c.Name, m.Path))
}

// remove unloads a module that no other one needs.
func (c *RemoveModule) remove(ctx *runtime.Context, m *runtime.Module) error {
	if rec := c.kept(m); rec != nil {
		c.removed++
		return ctx.WriteError(rec)
	}
	if by := ctx.Session().RequiredBy(m); by != nil && !bool(c.Force) {
		c.removed++
		return ctx.WriteError(errs.New("System.InvalidOperationException", fmt.Sprintf("Unable to remove the module '%s' because it is required by '%s'. "+
			"Add the Force parameter to your command to remove the module.", m.Name, by.Name), "Modules_ModuleIsRequired", value.PermissionDenied, value.Obj(m)))
	}
	ok, err := ctx.ShouldProcess(fmt.Sprintf("%s (Path: '%s')", m.Name, m.Path), "")
	if err != nil || !ok {
		c.removed++
		return err
	}
	c.removed++
	return ctx.Session().UnloadModule(m)
}

// The values of ModuleAccessMode that keep a module.
const (
	accessReadOnly = 1
	accessConstant = 2
)

// kept is why a module may not be removed, or nil.
func (c *RemoveModule) kept(m *runtime.Module) *errs.Record {
	switch {
	case m.Access == accessConstant:
		return errs.New("System.InvalidOperationException", fmt.Sprintf("Unable to remove the module '%s' because it is marked as 'constant.' "+
			"A module cannot be removed if it is marked 'constant.'", m.Name), "Modules_ModuleIsConstant", value.PermissionDenied, value.Obj(m))
	case m.Access == accessReadOnly && !bool(c.Force):
		return errs.New("System.InvalidOperationException", fmt.Sprintf("Unable to remove the module '%s' because it is read-only. "+
			"Add the Force parameter to your command to remove read-only modules.", m.Name), "Modules_ModuleIsReadOnly", value.PermissionDenied, value.Obj(m))
	}
	return nil
}

// End says so when there was nothing to unload.
func (c *RemoveModule) End(ctx *runtime.Context) error {
	if c.removed > 0 || len(c.ModuleInfo) > 0 || onlyPatterns(c.Name) && len(c.FullyQualifiedName) == 0 {
		return nil
	}
	return ctx.WriteError(errs.New("System.InvalidOperationException",
		"No modules were removed. Verify that the specification of modules to remove is correct and those modules exist in the runspace.",
		"Modules_NoModulesRemoved", value.ResourceUnavailable, value.Null))
}

// onlyPatterns reports whether all names have wildcards.
func onlyPatterns(names []string) bool {
	for _, name := range names {
		if !patterns.HasWildcard(name) {
			return false
		}
	}
	return true
}
