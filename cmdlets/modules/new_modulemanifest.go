package modules

import (
	"os/user"
	"strings"
	"time"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/files"
	"exolab/cmdlets/internal/providers"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/netfmt"
	"exolab/runtime/sandbox"
	"exolab/runtime/value"
)

// NewModuleManifest is New-ModuleManifest.
type NewModuleManifest struct {
	Path                       string         `ps:"mandatory,position=0"`
	NestedModules              []value.Value  `ps:"allowemptycollection"`
	GUID                       value.Value    `ps:"Guid,type=guid"`
	Author                     string         `ps:"allowemptystring"`
	CompanyName                string         `ps:"allowemptystring"`
	Copyright                  string         `ps:"allowemptystring"`
	RootModule                 string         `ps:"alias=ModuleToProcess,allowemptystring"`
	ModuleVersion              value.Value    `ps:"notnull,type=version"`
	Description                string         `ps:"allowemptystring"`
	ProcessorArchitecture      value.Value    `ps:"type=System.Reflection.ProcessorArchitecture"`
	PowerShellVersion          value.Value    `ps:"type=version"`
	ClrVersion                 value.Value    `ps:"type=version"`
	DotNetFrameworkVersion     value.Value    `ps:"type=version"`
	PowerShellHostName         string         `ps:""`
	PowerShellHostVersion      value.Value    `ps:"type=version"`
	RequiredModules            []value.Value  `ps:""`
	TypesToProcess             []string       `ps:"allowemptycollection"`
	FormatsToProcess           []string       `ps:"allowemptycollection"`
	ScriptsToProcess           []string       `ps:"allowemptycollection"`
	RequiredAssemblies         []string       `ps:"allowemptycollection"`
	FileList                   []string       `ps:"allowemptycollection"`
	ModuleList                 []value.Value  `ps:"allowemptycollection"`
	FunctionsToExport          []string       `ps:"allowemptycollection"`
	AliasesToExport            []string       `ps:"allowemptycollection"`
	VariablesToExport          []string       `ps:"allowemptycollection"`
	CmdletsToExport            []string       `ps:"allowemptycollection"`
	DscResourcesToExport       []string       `ps:"allowemptycollection"`
	CompatiblePSEditions       []string       `ps:"allowemptycollection,validateset=Desktop|Core"`
	PrivateData                value.Value    `ps:"allownull"`
	Tags                       []string       `ps:"notnullorempty"`
	ProjectURI                 value.Value    `ps:"ProjectUri,notnullorempty,type=uri"`
	LicenseURI                 value.Value    `ps:"LicenseUri,notnullorempty,type=uri"`
	IconURI                    value.Value    `ps:"IconUri,notnullorempty,type=uri"`
	ReleaseNotes               string         `ps:"notnullorempty"`
	Prerelease                 string         `ps:"notnullorempty"`
	RequireLicenseAcceptance   cmdlets.Switch `ps:""`
	ExternalModuleDependencies []string       `ps:"notnullorempty"`
	HelpInfoURI                string         `ps:"HelpInfoUri,allownull"`
	PassThru                   cmdlets.Switch `ps:""`
	DefaultCommandPrefix       string         `ps:"allownull"`
}

// End writes the manifest.
func (c *NewModuleManifest) End(ctx *runtime.Context) error {
	place, rec := providers.Resolve(ctx.Session(), c.Path)
	if rec != nil {
		return ctx.Throw(rec)
	}
	if place.Flat() || !strings.HasSuffix(strings.ToLower(place.Path), ".psd1") {
		return ctx.Throw(errs.New("System.InvalidOperationException", "The module manifest path '"+c.Path+"' is not valid. The value of the Path argument must resolve to "+
			"a single file that has a '.psd1' extension. Change the value of the Path argument to point to a valid psd1 file, and then try again.",
			"Modules_InvalidModuleManifestPath", value.InvalidArgument, value.Str(c.Path)))
	}
	if err := c.check(ctx); err != nil {
		return err
	}
	if ok, err := ctx.ShouldProcess(place.Path, "Creating the \""+place.Path+"\" module manifest file."); err != nil || !ok {
		return err
	}
	c.complete(ctx)
	text, err := c.text(ctx, place.Name())
	if err != nil {
		return err
	}
	if c.PassThru {
		if err := ctx.Emit(value.Str(text)); err != nil {
			return err
		}
	}
	if err := sandbox.WriteFile(place.Path, []byte(text), 0o666); err != nil {
		return ctx.Throw(files.Failure(err, place.Path, "FileOpenFailure", value.OpenError))
	}
	return nil
}

