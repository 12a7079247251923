package shell

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// The messages of failed assertions are Pester's.
func TestShouldMessages(t *testing.T) {
	for code, want := range map[string]string{
		`1 | Should -Be 2`:                                                 "Expected 2, but got 1.",
		`1 | Should -Not -Be 1`:                                            "Expected 1 to be different from the actual value, but got the same value.",
		`'a' | Should -Not -BeExactly 'a'`:                                 "Expected 'a' to be different from the actual value, but got exactly the same value.",
		`1, 2 | Should -Be 1, 3`:                                           "Expected @(1, 3), but got @(1, 2).",
		`'' | Should -Be 'a'`:                                              "Expected strings to be the same, but they were different.\nExpected length: 1\nActual length:   0\nStrings differ at index 0.\nExpected: 'a'\nBut was:  ''\n           ^",
		`'ab' | Should -BeExactly 'aB' -Because 'I say so'`:                "Expected strings to be the same, because I say so, but they were different.\nString lengths are both 2.\nStrings differ at index 1.\nExpected: 'aB'\nBut was:  'ab'\n           -^",
		`$null | Should -Be 1`:                                             "Expected 1, but got $null.",
		`$true | Should -BeExactly $false`:                                 "Expected exactly $false, but got $true.",
		`1 | Should -BeGreaterThan 1`:                                      "Expected the actual value to be greater than 1, but got 1.",
		`2 | Should -Not -BeGreaterThan 1`:                                 "Expected the actual value to be less than or equal to 1, but got 2.",
		`2 | Should -BeLessThan 1`:                                         "Expected the actual value to be less than 1, but got 2.",
		`0 | Should -BeGreaterOrEqual 1`:                                   "Expected the actual value to be greater than or equal to 1, but got 0.",
		`2 | Should -BeLessOrEqual 1`:                                      "Expected the actual value to be less than or equal to 1, but got 2.",
		`1 | Should -BeIn 2, 3`:                                            "Expected collection @(2, 3) to contain 1, but it was not found.",
		`1 | Should -Not -BeIn 1, 3`:                                       "Expected collection @(1, 3) to not contain 1, but it was found.",
		`'a' | Should -BeLike 'b*'`:                                        "Expected like wildcard 'b*' to match 'a', but it did not match.",
		`'a' | Should -BeLikeExactly 'A*'`:                                 "Expected case sensitive like wildcard 'A*' to match 'a', but it did not match.",
		`'a' | Should -Not -Match 'A'`:                                     "Expected regular expression 'A' to not match 'a', but it did match.",
		`'a' | Should -MatchExactly 'A'`:                                   "Expected regular expression 'A' to case sensitively match 'a', but it did not match.",
		`1 | Should -BeNullOrEmpty`:                                        "Expected $null or empty, but got 1.",
		`@() | Should -Not -BeNullOrEmpty`:                                 "Expected a value, but got $null or empty.",
		`1 | Should -BeOfType [string]`:                                    "Expected the value to have type [string] or any of its subtypes, but got 1 with type [int].",
		`$null | Should -BeOfType int`:                                     "Expected the value to have type [int] or any of its subtypes, but got $null with type $null.",
		`1 | Should -BeOfType NoSuchType`:                                  "Could not find type [NoSuchType]. Make sure that the assembly that contains that type is loaded.",
		`0 | Should -BeTrue`:                                               "Expected $true, but got 0.",
		`1 | Should -BeFalse`:                                              "Expected $false, but got 1.",
		`1, 2 | Should -Contain 3`:                                         "Expected 3 to be found in collection @(1, 2), but it was not found.",
		`1, 2 | Should -Not -Contain 2`:                                    "Expected 2 to not be found in collection @(1, 2), but it was found.",
		`'no/such' | Should -Exist`:                                        "Expected path 'no/such' to exist, but it did not exist.",
		`1, 2 | Should -HaveCount 3`:                                       "Expected a collection with size 3, but got collection with size 2 @(1, 2).",
		`@() | Should -HaveCount 1`:                                        "Expected a collection with size 1, but got an empty collection.",
		`1 | Should -HaveCount 0`:                                          "Expected an empty collection, but got collection with size 1 @(1).",
		`1, 2 | Should -Not -HaveCount 2`:                                  "Expected a collection with size different from 2, but got collection with that size @(1, 2).",
		`{ 1 } | Should -Throw`:                                            "Expected an exception to be thrown, but no exception was thrown.",
		`{ 1 } | Should -Throw -ExceptionType ([ArgumentException])`:       "Expected an exception with type [System.ArgumentException] to be thrown, but no exception was thrown.",
		`1 | Should -Throw`:                                                "Input is missing or not a ScriptBlock. Input to '-Throw' and '-Not -Throw' must be enclosed in curly braces.",
		`Get-Command Get-Date | Should -HaveParameter Nope`:                "Expected command Get-Date to have a parameter Nope, but the parameter is missing.",
		`Get-Command Get-Date | Should -HaveParameter Year -Type string`:   "Expected command Get-Date to have a parameter Year, of type [System.String], but it was of type [System.Int32].",
		`Get-Command Get-Date | Should -Not -HaveParameter Year`:           "Expected command Get-Date to not have a parameter Year, but the parameter exists.",
		`Get-Command Get-Date | Should -HaveParameter Date -Alias D, When`: "Expected command Get-Date to have a parameter Date, with aliases 'D' and 'When', but it didn't have the aliases 'D' and 'When'.",
	} {
		require.Equal(t, want, runText(t, "try { "+code+" } catch { $_.Exception.Message }"), code)
	}
}

