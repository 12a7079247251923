package clixml_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/runtime"
	"exolab/runtime/clixml"
)

// A text of any kind gives objects or an error.
func FuzzRead(f *testing.F) {
	recorded, err := filepath.Glob("../../testdata/powershell/files/*.clixml")
	require.NoError(f, err)
	for _, path := range recorded {
		text, err := os.ReadFile(path)
		require.NoError(f, err)
		f.Add(string(text))
	}
	f.Add(`<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04"><Obj RefId="0"><LST><I32>1</I32><Ref RefId="0"/></LST></Obj></Objs>`)
	s, err := runtime.NewSession(runtime.Options{Directory: f.TempDir()})
	require.NoError(f, err)
	f.Fuzz(func(_ *testing.T, text string) { _, _ = clixml.Read(s.Env(), text) })
}
