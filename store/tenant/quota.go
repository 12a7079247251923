package tenant

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Quota is a size limit or none. The zero Quota is not set: it follows the
// service's default.
type Quota struct {
	Set       bool
	Unlimited bool
	Bytes     uint64
}

var sizeUnits = []struct {
	name  string
	bytes uint64
}{{"TB", 1 << 40}, {"GB", 1 << 30}, {"MB", 1 << 20}, {"KB", 1 << 10}, {"B", 1}}

// ParseQuota reads "Unlimited", "49.5GB", "1.5 GB (1,610,612,736 bytes)" or a
// number of bytes.
func ParseQuota(s string) (Quota, error) {
	text := strings.TrimSpace(s)
	if strings.EqualFold(text, "unlimited") {
		return Quota{Set: true, Unlimited: true}, nil
	}
	if _, exact, found := strings.Cut(text, "("); found {
		digits := strings.ReplaceAll(strings.TrimSuffix(exact, " bytes)"), ",", "")
		if n, err := strconv.ParseUint(digits, 10, 64); err == nil {
			return Quota{Set: true, Bytes: n}, nil
		}
		return Quota{}, fmt.Errorf("%q is not a size", s)
	}
	number, unit := text, uint64(1)
	for _, u := range sizeUnits {
		if len(text) > len(u.name) && strings.EqualFold(text[len(text)-len(u.name):], u.name) {
			number, unit = strings.TrimSpace(text[:len(text)-len(u.name)]), u.bytes
			break
		}
	}
	f, err := strconv.ParseFloat(number, 64)
	if err != nil || f < 0 || f*float64(unit) >= math.MaxUint64 || math.IsNaN(f) {
		return Quota{}, fmt.Errorf("%q is not a size", s)
	}
	return Quota{Set: true, Bytes: uint64(f * float64(unit))}, nil
}

// String writes the quota as Exchange prints it: "1.5 GB (1,610,612,736 bytes)"
// or "Unlimited"; "" if it is not set.
func (q Quota) String() string {
	switch {
	case !q.Set:
		return ""
	case q.Unlimited:
		return "Unlimited"
	}
	return FormatSize(q.Bytes)
}

// FormatSize writes a number of bytes as Exchange prints sizes.
func FormatSize(n uint64) string {
	for _, u := range sizeUnits {
		if n >= u.bytes || u.bytes == 1 {
			amount := strconv.FormatFloat(float64(n)/float64(u.bytes), 'g', 4, 64)
			if u.bytes == 1 || strings.ContainsRune(amount, 'e') {
				amount = strconv.FormatUint(n/u.bytes, 10)
			}
			return fmt.Sprintf("%s %s (%s bytes)", amount, u.name, groupDigits(n))
		}
	}
	return ""
}

func groupDigits(n uint64) string {
	s := strconv.FormatUint(n, 10)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

func (q Quota) value() any { return optional(q.String()) }

func setQuota(to *Quota, v any) error {
	switch v := v.(type) {
	case nil:
		*to = Quota{}
		return nil
	case int64:
		if v < 0 {
			return fmt.Errorf("%d is not a size", v)
		}
		*to = Quota{Set: true, Bytes: uint64(v)}
		return nil
	case string:
		q, err := ParseQuota(v)
		*to = q
		return err
	}
	return fmt.Errorf("must be a size, not %v", v)
}
