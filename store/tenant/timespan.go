package tenant

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// day is the length of a day in an age limit.
const day = 24 * time.Hour

// ParseTimeSpan reads a span as Exchange prints it ("90.00:00:00", "12:30:00")
// and a bare number as days, as the audit cmdlets take it.
func ParseTimeSpan(s string) (time.Duration, error) {
	text, negative := strings.CutPrefix(strings.TrimSpace(s), "-")
	span, ok := parseSpan(text)
	if !ok {
		return 0, fmt.Errorf("%q is not a time span", s)
	}
	if negative {
		span = -span
	}
	return span, nil
}

func parseSpan(text string) (time.Duration, bool) {
	if !strings.Contains(text, ":") {
		days, err := strconv.ParseUint(text, 10, 16)
		return time.Duration(days) * day, err == nil
	}
	clock := text
	var days uint64
	if d, rest, found := strings.Cut(text, "."); found && !strings.Contains(d, ":") {
		n, err := strconv.ParseUint(d, 10, 16)
		if err != nil {
			return 0, false
		}
		days, clock = n, rest
	}
	parts := strings.Split(clock, ":")
	if len(parts) == 2 {
		parts = append(parts, "0")
	}
	if len(parts) != 3 {
		return 0, false
	}
	hours, err1 := strconv.ParseUint(parts[0], 10, 8)
	minutes, err2 := strconv.ParseUint(parts[1], 10, 8)
	seconds, err3 := strconv.ParseFloat(parts[2], 64)
	if err1 != nil || err2 != nil || err3 != nil || hours > 23 || minutes > 59 || seconds < 0 || seconds >= 60 {
		return 0, false
	}
	return time.Duration(days)*day + time.Duration(hours)*time.Hour +
		time.Duration(minutes)*time.Minute + time.Duration(seconds*float64(time.Second)), true
}

// FormatTimeSpan writes a span as Exchange does: "90.00:00:00".
func FormatTimeSpan(d time.Duration) string {
	sign := ""
	if d < 0 {
		sign, d = "-", -d
	}
	days, rest := d/day, d%day
	out := fmt.Sprintf("%02d:%02d:%02d", rest/time.Hour, rest/time.Minute%60, rest/time.Second%60)
	if fraction := rest % time.Second; fraction != 0 {
		out += fmt.Sprintf(".%07d", fraction/100)
	}
	if days != 0 {
		out = fmt.Sprintf("%d.%s", days, out)
	}
	return sign + out
}

func setSpan(to *time.Duration, v any) error {
	switch v := v.(type) {
	case nil:
		*to = 0
		return nil
	case int64:
		*to = time.Duration(v) * day
		return nil
	case string:
		span, err := ParseTimeSpan(v)
		*to = span
		return err
	}
	return fmt.Errorf("must be a time span, not %v", v)
}
