// Package xmldom holds XML documents, the properties PowerShell adapts them to, and
// XPath.
package xmldom

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// Types lists the types of XML.
func Types() []dotnet.TypeRow {
	return []dotnet.TypeRow{
		{Type: value.TypeXMLDocument, Load: loadXMLDocument},
		{Type: value.TypeXMLDocument.Base, Load: loadXMLNode},
		{Type: typeXMLElement, Load: loadXMLElement},
		{Type: typeXMLAttribute},
		{Type: typeXMLText},
		{Type: typeXMLComment},
		{Type: typeXMLCData},
		{Type: typeXMLDeclaration},
		{Type: typeNamespaceManager, Load: loadNamespaceManager},
		{Type: typeNameTable, Load: loadNameTable},
		{Type: typeXMLNodeList, Load: loadXMLNodeList},
	}
}
