package jsonschema

import (
	"math/big"
	"strconv"
)

func checkUniqueItems(f *frame, operand any) {
	list, _ := f.value.([]any)
	if operand != true {
		return
	}
	met := make(map[string]bool, len(list))
	for _, item := range list {
		met[identity(item)] = true
	}
	if len(met) < len(list) {
		f.fail("Value should be an array with unique items")
	}
}

// checkItems checks items one by one against a list of schemas, or all behind
// prefixItems against one.
func checkItems(f *frame, operand any) {
	if _, tuple := operand.([]any); tuple {
		checkPrefixItems(f, operand)
		return
	}
	prefix, _ := f.schema.members["prefixItems"].([]any)
	f.itemsFrom(len(prefix), operand)
}

func checkPrefixItems(f *frame, operand any) {
	list, _ := f.value.([]any)
	schemas, _ := operand.([]any)
	for i := range min(len(list), len(schemas)) {
		f.item(schemas[i], i, list[i])
	}
}

// checkAdditionalItems checks the items behind a tuple.
func checkAdditionalItems(f *frame, operand any) {
	if tuple, ok := f.schema.members["items"].([]any); ok {
		f.itemsFrom(len(tuple), operand)
	}
}

func (f *frame) itemsFrom(first int, schema any) {
	list, _ := f.value.([]any)
	for i := first; i < len(list); i++ {
		f.item(schema, i, list[i])
	}
}

func checkContains(f *frame, operand any) {
	list, ok := f.value.([]any)
	if !ok {
		return
	}
	found := 0
	for i, item := range list {
		if key := strconv.Itoa(i); f.try(operand, item, f.at+"/"+key).valid {
			f.see(key)
			found++
		}
	}
	least := big.NewRat(1, 1)
	if n, ok := f.schema.members["minContains"]; ok {
		least = numberOf(n)
	}
	count := big.NewRat(int64(found), 1)
	if count.Cmp(least) < 0 {
		f.fail("Expected array to contain at least %s matching %s but found %s", decimal(least), plural("item", least), orNone(found))
	}
	if n, ok := f.schema.members["maxContains"]; ok && count.Cmp(numberOf(n)) > 0 {
		f.fail("Expected array to contain at most %s matching %s but found %d", decimal(numberOf(n)), plural("item", numberOf(n)), found)
	}
}

func plural(noun string, n *big.Rat) string {
	if n.Cmp(big.NewRat(1, 1)) == 0 {
		return noun
	}
	return noun + "s"
}

func orNone(n int) string {
	if n == 0 {
		return "none"
	}
	return strconv.Itoa(n)
}

func checkUnevaluatedItems(f *frame, operand any) {
	list, _ := f.value.([]any)
	unseen := f.unseen()
	for i, item := range list {
		if unseen(strconv.Itoa(i)) {
			f.item(operand, i, item)
		}
	}
}
