package runtime

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// scripts runs each script and compares what it writes, joined by "|".
func scripts(t *testing.T, cases map[string]string) {
	t.Helper()
	for script, want := range cases {
		require.Equal(t, want, run(t, script), script)
	}
}

func TestScopes(t *testing.T) {
	scripts(t, map[string]string{
		`$x = 1; function f { $x; $x = 2; $x }; f; $x`:                                         "1|2|1",
		`$n = 10; function f { $n += 5; $n }; f; $n`:                                           "5|10",
		`function f { $script:c++; $global:g = 7 }; f; f; $c; $g`:                              "2|7",
		`function i { $who }; function o { $who = 'o'; i }; o`:                                 "o",
		`$private:p = 1; function f { "[$p]" }; f; $p`:                                         "[]|1",
		`& { $n = 1 }; "[$n]"; . { $n = 2 }; $n`:                                               "[]|2",
		`$n = 1; $b = { $n }; $c = { $n }.GetNewClosure(); $n = 2; & $b; & $c`:                 "2|1",
		`function f { $a, $args.Count }; $a = 'x'; f 1 2 3`:                                    "x|3",
		`function f([int]$a, $b = $a + 1) { "$a $b" }; f 4; f -b 1 2; f 1 2 3`:                 "4 5|2 1|1 2",
		`function f { param($a) $PSBoundParameters.Count; $MyInvocation.InvocationName }; f 1`: "1|f",
		`filter d { $_ * 2 }; 1, 2 | d`:                                                        "2|4",
		`function f { begin { 'b' } process { $_ } end { 'e' } }; 1, 2 | f`:                    "b|1|2|e",
		`function f { "$(@($input).Count)" }; 1, 2, 3 | f`:                                     "3",
	})
}

func TestPropertiesWithParameters(t *testing.T) {
	scripts(t, map[string]string{
		`$h = @{ a = 1 }; $h.Item('a') = 5; $h.item('b') += 6; $h.a; $h.b`: "5|6",
		`$l = [Collections.ArrayList](1, 2); $l.Item(1)++; "$l"`:           "1 3",
		`$n = $null; $n.Item(1) = 2`:                                       "ERROR: You cannot call a method on a null-valued expression.",
		`'abc'.Foo(1) = 2`:                                                 "ERROR: Method invocation failed because [System.String] does not contain a method named 'Foo'.",
	})
}

func TestErrors(t *testing.T) {
	scripts(t, map[string]string{
		`1 / 0; 'next'`:     "ERROR: Attempted to divide by zero.|next",
		`throw 'x'; 'next'`: "ERROR: x",
		`try { 1 / 0; 'no' } catch { 'c' } finally { 'f' }`:           "c|f",
		`try { 1 / 0 } catch [DivideByZeroException] { 'typed' }`:     "typed",
		`try { throw 'a' } catch { try { throw } catch { "$_" } }`:    "a",
		`function f { trap { 't'; continue }; 1 / 0; 'after' }; f`:    "t|after",
		`$ErrorActionPreference = 'SilentlyContinue'; 1 / 0; $?; 'n'`: "False|n",
		`$ErrorActionPreference = 'Stop'; 1 / 0; 'n'`:                 "ERROR: Attempted to divide by zero.",
		`function f { try { return 1 } finally { 'f' } }; f`:          "1|f",
		// A list that Stop ended ends those around it, too.
		`& { $ErrorActionPreference = 'Stop'; 1 / 0 }; 'n'`:                       "ERROR: Attempted to divide by zero.",
		`try { & { $ErrorActionPreference = 'Stop'; 1 / 0 } } catch { 'c' }; 'n'`: "c|n",
		`foreach ($i in 1, 0) { try { 2 / $i } catch { continue } 'ok' }`:         "2|ok",
		`function f { f }; try { f } catch { $_.FullyQualifiedErrorId }`:          "CallDepthOverflow",
		`nosuch 1; $?`: "ERROR: The term 'nosuch' is not recognized as a name of a cmdlet, function, script file, or executable program.\n" +
			"Check the spelling of the name, or if a path was included, verify that the path is correct and try again.|False",
	})
}

