package netfmt

import "strconv"

func badDate(text string) error {
	return formatError("String '" + text + "' was not recognized as a valid DateTime.")
}

func unknownWord(text string, at int) error {
	return formatError("The string '" + text + "' was not recognized as a valid DateTime. There is an unknown word starting at index '" +
		strconv.Itoa(UTF16Len(text[:at])) + "'.")
}

func badCalendarDate(text string) error {
	return formatError("The DateTime represented by the string '" + text +
		"' is not supported in calendar 'System.Globalization.GregorianCalendar'.")
}

func badWeekday(text string) error {
	return formatError("String '" + text + "' was not recognized as a valid DateTime because the day of week was incorrect.")
}
