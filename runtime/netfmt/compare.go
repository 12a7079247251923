package netfmt

import (
	"sync"
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
