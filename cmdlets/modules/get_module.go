package modules

import (
	"slices"
	"strings"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/patterns"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/modulespec"
	"exolab/runtime/value"
)

// GetModule is Get-Module.
type GetModule struct {
	Name               []string       `ps:"notnullorempty,position=0,pipeline,set=Loaded|Available"`
	FullyQualifiedName []value.Value  `ps:"type=Microsoft.PowerShell.Commands.ModuleSpecification[],byname,set=Loaded|Available"`
	All                cmdlets.Switch `ps:"set=Loaded|Available"`
	ListAvailable      cmdlets.Switch `ps:"set=Available,mandatory"`
	PSEdition          string         `ps:"set=Available"`
	SkipEditionCheck   cmdlets.Switch `ps:"set=Available"`
	Refresh            cmdlets.Switch `ps:"set=Available"`
}

// Process emits the loaded modules, or all that could be loaded.
func (c *GetModule) Process(ctx *runtime.Context) error {
	if len(c.Name) > 0 && len(c.FullyQualifiedName) > 0 {
		return ctx.Throw(errs.New("System.InvalidOperationException", "The parameters FullyQualifiedName and Name cannot be used together. Please specify only one parameter.",
			"NameAndFullyQualifiedNameCannotBeSpecifiedTogether", value.InvalidOperation, value.Null))
	}
	if c.ListAvailable {
		if done, err := c.named(ctx); done || err != nil {
			return err
		}
	}
	for _, m := range c.modules(ctx.Session()) {
		if !c.wanted(m) {
			continue
		}
		if err := ctx.Emit(value.Obj(m)); err != nil {
			return err
		}
	}
	return nil
}

// wanted reports whether a module is one of those asked for.
func (c *GetModule) wanted(m *runtime.Module) bool {
	if len(c.Name) > 0 && !patterns.MatchAny(c.Name, m.Name) {
		return false
	}
	if c.PSEdition != "" && !m.Supports(c.PSEdition) {
		return false
	}
	for _, spec := range objectsOf[*modulespec.Spec](c.FullyQualifiedName) {
		if m.Is(spec) {
			return true
		}
	}
	return len(c.FullyQualifiedName) == 0
}

// named describes the modules whose paths are given; it reports false if none
// is.
func (c *GetModule) named(ctx *runtime.Context) (bool, error) {
	wanted := objectsOf[*modulespec.Spec](c.FullyQualifiedName)
	for _, name := range c.Name {
		wanted = append(wanted, &modulespec.Spec{Name: name})
	}
	found := false
	for _, spec := range wanted {
		if !strings.ContainsAny(spec.Name, "/\\") {
			continue
		}
		found = true
		if err := c.at(ctx, spec); err != nil {
			return true, err
		}
	}
	return found, nil
}

// at describes the modules that a path leads to.
func (c *GetModule) at(ctx *runtime.Context, spec *modulespec.Spec) error {
	list := ctx.Session().ModulesAt(spec.Name)
	if len(list) == 0 {
		return ctx.WriteError(errs.New("System.IO.FileNotFoundException", "The specified module '"+spec.Name+"' was not found. Update the Name parameter to point to a valid path, and then try again. ",
			"Modules_ModuleNotFoundForGetModule", value.ResourceUnavailable, value.Str(spec.Name)))
	}
	for _, m := range list {
		if !spec.Accepts(m.Version, m.GUID) {
			continue
		}
		if err := ctx.Emit(value.Obj(m)); err != nil {
			return err
		}
	}
	return nil
}

func (c *GetModule) modules(s *runtime.Session) []*runtime.Module {
	if !c.ListAvailable {
		list := slices.Clone(s.Modules())
		slices.SortStableFunc(list, func(a, b *runtime.Module) int { return strings.Compare(value.Fold(a.Name), value.Fold(b.Name)) })
		return list
	}
	out := s.AvailableModules()
	shipped := s.Shipped()
	for i := range shipped {
		out = append(out, s.Describe(&shipped[i]))
	}
	return out
}
