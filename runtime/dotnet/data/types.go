// Package data holds System.Data as scripts use it: tables of rows and typed
// columns in memory, their filters and sort orders, views and sets of tables.
//
// There are no connections, relations or constraints between tables.
package data

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

var (
	typeTable       = dotnet.EngineType("System.Data.DataTable")
	typeColumn      = dotnet.EngineType("System.Data.DataColumn")
	typeRow         = dotnet.EngineType("System.Data.DataRow")
	typeRowView     = dotnet.EngineType("System.Data.DataRowView")
	typeView        = dotnet.EngineType("System.Data.DataView")
	typeSet         = dotnet.EngineType("System.Data.DataSet")
	typeColumns     = collectionType("DataColumnCollection")
	typeRows        = collectionType("DataRowCollection")
	typeTables      = collectionType("DataTableCollection")
	rowStateName    = "System.Data.DataRowState"
	schemaActionArg = "System.Data.MissingSchemaAction missingSchemaAction"
)

func collectionType(name string) *value.Type {
	t := dotnet.EngineType("System.Data." + name)
	t.Interfaces = []*value.Type{value.TypeICollection, value.TypeIEnumerable}
	return t
}

// Types lists the types of System.Data.
func Types() []dotnet.TypeRow {
	return []dotnet.TypeRow{
		{Type: typeTable, Load: loadTable},
		{Type: typeColumn, Load: loadColumn},
		{Type: typeColumns, Load: loadColumns},
		{Type: typeRow, Load: loadRow},
		{Type: typeRows, Load: loadRows},
		{Type: typeView, Load: loadView},
		{Type: typeRowView, Load: loadRowView},
		{Type: typeSet, Load: loadSet},
		{Type: typeTables, Load: loadTables},
	}
}

// The exceptions of System.Data.
const (
	exDuplicateName = "System.Data.DuplicateNameException"
	exReadOnly      = "System.Data.ReadOnlyException"
	exNoNull        = "System.Data.NoNullAllowedException"
	exConstraint    = "System.Data.ConstraintException"
	exDeletedRow    = "System.Data.DeletedRowInaccessibleException"
	exRowNotIn      = "System.Data.RowNotInTableException"
	exMissingKey    = "System.Data.MissingPrimaryKeyException"
	exSyntax        = "System.Data.SyntaxErrorException"
	exEvaluate      = "System.Data.EvaluateException"
)
