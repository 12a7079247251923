package netfmt

import (
	"strings"
	"time"
)

// DateStyles is .NET's DateTimeStyles.
type DateStyles int

// The styles of reading dates.
const (
	AllowLeadingWhite  DateStyles = 1
	AllowTrailingWhite DateStyles = 2
	AllowInnerWhite    DateStyles = 4
	NoCurrentDate      DateStyles = 8
	AdjustToUniversal  DateStyles = 16
	AssumeLocal        DateStyles = 32
	AssumeUniversal    DateStyles = 64
	RoundtripKind      DateStyles = 128
)

// ParseDateTime reads a date in one of the many forms that .NET's
// DateTime.Parse accepts. The error is .NET's FormatException.
func ParseDateTime(text string, c *Culture, styles DateStyles) (DateTime, error) {
	ticks, fields, err := parseDate(text, c, styles)
	if err != nil {
		return DateTime{}, err
	}
	return applyZone(ticks, &fields, styles), nil
}

// ParseDateTimeOffset reads a date with an offset; without one the offset is
// the local zone's.
func ParseDateTimeOffset(text string, c *Culture, styles DateStyles) (DateTimeOffset, error) {
	ticks, fields, err := parseDate(text, c, styles)
	if err != nil {
		return DateTimeOffset{}, err
	}
	return withOffset(ticks, &fields, styles), nil
}

func withOffset(ticks int64, fields *dateFields, styles DateStyles) DateTimeOffset {
	d := DateTimeOffset{Ticks: ticks, Offset: fields.offset}
	if !fields.zone && styles&AssumeUniversal == 0 {
		d = OffsetOf(DateTime{ticks, Local})
	}
	if styles&AdjustToUniversal != 0 {
		d = DateTimeOffset{Ticks: d.Ticks - d.Offset}
	}
	return d
}

func parseDate(text string, c *Culture, styles DateStyles) (int64, dateFields, error) {
	s := dateScan{text: text, c: c, f: newDateFields()}
	if strings.TrimSpace(text) == "" {
		return 0, s.f, badDate(text)
	}
	s.text = strings.TrimRight(text, "\x00")
	if err := s.scan(); err != nil {
		return 0, s.f, err
	}
	s.text = text
	if !s.assignDate() || !s.f.adjustHour() {
		return 0, s.f, badDate(text)
	}
	ticks, err := s.f.resolve(text, styles)
	return ticks, s.f, err
}

// applyZone turns the ticks read into a DateTime of the kind that the zone in
// the text and the styles give.
func applyZone(ticks int64, f *dateFields, styles DateStyles) DateTime {
	if !f.zone {
		switch {
		case styles&AssumeLocal != 0:
			d := DateTime{ticks, Local}
			if styles&AdjustToUniversal != 0 {
				return d.ToUniversal()
			}
			return d
		case styles&AssumeUniversal != 0:
			d := DateTime{ticks, UTC}
			if styles&AdjustToUniversal == 0 {
				return d.ToLocal()
			}
			return d
		}
		return DateTime{Ticks: ticks}
	}
	d := DateTime{clampTicks(ticks - f.offset), UTC}
	if styles&AdjustToUniversal != 0 || (styles&RoundtripKind != 0 && f.zulu) {
		return d
	}
	return d.ToLocal()
}

// adjustHour applies AM and PM; an hour that cannot have them fails.
func (f *dateFields) adjustHour() bool {
	switch f.mark {
	case 0:
		if f.hour > 12 {
			return false
		}
		f.hour %= 12
	case 1:
		if f.hour > 23 {
			return false
		}
		if f.hour < 12 {
			f.hour += 12
		}
	}
	return true
}

// resolve fills what the text left out and gives the ticks.
func (f *dateFields) resolve(text string, styles DateStyles) (int64, error) {
	f.fillDate(styles)
	ticks, ok := dateTicks(f.year, f.month, f.day)
	hour, minute, second := max(f.hour, 0), max(f.minute, 0), max(f.second, 0)
	if !ok || hour > 23 || minute > 59 || second > 59 {
		return 0, badCalendarDate(text)
	}
	if f.weekday >= 0 && (DateTime{Ticks: ticks}).DayOfWeek() != f.weekday {
		return 0, badWeekday(text)
	}
	ticks += int64(hour*3600+minute*60+second)*TicksPerSecond + int64(f.fraction)
	return min(ticks, MaxTicks), nil
}

// fillDate gives a date its missing parts: today's where there is none at
// all, else the current year and the first month and day.
func (f *dateFields) fillDate(styles DateStyles) {
	year, month, day := time.Now().Date()
	if styles&NoCurrentDate != 0 {
		year, month, day = 1, 1, 1
	}
	if f.year < 0 && f.month < 0 && f.day < 0 {
		f.year, f.month, f.day = year, int(month), day
		return
	}
	if f.year < 0 {
		f.year = year
	}
	if f.month < 0 {
		f.month = 1
	}
	if f.day < 0 {
		f.day = 1
	}
}

// fullYear puts a year of two digits between 1950 and 2049.
func fullYear(year, width int) int {
	switch {
	case width > 2 || year > 99:
		return year
	case year < 50:
		return year + 2000
	}
	return year + 1900
}

// assignDate decides which number is the year, the month and the day.
func (s *dateScan) assignDate() bool {
	if s.month != 0 {
		return s.assignNamedMonth()
	}
	n, w := &s.numbers, &s.widths
	switch s.count {
	case 0:
		return s.f.hour >= 0
	case 2:
		switch {
		case w[0] > 2:
			return s.set(n[0], w[0], n[1], 1)
		case w[1] > 2:
			return s.set(n[1], w[1], n[0], 1)
		case dayFirst(s.c):
			return s.set(time.Now().Year(), 4, n[1], n[0])
		}
		return s.set(time.Now().Year(), 4, n[0], n[1])
	case 3:
		switch {
		case w[0] > 2 || w[2] <= 2 && yearFirst(s.c):
			return s.set(n[0], w[0], n[1], n[2])
		case w[1] > 2:
			return false
		case dayFirst(s.c):
			return s.set(n[2], w[2], n[1], n[0])
		}
		return s.set(n[2], w[2], n[0], n[1])
	}
	return false
}

// dayFirst tells whether the culture's short date begins with the day.
func dayFirst(c *Culture) bool { return c.ShortDate[0] == 'd' }

// yearFirst tells whether the culture's short date begins with the year.
func yearFirst(c *Culture) bool { return c.ShortDate[0] == 'y' }

func (s *dateScan) assignNamedMonth() bool {
	n, w := &s.numbers, &s.widths
	switch s.count {
	case 0:
		return s.set(time.Now().Year(), 4, s.month, 1)
	case 1:
		if w[0] > 2 {
			return s.set(n[0], w[0], s.month, 1)
		}
		if n[0] < 1 || n[0] > daysIn(time.Now().Year(), s.month) {
			return s.set(n[0], w[0], s.month, 1)
		}
		return s.set(time.Now().Year(), 4, s.month, n[0])
	case 2:
		if w[0] > 2 {
			return s.set(n[0], w[0], s.month, n[1])
		}
		return s.set(n[1], w[1], s.month, n[0]) || w[1] <= 2 && s.set(n[0], w[0], s.month, n[1])
	}
	return false
}

// set stores a date if the calendar has it.
func (s *dateScan) set(year, width, month, day int) bool {
	year = fullYear(year, width)
	if _, ok := dateTicks(year, month, day); !ok {
		return false
	}
	s.f.year, s.f.month, s.f.day = year, month, day
	return true
}
