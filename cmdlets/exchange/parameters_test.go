package exchange

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/cmdlets/exchange/catalogue"
	"exolab/cmdlets/exchange/organization"
	"exolab/cmdlets/exchange/task"
	"exolab/runtime/value"
)

// source is what the code of the packages says: for each function, variable and
// cmdlet the texts in it, folded, and the names that it refers to.
type source struct {
	texts, references map[string]map[string]bool
}

// TestNoParameterIsIgnored looks at every parameter of every emulated cmdlet:
// its code names it, the objects have a property of that name, or parameters.txt
// says that it is inert or refused.
func TestNoParameterIsIgnored(t *testing.T) {
	s := readSource(t)
	for _, c := range emulated() {
		if s.texts["cmdlet "+c.Name] == nil {
			require.True(t, ofNames(c.Name), c.Name)
			continue
		}
		named := s.textsOf(c.Name)
		for _, name := range catalogue.Find(value.Fold(c.Name)).ParameterNames() {
			if !named[value.Fold(name)] && !setsProperties(s, c.Name) && !task.IsInert(c.Name, name) && !slices.Contains(task.Refused(c.Name), name) {
				t.Errorf("%s -%s: no code reads it, and parameters.txt does not name it", c.Name, name)
			}
		}
	}
}

// ofNames reports whether a cmdlet is one of a configuration noun, which read their
// parameters by the names of properties.
func ofNames(cmdlet string) bool {
	_, noun, _ := strings.Cut(cmdlet, "-")
	return organization.NounNamed(noun) != nil || slices.Contains([]string{"OrganizationConfig", "AdminAuditLogConfig", "TransportConfig"}, noun)
}

// TestRefusedParametersExist finds every name of parameters.txt in the catalogue.
func TestRefusedParametersExist(t *testing.T) {
	for _, c := range emulated() {
		known := catalogue.Find(value.Fold(c.Name)).ParameterNames()
		for _, name := range task.Refused(c.Name) {
			require.Contains(t, known, name, c.Name)
		}
	}
}

// setsProperties reports whether a cmdlet sets properties by the names of its
// parameters, and refuses those that it cannot set.
func setsProperties(s *source, cmdlet string) bool {
	return !strings.HasPrefix(cmdlet, "Get-") && s.reaches(cmdlet)["task.SetProperties"]
}

func readSource(t *testing.T) *source {
	s := &source{texts: map[string]map[string]bool{}, references: map[string]map[string]bool{}}
	require.NoError(t, filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || strings.Contains(path, "internal") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err == nil {
			s.read(file)
		}
		return err
	}))
	return s
}

// read notes what the declarations of a file say.
func (s *source) read(file *ast.File) {
	pkg := file.Name.Name
	for _, d := range file.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			s.note(pkg, pkg+"."+d.Name.Name, d)
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				if v, ok := spec.(*ast.ValueSpec); ok {
					s.note(pkg, pkg+"."+v.Names[0].Name, v)
				}
			}
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		if name := namedCmdlet(n); name != "" {
			s.note(pkg, "cmdlet "+name, n)
		}
		return true
	})
}

// namedCmdlet is the name of the cmdlet that a node makes: a call with the name
// first, or a literal with the field Name; "" if it makes none.
func namedCmdlet(n ast.Node) string {
	var name ast.Expr
	switch n := n.(type) {
	case *ast.CallExpr:
		if len(n.Args) > 1 {
			name = n.Args[0]
		}
	case *ast.CompositeLit:
		for _, e := range n.Elts {
			if field, ok := e.(*ast.KeyValueExpr); ok {
				if key, ok := field.Key.(*ast.Ident); ok && key.Name == "Name" {
					name = field.Value
				}
			}
		}
	}
	if text, ok := textOf(name); ok && catalogue.Find(value.Fold(text)) != nil {
		return text
	}
	return ""
}

// note keeps the texts of a node and the names that it refers to; a method is
// looked for in its own package and in package task.
func (s *source) note(pkg, key string, n ast.Node) {
	if s.texts[key] == nil {
		s.texts[key], s.references[key] = map[string]bool{}, map[string]bool{}
	}
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BasicLit:
			if text, ok := textOf(n); ok {
				s.texts[key][value.Fold(text)] = true
			}
		case *ast.SelectorExpr:
			if x, ok := n.X.(*ast.Ident); ok {
				s.references[key][x.Name+"."+n.Sel.Name] = true
			}
			s.references[key]["task."+n.Sel.Name] = true
			s.references[key][pkg+"."+n.Sel.Name] = true
		case *ast.Ident:
			s.references[key][pkg+"."+n.Name] = true
		}
		return true
	})
}

func textOf(e ast.Expr) (string, bool) {
	l, ok := e.(*ast.BasicLit)
	if !ok || l.Kind != token.STRING {
		return "", false
	}
	text, err := strconv.Unquote(l.Value)
	return text, err == nil
}

// reaches are the declarations that a cmdlet's code refers to, over others.
func (s *source) reaches(cmdlet string) map[string]bool {
	seen := map[string]bool{}
	open := []string{"cmdlet " + cmdlet}
	for len(open) > 0 {
		key := open[0]
		open = open[1:]
		for next := range s.references[key] {
			if !seen[next] && s.texts[next] != nil {
				seen[next] = true
				open = append(open, next)
			}
		}
	}
	return seen
}

// textsOf are the texts in all code that a cmdlet reaches.
func (s *source) textsOf(cmdlet string) map[string]bool {
	out := map[string]bool{}
	for key := range s.reaches(cmdlet) {
		for text := range s.texts[key] {
			out[text] = true
		}
	}
	return out
}
