package netfmt

import (
	"math"
	"time"
)

// DateKind is .NET's DateTimeKind.
type DateKind uint8

// The kinds of DateTime.
const (
	Unspecified DateKind = iota
	UTC
	Local
)

// The lengths of time in ticks of 100 ns.
const (
	TicksPerMicrosecond = 10
	TicksPerMillisecond = 10_000
	TicksPerSecond      = 10_000_000
	TicksPerMinute      = 60 * TicksPerSecond
	TicksPerHour        = 60 * TicksPerMinute
	TicksPerDay         = 24 * TicksPerHour
)

// MaxTicks is the last tick of the year 9999.
const MaxTicks = 3155378975999999999

const unixEpochTicks = 621355968000000000

const fileTimeOffset = 504911232000000000

// DateTime is .NET's DateTime: ticks of 100 ns since the year 1.
type DateTime struct {
	Ticks int64
	Kind  DateKind
}

// DateTimeOffset is .NET's DateTimeOffset: the ticks of the clock and the
// clock's distance from UTC in ticks.
type DateTimeOffset struct {
	Ticks  int64
	Offset int64
}

var (
	errUnrepresentable = &Error{KindOutOfRange, "Year, Month, and Day parameters describe an un-representable DateTime."}
	errBadTime         = &Error{KindOutOfRange, "Hour, Minute, and Second parameters describe an un-representable DateTime."}
	errAddValue        = &Error{KindOutOfRange, "Value to add was out of range. (Parameter 'value')"}
	errResultRange     = &Error{KindOutOfRange, "The added or subtracted value results in an un-representable DateTime. (Parameter 'value')"}
	errMonthsRange     = &Error{KindOutOfRange, "Months value must be between +/-120000. (Parameter 'months')"}
	errMonthsResult    = &Error{KindOutOfRange, "The added or subtracted value results in an un-representable DateTime. (Parameter 'months')"}
	errYearsRange      = &Error{KindOutOfRange, "Years value must be between +/-10000. (Parameter 'value')"}
	errMonthArgument   = &Error{KindOutOfRange, "Month must be between one and twelve. (Parameter 'month')"}
	errYearArgument    = &Error{KindOutOfRange, "Year must be between 1 and 9999. (Parameter 'year')"}
)

// NewDate returns midnight of a date or .NET's ArgumentOutOfRangeException.
func NewDate(year, month, day int) (DateTime, error) {
	ticks, ok := dateTicks(year, month, day)
	if !ok {
		return DateTime{}, errUnrepresentable
	}
	return DateTime{Ticks: ticks}, nil
}

// NewDateTime returns a date with a time of day.
func NewDateTime(year, month, day, hour, minute, second int) (DateTime, error) {
	date, err := NewDate(year, month, day)
	if err != nil {
		return date, err
	}
	if hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59 {
		return DateTime{}, errBadTime
	}
	date.Ticks += int64(hour*3600+minute*60+second) * TicksPerSecond
	return date, nil
}

var daysBefore = [2][13]int{
	{0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365},
	{0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335, 366},
}

func isLeap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

func monthTable(year int) *[13]int {
	if isLeap(year) {
		return &daysBefore[1]
	}
	return &daysBefore[0]
}

// IsLeapYear tells whether a year from 1 to 9999 is a leap year.
func IsLeapYear(year int) (bool, error) {
	if year < 1 || year > 9999 {
		return false, errYearArgument
	}
	return isLeap(year), nil
}

// DaysInMonth returns the number of days of a month.
func DaysInMonth(year, month int) (int, error) {
	if month < 1 || month > 12 {
		return 0, errMonthArgument
	}
	if year < 1 || year > 9999 {
		return 0, errYearArgument
	}
	return daysIn(year, month), nil
}

func daysIn(year, month int) int {
	table := monthTable(year)
	return table[month] - table[month-1]
}

func dateTicks(year, month, day int) (int64, bool) {
	if year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month) {
		return 0, false
	}
	y := year - 1
	days := y*365 + y/4 - y/100 + y/400 + monthTable(year)[month-1] + day - 1
	return int64(days) * TicksPerDay, true
}

// Date returns the year, the month and the day.
func (d DateTime) Date() (year, month, day int) {
	n := int(d.Ticks / TicksPerDay)
	y400 := n / 146097
	n -= y400 * 146097
	y100 := min(n/36524, 3)
	n -= y100 * 36524
	y4 := n / 1461
	n -= y4 * 1461
	y1 := min(n/365, 3)
	n -= y1 * 365
	year = y400*400 + y100*100 + y4*4 + y1 + 1
	table := monthTable(year)
	month = n/32 + 1
	for n >= table[month] {
		month++
	}
	return year, month, n - table[month-1] + 1
}

// Clock returns the time of day; fraction is in ticks.
func (d DateTime) Clock() (hour, minute, second, fraction int) {
	t := d.Ticks % TicksPerDay
	return int(t / TicksPerHour), int(t / TicksPerMinute % 60), int(t / TicksPerSecond % 60), int(t % TicksPerSecond)
}

