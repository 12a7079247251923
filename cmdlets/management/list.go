// Package management holds the cmdlets of Microsoft.PowerShell.Management:
// files and folders, drives, locations, paths.
package management

import (
	"slices"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/providers"
	"exolab/runtime"
	"exolab/runtime/value"
)

const module = "Microsoft.PowerShell.Management"

// Register adds the cmdlets of this package to a session.
func Register(s *runtime.Session) {
	cmdlets.Register(s, Specs())
	cmdlets.RegisterTypes(s, providers.TypePathInfo, providers.TypeDrive, providers.TypeProvider,
		providers.TypePaths, providers.TypeDrives, providers.TypeProviders)
	providers.SetIntrinsics(s)
	s.OnDrive = func(path string) string { return providers.OnDrive(s, path) }
	s.Computed("PWD", func() value.Value { return value.Obj(&providers.PathInfo{Place: providers.Current(s)}) })
}

// Specs lists the cmdlets of this package.
func Specs() []cmdlets.Spec { return slices.Concat(contentSpecs, itemSpecs, pathSpecs, machineSpecs) }
