// Package providers finds items by PowerShell paths: files and folders, and
// the drives Env:, Variable:, Function: and Alias:.
package providers

import (
	"os"
	"sort"

	"exolab/runtime"
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// Provider is what is behind a drive: a ProviderInfo.
type Provider struct {
	value.Extended
	Name, Class, Capabilities string
	session                   *runtime.Session
}

// TypeProvider is System.Management.Automation.ProviderInfo.
var TypeProvider = &value.Type{Name: "ProviderInfo", FullName: "System.Management.Automation.ProviderInfo", Kind: value.KindObject,
	Base: value.TypeObject, Load: loadProvider}

// PSType returns ProviderInfo.
func (p *Provider) PSType() *value.Type { return TypeProvider }

// String is the qualified name.
func (p *Provider) String() string { return p.Prefix() }

// Prefix is the qualified name, which begins the paths of items.
func (p *Provider) Prefix() string { return "Microsoft.PowerShell.Core\\" + p.Name }

func loadProvider(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	of := func(v value.Value) *Provider { p, _ := value.As[*Provider](v); return p }
	r.Get("System.Management.Automation.Provider.ProviderCapabilities Capabilities", func(v value.Value) value.Value { return value.Str(of(v).Capabilities) })
	r.Get("string Description", func(value.Value) value.Value { return value.Str("") })
	r.Get("System.Collections.ObjectModel.Collection[System.Management.Automation.PSDriveInfo] Drives", func(v value.Value) value.Value {
		var out []value.Value
		for _, d := range stateOf(of(v).session).drives {
			if d.Provider == of(v) {
				out = append(out, value.Obj(d))
			}
		}
		return value.List(out...)
	})
	r.Get("string Home", func(v value.Value) value.Value {
		if of(v).Name != fileSystem {
			return value.Str("")
		}
		home, _ := os.UserHomeDir()
		return value.Str(home)
	})
	r.Get("string HelpFile", func(value.Value) value.Value { return value.Str("System.Management.Automation.dll-Help.xml") })
	r.Get("string ImplementingType", func(v value.Value) value.Value { return value.Str(of(v).Class) })
	r.Get("char ItemSeparator", func(value.Value) value.Value { return value.Char('/') })
	r.Get("char AltItemSeparator", func(value.Value) value.Value { return value.Char('\\') })
	r.Get("string ModuleName", func(value.Value) value.Value { return value.Str("Microsoft.PowerShell.Core") })
	r.Get("string Name", func(v value.Value) value.Value { return value.Str(of(v).Name) })
}

// Drive is a PSDriveInfo.
type Drive struct {
	value.Extended
	Name, Root, Description string
	Provider                *Provider
	// Items holds the items of a drive that is no file system.
	Items Store
	// at is the drive's current location.
	at string
}

// TypeDrive is System.Management.Automation.PSDriveInfo.
var TypeDrive = &value.Type{Name: "PSDriveInfo", FullName: "System.Management.Automation.PSDriveInfo", Kind: value.KindObject,
	Base: value.TypeObject, Load: loadDrive}

// PSType returns PSDriveInfo.
func (d *Drive) PSType() *value.Type { return TypeDrive }

// String is the drive's name.
func (d *Drive) String() string { return d.Name }

func loadDrive(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	of := func(v value.Value) *Drive { d, _ := value.As[*Drive](v); return d }
	r.Get("string CurrentLocation", func(v value.Value) value.Value {
		d := of(v)
		if d.Items != nil || d.Provider == nil || d.Provider.session == nil {
			return value.Str("")
		}
		return value.Str(d.relative(LocationOf(d.Provider.session, d).Path))
	})
	r.Get("string Description", func(v value.Value) value.Value { return value.Str(of(v).Description) })
	r.Get("string DisplayRoot", func(value.Value) value.Value { return value.Null })
	r.Get("string Name", func(v value.Value) value.Value { return value.Str(of(v).Name) })
	r.Get("System.Management.Automation.ProviderInfo Provider", func(v value.Value) value.Value { return value.Obj(of(v).Provider) })
	r.Get("string Root", func(v value.Value) value.Value { return value.Str(of(v).Root) })
	r.Get("System.Object Free", func(value.Value) value.Value { return value.Null })
	r.Get("System.Object Used", func(value.Value) value.Value { return value.Null })
}

const fileSystem = "FileSystem"

// state is what a session keeps of its drives and locations.
type state struct {
	drives    []*Drive
	providers []*Provider
	// current is the drive of the current location when it is not a folder.
	current *Drive
	stacks  map[string][]Place
	stack   string
	// back and forward are the locations that `cd -` and `cd +` go to.
	back, forward []Place
}

type stateKey struct{}

func stateOf(s *runtime.Session) *state {
	if st, ok := s.Services[stateKey{}].(*state); ok {
		return st
	}
	st := &state{stacks: map[string][]Place{}}
	s.Services[stateKey{}] = st
	provider := func(name, class, capabilities string) *Provider {
		p := &Provider{Name: name, Class: class, Capabilities: capabilities, session: s}
		st.providers = append(st.providers, p)
		return p
	}
	flat := func(drive, root, description string, p *Provider, items Store) {
		st.drives = append(st.drives, &Drive{Name: drive, Root: root, Description: description, Provider: p, Items: items})
	}
	const class = "Microsoft.PowerShell.Commands."
	flat("Alias", "", "Drive that contains a view of the aliases stored in a session state", provider("Alias", class+"AliasProvider", "ShouldProcess"), aliasStore{s})
	flat("Env", "", "Drive that contains a view of the environment variables for the process", provider("Environment", class+"EnvironmentProvider", "ShouldProcess"), environmentStore{})
	files := provider(fileSystem, class+"FileSystemProvider", "Filter, ShouldProcess, Credentials")
	flat("Function", "", "Drive that contains a view of the functions stored in a session state", provider("Function", class+"FunctionProvider", "ShouldProcess"), functionStore{s})
	flat("Variable", "", "Drive that contains a view of those variables stored in a session state", provider("Variable", class+"VariableProvider", "ShouldProcess"), variableStore{s})
	st.drives = append(st.drives, &Drive{Name: "/", Root: "/", Provider: files}, &Drive{Name: "Temp", Root: temporary(), Description: "Drive that maps to the temporary directory path for the current user", Provider: files})
	sort.SliceStable(st.drives, func(i, j int) bool { return value.Fold(st.drives[i].Name) < value.Fold(st.drives[j].Name) })
	return st
}

func temporary() string {
	dir := os.TempDir()
	if dir != "" && dir[len(dir)-1] != '/' {
		dir += "/"
	}
	return dir
}

// Drives lists the drives of a session by name.
func Drives(s *runtime.Session) []*Drive { return stateOf(s).drives }

// Providers lists the providers of a session.
func Providers(s *runtime.Session) []*Provider { return stateOf(s).providers }

// FindDrive finds a drive by name, without regard to case; nil for none.
func FindDrive(s *runtime.Session, name string) *Drive {
	folded := value.Fold(name)
	for _, d := range stateOf(s).drives {
		if value.Fold(d.Name) == folded {
			return d
		}
	}
	return nil
}

// FindProvider finds a provider by its name, qualified or not; nil for none.
func FindProvider(s *runtime.Session, name string) *Provider {
	folded := value.Fold(name)
	for _, p := range stateOf(s).providers {
		if value.Fold(p.Name) == folded || value.Fold(p.Prefix()) == folded {
			return p
		}
	}
	return nil
}

// AddDrive makes a drive known.
func AddDrive(s *runtime.Session, d *Drive) {
	st := stateOf(s)
	st.drives = append(st.drives, d)
	sort.SliceStable(st.drives, func(i, j int) bool { return value.Fold(st.drives[i].Name) < value.Fold(st.drives[j].Name) })
}

// RemoveDrive forgets a drive.
func RemoveDrive(s *runtime.Session, d *Drive) {
	st := stateOf(s)
	for i, known := range st.drives {
		if known == d {
			st.drives = append(st.drives[:i:i], st.drives[i+1:]...)
			return
		}
	}
}
