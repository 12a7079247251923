package runtime

import (
	"path/filepath"
	"strings"

	"exolab/parser"
	"exolab/runtime/dotnet"
	"exolab/runtime/errs"
	"exolab/runtime/modulespec"
	"exolab/runtime/value"
)

// usingScope is what the using statements of a file brought in.
type usingScope struct {
	namespaces []string
}

// usingsOf returns the namespaces that the using statements of a file name;
// nil when there are none.
func usingsOf(list []*parser.UsingStatement) *usingScope {
	var u *usingScope
	for _, s := range list {
		if s.Kind == parser.UsingNamespace && s.Name != nil {
			if u == nil {
				u = &usingScope{}
			}
			u.namespaces = append(u.namespaces, s.Name.Value)
		}
	}
	return u
}

// importUsings imports the modules that the using statements name.
func (f *Frame) importUsings() error {
	for _, s := range f.block.AST.Usings {
		if s.Kind != parser.UsingModule {
			continue
		}
		f.pos = s.Span
		if err := f.usingModule(s); err != nil {
			return err
		}
	}
	return nil
}

// usingModule imports the module as Import-Module does, and makes its classes
// and enums known.
func (f *Frame) usingModule(s *parser.UsingStatement) error {
	which, err := f.usedModule(s)
	if err != nil {
		return err
	}
	if spec, err := modulespec.New(f, which); err == nil && !f.session.finds(spec) {
		return f.usedModuleMissing(s)
	}
	var imported Collector
	st := stage{span: s.Span, nameSpan: s.Span, name: "Import-Module", arguments: []argument{
		{span: s.Span, param: "PassThru", paramSpan: s.Span}, {span: s.Span, value: constant(which)}}}
	if s.Name == nil {
		st.arguments[1].param, st.arguments[1].colon = "FullyQualifiedName", true
	}
	if err := f.runPipeline([]stage{st}, &imported); err != nil {
		return err
	}
	if m, ok := value.As[*Module](imported.Value()); ok && m.scope != nil {
		for _, t := range m.scope.types {
			f.session.defineType(f.scope, t)
		}
	}
	return nil
}

// usedModule is the module that a statement names: a name or a path, or the
// hashtable of a specification.
func (f *Frame) usedModule(s *parser.UsingStatement) (value.Value, error) {
	if s.Name != nil {
		return value.Str(f.besideScript(s.Name.Value)), nil
	}
	v, err := compileExpr(s.Module)(f)
	if d, ok := value.As[*value.Dict](v); ok {
		if name, known := d.Get(value.Str("ModuleName")); known {
			d.Set(value.Str("ModuleName"), value.Str(f.besideScript(value.ToString(f, name))))
		}
	}
	return v, err
}

// finds reports whether there is such a module, without loading it.
func (s *Session) finds(spec *modulespec.Spec) bool {
	if s.loadedModule(spec) != nil || s.knowsModule(spec.Name) || s.ShippedNamed(spec.Name) != nil {
		return true
	}
	for _, path := range s.moduleFiles(spec.Name) {
		if !fileExists(path) {
			continue
		}
		if m, err := s.DescribeModule(path); err != nil || spec.Accepts(m.Version, m.GUID) {
			return true
		}
	}
	return false
}

// usedModuleMissing is the error of parsing a text that uses a module which
// there is not.
func (f *Frame) usedModuleMissing(s *parser.UsingStatement) error {
	name := ""
	if s.Name != nil {
		name = s.Name.Value
	} else {
		name = f.source.Slice(s.Module.Span)
	}
	return errs.Terminating(parseErrorRecord(&parser.ParseErrors{Source: f.source, Errors: []*parser.ParseError{
		{Span: s.Span, ID: "ModuleNotFoundDuringParse", Message: "Could not find the module '" + name + "'."}}}))
}

// besideScript is a module's name as the script means it: a relative path
// starts at the script's folder.
func (f *Frame) besideScript(name string) string {
	path := strings.ReplaceAll(name, "\\", "/")
	if f.source == nil || f.source.Name == "" || filepath.IsAbs(path) || !strings.HasPrefix(path, ".") && !strings.Contains(path, "/") {
		return name
	}
	return filepath.Join(directoryOf(f.source.Name), path)
}

// resolveType finds the type that a script names.
func (f *Frame) resolveType(name *parser.TypeName) (*value.Type, error) {
	text := name.String()
	if t, ok := f.session.lookupType(f, text); ok {
		return t, nil
	}
	return nil, typeNotFound(text)
}

// lookupType finds a type by its written name: the classes and enums of the
// scope first, then the types of .NET.
func (s *Session) lookupType(f *Frame, name string) (*value.Type, bool) {
	var namespaces []string
	scope := s.current
	if f != nil {
		scope = f.scope
		if f.block != nil && f.block.usings != nil {
			namespaces = f.block.usings.namespaces
		}
	}
	if !s.scriptTypes {
		return dotnet.ResolveType(s.Types, name, namespaces...)
	}
	return dotnet.ResolveAmong(func(plain string) *value.Type { return scriptType(scope, plain) }, s.Types, name, namespaces...)
}

// LookupTypeIn finds a type as seen from a scope.
func (s *Session) LookupTypeIn(scope *Scope, name string) (*value.Type, bool) {
	return s.lookupType(&Frame{session: s, scope: scope}, name)
}

// scriptType finds a class or enum by its plain name as seen from a scope.
func scriptType(scope *Scope, name string) *value.Type {
	folded := value.Fold(name)
	for at := scope; at != nil; at = at.parent {
		if t := at.types[folded]; t != nil {
			return t
		}
	}
	return nil
}

// defineType makes a class or enum known in a scope.
func (s *Session) defineType(scope *Scope, t *value.Type) {
	s.scriptTypes = true
	if scope.types == nil {
		scope.types = map[string]*value.Type{}
	}
	scope.types[value.Fold(t.Name)] = t
}
