package dotnet

import (
	"strings"

	"exolab/runtime/value"
)

// arrangements are the properties of types in the order in which .NET and the
// type data list them.
var arrangements = map[*value.Type]string{
	value.TypeTimeSpan: "Ticks Days Hours Milliseconds Microseconds Nanoseconds Minutes Seconds TotalDays TotalHours " +
		"TotalMilliseconds TotalMicroseconds TotalNanoseconds TotalMinutes TotalSeconds",
	value.TypeArray:     "Length LongLength Rank SyncRoot IsReadOnly IsFixedSize IsSynchronized Count",
	value.TypeVersion:   "Major Minor Build Revision MajorRevision MinorRevision",
	value.TypeHashtable: "IsReadOnly IsFixedSize IsSynchronized Keys Values SyncRoot Count",
}

func arrange(t *value.Type, m *value.Members) {
	if names, ok := arrangements[t]; ok {
		m.Arrange(strings.Fields(names)...)
	}
}
