package text

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// The values are those of UnicodeData.txt.
func TestNumericValue(t *testing.T) {
	for char, want := range map[rune]float64{
		'0': 0, '9': 9, '/': -1, ':': -1, 'a': -1,
		'٣': 3, '०': 0, '９': 9, '𝟗': 9, '𝟘': 0, '𝟭': 1,
		'²': 2, '³': 3, '¹': 1, '½': 0.5, '¼': 0.25, '⅞': 0.875, '⅓': 1.0 / 3,
		'Ⅷ': 8, 'Ⅿ': 1000, 'ↂ': 10000, '①': 1, '⑳': 20, '⓪': 0, '⓴': 20, '❿': 10, '〹': 20, '㊿': 50,
	} {
		assert.Equal(t, want, numericValue(char), "%c", char)
	}
}
