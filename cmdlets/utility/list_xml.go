package utility

import "exolab/cmdlets"

// xmlSpecs are the cmdlets about XML.
var xmlSpecs = []cmdlets.Spec{
	{
		Name: "ConvertTo-Xml", Module: module,
		OutputTypes: []string{"System.Xml.XmlDocument", "System.String"},
		Synopsis:    "Turns objects into XML.",
		Examples:    []cmdlets.Example{{Code: "(5 | ConvertTo-Xml -As Stream -NoTypeInformation)[2]", Output: "<Object>5</Object>"}},
		New:         NewConvertToXml,
	},
	{
		Name: "Select-Xml", Module: module, DefaultSet: "Xml",
		OutputTypes: []string{"Microsoft.PowerShell.Commands.SelectXmlInfo"},
		Synopsis:    "Finds nodes of XML by XPath.",
		Examples:    []cmdlets.Example{{Code: "(Select-Xml -Content '<a><b>1</b></a>' -XPath '/a/b').Node.InnerText", Output: "1"}},
		New:         func() any { return &SelectXml{} },
	},
}
