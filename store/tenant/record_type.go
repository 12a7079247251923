package tenant

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

// recordTypes lists the record types of the unified audit log, number and name.
//
//go:embed record_types.txt
var recordTypes string

// RecordTypeNumber is the number of a record type of the unified audit log, by
// name or as digits; 0 if there is none.
func RecordTypeNumber(name string) int {
	for line := range strings.Lines(recordTypes) {
		number, known, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if strings.EqualFold(known, name) || number == name {
			n, _ := strconv.Atoi(number)
			return n
		}
	}
	return 0
}

// recordTypeByNumber are the names of record types by number.
var recordTypeByNumber = sync.OnceValue(func() map[string]string {
	names := map[string]string{}
	for line := range strings.Lines(recordTypes) {
		number, name, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		names[number] = name
	}
	return names
})

// RecordTypeName is the name of a record type by its number; "" if there is none.
func RecordTypeName(number string) string { return recordTypeByNumber()[number] }

// RecordTypeNames lists the names of the record types in the order of their numbers.
func RecordTypeNames() []string {
	var names []string
	for line := range strings.Lines(recordTypes) {
		_, name, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		names = append(names, name)
	}
	return names
}
