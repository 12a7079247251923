package architecture

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const (
	root = "../../.."

	maxFileLines = 500
	maxFuncLines = 120
)

// longFunctions names the functions that may be longer than the limit, with
// the reason. The list may only shrink.
var longFunctions = map[string]string{}

type sourceFile struct {
	path  string
	lines int
	set   *token.FileSet
	tree  *ast.File
}

func sources(t *testing.T) []sourceFile {
	var files []sourceFile
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		set := token.NewFileSet()
		tree, err := parser.ParseFile(set, path, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		lines := set.File(tree.Pos()).LineCount()
		files = append(files, sourceFile{strings.TrimPrefix(path, root+"/"), lines, set, tree})
		return nil
	})
	require.NoError(t, err)
	return files
}

// TestSizes holds files and functions to the limits and prints the
// distribution.
func TestSizes(t *testing.T) {
	var fileLines, funcLines []int
	for _, f := range sources(t) {
		fileLines = append(fileLines, f.lines)
		if f.lines > maxFileLines {
			t.Errorf("%s has %d lines, more than %d", f.path, f.lines, maxFileLines)
		}
		for _, d := range f.tree.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			n := f.set.Position(fn.End()).Line - f.set.Position(fn.Pos()).Line + 1
			funcLines = append(funcLines, n)
			if _, waived := longFunctions[f.path+":"+fn.Name.Name]; n > maxFuncLines && !waived {
				t.Errorf("%s: %s has %d lines, more than %d", f.path, fn.Name.Name, n, maxFuncLines)
			}
		}
	}
	t.Logf("files: p90 %d; functions: p90 %d, p99 %d", percentile(fileLines, 90), percentile(funcLines, 90), percentile(funcLines, 99))
}

func percentile(n []int, p int) int {
	sort.Ints(n)
	return n[min(len(n)-1, len(n)*p/100)]
}

// TestExportedNamesAreDocumented wants a comment on every exported type,
// function, method and group of constants or variables, and on every package.
func TestExportedNamesAreDocumented(t *testing.T) {
	packages := map[string]bool{}
	for _, f := range sources(t) {
		dir := filepath.Dir(f.path)
		packages[dir] = packages[dir] || f.tree.Doc != nil
		for _, d := range f.tree.Decls {
			for _, name := range undocumented(d) {
				t.Errorf("%s: %s has no comment", f.path, name)
			}
		}
	}
	for dir, documented := range packages {
		if !documented {
			t.Errorf("package %s has no comment", dir)
		}
	}
}

func undocumented(d ast.Decl) []string {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Name.IsExported() && d.Doc == nil && exportedReceiver(d) {
			return []string{d.Name.Name}
		}
	case *ast.GenDecl:
		return undocumentedSpecs(d)
	}
	return nil
}

func exportedReceiver(d *ast.FuncDecl) bool {
	if d.Recv == nil {
		return true
	}
	e := d.Recv.List[0].Type
	for {
		switch x := e.(type) {
		case *ast.StarExpr:
			e = x.X
		case *ast.IndexExpr:
			e = x.X
		case *ast.Ident:
			return x.IsExported()
		default:
			return false
		}
	}
}

func undocumentedSpecs(d *ast.GenDecl) []string {
	var names []string
	for _, spec := range d.Specs {
		switch s := spec.(type) {
		case *ast.TypeSpec:
			if s.Name.IsExported() && d.Doc == nil && s.Doc == nil {
				names = append(names, s.Name.Name)
			}
		case *ast.ValueSpec:
			for _, n := range s.Names {
				if n.IsExported() && d.Doc == nil && s.Doc == nil && s.Comment == nil {
					names = append(names, n.Name)
				}
			}
		}
	}
	return names
}
