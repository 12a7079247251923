// Command exolab understands PowerShell and behaves like an Exchange
// organization.
package main

import (
	"os"

	"exolab/cmd/internal/cli"
)

func main() {
	tuneCollector()
	os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
