package modules

import (
	"exolab/runtime/value"
)

// texted is an entry that holds one text.
func texted(key, comment, text string) manifestEntry {
	return manifestEntry{key, comment, text != "", func(*manifestWriter) string { return quotedName(text) }}
}

// named is an entry that holds a list of names.
func named(key, comment string, given bool, names []string) manifestEntry {
	return manifestEntry{key, comment, given, func(*manifestWriter) string { return quotedNames(names) }}
}

// filed is an entry that holds paths.
func filed(key, comment string, paths []string) manifestEntry {
	return manifestEntry{key, comment, paths != nil, func(w *manifestWriter) string { return w.files(paths) }}
}

// linked is an entry that holds modules.
func linked(key, comment string, given bool, list []value.Value) manifestEntry {
	return manifestEntry{key, comment, given, func(w *manifestWriter) string { return w.modules(list) }}
}

const (
	desktopOnly = " This prerequisite is valid for the PowerShell Desktop edition only."
	explicit    = " to export from this module, for best performance, do not use wildcards and do not delete the entry, use an empty array if there are no "
)

// head are the entries that describe the module.
func (c *NewModuleManifest) head() []manifestEntry {
	return []manifestEntry{
		texted("RootModule", "Script module or binary module file associated with this manifest.", c.RootModule),
		texted("ModuleVersion", "Version number of this module.", versionText(c.ModuleVersion)),
		named("CompatiblePSEditions", "Supported PSEditions", len(c.CompatiblePSEditions) > 0, c.CompatiblePSEditions),
		texted("GUID", "ID used to uniquely identify this module", versionText(c.GUID)),
		texted("Author", "Author of this module", c.Author),
		texted("CompanyName", "Company or vendor of this module", c.CompanyName),
		texted("Copyright", "Copyright statement for this module", c.Copyright),
		texted("Description", "Description of the functionality provided by this module", c.Description),
		texted("PowerShellVersion", "Minimum version of the PowerShell engine required by this module", versionText(c.PowerShellVersion)),
		texted("PowerShellHostName", "Name of the PowerShell host required by this module", c.PowerShellHostName),
		texted("PowerShellHostVersion", "Minimum version of the PowerShell host required by this module", versionText(c.PowerShellHostVersion)),
		texted("DotNetFrameworkVersion", "Minimum version of Microsoft .NET Framework required by this module."+desktopOnly, versionText(c.DotNetFrameworkVersion)),
		texted("ClrVersion", "Minimum version of the common language runtime (CLR) required by this module."+desktopOnly, versionText(c.ClrVersion)),
		texted("ProcessorArchitecture", "Processor architecture (None, X86, Amd64) required by this module", versionText(c.ProcessorArchitecture)),
		linked("RequiredModules", "Modules that must be imported into the global environment prior to importing this module", len(c.RequiredModules) > 0, c.RequiredModules),
		filed("RequiredAssemblies", "Assemblies that must be loaded prior to importing this module", c.RequiredAssemblies),
		filed("ScriptsToProcess", "Script files (.ps1) that are run in the caller's environment prior to importing this module.", c.ScriptsToProcess),
		filed("TypesToProcess", "Type files (.ps1xml) to be loaded when importing this module", c.TypesToProcess),
		filed("FormatsToProcess", "Format files (.ps1xml) to be loaded when importing this module", c.FormatsToProcess),
		linked("NestedModules", "Modules to import as nested modules of the module specified in RootModule/ModuleToProcess", c.NestedModules != nil, c.NestedModules),
	}
}

// lists are the entries that list what the module exports and consists of.
func (c *NewModuleManifest) lists() []manifestEntry {
	return []manifestEntry{
		named("FunctionsToExport", "Functions"+explicit+"functions to export.", true, c.FunctionsToExport),
		named("CmdletsToExport", "Cmdlets"+explicit+"cmdlets to export.", true, c.CmdletsToExport),
		named("VariablesToExport", "Variables to export from this module", len(c.VariablesToExport) > 0, c.VariablesToExport),
		named("AliasesToExport", "Aliases"+explicit+"aliases to export.", true, c.AliasesToExport),
		named("DscResourcesToExport", "DSC resources to export from this module", len(c.DscResourcesToExport) > 0, c.DscResourcesToExport),
		linked("ModuleList", "List of all modules packaged with this module", c.ModuleList != nil, c.ModuleList),
		filed("FileList", "List of all files packaged with this module", c.FileList),
	}
}

// gallery are the entries of PrivateData.PSData.
func (c *NewModuleManifest) gallery() []manifestEntry {
	accept := func(*manifestWriter) string {
		if c.RequireLicenseAcceptance {
			return "$true"
		}
		return "$false"
	}
	return []manifestEntry{
		named("Tags", "Tags applied to this module. These help with module discovery in online galleries.", len(c.Tags) > 0, c.Tags),
		texted("LicenseUri", "A URL to the license for this module.", versionText(c.LicenseURI)),
		texted("ProjectUri", "A URL to the main website for this project.", versionText(c.ProjectURI)),
		texted("IconUri", "A URL to an icon representing this module.", versionText(c.IconURI)),
		texted("ReleaseNotes", "ReleaseNotes of this module", c.ReleaseNotes),
		texted("Prerelease", "Prerelease string of this module", c.Prerelease),
		{"RequireLicenseAcceptance", "Flag to indicate whether the module requires explicit user acceptance for install/update/save", bool(c.RequireLicenseAcceptance), accept},
		named("ExternalModuleDependencies", "External dependent modules of this module", len(c.ExternalModuleDependencies) > 0, c.ExternalModuleDependencies),
	}
}

// private writes PrivateData.
func (c *NewModuleManifest) private(w *manifestWriter) {
	const about = "Private data to pass to the module specified in RootModule/ModuleToProcess. This may also contain a PSData hashtable with additional module metadata used by PowerShell."
	table, ok := c.PrivateData.Object().(*value.Dict)
	if !ok && !c.PrivateData.IsNull() {
		if err := w.ctx.Warning("The PrivateData should be defined as a hashtable, but this module manifest defines it as an object. " +
			"Please consider wrapping the contents of PrivateData in a hashtable. This will enable you to add the Tags, ProjectUri, LicenseUri, IconUri, and ReleaseNotes " +
			"properties to the module manifest at a later time."); err != nil && w.err == nil {
			w.err = err
		}
		w.entry("PrivateData", about, true, quotedName(value.ToString(w.ctx.Env(), c.PrivateData)))
		return
	}
	w.comment(about)
	w.line("PrivateData = @{")
	w.line("")
	w.line("    PSData = @{")
	w.line("")
	w.indent = "        "
	w.entries(c.gallery())
	w.out.WriteString("    } ")
	w.comment("End of PSData hashtable")
	w.line("")
	w.indent = "    "
	if ok {
		w.line("")
		table.Each(func(key, v value.Value) bool {
			name := value.ToString(w.ctx.Env(), key)
			w.entry(name, name, true, quotedName(value.ToString(w.ctx.Env(), v)))
			return true
		})
	}
	w.indent = ""
	w.out.WriteString("} ")
	w.comment("End of PrivateData hashtable")
	w.line("")
}