// Assertions that hold say nothing.
func TestShouldHolds(t *testing.T) {
	for _, code := range []string{
		`'ABC' | Should -Be 'abc'`, `1, 2 | Should -Be 1, 2`, `$null | Should -Be $null`, `@() | Should -BeNullOrEmpty`, `'' | Should -BeNullOrEmpty`,
		`@{} | Should -BeNullOrEmpty`, `1, 2 | Should -Contain 2`, `{ throw 'bad thing' } | Should -Throw 'bad*'`, `{ 1 / 0 } | Should -Throw -ErrorId RuntimeException`,
		`{ Get-Item no/such -ErrorAction Stop } | Should -Throw -ErrorId 'PathNotFound,Microsoft.PowerShell.Commands.GetItemCommand'`,
		`{ Get-Item no/such -ErrorAction SilentlyContinue } | Should -Not -Throw`, `,@(1) | Should -BeOfType System.Array`, `1..3 | Should -HaveCount 3`,
		`Get-Command Get-Date | Should -HaveParameter Year -Type int`, `1.0 | Should -Be 1`, `'x' | Should -BeIn 'X', 'y'`, `Should -Be 3 -ActualValue 3`, `3 | Should -EQ 3`,
		`$e = { throw 'q' } | Should -Throw -PassThru; $e.Exception.Message | Should -Be q`,
	} {
		require.Empty(t, runText(t, code), code)
	}
}

const pesterScript = `
$tests = {
	BeforeAll { $top = 'T' }
	Describe 'outer' -Tag slow {
		It 'sees what is written below it' { $x | Should -Be 5; $top | Should -Be T; $order += 'it' }
		BeforeAll { $x = 5; $global:log = @('all') }
		BeforeEach { $global:log += 'each' }
		AfterEach { $global:log += 'after' }
		AfterAll { $global:log += 'end' }
		Context 'inner' {
			BeforeEach { $y = 1; $global:log += 'inner' }
			It 'is <n> of <Sub.Name>' -TestCases @{ n = 1; Sub = @{ Name = 'a' } }, @{ n = 2; Sub = @{ Name = 'b' } } { param($n, $Sub) $n | Should -Be $y }
			It '<_> each' -ForEach 1, 2 { $_ | Should -BeLessThan 3 }
			It 'skips' -Skip { throw 'never' }
			It 'gives up' { Set-ItResult -Inconclusive }
			It 'divides' { 1 / 0 }
			It 'writes an error and goes on' { Write-Error 'x' -ErrorAction SilentlyContinue }
			It 'leaves' { return; throw 'never' }
			It 'has a drive' { 'hello' | Set-Content TestDrive:/a.txt; "$TestDrive/a.txt" | Should -FileContentMatch 'ell' }
			It 'has a tag' -Tag quick { }
		}
		It 'finds the drive cleared' { 'TestDrive:/a.txt' | Should -Not -Exist }
	}
	Describe 'broken' { BeforeAll { throw 'bad' }; It 'fails' { } }
	Describe 'of <_>' -ForEach 'p', 'q' { It 'takes <_>' { $_ | Should -BeIn 'p', 'q' } }
	Describe 'skipped' -Skip { BeforeAll { throw 'never' }; It 'x' { } }
}
$c = New-PesterContainer -ScriptBlock $tests
`

