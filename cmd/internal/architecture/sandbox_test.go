package architecture

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// writing are the functions of package os for which scripts need leave. The
// temporary files of CreateTemp and MkdirTemp are always allowed.
var writing = map[string]bool{"OpenFile": true, "Create": true, "WriteFile": true, "Truncate": true, "Mkdir": true, "MkdirAll": true, "Remove": true,
	"RemoveAll": true, "Rename": true, "Symlink": true, "Link": true, "Chmod": true, "Chown": true, "Chtimes": true, "Chdir": true,
	"StartProcess": true}

// reaching are packages that start programs or open connections.
var reaching = map[string]bool{`"os/exec"`: true, `"net/http"`: true, `"net"`: true, `"net/smtp"`: true, `"plugin"`: true}

// TestScriptsWriteThroughTheSandbox fails where code that runs for scripts
// changes files other than through runtime/sandbox, or could start a program or
// open a connection.
func TestScriptsWriteThroughTheSandbox(t *testing.T) {
	for _, tree := range []string{"runtime", "cmdlets"} {
		err := filepath.WalkDir(filepath.Join(root, tree), func(path string, d fs.DirEntry, err error) error {
			slashed := filepath.ToSlash(path)
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") ||
				strings.Contains(slashed, "runtime/sandbox/") || strings.Contains(slashed, "/internal/gen/") {
				return err
			}
			checkWrites(t, path)
			return nil
		})
		require.NoError(t, err)
	}
}

func checkWrites(t *testing.T, path string) {
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
	require.NoError(t, err)
	for _, imported := range file.Imports {
		if reaching[imported.Path.Value] {
			t.Errorf("%s imports %s", path, imported.Path.Value)
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		if s, ok := n.(*ast.SelectorExpr); ok {
			if x, ok := s.X.(*ast.Ident); ok && x.Name == "os" && x.Obj == nil && writing[s.Sel.Name] {
				t.Errorf("%s calls os.%s, not sandbox.%s", path, s.Sel.Name, s.Sel.Name)
			}
		}
		return true
	})
}
