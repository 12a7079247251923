// Command exolab understands PowerShell and behaves like an Exchange organization.
package main

import (
	_ "github.com/alecthomas/participle/v2"
	_ "github.com/chzyer/readline"
	_ "github.com/cockroachdb/apd/v3"
	_ "github.com/creack/pty"
	_ "github.com/dgraph-io/badger/v4"
	_ "github.com/dlclark/regexp2"
	_ "github.com/mattn/go-runewidth"
	_ "github.com/rivo/uniseg"
	_ "github.com/rogpeppe/go-internal/testscript"
	_ "github.com/schollz/progressbar/v3"
	_ "github.com/spf13/cobra"
	_ "github.com/stretchr/testify/require"
	_ "golang.org/x/term"
	_ "golang.org/x/text/encoding/unicode"
)

func main() {}
