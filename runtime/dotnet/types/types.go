// Package types puts the tables of all .NET types together.
package types

import (
	"slices"

	"exolab/runtime/dotnet"
	"exolab/runtime/dotnet/collections"
	"exolab/runtime/dotnet/data"
	"exolab/runtime/dotnet/dates"
	"exolab/runtime/dotnet/fileio"
	"exolab/runtime/dotnet/network"
	"exolab/runtime/dotnet/numbers"
	"exolab/runtime/dotnet/system"
	"exolab/runtime/dotnet/text"
	"exolab/runtime/dotnet/xmldom"
	"exolab/runtime/value"
)

// NewTable returns a table in which a session finds the built-in types and can
// define its own.
func NewTable() *value.TypeTable { return dotnet.NewTypeTable(rows) }

func rows() []dotnet.TypeRow {
	return slices.Concat(dotnet.EngineTypes(), text.Types(), collections.Types(), numbers.Types(), dates.Types(), fileio.Types(), network.Types(), system.Types(), xmldom.Types(), data.Types())
}
