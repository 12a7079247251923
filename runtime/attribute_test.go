package runtime

import "testing"

func TestAttributesThatCannotBeMade(t *testing.T) {
	const id = ` $b) }; try { f 1 } catch { $_.FullyQualifiedErrorId; $_.CategoryInfo.Category }`
	scripts(t, map[string]string{
		`function f { param([ValidateCount(-1, 2)]` + id:                                                    "ExceptionConstructingAttribute|InvalidOperation",
		`function f { param([ValidateCount(2, 1)]` + id:                                                     "ValidateRangeMaxLengthSmallerThanMinLength|MetadataError",
		`function f { param([ValidateLength(3, 2)]` + id:                                                    "ValidateLengthMaxLengthSmallerThanMinLength|MetadataError",
		`function f { param([ValidateRange('odd')]` + id:                                                    "ExceptionConstructingAttribute|InvalidOperation",
		`function f { param([ValidateRange(2, 1)]` + id:                                                     "MaxRangeSmallerThanMinRange|MetadataError",
		`function f { param([ValidateRange('a', 1)]` + id:                                                   "MinRangeNotTheSameTypeOfMaxRange|MetadataError",
		`function f { param([ValidatePattern()]` + id:                                                       "MethodCountCouldNotFindBest|NotSpecified",
		`function f { param([Parameter(1)]` + id:                                                            "MethodCountCouldNotFindBest|InvalidOperation",
		`function f { param([Parameter(Foo = 1)]` + id:                                                      "PropertyNotFoundForType|InvalidOperation",
		`function f { param([Parameter(Position = 'x')]` + id:                                               "InvalidCastFromStringToInteger|InvalidArgument",
		`function f { param([ValidateSet([NoSuchType])]` + id:                                               "TypeNotFound|InvalidOperation",
		`function f { param([ValidateRange(1, 2.5)]` + id:                                                   "",
		`function f { [CmdletBinding(Foo = 1)] param($b) }; try { f 1 } catch { $_.FullyQualifiedErrorId }`: "PropertyNotFoundForType",
	})
}

func TestIDsOfValidations(t *testing.T) {
	const inner = ` } catch { $_.Exception.InnerException.ErrorRecord.FullyQualifiedErrorId }`
	scripts(t, map[string]string{
		`function f { param([ValidateCount(2, 2)][string[]] $b) }; try { f 1` + inner:          "ValidateCountExactFailure",
		`function f { param([ValidateCount(2, 3)][string[]] $b) }; try { f 1, 2, 3, 4` + inner: "ValidateCountMinMaxFailure",
		`function f { param([ValidateRange(1, 10)] $b) }; try { f one` + inner:                 "ValidationRangeElementType",
		`function f { param([ValidateRange('Negative')] $b) }; try { f 0` + inner:              "ValidateRangeNegativeFailure",
		`function f { param([ValidateRange('Positive')] $b) }; try { f ([timespan]0)` + inner:  "ValidateRangePositiveFailure",
		`function f { param([ValidateNotNull()] $b) }; try { f $null` + inner:                  "ArgumentIsNull",
		`function f { param([ValidateNotNullOrEmpty()] $b) }; try { f @()` + inner:             "ArgumentIsEmpty",
		`function f { param([ValidateNotNullOrWhiteSpace()] $b) }; try { f 'a', ' '` + inner:   "ArgumentCollectionContainsEmptyOrWhiteSpace",
		`function f { param([ValidateSet('a')] $b) }; try { f b` + inner:                       "ValidateSetFailure",
	})
}

func TestOutputBeforeAJump(t *testing.T) {
	scripts(t, map[string]string{
		`function f { $(1; return 2); 3 }; f`:                                    "1|2",
		`function f { $x = if ($true) { 'a'; return 'b' }; 'no' }; f`:            "a|b",
		`function f { $(1; throw 'x') }; try { f } catch { "c:$_" }`:             "1|c:x",
		`function f { $x = $(1; throw 'x') }; try { f } catch { "c:$_" }`:        "c:x",
		`function f { @(1; return 2); 3 }; f`:                                    "",
		`foreach ($i in 1..3) { $y = $($i; if ($i -eq 2) { break }) }; "y=$y"`:   "2|y=1",
		`@($()).Count; $() | & { @($input).Count }`:                              "1|1",
		`$r = [void]1, 2; $r.Count; $r | & { process { "<$_>" } }`:               "2|<2>",
		`'a b c d' -split { $_ -eq ' ' }, -2; ('aXbxc' -split 'x', 0, '').Count`: "a b c|d|2",
	})
}
