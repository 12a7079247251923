package gallery

import (
	"exolab/cmdlets"
	"exolab/runtime"
)

const (
	moduleGet        = "PowerShellGet"
	moduleManagement = "PackageManagement"
)

// Register adds the modules and the cmdlets of this package to a session.
func Register(s *runtime.Session) {
	s.Ship(modules...)
	cmdlets.Register(s, Specs())
}

// Specs lists the cmdlets of this package.
func Specs() []cmdlets.Spec { return specs }

var specs = []cmdlets.Spec{
	{
		Name: "Install-Module", Module: moduleGet, Class: "Install-Module", DefaultSet: "NameParameterSet", SupportsShouldProcess: true,
		Synopsis: "Installs modules of the gallery; those that exolab emulates are installed already.",
		Examples: []cmdlets.Example{{Code: "Install-Module ExchangeOnlineManagement -Scope CurrentUser -Force"}},
		New:      func() any { return &InstallModule{} },
	},
	{
		Name: "Update-Module", Module: moduleGet, Class: "Update-Module", DefaultSet: "NameParameterSet", SupportsShouldProcess: true,
		Synopsis: "Brings installed modules up to date; they are.",
		Examples: []cmdlets.Example{{Code: "Update-Module ExchangeOnlineManagement"}},
		New:      func() any { return &UpdateModule{} },
	},
	{
		Name: "Uninstall-Module", Module: moduleGet, Class: "Uninstall-Module", DefaultSet: "NameParameterSet", SupportsShouldProcess: true,
		Synopsis: "Removes installed modules; those of the program stay.",
		Examples: []cmdlets.Example{{Code: "Uninstall-Module ExchangeOnlineManagement -WhatIf", Output: "What if: Performing the operation \"Uninstall-Module\" on target \"Version '3.9.0' of module 'ExchangeOnlineManagement'\"."}},
		New:      func() any { return &UninstallModule{} },
	},
	{
		Name: "Find-Module", Module: moduleGet, Class: "Find-Module",
		Synopsis: "Finds modules in the gallery.",
		Examples: []cmdlets.Example{{Code: "(Find-Module ExchangeOnlineManagement).Repository", Output: "PSGallery"}},
		New:      func() any { return &FindModule{} },
	},
	{
		Name: "Get-InstalledModule", Module: moduleGet, Class: "Get-InstalledModule",
		Synopsis: "Gives the modules that came from the gallery.",
		Examples: []cmdlets.Example{{Code: "(Get-InstalledModule ExchangeOnlineManagement).Name", Output: "ExchangeOnlineManagement"}},
		New:      func() any { return &GetInstalledModule{} },
	},
	{
		Name: "Get-PSRepository", Module: moduleGet, Class: "Get-PSRepository",
		Synopsis: "Gives the galleries.",
		Examples: []cmdlets.Example{{Code: "(Get-PSRepository).Name", Output: "PSGallery"}},
		New:      func() any { return &GetPSRepository{} },
	},
	{
		Name: "Set-PSRepository", Module: moduleGet, Class: "Set-PSRepository",
		Synopsis: "Says whether a gallery is trusted.",
		Examples: []cmdlets.Example{{Code: "Set-PSRepository -Name PSGallery -InstallationPolicy Trusted; (Get-PSRepository).InstallationPolicy", Output: "Trusted"}},
		New:      func() any { return &SetPSRepository{} },
	},
	{
		Name: "Get-PackageProvider", Module: moduleManagement, Class: "Microsoft.PowerShell.PackageManagement.Cmdlets.GetPackageProvider",
		Synopsis: "Gives the package providers.",
		Examples: []cmdlets.Example{{Code: "(Get-PackageProvider -Name NuGet).Version -ge '2.8.5.201'", Output: "True"}},
		New:      func() any { return &GetPackageProvider{} },
	},
	{
		Name: "Install-PackageProvider", Module: moduleManagement, Class: "Microsoft.PowerShell.PackageManagement.Cmdlets.InstallPackageProvider", SupportsShouldProcess: true,
		Synopsis: "Installs package providers; they are there.",
		Examples: []cmdlets.Example{{Code: "(Install-PackageProvider -Name NuGet -Force).Name", Output: "NuGet"}},
		New:      func() any { return &InstallPackageProvider{} },
	},
}