// DayOfWeek returns the day of the week, 0 for Sunday.
func (d DateTime) DayOfWeek() int { return int((d.Ticks/TicksPerDay + 1) % 7) }

// DayOfYear returns the day of the year from 1 to 366.
func (d DateTime) DayOfYear() int {
	year, month, day := d.Date()
	return monthTable(year)[month-1] + day
}

// AddTicks moves the date; the error is .NET's for a date out of range.
func (d DateTime) AddTicks(ticks int64) (DateTime, error) {
	sum := d.Ticks + ticks
	if sum < 0 || sum > MaxTicks || (ticks > 0 && sum < d.Ticks) {
		return DateTime{}, errResultRange
	}
	return DateTime{sum, d.Kind}, nil
}

// AddUnits adds a number of units of the given ticks, as AddDays, AddHours and
// their like do.
func (d DateTime) AddUnits(value float64, unit int64) (DateTime, error) {
	limit := float64(MaxTicks / unit)
	if unit == TicksPerSecond || unit == TicksPerMillisecond || unit == TicksPerMinute || unit == TicksPerHour || unit == TicksPerDay {
		limit++
	}
	if math.Abs(value) > limit || math.IsNaN(value) {
		return DateTime{}, errAddValue
	}
	whole := math.Trunc(value)
	return d.AddTicks(int64(whole)*unit + int64((value-whole)*float64(unit)))
}

// AddMonths moves the date by months; the day is cut to the month's length.
func (d DateTime) AddMonths(months int) (DateTime, error) {
	if months < -120000 || months > 120000 {
		return DateTime{}, errMonthsRange
	}
	year, month, day := d.Date()
	index := month - 1 + months
	year += index / 12
	month = index%12 + 1
	if index%12 < 0 {
		year--
		month += 12
	}
	if year < 1 || year > 9999 {
		return DateTime{}, errMonthsResult
	}
	ticks, _ := dateTicks(year, month, min(day, daysIn(year, month)))
	return DateTime{ticks + d.Ticks%TicksPerDay, d.Kind}, nil
}

// AddYears moves the date by years; 29 February becomes 28 where it must.
func (d DateTime) AddYears(years int) (DateTime, error) {
	if years < -10000 || years > 10000 {
		return DateTime{}, errYearsRange
	}
	return d.AddMonths(years * 12)
}

// Time returns the moment as Go has it, in the zone that the kind asks for.
func (d DateTime) Time() time.Time {
	zone := time.Local
	if d.Kind == UTC {
		zone = time.UTC
	}
	year, month, day := d.Date()
	hour, minute, second, fraction := d.Clock()
	return time.Date(year, time.Month(month), day, hour, minute, second, fraction*100, zone)
}

// FromTime returns a Go time as a DateTime of the given kind: in UTC for UTC,
// else on the local clock.
func FromTime(t time.Time, kind DateKind) DateTime {
	if kind == UTC {
		return DateTime{ticksOfTime(t), UTC}
	}
	_, offset := t.In(time.Local).Zone()
	return DateTime{clampTicks(ticksOfTime(t) + int64(offset)*TicksPerSecond), kind}
}

func ticksOfTime(t time.Time) int64 {
	return t.Unix()*TicksPerSecond + int64(t.Nanosecond()/100) + unixEpochTicks
}

func clampTicks(ticks int64) int64 { return max(0, min(ticks, MaxTicks)) }

// UTCOffset returns the distance of the date's clock from UTC in ticks.
func (d DateTime) UTCOffset() int64 {
	if d.Kind == UTC {
		return 0
	}
	_, seconds := d.Time().Zone()
	return int64(seconds) * TicksPerSecond
}

// ToUniversal converts to UTC; a date of no kind counts as local.
func (d DateTime) ToUniversal() DateTime {
	if d.Kind == UTC {
		return d
	}
	return DateTime{clampTicks(d.Ticks - d.UTCOffset()), UTC}
}

// ToLocal converts to local time; a date of no kind counts as UTC.
func (d DateTime) ToLocal() DateTime {
	if d.Kind == Local {
		return d
	}
	utc := DateTime{d.Ticks, UTC}
	_, seconds := utc.Time().In(time.Local).Zone()
	return DateTime{clampTicks(d.Ticks + int64(seconds)*TicksPerSecond), Local}
}

// ToFileTime returns the 100 ns ticks since 1601 in UTC.
func (d DateTime) ToFileTime() (int64, error) {
	ticks := d.ToUniversal().Ticks - fileTimeOffset
	if ticks < 0 {
		return 0, &Error{KindOutOfRange, "Not a valid Win32 FileTime."}
	}
	return ticks, nil
}

// Clocked returns the date and time of the offset's clock, of no kind.
func (d DateTimeOffset) Clocked() DateTime { return DateTime{Ticks: d.Ticks} }

// UTC returns the moment in UTC.
func (d DateTimeOffset) UTC() DateTime { return DateTime{clampTicks(d.Ticks - d.Offset), UTC} }

// OffsetOf returns a DateTime with the offset that its kind gives it.
func OffsetOf(d DateTime) DateTimeOffset { return DateTimeOffset{d.Ticks, d.UTCOffset()} }
