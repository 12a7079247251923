package text

import "unicode"

// numericRun is a run of characters whose numeric values go up by one.
type numericRun struct {
	first, last rune
	value       float64
}

// numericRuns are the numbers outside the decimal digits: superscripts,
// numerals, circled and parenthesized numbers. Source: the numeric values of
// UnicodeData.txt.
var numericRuns = [...]numericRun{
	{0xB2, 0xB3, 2}, {0xB9, 0xB9, 1},
	{0x2070, 0x2070, 0}, {0x2074, 0x2079, 4}, {0x2080, 0x2089, 0},
	{0x2160, 0x216B, 1}, {0x216C, 0x216C, 50}, {0x216D, 0x216D, 100}, {0x216E, 0x216E, 500}, {0x216F, 0x216F, 1000},
	{0x2170, 0x217B, 1}, {0x217C, 0x217C, 50}, {0x217D, 0x217D, 100}, {0x217E, 0x217E, 500}, {0x217F, 0x217F, 1000},
	{0x2180, 0x2180, 1000}, {0x2181, 0x2181, 5000}, {0x2182, 0x2182, 10000},
	{0x2185, 0x2185, 6}, {0x2186, 0x2186, 50}, {0x2187, 0x2187, 50000}, {0x2188, 0x2188, 100000}, {0x2189, 0x2189, 0},
	{0x2460, 0x2473, 1}, {0x2474, 0x2487, 1}, {0x2488, 0x249B, 1}, {0x24EA, 0x24EA, 0}, {0x24EB, 0x24F4, 11},
	{0x24F5, 0x24FE, 1}, {0x24FF, 0x24FF, 0}, {0x2776, 0x277F, 1}, {0x2780, 0x2789, 1}, {0x278A, 0x2793, 1},
	{0x3007, 0x3007, 0}, {0x3021, 0x3029, 1}, {0x3038, 0x3038, 10}, {0x3039, 0x3039, 20}, {0x303A, 0x303A, 30},
	{0x3192, 0x3195, 1}, {0x3220, 0x3229, 1}, {0x3251, 0x325F, 21}, {0x3280, 0x3289, 1}, {0x32B1, 0x32BF, 36},
}

// fractions are the vulgar fractions by character.
var fractions = [...]struct {
	char         rune
	above, below float64
}{
	{0xBC, 1, 4}, {0xBD, 1, 2}, {0xBE, 3, 4}, {0x2150, 1, 7}, {0x2151, 1, 9}, {0x2152, 1, 10}, {0x2153, 1, 3}, {0x2154, 2, 3},
	{0x2155, 1, 5}, {0x2156, 2, 5}, {0x2157, 3, 5}, {0x2158, 4, 5}, {0x2159, 1, 6}, {0x215A, 5, 6}, {0x215B, 1, 8},
	{0x215C, 3, 8}, {0x215D, 5, 8}, {0x215E, 7, 8}, {0x215F, 1, 1},
}

// numericValue is the number that a character stands for, or -1 if it stands
// for none.
func numericValue(r rune) float64 {
	if digit, ok := decimalDigit(r); ok {
		return float64(digit)
	}
	for _, run := range numericRuns {
		if r >= run.first && r <= run.last {
			return run.value + float64(r-run.first)
		}
	}
	for _, f := range fractions {
		if r == f.char {
			return f.above / f.below
		}
	}
	return -1
}

// decimalDigit is the value of a decimal digit of any script. Unicode keeps
// the ten digits of a script together, in order.
func decimalDigit(r rune) (int, bool) {
	if r < 0x80 {
		return int(r - '0'), r >= '0' && r <= '9'
	}
	for _, run := range unicode.Nd.R16 {
		if r >= rune(run.Lo) && r <= rune(run.Hi) {
			return int(r-rune(run.Lo)) % 10, true
		}
	}
	for _, run := range unicode.Nd.R32 {
		if r >= rune(run.Lo) && r <= rune(run.Hi) {
			return int(r-rune(run.Lo)) % 10, true
		}
	}
	return 0, false
}
