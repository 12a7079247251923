package runtime

import "testing"

// What keeps the parameters of a function from standing together is said when
// it is called.
func TestConflictingParameters(t *testing.T) {
	scripts(t, map[string]string{
		`function f { [CmdletBinding()] param($Verbose) } try { f } catch { $_.FullyQualifiedErrorId; "$_" }`:                                                                                     "ParameterNameAlreadyExistsForCommand|A parameter with the name 'Verbose' was defined multiple times for the command.",
		`function f { param([Alias('b')]$a, $b) } try { f } catch { $_.FullyQualifiedErrorId; $_.CategoryInfo.Category }`:                                                                         "ParameterNameConflictsWithAlias|MetadataError",
		`function f { param([Alias('x')]$a, [Alias('x')]$b) } try { f } catch { $_.FullyQualifiedErrorId }`:                                                                                       "AliasParameterNameAlreadyExistsForCommand",
		`function f { param([Parameter(Position=0)]$a, [Parameter(Position=0)]$b) "$a$b" } try { f 1 } catch { $_.FullyQualifiedErrorId }; f -a 1 2`:                                              "AmbiguousPositionalParameterNoName,f|12",
		`function f { param([Parameter(Position=0,ParameterSetName='x')]$a, [Parameter(Position=0,ParameterSetName='y')][int]$b) "$a$b" } try { f } catch { $_.FullyQualifiedErrorId }`:           "AmbiguousParameterSet,f",
		`$p = foreach ($n in 1..33) { "[Parameter(ParameterSetName='s$n')]" }; $f = [scriptblock]::Create("param($($p -join '')` + "`" + `$a)"); try { & $f } catch { $_.FullyQualifiedErrorId }`: "ParsingTooManyParameterSets",
	})
}
