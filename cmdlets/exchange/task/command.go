package task

import (
	"strings"

	"exolab/cmdlets"
	"exolab/cmdlets/exchange/shapes"
)

// Cmdlet is one emulated cmdlet: its parameters stand in the catalogue, what
// it does in Run, which is called for each pipeline object.
type Cmdlet struct {
	Name     string
	Synopsis string
	Examples []cmdlets.Example
	Class    string // namespace and class of the real one, for error ids
	Run      func(c *Call) error
	// Remote are the properties that a remote session puts before RunspaceId.
	Remote []shapes.Property
}

// Spaced splits a property's name into words.
func Spaced(name string) string {
	var out strings.Builder
	for i, r := range name {
		if r >= 'A' && r <= 'Z' && i > 0 {
			out.WriteByte(' ')
		}
		out.WriteRune(r)
	}
	return strings.ToLower(out.String())
}

// New makes a cmdlet of the recipient tasks with one example and its output.
func New(name, synopsis, code, output string, run func(c *Call) error) Cmdlet {
	return Cmdlet{Name: name, Synopsis: synopsis, Class: "Microsoft.Exchange.Management.RecipientTasks." + strings.ReplaceAll(name, "-", ""),
		Examples: []cmdlets.Example{{Code: code, Output: output}}, Run: run}
}
