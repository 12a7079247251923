package utility

import "exolab/cmdlets"

// fileSpecs are the cmdlets that read, search and hash files.
var fileSpecs = []cmdlets.Spec{
	{
		Name: "Select-String", Module: module, DefaultSet: "File",
		OutputTypes: []string{"System.Boolean", "Microsoft.PowerShell.Commands.MatchInfo", "System.String"},
		Synopsis:    "Finds text by patterns.",
		Examples:    []cmdlets.Example{{Code: "'alpha', 'beta' | Select-String et | ForEach-Object Line", Output: "beta"}},
		New:         func() any { return &SelectString{} },
	},
	{
		Name: "Export-Clixml", Module: module, DefaultSet: "ByPath", SupportsShouldProcess: true,
		Synopsis: "Writes objects to a CLIXML file.",
		Examples: []cmdlets.Example{{Code: "1, 'a' | Export-Clixml o.xml; (Import-Clixml o.xml).Count", Output: "2"}},
		New:      NewExportClixml,
	},
	{
		Name: "Import-Clixml", Module: module, DefaultSet: "ByPath",
		Synopsis: "Reads objects from a CLIXML file.",
		Examples: []cmdlets.Example{{Code: "[pscustomobject]@{ A = 1 } | Export-Clixml o.xml; (Import-Clixml o.xml).A", Output: "1"}},
		New:      func() any { return &ImportClixml{} },
	},
	{
		Name: "ConvertTo-CliXml", Module: module, Class: "Microsoft.PowerShell.Commands.ConvertToClixmlCommand",
		OutputTypes: []string{"System.String"},
		Synopsis:    "Turns objects into CLIXML text.",
		Examples:    []cmdlets.Example{{Code: "5 | ConvertTo-CliXml | ConvertFrom-CliXml", Output: "5"}},
		New:         NewConvertToCliXml,
	},
	{
		Name: "ConvertFrom-CliXml", Module: module, Class: "Microsoft.PowerShell.Commands.ConvertFromClixmlCommand",
		Synopsis: "Turns CLIXML text into objects.",
		Examples: []cmdlets.Example{{Code: "'a' | ConvertTo-CliXml | ConvertFrom-CliXml", Output: "a"}},
		New:      func() any { return &ConvertFromCliXml{} },
	},
	{
		Name: "Get-FileHash", Module: module, DefaultSet: "Path",
		OutputTypes: []string{"Microsoft.PowerShell.Commands.FileHashInfo"},
		Synopsis:    "Gives the hashes of files.",
		Examples:    []cmdlets.Example{{Code: "Set-Content t.txt abc -NoNewline; (Get-FileHash t.txt -Algorithm MD5).Hash", Output: "900150983CD24FB0D6963F7D28E17F72"}},
		New:         NewGetFileHash,
	},
	{
		Name: "Format-Hex", Module: module, Class: "Microsoft.PowerShell.Commands.FormatHex",
		OutputTypes: []string{"Microsoft.PowerShell.Commands.ByteCollection"},
		Synopsis:    "Shows bytes as hexadecimal numbers.",
		Examples:    []cmdlets.Example{{Code: "('AB' | Format-Hex).HexBytes", Output: "41 42"}},
		New:         func() any { return &FormatHex{} },
	},
	{
		Name: "Import-PowerShellDataFile", Module: module, DefaultSet: "ByPath",
		Synopsis: "Reads a hashtable from a .psd1 file.",
		Examples: []cmdlets.Example{{Code: "Set-Content d.psd1 '@{ A = 1 }'; (Import-PowerShellDataFile d.psd1).A", Output: "1"}},
		New:      func() any { return &ImportPowerShellDataFile{} },
	},
	{
		Name: "New-TemporaryFile", Module: module, SupportsShouldProcess: true,
		OutputTypes: []string{"System.IO.FileInfo"},
		Synopsis:    "Makes an empty file in the temporary folder.",
		Examples:    []cmdlets.Example{{Code: "$f = New-TemporaryFile; $f.Length; Remove-Item $f", Output: "0"}},
		New:         func() any { return &NewTemporaryFile{} },
	},
	{
		Name: "Unblock-File", Module: module, DefaultSet: "ByPath", SupportsShouldProcess: true,
		Synopsis: "Refuses: PowerShell blocks no files on Linux.",
		Examples: []cmdlets.Example{{Code: "Set-Content t.ps1 1; try { Unblock-File t.ps1 } catch { \"$_\" }", Output: "The cmdlet does not support Linux."}},
		New:      func() any { return &UnblockFile{} },
	},
	{
		Name: "Import-LocalizedData", Module: module, Class: "Microsoft.PowerShell.Commands.ImportLocalizedData", Synopsis: "Reads the texts of a script in the language of the user.",
		Examples: []cmdlets.Example{{Code: "$null = New-Item -ItemType Directory en-US; Set-Content en-US/texts.psd1 \"@{ Done = 'finished' }\"\n(Import-LocalizedData -FileName texts -BaseDirectory .).Done", Output: "finished"}},
		New:      func() any { return &ImportLocalizedData{} },
	},
}
