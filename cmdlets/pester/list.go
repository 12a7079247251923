package pester

import (
	"exolab/cmdlets"
	"exolab/runtime"
)

const (
	module = "Pester"
	// version is the version of Pester whose meaning and messages these are.
	version = "5.7.1"
)

// Register adds the cmdlets of this package to a session.
func Register(s *runtime.Session) { cmdlets.Register(s, Specs()) }

// Specs lists the cmdlets of this package.
func Specs() []cmdlets.Spec { return specs }

var specs = []cmdlets.Spec{
	{
		Name: "Describe", Module: module, Synopsis: "Groups tests.",
		Examples: []cmdlets.Example{{Code: "$r = Invoke-Pester -Output None -PassThru -Container (New-PesterContainer -ScriptBlock { Describe 'sums' { It 'adds' { 1 + 1 | Should -Be 2 } } }); $r.Tests.ExpandedPath",
			Output: "sums.adds"}},
		New: func() any { return &Describe{} },
	},
	{
		Name: "Context", Module: module, Synopsis: "Groups tests inside of a Describe.",
		Examples: []cmdlets.Example{{Code: "$r = Invoke-Pester -Output None -PassThru -Container (New-PesterContainer -ScriptBlock { Describe 'd' { Context 'c' { It 'i' { } } } }); $r.Tests.ExpandedPath",
			Output: "d.c.i"}},
		New: func() any { return &Context{} },
	},
	{
		Name: "It", Module: module, DefaultSet: "Normal", Synopsis: "Is one test; -ForEach runs it for each item.",
		Examples: []cmdlets.Example{{Code: "$r = Invoke-Pester -Output None -PassThru -Container (New-PesterContainer -ScriptBlock { Describe 'd' { It 'is <n>' -ForEach @{ n = 1 }, @{ n = 2 } { $n | Should -Be 1 } } }); $r.Failed.ExpandedName",
			Output: "is 2"}},
		New: func() any { return &It{} },
	},
	{
		Name: "BeforeAll", Module: module, Synopsis: "Runs a block once before the tests of the block around it.",
		Examples: []cmdlets.Example{{Code: "$r = Invoke-Pester -Output None -PassThru -Container (New-PesterContainer -ScriptBlock { Describe 'd' { BeforeAll { $x = 3 }; It 'i' { $x | Should -Be 3 } } }); $r.Result",
			Output: "Passed"}},
		New: func() any { return &BeforeAll{} },
	},
	{
		Name: "AfterAll", Module: module, Synopsis: "Runs a block once after the tests of the block around it.",
		Examples: []cmdlets.Example{{Code: "$r = Invoke-Pester -Output None -PassThru -Container (New-PesterContainer -ScriptBlock { Describe 'd' { AfterAll { $global:done = $true }; It 'i' { $done | Should -BeNullOrEmpty } } }); $done",
			Output: "True"}},
		New: func() any { return &AfterAll{} },
	},
	{
		Name: "BeforeEach", Module: module, Synopsis: "Runs a block before each test of the block around it.",
		Examples: []cmdlets.Example{{Code: "$r = Invoke-Pester -Output None -PassThru -Container (New-PesterContainer -ScriptBlock { Describe 'd' { BeforeEach { $x = 1 }; It 'i' { $x | Should -Be 1 } } }); $r.Result",
			Output: "Passed"}},
		New: func() any { return &BeforeEach{} },
	},
	{
		Name: "AfterEach", Module: module, Synopsis: "Runs a block after each test of the block around it.",
		Examples: []cmdlets.Example{{Code: "$r = Invoke-Pester -Output None -PassThru -Container (New-PesterContainer -ScriptBlock { Describe 'd' { It 'i' { }; AfterEach { throw 'late' } } }); $r.Failed.ErrorRecord.Exception.Message",
			Output: "late"}},
		New: func() any { return &AfterEach{} },
	},
	{
		Name: "BeforeDiscovery", Module: module, Synopsis: "Runs a block where it stands, to make data for -ForEach.",
		Examples: []cmdlets.Example{{Code: "$r = Invoke-Pester -Output None -PassThru -Container (New-PesterContainer -ScriptBlock { BeforeDiscovery { $n = 1, 2 }; Describe 'd' { It '<_>' -ForEach $n { } } }); $r.Tests.ExpandedName",
			Output: "1\n2"}},
		New: func() any { return &BeforeDiscovery{} },
	},
	{
		Name: "Should", Module: module, DefaultSet: "Be", Synopsis: "Compares a value with what is expected, and throws when they differ.",
		Examples: []cmdlets.Example{{Code: "try { 1 | Should -Be 2 -Because 'one is not two' } catch { \"$_\" }", Output: "Expected 2, because one is not two, but got 1."}},
		New:      func() any { return &Should{} },
	},
	{
		Name: "InModuleScope", Module: module, Synopsis: "Runs a block of a test inside of a module, where its private functions are known.",
		Examples: []cmdlets.Example{{Code: "New-Module -Name M { function Secret { 42 }; Export-ModuleMember } | Import-Module; InModuleScope M { Secret }", Output: "42"}},
		New:      func() any { return &InModuleScope{} },
	},
	{
		Name: "Mock", Module: module, Synopsis: "Lets a block answer the calls of a command, in a test or a block of tests.",
		Examples: []cmdlets.Example{{Code: "$r = Invoke-Pester -Output None -PassThru -Container (New-PesterContainer -ScriptBlock { Describe 'd' { It 'i' { Mock Get-Date { 'noon' } -ParameterFilter { $Year -eq 2024 }; Get-Date -Year 2024 | Should -Be noon; Should -Invoke Get-Date -Times 1 -Exactly } } }); $r.Result",
			Output: "Passed"}},
		New: func() any { return &Mock{} },
	},
	{
		Name: "Setup", Module: module, Synopsis: "Makes a file or folder on TestDrive:, as in Pester 4.",
		Examples: []cmdlets.Example{{Code: "$r = Invoke-Pester -Output None -PassThru -Container (New-PesterContainer -ScriptBlock { Describe 'd' { It 'i' { Setup -File a.txt hello; Get-Content TestDrive:/a.txt | Should -Be hello } } }); $r.Result",
			Output: "Passed"}},
		New: func() any { return &Setup{} },
	},
	{
		Name: "Set-ItResult", Module: module, DefaultSet: "Inconclusive", Synopsis: "Ends a test as skipped or inconclusive.",
		Examples: []cmdlets.Example{{Code: "$r = Invoke-Pester -Output None -PassThru -Container (New-PesterContainer -ScriptBlock { Describe 'd' { It 'i' { Set-ItResult -Skipped -Because 'it is late' } } }); $r.SkippedCount",
			Output: "1"}},
		New: func() any { return &SetItResult{} },
	},
	{
		Name: "Invoke-Pester", Module: module, DefaultSet: "Simple", Synopsis: "Runs the tests of files, folders or containers.",
		Examples: []cmdlets.Example{{Code: "Set-Content (Join-Path $PWD a.Tests.ps1) 'Describe d { It i { 1 | Should -Be 2 } }'; $r = Invoke-Pester -Output None -PassThru; $r.FailedCount; $r.Failed[0].ErrorRecord.Exception.Message",
			Output: "1\nExpected 2, but got 1."}},
		New: func() any { return &InvokePester{} },
	},
	{
		Name: "New-PesterConfiguration", Module: module, Synopsis: "Makes a configuration for Invoke-Pester.",
		Examples: []cmdlets.Example{{Code: "$c = New-PesterConfiguration @{ Output = @{ Verbosity = 'Detailed' } }; $c.Run.Path = 'tests'; $c.Output.Verbosity", Output: "Detailed"}},
		New:      func() any { return &NewPesterConfiguration{} },
	},
	{
		Name: "New-PesterContainer", Module: module, DefaultSet: "File", Synopsis: "Names a file or block with tests, and data for it.",
		Examples: []cmdlets.Example{{Code: "(New-PesterContainer -Path a.Tests.ps1 -Data @{ x = 1 }).Path", Output: "a.Tests.ps1"}},
		New:      func() any { return &NewPesterContainer{} },
	},
}
