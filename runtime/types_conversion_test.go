package runtime

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// Conversions to collections, in the order of LanguagePrimitives' rules:
// constructors first, then elements one by one.
func TestConversionsToCollections(t *testing.T) {
	for script, want := range map[string]string{
		`([System.Collections.Generic.HashSet[string]]@('a','b','a')).Count`:                    "2",
		`([System.Collections.Generic.HashSet[string]]'a').Count`:                               "1",
		`([System.Collections.Generic.Queue[int]]@('1','2')).Dequeue().GetType().Name`:          "Int32",
		`([System.Collections.Generic.Stack[int]]@(1,2)).Pop()`:                                 "2",
		`([System.Collections.Generic.SortedSet[int]]@(3,1,2)) -join ' '`:                       "1 2 3",
		`([System.Collections.Generic.LinkedList[string]]@('x','y')).Last.Value`:                "y",
		`([System.Collections.ObjectModel.Collection[int]]@('7')).Count`:                        "1",
		`([System.Collections.Generic.List[char]]'abc') -join '-'`:                              "a-b-c",
		`([System.Collections.Generic.List[object]]([int[]](3,4)))[0].GetType().Name`:           "Int32[]",
		`([System.Collections.Generic.List[object]]@(3,4)).Count`:                               "2",
		`([System.Collections.Generic.List[object]][pscustomobject]@{A=1})[0].A`:                "1",
		`([System.Collections.Generic.List[string]][pscustomobject]@{A=1})[0]`:                  "@{A=1}",
		`([System.Collections.Generic.List[object]][System.Collections.ArrayList]@(1,2)).Count`: "1",
		`([System.Collections.ArrayList]@{a=1})[0].GetType().Name`:                              "DictionaryEntry",
		`"$(([System.Collections.ArrayList]@{a=1})[0])"`:                                        "[a, 1]",
		`([System.Collections.ArrayList][System.Collections.Generic.List[int]]@(1,2)).Count`:    "2",
		`try { [System.Collections.Generic.List[int]]@('1','x') } catch { "$_" }`:               `Cannot convert the "System.Object[]" value of type "System.Object[]" to type "System.Collections.Generic.List` + "`1" + `[System.Int32]".`,
		`try { [System.Collections.Generic.List[int]]::new($null) } catch { "$_" }`:             `Exception calling ".ctor" with "1" argument(s): "Value cannot be null. (Parameter 'collection')"`,
	} {
		assert.Equal(t, want, run(t, script), script)
	}
}
