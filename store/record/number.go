package record

import (
	"math"
	"strconv"

	"exolab/store/tenant"
)

// number reads a JSON number into the smallest type that holds it exactly.
func (r *Reader) number() (any, error) {
	start := r.at
	if r.peek() == '-' {
		r.at++
	}
	digits := r.digits()
	if digits == 0 || digits > 1 && r.text[r.at-digits] == '0' {
		return nil, r.unexpected()
	}
	whole := true
	if r.peek() == '.' {
		whole = false
		r.at++
		if r.digits() == 0 {
			return nil, r.unexpected()
		}
	}
	if c := r.peek(); c == 'e' || c == 'E' {
		whole = false
		r.at++
		if c := r.peek(); c == '+' || c == '-' {
			r.at++
		}
		if r.digits() == 0 {
			return nil, r.unexpected()
		}
	}
	text := r.text[start:r.at]
	if whole && text != "-0" {
		if n, err := strconv.ParseInt(text, 10, 64); err == nil {
			return n, nil
		}
		return tenant.Number(text), nil
	}
	f, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsInf(f, 0) || formatFloat(f) != text {
		return tenant.Number(text), nil
	}
	return f, nil
}

func formatFloat(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

func (r *Reader) digits() int {
	start := r.at
	for r.at < len(r.text) && r.text[r.at] >= '0' && r.text[r.at] <= '9' {
		r.at++
	}
	return r.at - start
}