// Blocks run in Pester's order, in scopes as Pester nests them.
func TestPesterRun(t *testing.T) {
	all := runText(t, pesterScript+`(Invoke-Pester -Container $c -Output None -PassThru).Tests | ForEach-Object { "$($_.ExpandedPath): $($_.Result)" }`)
	require.Equal(t, strings.Join([]string{
		"outer.sees what is written below it: Passed", "outer.inner.is 1 of a: Passed", "outer.inner.is 2 of b: Failed", "outer.inner.1 each: Passed",
		"outer.inner.2 each: Passed", "outer.inner.skips: Skipped", "outer.inner.gives up: Inconclusive", "outer.inner.divides: Failed",
		"outer.inner.writes an error and goes on: Passed", "outer.inner.leaves: Passed", "outer.inner.has a drive: Passed", "outer.inner.has a tag: Passed",
		"outer.finds the drive cleared: Passed", "broken.fails: Failed", "of p.takes p: Passed", "of q.takes q: Passed", "skipped.x: Skipped",
	}, "\n"), all)
	require.Equal(t, "outer.inner.has a tag", runText(t, pesterScript+`((Invoke-Pester -Container $c -Output None -PassThru -Tag quick).Passed).ExpandedPath`))
	require.Equal(t, "16", runText(t, pesterScript+`(Invoke-Pester -Container $c -Output None -PassThru -ExcludeTag quick).Tests.Where({ $_.Result -ne 'NotRun' }).Count`))
	require.Equal(t, "all each after", runText(t, pesterScript+`$null = Invoke-Pester -Container $c -Output None -PassThru -FullNameFilter '*below it'; "$($log[0..2])"`))
	require.Equal(t, "4 1", runText(t, pesterScript+`$null = Invoke-Pester -Container $c -Output None; "$LASTEXITCODE $((Invoke-Pester -Container $c -Output None -PassThru).FailedBlocksCount)"`))
}

func TestPesterReport(t *testing.T) {
	shown := runText(t, `Invoke-Pester -Output Detailed -Container (New-PesterContainer -ScriptBlock { Describe 'd' { Context 'c' { It 'works' { }
It 'fails' { 1 | Should -Be 2 } } } })`)
	for _, line := range []string{"Describing d\n Context c\n   [+] works ", "   [-] fails ", "    Expected 2, but got 1.\n    at It 'fails' { 1 | Should -Be 2 }",
		"Tests Passed: 1, Failed: 1, Skipped: 0, Inconclusive: 0, NotRun: 0"} {
		require.Contains(t, shown, line)
	}
	require.Contains(t, runText(t, "Describe 'alone' { It 'runs' { 1 | Should -Be 1 } }"), "Describing alone\n  [+] runs")
	require.Regexp(t, `^\[\+\] .*/a\.Tests\.ps1 \d+ms\nTests completed`, runText(t, "Set-Content a.Tests.ps1 'Describe d { It i { } }'; Invoke-Pester"))
	require.Contains(t, runText(t, "It 'nowhere' { }"), "The It command may only be used from a Describe block.")
	require.Contains(t, runText(t, "Invoke-Pester no/such"), "Cannot find path")
	require.Contains(t, runText(t, "Invoke-Pester"), "No test files were found and no scriptblocks were provided.")
	require.Contains(t, runText(t, "Describe 'd' { It 'x'\n{ } }"), "No test scriptblock is provided. Did you put the opening curly brace on the next line?")
}