// check refuses values that no manifest can hold.
func (c *NewModuleManifest) check(ctx *runtime.Context) error {
	seen := map[string]bool{}
	for _, edition := range c.CompatiblePSEditions {
		if seen[value.Fold(edition)] {
			return ctx.Throw(errs.New("System.InvalidOperationException", "The specified value '"+strings.Join(c.CompatiblePSEditions, ",")+"' for CompatiblePSEditions contains duplicate "+
				"PowerShell Edition names. Try again after removing the duplicate PowerShell Edition names.",
				"Modules_DuplicateEntriesInCompatiblePSEditions", value.InvalidArgument, value.Strings(c.CompatiblePSEditions...)))
		}
		seen[value.Fold(edition)] = true
	}
	if _, table := c.PrivateData.Object().(*value.Dict); !table && !c.PrivateData.IsNull() && c.forGallery() {
		return ctx.Throw(errs.New("System.InvalidOperationException", "The PrivateData parameter value must be a hash table to create the module manifest with the following parameter values "+
			"Tags, ProjectUri, LicenseUri, IconUri or ReleaseNotes. Either remove the Tags, ProjectUri, LicenseUri, IconUri, or ReleaseNotes parameter values or wrap the contents of PrivateData in a hashtable.",
			"PrivateDataValueTypeShouldBeHashTable", value.InvalidArgument, c.PrivateData))
	}
	return nil
}

// forGallery reports whether the manifest says something for a gallery.
func (c *NewModuleManifest) forGallery() bool {
	return c.Tags != nil || c.ReleaseNotes != "" || !c.ProjectURI.IsNull() || !c.LicenseURI.IsNull() || !c.IconURI.IsNull()
}

// complete fills in what was not given. Where modules are named the manifest
// exports everything; else it is a draft that exports nothing yet.
func (c *NewModuleManifest) complete(ctx *runtime.Context) {
	if ctx.Bound("RootModule") || c.NestedModules != nil || c.RequiredModules != nil {
		for _, list := range []*[]string{&c.FunctionsToExport, &c.CmdletsToExport, &c.AliasesToExport} {
			if *list == nil {
				*list = []string{"*"}
			}
		}
	}
	if !ctx.Bound("VariablesToExport") {
		c.VariablesToExport = []string{"*"}
	}
	if c.ModuleVersion.IsNull() {
		c.ModuleVersion = value.Str("0.0.1")
	}
	if c.GUID.IsNull() {
		c.GUID = value.Obj(value.Guid{Guid: netfmt.NewGuid()})
	}
	if c.Author == "" {
		if u, err := user.Current(); err == nil {
			c.Author = u.Username
		}
	}
	if c.CompanyName == "" {
		c.CompanyName = "Unknown"
	}
	if c.Copyright == "" {
		c.Copyright = "(c) " + c.Author + ". All rights reserved."
	}
}

// text is the manifest for a file of that name.
func (c *NewModuleManifest) text(ctx *runtime.Context, file string) (string, error) {
	w := &manifestWriter{ctx: ctx}
	name := strings.TrimSuffix(file, file[strings.LastIndexByte(file, '.'):])
	w.comment("", "Module manifest for module '"+name+"'", "", "Generated by: "+c.Author, "", "Generated on: "+time.Now().Format("1/2/2006"), "")
	w.line("")
	w.line("@{")
	w.line("")
	w.entries(c.head())
	w.entries(c.lists())
	c.private(w)
	w.entry("HelpInfoURI", "HelpInfo URI of this module", c.HelpInfoURI != "", quotedName(c.HelpInfoURI))
	w.entry("DefaultCommandPrefix", "Default prefix for commands exported from this module. Override the default prefix using Import-Module -Prefix.",
		c.DefaultCommandPrefix != "", quotedName(c.DefaultCommandPrefix))
	w.line("}")
	w.line("")
	return w.out.String(), w.err
}
