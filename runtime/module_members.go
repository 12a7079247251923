package runtime

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

func loadModule(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	text := func(name string, get func(m *Module) string) {
		r.Get("string "+name, property(func(m *Module) value.Value { return value.Str(get(m)) }))
	}
	text("Name", func(m *Module) string { return m.Name })
	text("Path", func(m *Module) string { return m.Path })
	text("Description", func(m *Module) string { return m.Description })
	text("Author", func(m *Module) string { return m.Author })
	text("ModuleBase", func(m *Module) string { return directoryOf(m.Path) })
	fromManifest(r)
	r.Get("version Version", property(versionOf))
	text("ModuleType", func(m *Module) string {
		if m.kind != "" {
			return m.kind
		}
		return "Script"
	})
	exported := func(name string, kinds ...CommandKind) {
		r.Get("System.Collections.Generic.Dictionary[string,System.Object] "+name, property(func(m *Module) value.Value {
			d := newBoundParameters()
			for _, c := range m.Exported() {
				for _, k := range kinds {
					if c.Kind == k {
						d.Set(value.Str(c.Name), value.Obj(c))
					}
				}
			}
			return value.Obj(d)
		}))
	}
	exported("ExportedFunctions", FunctionCommand, FilterCommand)
	exported("ExportedAliases", AliasCommand)
	exported("ExportedCmdlets", CmdletCommand)
	exported("ExportedCommands", FunctionCommand, FilterCommand, AliasCommand, CmdletCommand)
	r.Method("System.Object Invoke(scriptblock sb, params System.Object[] args)", func(c *value.Call) (value.Value, error) {
		m, _ := value.As[*Module](c.This)
		b, ok := value.As[*ScriptBlock](c.Args[0])
		f, isFrame := c.Env.(*Frame)
		if !ok || !isFrame || m.scope == nil {
			return value.Null, nil
		}
		var out Collector
		err := f.session.InvokeBlock(b.Bind(m.scope), Invocation{Args: value.Items(c.Args[1]), NewScope: true, Scope: m.scope, Out: &out})
		return out.Value(), err
	})
}

// noGUID is the GUID of a module that has none.
const noGUID = "00000000-0000-0000-0000-000000000000"

// fromManifest adds what a module's manifest says.
func fromManifest(r dotnet.Rows) {
	get := func(sig string, f func(m *Module) value.Value) { r.Get(sig, property(f)) }
	get("guid Guid", func(m *Module) value.Value {
		if m.GUID == "" {
			return dotnet.ParsedOrNull(noGUID, value.TypeGuid)
		}
		return dotnet.ParsedOrNull(m.GUID, value.TypeGuid)
	})
	r.Property("System.Management.Automation.ModuleAccessMode AccessMode", func(_ value.Env, v value.Value) (value.Value, error) {
		m, _ := value.As[*Module](v)
		return value.Enum(dotnet.MustType("System.Management.Automation.ModuleAccessMode"), m.Access), nil
	}, func(env value.Env, v, to value.Value) error {
		m, _ := value.As[*Module](v)
		mode, err := value.Convert(env, to, dotnet.MustType("System.Management.Automation.ModuleAccessMode"))
		if err == nil {
			m.Access = mode.Int64()
		}
		return err
	})
	r.Property("scriptblock OnRemove", func(_ value.Env, v value.Value) (value.Value, error) {
		if m, _ := value.As[*Module](v); m.onRemove != nil {
			return value.Obj(m.onRemove), nil
		}
		return value.Null, nil
	}, func(_ value.Env, v, to value.Value) error {
		m, _ := value.As[*Module](v)
		m.onRemove, _ = value.As[*ScriptBlock](value.Unwrap(to))
		return nil
	})
	modules := func(sig string, f func(m *Module) []*Module) {
		get(sig, func(m *Module) value.Value {
			list := []value.Value{}
			for _, other := range f(m) {
				list = append(list, value.Obj(other))
			}
			return value.List(list...)
		})
	}
	modules("System.Collections.ObjectModel.ReadOnlyCollection[psmoduleinfo] RequiredModules", func(m *Module) []*Module { return m.required })
	modules("System.Collections.ObjectModel.ReadOnlyCollection[psmoduleinfo] NestedModules", func(m *Module) []*Module { return m.nested })
	for _, sig := range [...]string{"CompanyName", "Copyright", "RootModule", "PowerShellHostName", "HelpInfoUri", "PrivateData"} {
		get("string "+sig, func(m *Module) value.Value {
			if m.data == nil {
				return value.Null
			}
			v, _ := m.data.GetText(sig)
			return v
		})
	}
	for _, key := range [...]string{"PowerShellVersion", "ClrVersion", "DotNetFrameworkVersion", "PowerShellHostVersion"} {
		get("version "+key, func(m *Module) value.Value {
			if m.data == nil {
				return value.Null
			}
			return dotnet.ParsedOrNull(manifest{data: m.data}.text(key), value.TypeVersion)
		})
	}
	for _, key := range [...]string{"CompatiblePSEditions", "FileList", "RequiredAssemblies", "Scripts"} {
		get("System.Collections.Generic.IEnumerable[string] "+key, func(m *Module) value.Value {
			if m.data == nil {
				return value.Strings()
			}
			return value.Strings(manifest{data: m.data}.list(key)...)
		})
	}
	get("System.Collections.Generic.IEnumerable[string] Tags", func(m *Module) value.Value { return galleryData(m, "Tags") })
	get("uri ProjectUri", func(m *Module) value.Value { return galleryData(m, "ProjectUri") })
	get("uri LicenseUri", func(m *Module) value.Value { return galleryData(m, "LicenseUri") })
	get("uri IconUri", func(m *Module) value.Value { return galleryData(m, "IconUri") })
	get("string ReleaseNotes", func(m *Module) value.Value { return galleryData(m, "ReleaseNotes") })
}

// galleryData is a value of PrivateData.PSData in a module's manifest.
func galleryData(m *Module, key string) value.Value {
	if m.data == nil {
		return value.Null
	}
	private, _ := m.data.GetText("PrivateData")
	d, ok := private.Object().(*value.Dict)
	if !ok {
		return value.Null
	}
	ps, _ := d.GetText("PSData")
	if d, ok = ps.Object().(*value.Dict); !ok {
		return value.Null
	}
	v, _ := d.GetText(key)
	return v
}
