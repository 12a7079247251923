// Command exolab understands PowerShell and behaves like an Exchange
// organization.
package main

import (
	"fmt"
	"os"

	"exolab/cmd/internal/cli"
	"exolab/runtime/memory"
)

const exitFailure = 1

func main() {
	limit, err := memoryLimit()
	if err != nil {
		fmt.Fprintf(os.Stderr, "exolab: %s.\n", err)
		os.Exit(exitFailure)
	}
	memory.Manage(limit, endForMemory)
	os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
