// Package dates holds the types of dates, times and cultures.
package dates

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// Types lists the types of dates, times and cultures.
func Types() []dotnet.TypeRow {
	return []dotnet.TypeRow{
		{Type: value.TypeDateTime, Load: loadDateTime},
		{Type: value.TypeTimeSpan, Load: loadTimeSpan},
		{Type: typeStopwatch, Load: loadStopwatch},
		{Type: typeDateTimeOffset, Load: loadDateTimeOffset},
		{Type: typeTimeZone, Load: loadTimeZone},
		{Type: typeCurrentZone, Load: loadCurrentZone},
		{Type: typeCulture, Load: loadCulture},
		{Type: typeDateInfo, Load: loadDateInfo},
		{Type: typeNumInfo, Load: loadNumInfo},
		{Type: typeTextInfo, Load: loadTextInfo},
		{Type: typeCalendar},
		{Type: typeCompareInfo, Load: loadCompareInfo},
	}
}
