package providers

import (
	"path/filepath"
	"strings"

	"exolab/runtime"
	"exolab/runtime/dotnet"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

func intrinsicsType(name string, load func(*value.Type, *value.Members)) *value.Type {
	t := dotnet.EngineType("System.Management.Automation." + name)
	t.Load = load
	return t
}

var (
	// TypePaths is PathIntrinsics, what SessionState.Path is.
	TypePaths = intrinsicsType("PathIntrinsics", loadPathIntrinsics)
	// TypeDrives is DriveManagementIntrinsics, what SessionState.Drive is.
	TypeDrives = intrinsicsType("DriveManagementIntrinsics", loadDriveIntrinsics)
	// TypeProviders is CmdletProviderManagementIntrinsics, what
	// SessionState.Provider is.
	TypeProviders = intrinsicsType("CmdletProviderManagementIntrinsics", loadProviderIntrinsics)
)

// paths is SessionState.Path.
type paths struct {
	value.Extended
	session *runtime.Session
}

// PSType returns PathIntrinsics.
func (*paths) PSType() *value.Type { return TypePaths }

// SetIntrinsics gives a session what scripts ask $ExecutionContext.SessionState
// about paths, drives and providers.
func SetIntrinsics(s *runtime.Session) {
	s.Services[runtime.Intrinsic("Path")] = &paths{session: s}
	s.Services[runtime.Intrinsic("Drive")] = &drives{session: s}
	s.Services[runtime.Intrinsic("Provider")] = &providerList{session: s}
}

// thrown is the exception of a record.
func thrown(rec *errs.Record) error {
	if rec == nil {
		return nil
	}
	return rec.Exception
}

// Unresolved is the provider's path of one that need not exist.
func (p *paths) Unresolved(path string) (string, error) {
	place, rec := Resolve(p.session, path)
	return place.Path, thrown(rec)
}

// Resolved lists the provider's paths that a path leads to.
func (p *paths) Resolved(path string) ([]string, value.Value, error) {
	places, rec := Expand(p.session, path, Options{})
	if rec != nil {
		return nil, value.Null, rec.Exception
	}
	provider, out := value.Null, make([]string, len(places))
	for i, place := range places {
		out[i], provider = place.Path, value.Obj(place.Drive.Provider)
	}
	return out, provider, nil
}

// Location is the current location of a provider.
func (p *paths) Location(name string) (value.Value, error) {
	provider := FindProvider(p.session, name)
	if provider == nil {
		return value.Null, noProvider(name).Exception
	}
	if at := Current(p.session); at.Drive.Provider == provider {
		return value.Obj(&PathInfo{Place: at}), nil
	}
	for _, d := range Drives(p.session) {
		if d.Provider == provider && d.Items != nil {
			return value.Obj(&PathInfo{Place: Place{Drive: d}}), nil
		}
	}
	return value.Obj(&PathInfo{Place: Place{Drive: FindDrive(p.session, "/"), Path: p.session.WorkingDirectory()}}), nil
}

func pathsOf(c *value.Call) *paths { p, _ := value.As[*paths](c.This); return p }

func loadPathIntrinsics(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	of := func(v value.Value) *paths { p, _ := value.As[*paths](v); return p }
	r.Get("System.Management.Automation.PathInfo CurrentLocation", func(v value.Value) value.Value {
		return value.Obj(&PathInfo{Place: Current(of(v).session)})
	})
	r.Property("System.Management.Automation.PathInfo CurrentFileSystemLocation", func(_ value.Env, v value.Value) (value.Value, error) {
		return of(v).Location(fileSystem)
	}, nil)
	r.Method("System.Management.Automation.PathInfo CurrentProviderLocation(string providerName)", func(c *value.Call) (value.Value, error) {
		return pathsOf(c).Location(dotnet.TextArg(c, 0))
	})
	loadPathResolving(r)
	loadPathParts(r)
	loadPathMoves(r)
}

func loadPathResolving(r dotnet.Rows) {
	unresolved := func(c *value.Call) (value.Value, error) {
		path, err := pathsOf(c).Unresolved(dotnet.TextArg(c, 0))
		if err != nil || len(c.Args) == 1 {
			return value.Str(path), err
		}
		place, _ := Resolve(pathsOf(c).session, dotnet.TextArg(c, 0))
		if err := dotnet.SetOut(c, 1, value.Obj(place.Drive.Provider)); err != nil {
			return value.Null, err
		}
		return value.Str(path), dotnet.SetOut(c, 2, value.Obj(place.Drive))
	}
	r.Method("string GetUnresolvedProviderPathFromPSPath(string path)", unresolved)
	r.Method("string GetUnresolvedProviderPathFromPSPath(string path, out System.Management.Automation.ProviderInfo provider, "+
		"out System.Management.Automation.PSDriveInfo drive)", unresolved)
	r.Method("System.Collections.ObjectModel.Collection[string] GetResolvedProviderPathFromPSPath(string path, out System.Management.Automation.ProviderInfo provider)",
		func(c *value.Call) (value.Value, error) {
			found, provider, err := pathsOf(c).Resolved(dotnet.TextArg(c, 0))
			if err != nil {
				return value.Null, err
			}
			return dotnet.TextCollection(found), dotnet.SetOut(c, 1, provider)
		})
	r.Method("System.Collections.ObjectModel.Collection[System.Management.Automation.PathInfo] GetResolvedPSPathFromPSPath(string path)",
		func(c *value.Call) (value.Value, error) {
			places, rec := Expand(pathsOf(c).session, dotnet.TextArg(c, 0), Options{})
			if rec != nil {
				return value.Null, rec.Exception
			}
			items := make([]value.Value, len(places))
			for i, p := range places {
				items[i] = value.Obj(&PathInfo{Place: p})
			}
			return value.Obj(dotnet.NewCollection(items)), nil
		})
}

// loadPathParts adds what only looks at the text of a path.
func loadPathParts(r dotnet.Rows) {
	text := func(sig string, f func(c *value.Call) string) {
		r.Method("string "+sig, dotnet.Give(func(c *value.Call) value.Value { return value.Str(f(c)) }))
	}
	text("Combine(string parent, string child)", func(c *value.Call) string {
		return strings.TrimRight(dotnet.TextArg(c, 0), `/\`) + "/" + strings.TrimLeft(strings.ReplaceAll(dotnet.TextArg(c, 1), `\`, "/"), "/")
	})
	text("ParseParent(string path, string root)", func(c *value.Call) string {
		parent := filepath.Dir(strings.ReplaceAll(dotnet.TextArg(c, 0), `\`, "/"))
		if parent == "." {
			return ""
		}
		return parent
	})
	text("ParseChildName(string path)", func(c *value.Call) string { return filepath.Base(strings.ReplaceAll(dotnet.TextArg(c, 0), `\`, "/")) })
	text("NormalizeRelativePath(string path, string basePath)", func(c *value.Call) string {
		s := pathsOf(c).session
		from, to := s.FilePath(dotnet.TextArg(c, 1)), s.FilePath(dotnet.TextArg(c, 0))
		if relative, err := filepath.Rel(from, to); err == nil {
			return relative
		}
		return to
	})
	test := func(sig string, f func(path string) bool) {
		r.Method("bool "+sig, dotnet.Give(func(c *value.Call) value.Value { return value.Bool(f(dotnet.TextArg(c, 0))) }))
	}
	test("IsProviderQualified(string path)", func(path string) bool { return strings.Contains(path, "::") })
	test("IsValid(string path)", func(path string) bool { return path != "" && !strings.ContainsRune(path, 0) })
	r.Method("bool IsPSAbsolute(string path, out string driveName)", func(c *value.Call) (value.Value, error) {
		path := dotnet.TextArg(c, 0)
		name, _, ok := strings.Cut(path, ":")
		switch {
		case ok && name != "" && !strings.ContainsAny(name, `/\.~`):
		case strings.HasPrefix(path, "/"):
			name, ok = "/", true
		default:
			name, ok = "", false
		}
		return value.Bool(ok), dotnet.SetOut(c, 1, value.Str(name))
	})
}

func loadPathMoves(r dotnet.Rows) {
	r.Method("System.Management.Automation.PathInfo SetLocation(string path)", func(c *value.Call) (value.Value, error) {
		s := pathsOf(c).session
		place, rec := Resolve(s, dotnet.TextArg(c, 0))
		if rec != nil {
			return value.Null, rec.Exception
		}
		if !place.IsContainer() {
			return value.Null, errNoPath(place)
		}
		GoTo(s, place)
		return value.Obj(&PathInfo{Place: place}), nil
	})
	r.Method("void PushCurrentLocation(string stackName)", dotnet.Run(func(c *value.Call) { Push(pathsOf(c).session, dotnet.TextArg(c, 0)) }))
	r.Method("System.Management.Automation.PathInfo PopLocation(string stackName)", dotnet.Give(func(c *value.Call) value.Value {
		s := pathsOf(c).session
		if Pop(s, dotnet.TextArg(c, 0)) {
			return value.Obj(&PathInfo{Place: Current(s)})
		}
		return value.Null
	}))
}

func errNoPath(p Place) error {
	return value.NewException("System.Management.Automation.ItemNotFoundException", "Cannot find path '"+p.Path+"' because it does not exist.")
}
