package cmdlets

import (
	"exolab/runtime"
	"exolab/runtime/value"
)

// builtinFunctions are the functions that every session begins with.
const builtinFunctions = `
function Clear-Host { $Host.UI.Write("` + "`e[H`e[2J" + `") }
function help { Get-Help @args }
function cd.. { Set-Location .. }
function cd\ { Set-Location \ }
function cd~ { Set-Location ~ }
function mkdir {
	[CmdletBinding(DefaultParameterSetName = 'pathSet', SupportsShouldProcess)]
	param(
		[Parameter(ParameterSetName = 'nameSet', Position = 0, ValueFromPipelineByPropertyName)]
		[Parameter(ParameterSetName = 'pathSet', Mandatory, Position = 0, ValueFromPipelineByPropertyName)]
		[string[]]$Path,
		[Parameter(ParameterSetName = 'nameSet', Mandatory, ValueFromPipelineByPropertyName)]
		[AllowNull()][AllowEmptyString()][string]$Name,
		[Parameter(ValueFromPipeline, ValueFromPipelineByPropertyName)]$Value,
		[switch]$Force)
	process { New-Item -ItemType Directory @PSBoundParameters }
}
function oss { $input | Out-String -Stream }
function Pause { $null = Read-Host 'Press Enter to continue...' }
function TabExpansion2 {
    [CmdletBinding(DefaultParameterSetName = 'ScriptInputSet')]
    param(
        [Parameter(ParameterSetName = 'ScriptInputSet', Mandatory, Position = 0)][AllowEmptyString()][string]$inputScript,
        [Parameter(ParameterSetName = 'ScriptInputSet', Position = 1)][int]$cursorColumn = $inputScript.Length,
        [Parameter(ParameterSetName = 'AstInputSet', Mandatory, Position = 0)][System.Management.Automation.Language.Ast]$ast,
        [Parameter(ParameterSetName = 'AstInputSet', Mandatory, Position = 1)][System.Management.Automation.Language.Token[]]$tokens,
        [Parameter(ParameterSetName = 'AstInputSet', Mandatory, Position = 2)][System.Management.Automation.Language.IScriptPosition]$positionOfCursor,
        [Parameter(ParameterSetName = 'ScriptInputSet', Position = 2)]
        [Parameter(ParameterSetName = 'AstInputSet', Position = 3)][hashtable]$options
    )
    if ($PSCmdlet.ParameterSetName -eq 'ScriptInputSet') {
        [System.Management.Automation.CommandCompletion]::CompleteInput($inputScript, $cursorColumn, $options)
    } else {
        [System.Management.Automation.CommandCompletion]::CompleteInput($ast, $tokens, $positionOfCursor, $options)
    }
}
function prompt { "PS $PWD$('>' * ($nestedPromptLevel + 1)) " }
`

// DefineFunctions gives a session PowerShell's own functions.
func DefineFunctions(s *runtime.Session) error {
	return s.Execute("", builtinFunctions, runtime.SinkFunc(func(value.Value) error { return nil }))
}
