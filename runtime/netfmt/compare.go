package netfmt

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// asciiOrder lists the printable ASCII characters in ICU's order: space,
// punctuation, symbols, digits, letters.
const asciiOrder = "_-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789"

// asciiWeight is a character's primary weight in ICU's order; 0 is ignorable.
var asciiWeight = asciiWeights()

func asciiWeights() (w [utf8.RuneSelf]uint8) {
	for i, c := range "\t\n\v\f\r " {
		w[c] = uint8(i + 1)
	}
	for i := range len(asciiOrder) {
		w[asciiOrder[i]] = uint8(10 + i)
	}
	for c := byte('a'); c <= 'z'; c++ {
		w[c] = 100 + c - 'a'
		w[c-'a'+'A'] = w[c]
	}
	return w
}

var collators = struct {
	sync.Mutex
	exact, fold *collate.Collator
}{exact: collate.New(language.AmericanEnglish), fold: collate.New(language.AmericanEnglish, collate.IgnoreCase)}

// CompareCulture orders two strings as the en-US culture does: by letters
// first, lower case before upper where nothing else differs. With fold, case
// makes no difference.
func CompareCulture(a, b string, fold bool) int {
	if IsASCII(a) && IsASCII(b) {
		return compareASCII(a, b, fold)
	}
	collators.Lock()
	defer collators.Unlock()
	if fold {
		return collators.fold.CompareString(a, b)
	}
	return collators.exact.CompareString(a, b)
}

func compareASCII(a, b string, fold bool) int {
	i, j, tie := 0, 0, 0
	for {
		for i < len(a) && asciiWeight[a[i]] == 0 {
			i++
		}
		for j < len(b) && asciiWeight[b[j]] == 0 {
			j++
		}
		if i == len(a) || j == len(b) {
			break
		}
		x, y := asciiWeight[a[i]], asciiWeight[b[j]]
		if x != y {
			return sign(int(x) - int(y))
		}
		if tie == 0 {
			tie = sign(int(b[j]) - int(a[i]))
		}
		i++
		j++
	}
	switch {
	case i < len(a):
		return 1
	case j < len(b):
		return -1
	case fold:
		return 0
	}
	return tie
}

func sign(n int) int {
	switch {
	case n < 0:
		return -1
	case n > 0:
		return 1
	}
	return 0
}

// CompareOrdinal orders two strings by their UTF-16 units.
func CompareOrdinal(a, b string) int {
	if IsASCII(a) || IsASCII(b) {
		return strings.Compare(a, b)
	}
	for a != "" && b != "" {
		x, n := utf8.DecodeRuneInString(a)
		y, m := utf8.DecodeRuneInString(b)
		if x != y {
			return sign(int(firstUnit(x)) - int(firstUnit(y)) + sameUnit(x, y))
		}
		a, b = a[n:], b[m:]
	}
	return sign(len(a) - len(b))
}

func firstUnit(r rune) rune {
	if r > 0xFFFF {
		high, _ := utf16.EncodeRune(r)
		return high
	}
	return r
}

// sameUnit orders two characters by their second units if the first agree.
func sameUnit(x, y rune) int {
	if firstUnit(x) == firstUnit(y) {
		return int(x - y)
	}
	return 0
}

// CompareOrdinalFold orders two strings by their units in upper case.
func CompareOrdinalFold(a, b string) int {
	for a != "" && b != "" {
		x, n := utf8.DecodeRuneInString(a)
		y, m := utf8.DecodeRuneInString(b)
		if x != y {
			x, y = upperRune(x), upperRune(y)
			if x != y {
				return sign(int(firstUnit(x)) - int(firstUnit(y)) + sameUnit(x, y))
			}
		}
		a, b = a[n:], b[m:]
	}
	return sign(len(a) - len(b))
}

// EqualFold tells whether two strings are the same but for their case, as
// .NET's OrdinalIgnoreCase has it.
func EqualFold(a, b string) bool {
	if len(a) == len(b) && a == b {
		return true
	}
	return CompareOrdinalFold(a, b) == 0
}

func upperRune(r rune) rune {
	if 'a' <= r && r <= 'z' {
		return r - 'a' + 'A'
	}
	if r < utf8.RuneSelf || r == 'ı' || r == 'İ' {
		return r
	}
	return unicode.ToUpper(r)
}
