package netfmt

import "strings"

// CultureByName returns a culture by its name in any case; the empty name is
// the invariant culture's.
func CultureByName(name string) (*Culture, bool) {
	for _, c := range []*Culture{Invariant, EnUS, EnGB, DeDE} {
		if strings.EqualFold(c.Name, name) {
			return c, true
		}
	}
	return nil, false
}

// CultureNames lists the names of the cultures that are known, languages and
// their countries, in order.
func CultureNames() []string { return []string{"", "de", "de-DE", "en", "en-GB", "en-US"} }

// EnGB is British English as Windows has it.
var EnGB = &Culture{
	Name:         "en-GB",
	NegativeSign: "-", PositiveSign: "+",
	NaN: "NaN", Infinity: "∞", NegInfinity: "-∞",
	DecimalSeparator: ".", GroupSeparator: ",",
	CurrencyDecimalSeparator: ".", CurrencyGroupSeparator: ",", CurrencySymbol: "£",
	PercentSymbol: "%", PerMilleSymbol: "‰",
	NumberDigits: 2, CurrencyDigits: 2, PercentDigits: 2, GroupSize: 3,
	NumberNegative:   "-n",
	CurrencyPositive: "$n", CurrencyNegative: "-$n",
	PercentPositive: "n%", PercentNegative: "-n%",
	DateSeparator: "/", TimeSeparator: ":", AM: "am", PM: "pm",
	Months: englishMonths, MonthsShort: englishMonthsShort,
	Days: englishDays, DaysShort: englishDaysShort,
	ShortDate: "dd/MM/yyyy", LongDate: "dd MMMM yyyy",
	ShortTime: "HH:mm", LongTime: "HH:mm:ss",
	MonthDay: "d MMMM", YearMonth: "MMMM yyyy",
	Era: "AD",
}

// DeDE is German as Windows has it.
var DeDE = &Culture{
	Name:         "de-DE",
	NegativeSign: "-", PositiveSign: "+",
	NaN: "NaN", Infinity: "∞", NegInfinity: "-∞",
	DecimalSeparator: ",", GroupSeparator: ".",
	CurrencyDecimalSeparator: ",", CurrencyGroupSeparator: ".", CurrencySymbol: "€",
	PercentSymbol: "%", PerMilleSymbol: "‰",
	NumberDigits: 2, CurrencyDigits: 2, PercentDigits: 2, GroupSize: 3,
	NumberNegative:   "-n",
	CurrencyPositive: "n $", CurrencyNegative: "-n $",
	PercentPositive: "n %", PercentNegative: "-n %",
	DateSeparator: ".", TimeSeparator: ":", AM: "AM", PM: "PM",
	Months: [12]string{"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August",
		"September", "Oktober", "November", "Dezember"},
	MonthsShort: [12]string{"Jan", "Feb", "Mrz", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez"},
	Days:        [7]string{"Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"},
	DaysShort:   [7]string{"So", "Mo", "Di", "Mi", "Do", "Fr", "Sa"},
	ShortDate:   "dd.MM.yyyy", LongDate: "dddd, d. MMMM yyyy",
	ShortTime: "HH:mm", LongTime: "HH:mm:ss",
	MonthDay: "d. MMMM", YearMonth: "MMMM yyyy",
	Era: "n. Chr.",
}
