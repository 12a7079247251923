package netfmt

// Culture is what formatting and parsing need to know of a culture: the
// symbols and patterns of numbers and of dates.
type Culture struct {
	// Name is the culture's name, such as "en-US"; empty for the invariant one.
	Name string

	NegativeSign, PositiveSign string
	NaN, Infinity, NegInfinity string
	DecimalSeparator           string
	GroupSeparator             string
	CurrencyDecimalSeparator   string
	CurrencyGroupSeparator     string
	CurrencySymbol             string
	PercentSymbol              string
	PerMilleSymbol             string
	// NumberDigits, CurrencyDigits and PercentDigits are the decimals of
	// N and F, of C and of P without a precision.
	NumberDigits, CurrencyDigits, PercentDigits int
	// GroupSize is the number of digits between group separators.
	GroupSize int
	// The patterns write n for the number, $ for the currency's symbol,
	// % for the percent symbol and - for the negative sign.
	NumberNegative                     string
	CurrencyPositive, CurrencyNegative string
	PercentPositive, PercentNegative   string

	DateSeparator, TimeSeparator string
	AM, PM                       string
	Months, MonthsShort          [12]string
	Days, DaysShort              [7]string
	ShortDate, LongDate          string
	ShortTime, LongTime          string
	MonthDay, YearMonth          string
	// Era is the name of the common era.
	Era string
	// FullDateTime is the pattern of F; empty means long date and long time.
	FullDateTime string
}

var englishMonths = [12]string{"January", "February", "March", "April", "May", "June", "July",
	"August", "September", "October", "November", "December"}

var englishMonthsShort = [12]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep",
	"Oct", "Nov", "Dec"}

var englishDays = [7]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}

var englishDaysShort = [7]string{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"}

// Invariant is the culture of data that no person reads.
var Invariant = &Culture{
	NegativeSign: "-", PositiveSign: "+",
	NaN: "NaN", Infinity: "Infinity", NegInfinity: "-Infinity",
	DecimalSeparator: ".", GroupSeparator: ",",
	CurrencyDecimalSeparator: ".", CurrencyGroupSeparator: ",", CurrencySymbol: "¤",
	PercentSymbol: "%", PerMilleSymbol: "‰",
	NumberDigits: 2, CurrencyDigits: 2, PercentDigits: 2, GroupSize: 3,
	NumberNegative:   "-n",
	CurrencyPositive: "$n", CurrencyNegative: "($n)",
	PercentPositive: "n %", PercentNegative: "-n %",
	DateSeparator: "/", TimeSeparator: ":", AM: "AM", PM: "PM",
	Months: englishMonths, MonthsShort: englishMonthsShort,
	Days: englishDays, DaysShort: englishDaysShort,
	ShortDate: "MM/dd/yyyy", LongDate: "dddd, dd MMMM yyyy",
	ShortTime: "HH:mm", LongTime: "HH:mm:ss",
	MonthDay: "MMMM dd", YearMonth: "yyyy MMMM",
	Era: "A.D.",
}

// EnUS is American English as Windows has it.
var EnUS = &Culture{
	Name:         "en-US",
	NegativeSign: "-", PositiveSign: "+",
	NaN: "NaN", Infinity: "∞", NegInfinity: "-∞",
	DecimalSeparator: ".", GroupSeparator: ",",
	CurrencyDecimalSeparator: ".", CurrencyGroupSeparator: ",", CurrencySymbol: "$",
	PercentSymbol: "%", PerMilleSymbol: "‰",
	NumberDigits: 2, CurrencyDigits: 2, PercentDigits: 2, GroupSize: 3,
	NumberNegative:   "-n",
	CurrencyPositive: "$n", CurrencyNegative: "($n)",
	PercentPositive: "n%", PercentNegative: "-n%",
	DateSeparator: "/", TimeSeparator: ":", AM: "AM", PM: "PM",
	Months: englishMonths, MonthsShort: englishMonthsShort,
	Days: englishDays, DaysShort: englishDaysShort,
	ShortDate: "M/d/yyyy", LongDate: "dddd, MMMM d, yyyy",
	ShortTime: "h:mm tt", LongTime: "h:mm:ss tt",
	MonthDay: "MMMM d", YearMonth: "MMMM yyyy",
	Era: "AD",
}