func TestClasses(t *testing.T) {
	scripts(t, map[string]string{
		`class P { [int]$X = 5; $Y; P() { $this.Y = 'y' } }; $o = [P]::new(); $o.X; $o.Y; $o.X = '7'; $o.X`:                           "5|y|7",
		`class A { [string] Who() { return 'A' } } class B : A { [string] Who() { return 'B' + ([A]$this).Who() } } [B]::new().Who()`: "BA",
		`class A { $n; A($n) { $this.n = $n } } class B : A { B() : base(4) { } } [B]::new().n`:                                       "4",
		`class S { static [int]$c = 0; static [void] Inc() { [S]::c++ } } [S]::Inc(); [S]::Inc(); [S]::c`:                             "2",
		`class T { [string] ToString() { return 'me' } } "$([T]::new())"`:                                                             "me",
		`class E : System.Exception { E($m) : base($m) { } } try { throw [E]::new('m') } catch [E] { $_.Exception.Message }`:          "m",
		`class V { [int]$n; V($n) { $this.n = $n } [bool] Equals($o) { return $this.n -eq $o.n } } [V]::new(1) -eq [V]::new(1)`:       "True",
		`enum C { R; G; B = 10; K } [int][C]::K; [C]'g'; [C]::R`:                                                                      "11|G|R",
		`[Flags()] enum F { A = 1; B = 2 } [F]3`:                                                                                      "A, B",
		`[Later]::new().v; class Later { $v = 3 }`:                                                                                    "3",
	})
}

func TestAssignments(t *testing.T) {
	scripts(t, map[string]string{
		`$a, $b = 1, 2; $a, $b = $b, $a; "$a$b"`:                              "21",
		`$a, $b = 1, 2, 3; "$b"`:                                              "2 3",
		`[int]$n = '4'; $n = '5'; $n + 1`:                                     "6",
		`$x = $y = 3; "$x$y"`:                                                 "33",
		`($x = 4)`:                                                            "4",
		`$h = @{ a = @{ b = 1 } }; $h.a.b += 2; $h.a.b++; $h.a.b`:             "4",
		`$a = 1, 2, 3; $a[1] += 5; $a[-1] = 'z'; "$a"`:                        "1 7 z",
		`function f([ref]$r) { $r.Value = 9 }; $v = 1; f ([ref]$v); $v`:       "9",
		`$x = foreach ($i in 1..3) { $i * $i }; "$x"`:                         "1 4 9",
		`${a b} = 1; "${a b}"; $true = 1`:                                     "1|ERROR: Cannot overwrite variable true because it is read-only or constant.",
		`$null = 5; $n = $null; $n.x; "[$($n.x)]"; $h = @{ 1 = 'one' }; $h.1`: "<null>|[]|one",
	})
}

func TestClosingBracketIsAWordOfItsOwn(t *testing.T) {
	require.Equal(t, "]|5|a]b|]", run(t, "function F1 { $args } F1 ]5 a]b ]"))
	require.Equal(t, "Unexpected token ']' in expression or statement.", run(t, "try { [scriptblock]::Create('[int]]5') } catch { $_.Exception.InnerException.Errors[0].Message }"))
}

func TestBaseClassNeedsArguments(t *testing.T) {
	const base = "class A1 { A1([int]$x) { } } "
	for class, want := range map[string]string{
		"class B1 : A1 { }":                       "Base class 'A1' does not contain a parameterless constructor.",
		"class B1 : A1 { static B1() { } }":       "Base class 'A1' does not contain a parameterless constructor.",
		"class B1 : A1 { B1() : base(1) { } }":    "ok",
		"class C1 { } class B1 : C1 { }":          "ok",
		"class C1 { C1() { } } class B1 : C1 { }": "ok",
	} {
		require.Equal(t, want, run(t, "try { $null = [scriptblock]::Create('"+base+class+"'); 'ok' } catch { $_.Exception.InnerException.Errors[0].Message }"), class)
	}
}

func TestNounsMeanTheirGetCommand(t *testing.T) {
	scripts(t, map[string]string{
		`function Get-Thing { "got $args" } thing 5; & 'thing' 6`:                               "got 5|got 6",
		`function thing { 'own' } function Get-Thing { 'got' } thing`:                           "own",
		`try { nothing } catch { $_.TargetObject; $_.FullyQualifiedErrorId }`:                   "nothing|CommandNotFoundException",
		`function Get-My-Thing { 'x' } try { my-thing } catch { $_.TargetObject }`:              "my-thing",
		`& { $t = 's'; $null = & { [CmdletBinding()] param() 1 } -PipelineVariable t; "[$t]" }`: "[1]",
	})
}