const mockScript = `
New-Module -Name Mod { function Hidden { 'hidden' }; function Shown { "shown $(Hidden) $(Get-Date -Year 2024 -Format yyyy)" }; Export-ModuleMember Shown } | Import-Module
$tests = {
	BeforeAll { function Simple($a, $b) { "real $a $b" }; function Remove-It { param($Path) Remove-Item $Path -Force } }
	Describe 'mocks' {
		It 'answers' { Mock Get-Date { 'noon' }; Get-Date | Should -Be noon; Should -Invoke Get-Date -Times 1 -Exactly }
		It 'is gone' { Get-Date | Should -BeOfType datetime; { Should -Invoke Get-Date } | Should -Throw 'Should -Invoke: Could not find Mock for command Get-Date in script scope.*' }
		It 'filters' {
			Mock Get-Date { 'any' }; Mock Get-Date { "in $Year" } -ParameterFilter { $Year -eq 2024 }
			Get-Date -Year 2024 | Should -Be 'in 2024'; Get-Date -Year 2023 | Should -Be any
			Should -Invoke Get-Date 2 -Exactly; Should -Invoke Get-Date -ParameterFilter { $Year -eq 2023 } -Times 1 -Exactly
			Should -Not -Invoke Get-Date -ParameterFilter { $Year -eq 1 }
			{ Should -Invoke Get-Date -ExclusiveFilter { $Year -eq 2024 } } | Should -Throw 'Expected Get-Date to only be called with with parameters matching the specified filter, but 1 non-matching calls were made'
		}
		It 'takes parameters' { Mock Simple { param($b, $a) "mock $a $b" }; Simple 1 2 | Should -Be 'mock 1 2'; Simple -b x | Should -Be 'mock  x' }
		It 'takes input' { Mock Write-Output { "<$InputObject>" }; 1, 2 | Write-Output | Should -Be '<1>', '<2>'; Should -Invoke Write-Output 2 -Exactly }
		It 'follows aliases' { Mock gci { 'x' }; Get-ChildItem | Should -Be x; gci | Should -Be x; Should -Invoke gci 2 }
		It 'goes on to the command' { Mock Get-Date { 'x' } -ParameterFilter { $Year -eq 1 }; (Get-Date -Year 2020).Year | Should -Be 2020 }
		It 'binds as the command does' { Mock Get-Date { }; { Get-Date -Yaer 1 } | Should -Throw '*Yaer*' }
		It 'throws' { Mock Get-Date { throw 'down' }; { Get-Date } | Should -Throw down }
		It 'verifies' { Mock Remove-Item { } -Verifiable; { Should -InvokeVerifiable } | Should -Throw "*these were not:*Command Remove-Item*"; Remove-It x; Should -InvokeVerifiable }
		It 'says how often' {
			Mock Get-Item { }
			{ Should -Invoke Get-Item -Because 'I said so' } | Should -Throw 'Expected Get-Item to be called at least 1 times, because I said so, but was called 0 times'
			Get-Item a
			{ Should -Not -Invoke Get-Item } | Should -Throw 'Expected Get-Item not to be called exactly 1 times, but it was'
			{ Should -Invoke Get-Item 2 -Exactly } | Should -Throw 'Expected Get-Item to be called 2 times exactly, but was called 1 times'
		}
		It 'needs a command' { { Mock Get-Nope { } } | Should -Throw 'Could not find Command Get-Nope' }
		It 'reaches into modules' { Mock Hidden { 'mocked' } -ModuleName Mod; Mock Get-Date { 'then' } -ModuleName Mod; Shown | Should -Be 'shown mocked then'; Should -Invoke Hidden -ModuleName Mod -Times 1 -Exactly }
		It 'leaves modules' { Shown | Should -Be 'shown hidden 2024' }
		It 'works inside of modules' { InModuleScope Mod { Mock Hidden { 'in' }; Shown | Should -BeLike 'shown in*'; Should -Invoke Hidden } }
		Context 'of a block' {
			BeforeAll { Mock Get-Random { 4 } }
			It 'one' { Get-Random | Should -Be 4; Should -Invoke Get-Random 1 -Exactly }
			It 'two' { Get-Random | Should -Be 4; Should -Invoke Get-Random 1 -Exactly -Scope It; Should -Invoke Get-Random 2 -Exactly -Scope Context }
			It 'over' { Mock Get-Random { 5 }; Get-Random | Should -Be 5; Should -Invoke Get-Random 3 -Exactly -Scope 2 }
			AfterAll { Should -Invoke Get-Random 3 -Exactly }
		}
		It 'are gone behind it' { Get-Random -Minimum 7 -Maximum 8 | Should -Be 7 }
	}
}
$r = Invoke-Pester -Container (New-PesterContainer -ScriptBlock $tests) -Output None -PassThru
`

// Mocks answer for commands, in the test or block that defines them only.
func TestPesterMocks(t *testing.T) {
	require.Equal(t, "19 0 0", runText(t, mockScript+`"$($r.PassedCount) $($r.FailedCount) $($r.FailedBlocksCount)"; $r.Failed | ForEach-Object { "$($_.ExpandedName): $($_.ErrorRecord.Exception.Message)" }`))
}
